package lint

import (
	"fmt"
	"strings"
	"time"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
)

var partnerDubbel = &Check{
	Explanation: diag.Explanation{
		Code: "partner-dubbel", Title: "Hetzelfde spreekuur op twee pleinen tegelijk",
		Text: "Een partner heeft op twee pleinen een spreekuur met dezelfde titel, op dezelfde dag en tijd. Vaak is het spreekuur verhuisd en is het oude bestand blijven staan. " +
			"Klopt het toch? Geef ze dan elk een eigen titel.",
		Wrong: "Taalhuis, dinsdag 10.00-12.00, op Plein Goirle én op Plein Waalwijk",
		Right: "Zet bij het oude bestand: status = \"gestopt\" en opvolger = \"taalhuis-waalwijk\".",
	},
	whole: func(_ *content.Content, c *catalog.Catalog, add adder) {
		seen := map[meeting][]catalog.Uur{}
		for _, s := range c.Spreekuren {
			said := map[*catalog.Spreekuur]bool{}
			for _, uur := range s.Uren() {
				for _, p := range s.Partners {
					key := meeting{p, strings.ToLower(s.Titel), uur.Weekday}
					for _, other := range seen[key] {
						if o := other.Spreekuur; o.Plein != s.Plein && !said[o] && overlap(uur, other) && meets(s, o, c) {
							said[o] = true
							add(&s.Record, s.Doc.Value("plein"), fmt.Sprintf("%s heeft dit spreekuur op dezelfde tijd ook op %s", p.NaamInUitingen, o.Plein.Naam),
								"is het verhuisd? zet het oude dan op gestopt", o.Doc.Value("plein"))
						}
					}
					seen[key] = append(seen[key], uur)
				}
			}
		}
	},
}

// A meeting is what two spreekuren have in common that can hardly be two.
type meeting struct {
	partner *catalog.Partner
	title   string
	weekday time.Weekday
}

func overlap(a, b catalog.Uur) bool { return a.Span.Begin < b.Span.End && b.Span.Begin < a.Span.End }

// ahead is how many days two rules are followed to see whether they ever meet:
// even and odd weeks do not.
const ahead = 70

// meets reports whether two spreekuren have dates on which they overlap.
func meets(a, b *catalog.Spreekuur, c *catalog.Catalog) bool {
	type day struct{ date, begin, end int }
	var days []day
	for o := range a.Between(c.Today, c.Today.Add(ahead)) {
		days = append(days, day{int(o.Date), int(o.Span.Begin), int(o.Span.End)})
	}
	for o := range b.Between(c.Today, c.Today.Add(ahead)) {
		for _, d := range days {
			if d.date == int(o.Date) && d.begin < int(o.Span.End) && int(o.Span.Begin) < d.end {
				return true
			}
		}
	}
	return false
}
