package lint

import (
	"cmp"
	"fmt"
	"slices"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/schedule"
)

var partnerDubbel = &Check{
	Explanation: diag.Explanation{
		Code: "partner-dubbel", Title: "Een partner op twee pleinen tegelijk",
		Text: "Een partner heeft op twee pleinen tegelijk een spreekuur. Vaak is er een verhuisd en is het oude bestand blijven staan, of klopt een tijd niet. " +
			"Heeft de partner genoeg mensen? Schrijf dat dan één keer, bij \"negeer\" in het bestand van de partner zelf.",
		Wrong: "Taalhuis, dinsdag 10.00-12.00, op Plein Goirle én op Plein Waalwijk",
		Right: "in het oude bestand:\nstatus = \"gestopt\"\nopvolger = \"taalhuis-waalwijk\"\n\n" +
			"of, als beide kloppen, in partners/taalhuis.md:\nnegeer = { \"partner-dubbel\" = \"Het Taalhuis heeft zes medewerkers.\" }",
	},
	// Two spreekuren at the same plein are fine: nobody finds a closed door, and whoever is
	// there can help both visitors.
	whole: func(_ *content.Content, c *catalog.Catalog, add adder) {
		reported := map[*catalog.Spreekuur]bool{}
		for _, p := range c.Partners {
			if len(p.Pleinen) < 2 || p.Negeer["partner-dubbel"] != "" {
				continue
			}
			for a, b := range pairs(shifts(p)) {
				if !reported[b.Spreekuur] && a.Spreekuur.Negeer["partner-dubbel"] == "" && meet(a.Spreekuur, b.Spreekuur, c, apart) {
					reported[b.Spreekuur] = true
					add(&b.Spreekuur.Record, b.Spreekuur.Doc.Value("plein"),
						fmt.Sprintf("%s heeft op %s op dezelfde tijd ook een spreekuur op %s",
							p.NaamInUitingen, schedule.WeekdayName(b.Weekday), a.Spreekuur.Plein.Naam),
						fmt.Sprintf("kijk of dit klopt; zijn er genoeg mensen, schrijf dat dan bij negeer in %s", p.Doc.File), a.Spreekuur.Doc.Value("plein"))
				}
			}
		}
	},
}

// A shift is an hour of a spreekuur, with the position of that spreekuur in its partner's
// list.
type shift struct {
	catalog.Uur
	place int
}

// shifts returns the hours of a partner's spreekuren, ordered by day and time.
func shifts(p *catalog.Partner) []shift {
	var all []shift
	for i, s := range p.Spreekuren {
		for _, uur := range s.Uren() {
			all = append(all, shift{uur, i})
		}
	}
	slices.SortStableFunc(all, func(a, b shift) int {
		return cmp.Or(cmp.Compare(a.Weekday, b.Weekday), cmp.Compare(a.Span.Begin, b.Span.Begin))
	})
	return all
}

// pairs yields the pairs of overlapping shifts at different pleinen. Each pair is in the
// order of the partner's list.
func pairs(all []shift) func(yield func(a, b shift) bool) {
	return func(yield func(a, b shift) bool) {
		for i, a := range all {
			for _, b := range all[i+1:] {
				if b.Weekday != a.Weekday || b.Span.Begin >= a.Span.End {
					break
				}
				first, second := a, b
				if second.place < first.place {
					first, second = second, first
				}
				if a.Spreekuur.Plein != b.Spreekuur.Plein && !yield(first, second) {
					return
				}
			}
		}
	}
}

// apart reports whether two occurrences are at different pleinen.
func apart(a, b catalog.Occurrence) bool { return a.Plein != b.Plein }

// ahead is how many days ahead two rules are compared to find out whether they ever
// coincide. Even and odd weeks do not.
const ahead = 70

// meet reports whether two spreekuren have occurrences that overlap and for which asked
// returns true.
func meet(a, b *catalog.Spreekuur, c *catalog.Catalog, asked func(a, b catalog.Occurrence) bool) bool {
	days := map[schedule.Date][]catalog.Occurrence{}
	for o := range a.Between(c.Today, c.Today.Add(ahead)) {
		if !o.Cancelled() {
			days[o.Date] = append(days[o.Date], o)
		}
	}
	for o := range b.Between(c.Today, c.Today.Add(ahead)) {
		for _, other := range days[o.Date] {
			if !o.Cancelled() && other.Span.Begin < o.Span.End && o.Span.Begin < other.Span.End && asked(other, o) {
				return true
			}
		}
	}
	return false
}
