package lint

import (
	"fmt"
	"slices"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/due"
)

var nakijken = &Check{
	Explanation: diag.Explanation{
		Code: "nakijken", Title: "Lang niet nagekeken",
		Text:  "Niemand heeft dit spreekuur het laatste half jaar nagekeken. Vraag de partner of alles nog klopt. Zet daarna de datum bij \"gecontroleerd\". De opdracht \"pleinwijzer taken\" zet per partner een mail klaar.",
		Wrong: `gecontroleerd = "2025-03-01"`,
		Right: `gecontroleerd = "2026-11-20"`,
	},
	whole: func(_ *content.Content, c *catalog.Catalog, add adder) {
		for _, s := range c.Spreekuren {
			switch {
			case !due.Unchecked(s, c.Today):
			case s.Gecontroleerd == 0:
				add(&s.Record, s.Doc.Whole(), never, fmt.Sprintf("kijk het na en voeg toe: gecontroleerd = %q", c.Today))
			case s.Gecontroleerd > c.Today:
				add(&s.Record, s.Doc.Value("gecontroleerd"), "deze dag moet nog komen", "schrijf de dag waarop iemand het heeft nagekeken")
			default:
				add(&s.Record, s.Doc.Value("gecontroleerd"), longAgo, fmt.Sprintf("vraag of alles nog klopt, en schrijf dan %q", c.Today))
			}
		}
	},
}

// What is said of a spreekuur that has to be checked.
const (
	never   = "hier staat niet wanneer iemand dit heeft nagekeken"
	longAgo = "dit is langer dan een half jaar geleden nagekeken"
)

// Folded returns a list in which all that nobody has checked, ever or for half a year, is
// one problem, about the first of them: asking the partners is one job, and dozens of lines
// about it would hide the rest. A page in a preview shows its own.
func Folded(l diag.List) diag.List { return foldedBy(never, foldedBy(longAgo, l)) }

func foldedBy(message string, l diag.List) diag.List {
	old := func(d diag.Diagnostic) bool { return d.Code == nakijken.Code && d.Message == message }
	n := 0
	for _, d := range l {
		if old(d) {
			n++
		}
	}
	if n < 2 {
		return l
	}
	first := slices.IndexFunc(l, old)
	one := l[first]
	one.Message += fmt.Sprintf(", en dat geldt voor %d spreekuren", n)
	one.Hint = `"pleinwijzer taken" zet per partner een mail klaar`
	return slices.Concat(l[:first], diag.List{one}, slices.DeleteFunc(slices.Clone(l[first+1:]), old))
}
