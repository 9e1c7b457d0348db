package recurrence

import (
	"slices"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/schedule"
)

// A Lost date is a date on which a spreekuur would have been held, had it not stopped.
type Lost struct {
	Name  string // the name that the date has in a plan
	Date  schedule.Date
	Span  schedule.Span
	Adres content.Adres
}

// LostIn returns the first n dates in a period on which a spreekuur would have been held,
// had it not stopped. If its last day is before the period, that day is taken to be the
// stop and is ignored.
func LostIn(s *catalog.Spreekuur, in schedule.Period, n int) []Lost {
	if last := s.Schedule.Bounds.Until; last != 0 && last < in.From {
		on := *s
		on.Schedule.Bounds.Until = 0
		s = &on
	}
	var lost []Lost
	for _, r := range inOrder(tracksOf(s, in)) {
		if len(lost) == n {
			break
		}
		same := func(l Lost) bool { return l.Date == r.date && l.Span == r.Span }
		if r.isRuled(s) && !slices.ContainsFunc(lost, same) {
			lost = append(lost, Lost{r.NameOn(r.date), r.date, r.Span, r.Adres})
		}
	}
	return lost
}

// isRuled reports whether the rule of the spreekuur itself includes the date. The rule of
// the track may be a wider one.
func (r instance) isRuled(s *catalog.Spreekuur) bool {
	for range s.Schedule.Slots[r.slot].Days.Dates(s.Schedule.Anchor, schedule.Period{From: r.date, Until: r.date}) {
		return true
	}
	return false
}
