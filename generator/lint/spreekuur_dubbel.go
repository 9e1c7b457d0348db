package lint

import (
	"strings"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
)

var recordDubbel = &Check{
	Explanation: diag.Explanation{
		Code: "spreekuur-dubbel", Title: "Hetzelfde spreekuur staat er twee keer",
		Text:  "Twee bestanden hebben dezelfde titel, hetzelfde plein, dezelfde partner en dezelfde tijd. Bezoekers zien het dan dubbel. Haal één bestand weg, en zet de naam ervan bij \"aliassen\" van het andere.",
		Wrong: "spreekuren/taalhuis.md en spreekuren/taalhuis-goirle.md over hetzelfde spreekuur",
		Right: "spreekuren/taalhuis-goirle.md, met aliassen = [\"taalhuis\"]",
	},
	whole: func(_ *content.Content, c *catalog.Catalog, add adder) {
		type place struct {
			plein   *catalog.Plein
			partner *catalog.Partner
			title   string
		}
		seen := map[place][]*catalog.Spreekuur{}
		for _, s := range c.Spreekuren {
			if !s.Active() || len(s.Partners) == 0 {
				continue
			}
			key := place{s.Plein, s.Partners[0], strings.ToLower(s.Titel)}
			for _, other := range seen[key] {
				if s.OnAppointment() && other.OnAppointment() || meet(s, other, c, together) {
					add(&s.Record, s.Doc.Value("titel"), "dit spreekuur staat ook in een ander bestand", "haal een van de twee bestanden weg", other.Doc.Value("titel"))
				}
			}
			seen[key] = append(seen[key], s)
		}
	},
}

// together reports whether two occurrences are at the same plein.
func together(a, b catalog.Occurrence) bool { return a.Plein == b.Plein }
