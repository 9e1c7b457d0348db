package reading

import (
	"fmt"
	"regexp"
	"strings"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/frontmatter"
	"pleinwijzer/generator/markdown"
)

// Afspraken reads afspraken.md and lists what is wrong with it.
func (r Reading) Afspraken(doc *frontmatter.Document) (*content.Afspraken, diag.List) {
	a := content.NewAfspraken(doc)
	problems := doc.Bind(a, content.Clauses.Fields, r.parsers, absent)
	c := checker{doc: doc, broken: len(problems) > 0, today: r.today}
	if strings.TrimSpace(a.Body()) == "" {
		c.noText("hier staan geen afspraken", "schrijf ze op, of gooi het bestand weg: dan gelden de afspraken van de site")
	}
	checkBlanks(&c, a)
	c.problems.Add(a.Prose(content.Clauses.Fields).Check()...)
	problems.Add(c.problems...)
	a.Bad = problems.HasErrors()
	problems.Sort()
	return a, problems.Fewer()
}

// blank matches what may be meant as a blank in the clauses, whole or not.
var blank = regexp.MustCompile(`\{+[^{}\n]*\}*|\}+`)

// blanks are those that there are, without their braces.
var blanks = []string{bare(content.PleinBlank), bare(content.PartnerBlank)}

func bare(blank string) string { return strings.Trim(blank, `{} \`) }

// checkBlanks reports what has braces and is not a blank, and a blank in an address:
// what is filled in is a name.
func checkBlanks(c *checker, a *content.Afspraken) {
	text := a.Body()
	for _, at := range blank.FindAllStringIndex(text, -1) {
		written := text[at[0]:at[1]]
		if written == content.PleinBlank || written == content.PartnerBlank {
			continue
		}
		if !strings.HasSuffix(written, "}") { // only the word after it was meant
			written = firstWord(written)
		}
		message, hint := wrongBlank(written)
		c.add("invulwoord-onbekend", a.In(at[0], at[0]+len(written)), message, hint)
	}
	for _, link := range markdown.Read(text).Links {
		if strings.Contains(link.Destination, content.PleinBlank) || strings.Contains(link.Destination, content.PartnerBlank) {
			c.add("invulwoord-onbekend", a.In(link.Start, link.End), "in een adres kan geen naam komen", "schrijf het hele adres, of haal de link weg")
		}
	}
}

// firstWord returns the braces at the start of a text and the word after them.
func firstWord(text string) string {
	braces := len(text) - len(strings.TrimLeft(text, "{ "))
	if end := strings.IndexAny(text[braces:], " .,;:!?"); end >= 0 {
		return strings.TrimRight(text[:braces+end], " ")
	}
	return strings.TrimRight(text, " ")
}

func wrongBlank(written string) (message, hint string) {
	word := bare(written)
	hint = fmt.Sprintf("schrijf %s of %s, of haal de accolades weg", content.PleinBlank, content.PartnerBlank)
	if near, ok := diag.Nearest(strings.ToLower(word), blanks); ok && word != "" {
		hint = fmt.Sprintf("schrijf {%s}", near)
	}
	switch {
	case !strings.HasSuffix(written, "}"):
		return "deze accolade gaat nergens dicht", hint
	case !strings.HasPrefix(written, "{"):
		return "hier gaat een accolade dicht die nergens opengaat", "haal hem weg"
	}
	return fmt.Sprintf("%s is geen woord dat wij invullen", written), hint
}
