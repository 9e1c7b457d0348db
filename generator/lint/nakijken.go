package lint

import (
	"fmt"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
)

// checkedFor is how many days a fact counts as checked: half a year.
const checkedFor = 183

var nakijken = &Check{
	Explanation: diag.Explanation{
		Code: "nakijken", Title: "Lang niet nagekeken",
		Text:  "Niemand heeft dit spreekuur het laatste half jaar nagekeken. Vraag de partner of alles nog klopt. Zet daarna de datum bij \"gecontroleerd\".",
		Wrong: `gecontroleerd = "2025-03-01"`,
		Right: `gecontroleerd = "2026-11-20"`,
	},
	whole: func(_ *content.Content, c *catalog.Catalog, add adder) {
		for _, s := range c.Spreekuren {
			switch {
			case !s.Active() || s.Concept:
			case s.Gecontroleerd == 0:
				add(&s.Record, s.Doc.Whole(), "hier staat niet wanneer iemand dit heeft nagekeken", fmt.Sprintf("kijk het na en voeg toe: gecontroleerd = %q", c.Today))
			case s.Gecontroleerd > c.Today:
				add(&s.Record, s.Doc.Value("gecontroleerd"), "deze dag moet nog komen", "schrijf de dag waarop iemand het heeft nagekeken")
			case s.Gecontroleerd < c.Today.Add(-checkedFor):
				add(&s.Record, s.Doc.Value("gecontroleerd"), "dit is langer dan een half jaar geleden nagekeken",
					fmt.Sprintf("vraag of alles nog klopt, en schrijf dan %q", c.Today))
			}
		}
	},
}
