package catalog

import (
	"cmp"
	"slices"
	"time"

	"pleinwijzer/generator/schedule"
)

// Uur is one stretch of time of a spreekuur on a day of the week: a cell of the
// timetable.
type Uur struct {
	Spreekuur *Spreekuur
	Weekday   time.Weekday
	Span      schedule.Span
	Weekly    bool          // false for a rule that skips weeks
	Days      schedule.Days // the whole rule, as in "de 1e en 3e donderdag van de maand"
	slot      int           // which of the rules
}

// Timetable gives the hours of spreekuren in a normal week, by day (Monday
// first) and time. What has stopped is not in it.
func Timetable(spreekuren []*Spreekuur) []Dag {
	days := make([]Dag, len(Week))
	for i, weekday := range Week {
		days[i] = Dag{Naam: schedule.WeekdayName(weekday), Weekday: weekday}
	}
	all := make([]Uur, 0, 2*len(spreekuren))
	var count [7]int // by time.Weekday
	for _, s := range spreekuren {
		all = s.appendUren(all)
	}
	for _, uur := range all {
		count[uur.Weekday]++
	}
	for i := range days {
		days[i].Uren = make([]Uur, 0, count[days[i].Weekday])
	}
	for _, uur := range all {
		day := &days[(uur.Weekday+6)%7] // Monday is the first
		day.Uren = append(day.Uren, uur)
	}
	for i := range days {
		slices.SortFunc(days[i].Uren, compareUur)
	}
	return days
}

func compareUur(a, b Uur) int {
	return cmp.Or(
		cmp.Compare(a.Span.Begin, b.Span.Begin),
		cmp.Compare(a.Span.End, b.Span.End),
		cmp.Compare(a.Spreekuur.Titel, b.Spreekuur.Titel),
		cmp.Compare(a.Spreekuur.Slug, b.Spreekuur.Slug),
		cmp.Compare(a.slot, b.slot),
	)
}

// Uren gives the hours of the spreekuur in a normal week.
func (s *Spreekuur) Uren() []Uur { return s.appendUren(nil) }

func (s *Spreekuur) appendUren(uren []Uur) []Uur {
	if !s.Active() {
		return uren
	}
	for i, slot := range s.Schedule.Slots {
		days := slot.Days.Since(s.today)
		for weekday := range days.Weekdays().All() {
			spans := slot.Times.Spans
			if slot.Times.Opening {
				spans = s.Plein.Schedule.Opening[weekday]
			}
			for _, span := range spans {
				uren = append(uren, Uur{Spreekuur: s, Weekday: weekday, Span: span, Weekly: days.Weekly(), Days: days, slot: i})
			}
		}
	}
	return uren
}
