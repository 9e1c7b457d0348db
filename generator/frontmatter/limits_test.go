package frontmatter

import (
	"strings"
	"testing"
	"time"
)

// What nobody writes by hand is refused with a line that names the limit, and long
// before anything reads it.
func TestTooMuch(t *testing.T) {
	const n = 100_000
	many := strings.Repeat
	for name, file := range map[string]struct{ meta, body, want string }{
		"brackets":      {"", many("[", n), "langer dan 20000 tekens"},
		"links":         {"", many("[a](/b)\n", n/4), "meer dan 5000 links"},
		"one text":      {"", many("Kom langs.\n", 6000), "zonder lege regel"},
		"links apart":   {"", many("[a](/b)\n\n", 20_000), "meer dan 5000 links"},
		"addresses":     {"", many(many("http://a.nl ", 100)+"\n\n", 60), "meer dan 5000 links"},
		"code":          {"", many(many("` ", 100)+"\n\n", 60), "en stukken code"},
		"images":        {"", many("![a](/b)", n), "langer dan 250000 tekens"},
		"columns":       {"", many("|a", 2000) + "\n" + many("|-", 2000) + "\n" + many("|x|\n", 5000), "meer dan 100 kolommen"},
		"deep lists":    {"", deepLists(1000), "langer dan 250000 tekens"},
		"long text":     {"", many("Kom langs.\n\n", n), "langer dan 250000 tekens"},
		"aliases":       {"aliassen = [" + many(`"a",`, 20_000) + "]", "", "meer dan 5000 dingen"},
		"aliases below": {"aliassen = [" + many("\n'a',", 20_000) + "]", "", "meer dan 5000 dingen"},
		"blocks":        {many("[[tijden]]\n", 6_000), "", "meer dan 5000 dingen"},
		"dotted":        {many("a.", 50_000) + "a = 1", "", "meer dan 20 delen"},
		"dotted header": {"[" + many("a . ", 40_000) + "a]", "", "meer dan 20 delen"},
		"quoted parts":  {many(`"a".`, 40_000) + "a = 1", "", "meer dan 20 delen"},
		"nested":        {"a = " + many("[", 50_000), "", "meer dan 20 lijsten"},
		"nested tables": {"a = " + many("{a=", 50_000), "", "meer dan 20 lijsten"},
		"after a quote": {"a = '\nb = " + many("[", 50_000), "", "meer dan 20 lijsten"},
		"long fields":   {"a = '" + many("a", 250_000) + "'", "", "langer dan 200000 tekens"},
	} {
		began := time.Now()
		_, problem := Parse("a.md", []byte("+++\n"+file.meta+"\n+++\n"+file.body+"\n"))
		if problem == nil || problem.Code != "te-veel" || !strings.Contains(problem.Message, file.want) || problem.Line == 0 {
			t.Errorf("%s: %+v", name, problem)
		}
		if took := time.Since(began); took > 5*time.Second {
			t.Errorf("%s took %s", name, took)
		}
	}
	for name, file := range map[string]struct{ meta, body string }{
		"a long text":  {"", many("Kom langs, op [het plein](/pleinen/) of bel ons.\n\n", 4000)},
		"a long list":  {"", many("- Kom langs.\n", 3000)},
		"dots in text": {"a = \"" + many("1.", n/2) + "\"\nb = '''\n" + many("[x], ", 6000) + "'''", ""},
		"many dates":   {"data = [" + many("2027-01-01,\n", 400) + "]\n" + many("x = 1.5 # [[[[...\n", 100), ""},
	} {
		if _, problem := Parse("a.md", []byte("+++\n"+file.meta+"\n+++\n"+file.body+"\n")); problem != nil {
			t.Errorf("%s: %+v", name, problem)
		}
	}
}

func deepLists(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat("  ", i) + "- a\n")
	}
	return b.String()
}
