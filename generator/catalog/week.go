package catalog

import (
	"cmp"
	"slices"
	"time"

	"pleinwijzer/generator/schedule"
)

// Uur is one span of hours of a spreekuur on a day of the week: a cell of the
// timetable.
type Uur struct {
	Spreekuur *Spreekuur
	Weekday   time.Weekday
	Span      schedule.Span
	Weekly    bool          // false for a rule that skips weeks
	Days      schedule.Days // the whole rule, as in "de 1e en 3e donderdag van de maand"

	// How this hour differs from the normal week.
	Starts schedule.Date // the first date of a rule that begins after the coming week, or 0
	Next   schedule.Date // the first date on which it takes place, or 0 if none is known

	slot int // index of the rule
}

// ThisWeek reports whether the hour takes place within seven days from now. If today's
// is over, the same hour next week counts.
func (u Uur) ThisWeek() bool {
	return u.Next != 0 && u.Spreekuur.moment.Passed(u.Next.Add(-7).At(u.Span.Begin))
}

// Has reports whether the occurrence is at this hour according to the rule.
func (u Uur) Has(o Occurrence) bool {
	return o.Slot == u.slot && o.Regular == u.Span && o.Date.Weekday() == u.Weekday
}

// SameRule reports whether a bar over several days may stand for both hours.
func (u Uur) SameRule(other Uur) bool {
	return u.Span == other.Span && (u.slot == other.slot || u.Weekly && other.Weekly)
}

// Touches reports whether one of the dates of the stretch is at this hour.
func (u Uur) Touches(st Stretch) bool { return slices.ContainsFunc(st.All, u.Has) }

// Timetable returns the hours of spreekuren in a normal week, by day (Monday first) and
// time. Spreekuren that have stopped are left out.
func Timetable(spreekuren []*Spreekuur) []*Dag {
	days := make([]*Dag, len(Week))
	for i, weekday := range Week {
		days[i] = &Dag{Naam: schedule.WeekdayName(weekday), Weekday: weekday}
	}
	all := make([]Uur, 0, 2*len(spreekuren))
	var count [7]int // by time.Weekday
	for _, s := range spreekuren {
		all = s.appendUren(all)
	}
	for _, uur := range all {
		count[uur.Weekday]++
	}
	for _, day := range days {
		day.uren = make([]Uur, 0, count[day.Weekday])
	}
	for _, uur := range all {
		day := days[(uur.Weekday+6)%7] // Monday is the first
		day.uren = append(day.uren, uur)
	}
	return days
}

// UrenOf returns the hours of spreekuren in a normal week, by day and time.
func UrenOf(spreekuren []*Spreekuur) []Uur {
	var uren []Uur
	for _, day := range Timetable(spreekuren) {
		uren = append(uren, day.Uren()...)
	}
	return uren
}

// Count returns the number of hours on the day.
func (d *Dag) Count() int { return len(d.uren) }

// Uren returns the hours on the day. They are only sorted when they are needed: after
// most edits in the preview they are not.
func (d *Dag) Uren() []Uur {
	d.sorted.Do(func() { slices.SortFunc(d.uren, compareUur) })
	return d.uren
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

// Uren returns the hours of the spreekuur in a normal week. A rule without coming dates
// has none.
func (s *Spreekuur) Uren() []Uur { return s.appendUren(nil) }

func (s *Spreekuur) appendUren(uren []Uur) []Uur {
	if !s.Active() {
		return uren
	}
	from := len(uren)
	for i, slot := range s.Schedule.Slots {
		days := slot.Days.Since(s.today)
		for weekday := range days.Weekdays().All() {
			first := firstOn(&s.Schedule, days, weekday, s.today)
			if first == 0 {
				continue
			}
			uur := Uur{Spreekuur: s, Weekday: weekday, Weekly: days.Weekly(), Days: days, slot: i}
			if s.Vanaf > s.today && first >= s.today.Add(7) {
				uur.Starts = first
			}
			spans := slot.Times.Spans
			if slot.Times.Opening {
				spans = s.Plein.Schedule.Opening[weekday]
			}
			for _, uur.Span = range spans {
				uren = append(uren, uur)
			}
		}
	}
	return uren[:from+s.findNext(uren[from:])]
}

// firstOn returns the first date on the weekday, from today on, of the days of a rule, or 0.
func firstOn(rule *schedule.Schedule, days schedule.Days, weekday time.Weekday, today schedule.Date) schedule.Date {
	in := rule.Claimed()
	in.From = max(in.From, today)
	for date := range days.Dates(rule.Anchor, in) {
		if date.Weekday() == weekday {
			return date
		}
		if date >= in.From.Add(horizon) {
			break
		}
	}
	return 0
}

// findNext sets when each of the hours next takes place. It moves those with a coming
// date, even a cancelled one, to the front and returns their number. Today's hour may
// be over, and if two rules have the same hour only one of them is kept.
func (s *Spreekuur) findNext(uren []Uur) int {
	missing := len(uren)
	coming := make([]bool, len(uren))
	for o := range s.Between(s.today, s.today.Add(horizon)) {
		if missing == 0 {
			break
		}
		if !o.Cancelled() && s.moment.Reached(o.End()) {
			continue
		}
		for i := range uren {
			if u := &uren[i]; u.Next == 0 && u.Has(o) {
				coming[i] = true
				if !o.Cancelled() {
					u.Next = o.Date
					missing--
				}
			}
		}
	}
	kept := 0
	for i, u := range uren {
		if coming[i] {
			uren[kept] = u
			kept++
		}
	}
	return kept
}
