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
	Weekly    bool   // false for a rule that skips weeks
	Rule      string // the days in words, as in "de 1e en 3e donderdag van de maand"
}

// Timetable gives the hours of spreekuren in a normal week, by day (Monday
// first) and time. What has stopped is not in it.
func Timetable(spreekuren []*Spreekuur) []Dag {
	days := make([]Dag, len(Week))
	for i, weekday := range Week {
		days[i] = Dag{Naam: schedule.WeekdayName(weekday), Weekday: weekday}
	}
	for _, s := range spreekuren {
		for _, uur := range s.Uren() {
			day := &days[slices.Index(Week, uur.Weekday)]
			day.Uren = append(day.Uren, uur)
		}
	}
	for i := range days {
		slices.SortStableFunc(days[i].Uren, compareUur)
	}
	return days
}

func compareUur(a, b Uur) int {
	return cmp.Or(
		cmp.Compare(a.Span.Begin, b.Span.Begin),
		cmp.Compare(a.Span.End, b.Span.End),
	)
}

// Uren gives the hours of the spreekuur in a normal week.
func (s *Spreekuur) Uren() []Uur {
	if !s.Active() {
		return nil
	}
	var uren []Uur
	for _, slot := range s.Schedule.Slots {
		days := slot.Days.Since(s.today)
		rule := days.Words()
		for weekday := range days.Weekdays().All() {
			spans := slot.Times.Spans
			if slot.Times.Opening {
				spans = s.Plein.Schedule.Opening[weekday]
			}
			for _, span := range spans {
				uren = append(uren, Uur{Spreekuur: s, Weekday: weekday, Span: span, Weekly: days.Weekly(), Rule: rule})
			}
		}
	}
	return uren
}
