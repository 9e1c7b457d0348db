package recurrence

import (
	"slices"
	"testing"

	"pleinwijzer/generator/schedule"
)

// TestFortnights checks that "om de week" gives the same dates as a rule by week number,
// in at most two pieces, whichever years have 53 weeks.
func TestFortnights(t *testing.T) {
	for _, rule := range []string{"even weken op vrijdag", "oneven weken op maandag en zondag"} {
		days, err := schedule.ParseDays(rule)
		if err != nil {
			t.Fatal(err)
		}
		r := Series{Days: days, On: days.Weekdays()}
		for year := 2020; year < 2080; year++ {
			known := Window(schedule.NewDate(year, 6, 1))
			parts := r.fortnights(known)
			var got []schedule.Date
			for _, part := range parts {
				in, ok := Overlap(part.in, known)
				if !ok {
					t.Errorf("%s in %d: a piece outside the window", rule, year)
				}
				got = slices.AppendSeq(got, part.Dates(part.anchor, in))
			}
			if len(parts) > 2 || !slices.Equal(got, slices.Collect(r.Dates(0, known))) {
				t.Errorf("%s in %d: %d pieces with %d dates", rule, year, len(parts), len(got))
			}
		}
	}
}
