package catalog

import (
	"iter"
	"slices"
	"time"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/schedule"
)

// horizon is how many days ahead to look for the next dates. It is long enough for the
// next date of a yearly spreekuur, and no shorter than what feeds cover (see
// recurrence.Known).
const horizon = 434

// Occurrence is one date of a spreekuur, with its place on that date.
type Occurrence struct {
	schedule.Occurrence
	Spreekuur *Spreekuur
	Plein     *Plein
}

// Adres returns the address of the plein on that date.
func (o Occurrence) Adres() content.Adres { return o.Plein.moved(o.Move) }

// Elsewhere reports whether the occurrence is at another plein than usual.
func (o Occurrence) Elsewhere() bool { return o.Plein != o.Spreekuur.Plein }

// Cancelled reports whether the occurrence does not take place.
func (o Occurrence) Cancelled() bool { return o.Kind == schedule.Cancelled }

// Next returns at most n coming dates. If all of them are cancelled, it adds the first
// one that is not. A cancelled date counts until its day is over, any other date until
// it has ended.
func (s *Spreekuur) Next(n int) []Occurrence {
	next, held := make([]Occurrence, 0, n), false
	for o := range s.Ahead(s.today.Add(horizon)) {
		if len(next) >= n && (held || o.Cancelled()) {
			if held {
				break
			}
			continue
		}
		held = held || !o.Cancelled()
		next = append(next, o)
	}
	return next
}

// NextHeld is the next date that goes on.
func (s *Spreekuur) NextHeld() (Occurrence, bool) {
	return s.firstHeld(s.today, func(Occurrence) bool { return true })
}

// NextHeldAt is the next date that goes on at a plein.
func (s *Spreekuur) NextHeldAt(p *Plein) (Occurrence, bool) {
	if s.Plein != p && !slices.Contains(s.elsewhere, p) {
		return Occurrence{}, false
	}
	return s.firstHeld(s.today.Add(horizon), func(o Occurrence) bool { return o.Plein == p })
}

func (s *Spreekuur) firstHeld(last schedule.Date, fits func(Occurrence) bool) (Occurrence, bool) {
	for o := range s.Ahead(last) {
		if !o.Cancelled() && fits(o) {
			return o, true
		}
	}
	return Occurrence{}, false
}

// Ahead yields the dates that are not over, up to and including the last day. It then
// continues to a date that is not cancelled, as far as the horizon, so that the list
// does not end with a cancelled date.
func (s *Spreekuur) Ahead(last schedule.Date) iter.Seq[Occurrence] {
	return func(yield func(Occurrence) bool) {
		end, held := max(last, s.today.Add(horizon)), false // held: the previous one takes place
		for o := range s.Between(s.today, end.Add(horizon)) {
			if o.Date > last && held || o.Date > end {
				return
			}
			if o.Cancelled() {
				end = max(end, o.Why.During.Until.Add(horizon))
			} else if s.moment.Reached(o.End()) {
				continue
			}
			held = !o.Cancelled()
			if !yield(o) {
				return
			}
		}
	}
}

// Over yields the dates since a day that are over, which Ahead leaves out.
func (s *Spreekuur) Over(since schedule.Date) iter.Seq[Occurrence] {
	return func(yield func(Occurrence) bool) {
		for o := range s.Between(since, s.today) {
			over := s.moment.Reached(o.End())
			if o.Cancelled() {
				over = o.Date < s.today
			}
			if over && !yield(o) {
				return
			}
		}
	}
}

// Between yields all dates from the first day up to and including the last.
func (s *Spreekuur) Between(first, last schedule.Date) iter.Seq[Occurrence] {
	return func(yield func(Occurrence) bool) {
		if s.Status != content.Running {
			return
		}
		for o := range s.Schedule.Days(first, last) {
			if !yield(s.occurrence(o)) {
				return
			}
		}
	}
}

func (s *Spreekuur) occurrence(o schedule.Occurrence) Occurrence {
	plein := s.Plein
	if o.Place > 0 {
		plein = s.elsewhere[o.Place-1]
	}
	return Occurrence{Occurrence: o, Spreekuur: s, Plein: plein}
}

// InRule reports whether the rule has a date in the period, regardless of exceptions and
// closings.
func (s *Spreekuur) InRule(on schedule.Period) bool {
	bare := s.Schedule
	bare.Exceptions, bare.Given = nil, nil
	for range bare.Days(on.From, on.Until) {
		return true
	}
	return false
}

// Coming merges the dates of several spreekuren in order of time, from now up to and
// including the last day.
func (c *Catalog) Coming(spreekuren []*Spreekuur, last schedule.Date) []Occurrence {
	var all []Occurrence
	for _, s := range spreekuren {
		for o := range s.Between(c.Today, last) {
			if o.Cancelled() || !c.Moment.Reached(o.End()) {
				all = append(all, o)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b Occurrence) int { return a.Begin().Compare(b.Begin()) })
	return all
}

// NextHeld returns the dates on the first day from now on which one of the spreekuren
// takes place, in order of time.
func (c *Catalog) NextHeld(spreekuren []*Spreekuur) []Occurrence {
	day := schedule.Date(0)
	for _, s := range spreekuren {
		for _, o := range s.Next(1) {
			if !o.Cancelled() && (day == 0 || o.Date < day) {
				day = o.Date
			}
		}
	}
	if day == 0 {
		return nil
	}
	var held []Occurrence
	for _, s := range spreekuren {
		for o := range s.Between(day, day) {
			if o.Cancelled() || !c.Moment.Reached(o.End()) {
				held = append(held, o)
			}
		}
	}
	slices.SortStableFunc(held, func(a, b Occurrence) int { return a.Begin().Compare(b.Begin()) })
	return held
}

// Week is the week as it is counted here; time.Weekday starts on Sunday.
var Week = []time.Weekday{
	time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday, time.Saturday, time.Sunday,
}
