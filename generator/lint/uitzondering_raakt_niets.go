package lint

import (
	"fmt"
	"slices"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/schedule"
)

// farAhead is how many days ahead exceptions are checked. Nobody plans further than that.
const farAhead = 800

var uitzonderingRaaktNiets = &Check{
	Explanation: diag.Explanation{
		Code: "uitzondering-raakt-niets", Title: "Een uitzondering die niets verandert",
		Text: "Met dit blok is er op de site niets anders dan zonder. Vaak klopt een datum niet: er is dan geen spreekuur, of het plein is al dicht. " +
			"Kijk de datums na. Is het blok niet meer nodig? Haal het dan weg.",
		Wrong: "dag = \"woensdag\"\n\n[[afwijkend]]\nvan = \"2026-12-07\"\ntot_en_met = \"2026-12-08\"\nvervalt = true",
		Right: "dag = \"woensdag\"\n\n[[afwijkend]]\nvan = \"2026-12-07\"\ntot_en_met = \"2026-12-11\"\nvervalt = true",
	},
	whole: func(_ *content.Content, c *catalog.Catalog, add adder) {
		for _, s := range c.Spreekuren {
			for i := range s.Afwijkend {
				if on := upcoming(s.Afwijkend[i].Period(), c); s.Active() && on.From != 0 {
					if message, hint := idle(s, i, on); message != "" {
						add(&s.Record, s.Doc.Key("afwijkend", i), message, hint)
					}
				}
			}
		}
		for _, p := range c.Pleinen {
			for i := range p.Afwijkend {
				if on := upcoming(p.Afwijkend[i].Period(), c); on.From != 0 {
					if message, hint := idleAtPlein(p, i, on, c); message != "" {
						add(&p.Record, p.Doc.Key("afwijkend", i), message, hint)
					}
				}
			}
		}
	},
}

// upcoming returns the remaining part of a period, or the zero value if it is over.
func upcoming(on schedule.Period, c *catalog.Catalog) schedule.Period {
	on.From, on.Until = max(on.From, c.Today), min(on.Until, c.Today.Add(farAhead))
	if on.From > on.Until {
		return schedule.Period{}
	}
	return on
}

// idle says why an exception of a spreekuur has no effect, or returns "". It leaves out
// what the catalog already reports.
func idle(s *catalog.Spreekuur, i int, on schedule.Period) (message, hint string) {
	a := s.Afwijkend[i]
	whole := a.Period()
	inRule := s.InRule(on)
	switch {
	case !inRule && len(a.Tijd) > 0 && whole.From != whole.Until:
		return "in deze periode is er geen spreekuur, dus komt er ook geen andere tijd",
			"voor een extra keer: maak per dag een blok met datum en tijd"
	case !inRule && whole.From != whole.Until:
		return "in deze periode is er geen spreekuur", "kijk de datums na, of haal dit blok weg"
	case !inRule && len(a.Tijd) == 0, string(a.Plein) == s.Plein.Slug: // reported by the catalog
		return "", ""
	case slices.ContainsFunc(s.Afwijkend[:i], func(other content.AfwijkendSpreekuur) bool { return other.Period() == whole }):
		// reported by the catalog
		return "", ""
	}
	with, without := s.Schedule, s.Schedule
	without.Exceptions = slices.Delete(slices.Clone(s.Schedule.Exceptions), i, i+1)
	changes, usual, held := false, true, false
	for date := on.From; date <= on.Until && !changes; date++ {
		is, was := slices.Collect(with.Days(date, date)), slices.Collect(without.Days(date, date))
		changes = !slices.EqualFunc(is, was, alike)
		held = held || slices.ContainsFunc(is, func(o schedule.Occurrence) bool { return o.Kind != schedule.Cancelled })
		usual = usual && !slices.ContainsFunc(is, func(o schedule.Occurrence) bool { return o.Kind != schedule.AsUsual })
	}
	switch {
	case changes:
	case shadowed(s.Afwijkend, i):
		return "andere blokken gaan over dezelfde dagen, en die gaan voor", "haal dit blok weg, of zet alles over een dag in één blok"
	case a.Vervalt, held && !usual: // the plein has the same exception, or is closed anyway
	case usual:
		return "op deze dagen is dit de gewone tijd en het gewone plein", "kijk de tijd na, of haal dit blok weg"
	default:
		return "op deze dagen gaat het spreekuur toch niet door: het plein is dan dicht, of het is vakantie",
			"kijk welke van de twee klopt"
	}
	return "", ""
}

// alike reports whether two occurrences are the same for a visitor.
func alike(a, b schedule.Occurrence) bool {
	return a.Date == b.Date && a.Span == b.Span && a.Place == b.Place && (a.Kind == schedule.Cancelled) == (b.Kind == schedule.Cancelled)
}

// shadowed reports whether each day of a block is also in a shorter block.
func shadowed(blocks []content.AfwijkendSpreekuur, i int) bool {
	on := blocks[i].Period()
	for date := on.From; date <= on.Until; date++ {
		if !slices.ContainsFunc(blocks, func(other content.AfwijkendSpreekuur) bool {
			p := other.Period()
			return p.Contains(date) && p.Until-p.From < on.Until-on.From
		}) {
			return false
		}
		if date-on.From > farAhead {
			return false
		}
	}
	return true
}

// idleAtPlein says why an exception of a plein has no effect, or returns "".
func idleAtPlein(p *catalog.Plein, i int, on schedule.Period, c *catalog.Catalog) (message, hint string) {
	a := p.Afwijkend[i]
	if !p.Schedule.HasOpening && len(p.Spreekuren) == 0 {
		return "", "" // it is not known when the plein is open
	}
	open, other := false, false
	for date := on.From; date <= on.Until; date++ {
		hours := p.Schedule.Opening[date.Weekday()]
		closed := closedBy(p, date, c) != ""
		open = open || len(hours) > 0 || closed || held(p, date)
		other = other || closed || !slices.Equal(hours, a.Tijd)
	}
	whole := a.Period()
	switch {
	case a.Gesloten && !open && whole.From == whole.Until:
		return fmt.Sprintf("op %s is dit plein nooit open, en er is geen spreekuur", schedule.DateWordsShort(whole.From)), "kijk de datum na, of haal dit blok weg"
	case a.Gesloten && !open:
		return "in deze periode is dit plein nooit open, en er is geen spreekuur", "kijk de datums na, of haal dit blok weg"
	case !a.Gesloten && !other:
		return "op deze dagen zijn dit de gewone openingstijden", "kijk de tijd na, of haal dit blok weg"
	}
	return "", ""
}

// held reports whether the plein has a spreekuur on the date, even if it is cancelled.
func held(p *catalog.Plein, date schedule.Date) bool {
	return slices.ContainsFunc(p.Spreekuren, func(s *catalog.Spreekuur) bool {
		for range s.Between(date, date) {
			return true
		}
		return false
	})
}
