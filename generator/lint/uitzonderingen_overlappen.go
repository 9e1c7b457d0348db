package lint

import (
	"fmt"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/schedule"
)

var uitzonderingenOverlappen = &Check{
	Explanation: diag.Explanation{
		Code: "uitzonderingen-overlappen", Title: "Twee periodes die elkaar overlappen",
		Text:  "Voor een paar dagen gelden er twee blokken. De site neemt dan de kortste periode. Ligt de ene helemaal in de andere, dan is dat duidelijk. Anders ziet niemand welk blok geldt. Laat de periodes op elkaar aansluiten.",
		Wrong: "van 1 tot en met 14 december: vervalt; van 10 tot en met 20 december: een andere tijd",
		Right: "van 1 tot en met 9 december: vervalt; van 10 tot en met 20 december: een andere tijd",
	},
	whole: func(_ *content.Content, c *catalog.Catalog, add adder) {
		look := func(r *content.Record, blocks []schedule.Period) {
			for j, b := range blocks {
				for i, a := range blocks[:j] {
					from, until := max(a.From, b.From, c.Today), min(a.Until, b.Until)
					nested := a.Contains(b.From) && a.Contains(b.Until) || b.Contains(a.From) && b.Contains(a.Until)
					if a.From != 0 && b.From != 0 && from <= until && !nested {
						add(r, r.Doc.Key("afwijkend", j), fmt.Sprintf("voor %s geldt ook een ander blok", schedule.Dutch.Period(from, until)),
							"laat de periodes op elkaar aansluiten", r.Doc.Key("afwijkend", i))
					}
				}
			}
		}
		for _, s := range c.Spreekuren {
			if s.Active() {
				look(&s.Record, periods(s.Afwijkend, content.AfwijkendSpreekuur.Period))
			}
		}
		for _, p := range c.Pleinen {
			look(&p.Record, periods(p.Afwijkend, content.AfwijkendPlein.Period))
		}
	},
}

func periods[T any](blocks []T, period func(T) schedule.Period) []schedule.Period {
	all := make([]schedule.Period, len(blocks))
	for i, b := range blocks {
		all[i] = period(b)
	}
	return all
}
