package limits_test

import (
	"strings"
	"testing"
	"time"

	"pleinwijzer/generator/frontmatter"
)

// What nobody writes by hand is refused with a line that names the limit, and long
// before anything reads it.
func TestTooMuch(t *testing.T) {
	const n = 100_000
	many := strings.Repeat
	table := many("|a", 20) + "|\n" + many("|-", 20) + "|\n"
	for name, file := range map[string]struct{ meta, body, want string }{
		"brackets":      {"", many("[ ", n/4), "langer dan 10000 tekens"},
		"links":         {"", many("[a](/b)\n", n/25), "meer dan 2000 links"},
		"one text":      {"", many("Kom langs.\n", 6000), "zonder lege regel"},
		"links apart":   {"", many("[a](/b)\n\n", n/25), "meer dan 2000 links"},
		"addresses":     {"", many(many("http://a.nl ", 100)+"\n\n", 60), "meer dan 2000 links"},
		"bare":          {"", many(many("www.a.nl ", 100)+"\n\n", 60), "meer dan 2000 links"},
		"mail":          {"", many(many("a@b.nl ", 100)+"\n\n", 60), "meer dan 2000 links"},
		"code":          {"", many(many("` ", 100)+"\n\n", 60), "en stukken code"},
		"tags":          {"", many(many("<a ", 100)+"\n\n", 60), "en stukken code"},
		"images":        {"", many("![a](/b)", n), "langer dan 100000 tekens"},
		"columns":       {"", many("| a", 2000) + "\n" + many("| -", 2000) + "\n" + many("|x|\n", 5000), "meer dan 100 kolommen"},
		"cells":         {"", table + many("|x|\n", 5000), "meer dan 20000 vakjes"},
		"small tables":  {"", many(table+many("|x|\n", 90)+"\n", 11), "meer dan 20000 vakjes"},
		"marks":         {"", many(many("*a **b ", 100)+"\n", 40), "voor vette en schuine letters"},
		"a word":        {"", "Kom " + many("a", 6000) + " langs.", "zonder spatie"},
		"inset":         {"", "- a\n" + many(" ", 500) + "- b", "meer dan 200 spaties"},
		"quotations":    {"", many("> ", 200) + "a", "lijsten of citaten in elkaar"},
		"lists":         {"", many("- ", 200) + "a", "lijsten of citaten in elkaar"},
		"mixed":         {"", many("> 1. + ", 200) + "a", "lijsten of citaten in elkaar"},
		"repeated":      {"", "[a]: /" + many("b", 1900) + "\n\n" + many("[a]\n", 1500), "een lang adres met een naam"},
		"title":         {"", "> [a]: /b \"" + many("bbb ", 500) + "\n\n" + many("[a]\n", 1500), "een lang adres met een naam"},
		"deep lists":    {"", deepLists(1000), "langer dan 100000 tekens"},
		"long text":     {"", many("Kom langs.\n\n", n), "langer dan 100000 tekens"},
		"a value":       {"a = 1\ntekst = \"\"\"\n" + many("[a](/b)\n", n/25) + "\"\"\"", "", "meer dan 2000 links"},
		"a short value": {"a = 1\ntekst = \"" + many(`\u005ba](/b)\n`, n/25) + "\"", "", "meer dan 2000 links"},
		"a literal":     {"a = 1\ntekst = '" + many("[", 6000) + "'", "", "zonder spatie"},
		"aliases":       {"aliassen = [" + many(`"a",`, 20_000) + "]", "", "meer dan 2000 dingen"},
		"aliases below": {"aliassen = [" + many("\n'a',", 20_000) + "]", "", "meer dan 2000 dingen"},
		"blocks":        {many("[[tijden]]\n", 6_000), "", "meer dan 300 blokken"},
		"dotted":        {many("a.", 50_000) + "a = 1", "", "meer dan 20 delen"},
		"dotted header": {"[" + many("a . ", 40_000) + "a]", "", "meer dan 20 delen"},
		"quoted parts":  {many(`"a".`, 40_000) + "a = 1", "", "meer dan 20 delen"},
		"nested":        {"a = " + many("[", 50_000), "", "meer dan 20 lijsten"},
		"many parts":    {many("a.b.c.d.e = 1\n", 1000), "", "meer dan 2000 dingen"},
		"nested tables": {"a = " + many("{a=", 50_000), "", "meer dan 20 lijsten"},
		"after a quote": {"a = '\nb = " + many("[", 50_000), "", "meer dan 20 lijsten"},
		"long fields":   {"a = '" + many("a", 250_000) + "'", "", "langer dan 200000 tekens"},
	} {
		began := time.Now()
		_, problem := frontmatter.Parse("a.md", []byte("+++\n"+file.meta+"\n+++\n"+file.body+"\n"))
		if problem == nil || problem.Code != "te-veel" || !strings.Contains(problem.Message, file.want) || problem.Line == 0 {
			t.Errorf("%s: %+v", name, problem)
		}
		if took := time.Since(began); took > 5*time.Second {
			t.Errorf("%s took %s", name, took)
		}
	}
	for name, file := range map[string]struct{ meta, body string }{
		"a long text":  {"", many("Kom langs, op [het plein](/pleinen/) of bel ons.\n\n", 1900)},
		"a long list":  {"", many("- Kom langs.\n", 3000)},
		"stars":        {"", many("* Kom langs.\n", 3000)},
		"a line":       {"", many("- ", 200) + "\n\n" + many("* ", 200) + "\n\n" + many("_", 1000)},
		"to fill in":   {"", many("Naam: "+many("_", 60)+"\n", 200)},
		"a big table":  {"", "|Naam|Adres|Telefoon|\n|-|-|-|\n" + many("|Taalhuis|Kerkstraat 1, Goirle|013 000 00 01|\n", 800)},
		"code":         {"", "```\n" + many("    {\n        a: 1,\n", 1000) + "```\n"},
		"link list":    {"", many("[a]\n", 300) + "\n" + many("[a]: https://www.voorbeeld.nl/een-heel-lang-adres/op-een-site.html\n", 300)},
		"one line":     {"tekst = \"" + many(`Kom langs, als u een vraag hebt.\n\n`, 2000) + "\"", ""},
		"dots in text": {"a = \"" + many("1.5 ", 2400) + "\"\nb = '''\n" + many("[x], ", 1800) + "'''", ""},
		"many dates":   {"data = [" + many("2027-01-01,\n", 400) + "]\n" + many("x = 1.5 # [[[[...\n", 100), ""},
	} {
		if _, problem := frontmatter.Parse("a.md", []byte("+++\n"+file.meta+"\n+++\n"+file.body+"\n")); problem != nil {
			t.Errorf("%s: %+v", name, problem)
		}
	}
	text := "a = 1\ntekst = \"\"\"\nKom langs.\n\n" + many("[", 3000) + "\"\"\"\n"
	if _, problem := frontmatter.Parse("a.toml", []byte(text)); problem == nil || problem.Line != 5 {
		t.Errorf("a value: %+v", problem)
	}
}

func deepLists(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat("  ", i) + "- a\n")
	}
	return b.String()
}
