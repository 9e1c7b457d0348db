package lint

import (
	"fmt"
	"slices"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/schedule"
)

// soon is how many days before an end someone should think about what comes next.
const soon = 30

var looptAf = &Check{
	Explanation: diag.Explanation{
		Code: "loopt-af", Title: "Een einddatum die voorbij of dichtbij is",
		Text:  "De laatste dag van een spreekuur of proef is voorbij, of komt binnen 30 dagen. Gaat het door? Verander de datum. Stopt het? Zet de status op \"gestopt\", met een reden en zo mogelijk een opvolger.",
		Wrong: `tot_en_met = "2026-06-30"`,
		Right: "tot_en_met = \"2027-06-30\"",
	},
	whole: func(_ *content.Content, c *catalog.Catalog, add adder) {
		look := func(r *content.Record, last schedule.Date, what, hint string, path ...any) {
			switch {
			case last == 0 || last > c.Today.Add(soon):
			case last < c.Today:
				add(r, r.Doc.Value(path...), fmt.Sprintf("de laatste dag van %s is voorbij", what), hint)
			default:
				add(r, r.Doc.Value(path...), fmt.Sprintf("de laatste dag van %s is over %s", what, days(int(last-c.Today))), hint)
			}
		}
		for _, s := range c.Spreekuren {
			if s.Status != content.Running || s.Concept {
				continue
			}
			const hint = `verander de datum, of zet status = "gestopt"`
			look(&s.Record, s.TotEnMet, "dit spreekuur", hint, "tot_en_met")
			if len(s.Data) > 0 {
				look(&s.Record, slices.Max(s.Data), "dit spreekuur", `zet er nieuwe datums bij, of zet status = "gestopt"`, "data", len(s.Data)-1)
			}
		}
		for _, p := range c.Pleinen {
			if last := p.Pilot.TotEnMet; last != 0 && last < c.Today && len(catalog.Running(p.Spreekuren)) > 0 {
				add(&p.Record, p.Doc.Value("pilot", "tot_en_met"), "deze proef is voorbij, en op de site gaan de spreekuren door",
					"haal [pilot] weg als het plein blijft; anders: zet de spreekuren op gestopt")
				continue
			}
			look(&p.Record, p.Pilot.TotEnMet, "deze proef", "verander de datum, of haal [pilot] weg als het plein blijft", "pilot", "tot_en_met")
		}
	},
}

// days writes a number of days in Dutch, as in "3 dagen".
func days(n int) string {
	if n == 1 {
		return "1 dag"
	}
	return fmt.Sprintf("%d dagen", n)
}
