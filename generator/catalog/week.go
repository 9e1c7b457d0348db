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

	// What is true of this hour beyond the normal week.
	Starts schedule.Date // the first date of a rule that begins after the coming week, or 0
	Next   schedule.Date // the first date on which it is held, 0 where none is in sight

	slot int // which of the rules
}

// ThisWeek reports whether the hour is held within seven days from now. If today's is
// over, the same hour next week counts.
func (u Uur) ThisWeek() bool {
	return u.Next != 0 && u.Spreekuur.moment.Passed(u.Next.Add(-7).At(u.Span.Begin))
}

// Has reports whether the occurrence is at this hour, by the rule.
func (u Uur) Has(o Occurrence) bool {
	return o.Slot == u.slot && o.Regular == u.Span && o.Date.Weekday() == u.Weekday
}

// Touches reports whether one of the dates of the stretch is at this hour.
func (u Uur) Touches(st Stretch) bool { return slices.ContainsFunc(st.All, u.Has) }

// Timetable gives the hours of spreekuren in a normal week, by day (Monday first) and
// time. Spreekuren that have stopped are not in it.
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

// Count is how many hours there are on the day.
func (d *Dag) Count() int { return len(d.uren) }

// Uren are the hours on the day. They are put in order when somebody asks for them:
// after most edits in the preview nobody does.
func (d *Dag) Uren() []Uur {
	d.sorted.Do(func() { slices.SortFunc(d.uren, compareUur) })
	return d.uren
}

// From is the day with only the hours that begin at that time or later.
func (d *Dag) From(begin schedule.Clock) *Dag {
	late := &Dag{Naam: d.Naam, Weekday: d.Weekday}
	for _, u := range d.uren {
		if u.Span.Begin >= begin {
			late.uren = append(late.uren, u)
		}
	}
	return late
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

// Uren gives the hours of the spreekuur in a normal week. A rule without dates to come
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
			first := s.firstOn(days, weekday)
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

// firstOn is the first date of the rule on the weekday from today on, or 0.
func (s *Spreekuur) firstOn(days schedule.Days, weekday time.Weekday) schedule.Date {
	in := s.Schedule.Bounds
	in.From = max(in.From, s.today)
	for date := range days.Dates(s.Schedule.Anchor, in) {
		if date.Weekday() == weekday {
			return date
		}
		if date >= in.From.Add(horizon) {
			break
		}
	}
	return 0
}

// findNext fills in when each of the hours is next held. It moves those with a date to
// come, held or not, to the front and returns how many they are. Today's hour may be
// over, and if two rules have the same hour only one of them is kept.
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
