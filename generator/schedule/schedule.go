// Package schedule knows when a spreekuur takes place.
//
// It reads the two answers of the agreement, "Dag" and "Tijd", as an editor types them
// ([ParseDays], [ParseTimes]), or offers what may have been meant as lines that are
// valid themselves ([ParseError.Ways]). It works out the dates that follow from them
// ([Schedule.Between]), and expresses the rule in plain Dutch ([Schedule.Words]) or as
// an iCalendar rule ([Days.RRule]).
//
// # Time
//
// A [Date] is a civil date and a [Clock] a time of day; both are in Europe/Amsterdam. A
// spreekuur at 10:00 stays at 10:00 when the clocks change, because instants are made
// from date and clock, never by adding hours.
//
// # Precedence
//
// What happens on a date is decided by the first of these that applies:
//
//  1. the plein is closed by its own [Deviation];
//  2. the spreekuur has an [Exception] that cancels it or gives it other hours;
//  3. the plein has other hours by its own Deviation;
//  4. a [Closure] of all pleinen, or a holiday on which the plein is closed;
//  5. the rule itself.
//
// An Exception that only names another place decides the place and nothing else: the
// closings and hours are then those of the other place. School holidays come between 2
// and 3, for a schedule that is limited to school weeks. If several deviations or
// exceptions cover a date, the one with the shortest period wins, and of equally short
// ones the last in the list.
//
// The result is the [Kind] of a date, with a typed [Reason]. A cancelled occurrence is
// an occurrence too. It never just disappears, since a visitor may be counting on it:
// if an exception has no hours in place of those of the rule, the hours of the rule are
// cancelled as well.
//
// The package does no input or output, keeps no state and never asks for the current
// time.
package schedule

import (
	"iter"
	"time"
)

// Slot is one rule with its hours: one [[tijden]] block of a spreekuur.
type Slot struct {
	Days  Days
	Times Times
}

// Exception is one [[afwijkend]] of a spreekuur.
type Exception struct {
	On        Period // one date: From == Until
	Cancelled bool
	Times     []Span // the new hours of the whole date, or empty
	Place     int    // 0: at home; above 0: at Schedule.Elsewhere[Place-1]
	Reason    string
}

// Closure is a period in which every plein is closed.
type Closure struct {
	Period
	Reason string
}

// SchoolHoliday is a period without school.
type SchoolHoliday struct {
	Period
	Name string
}

// Calendar has what applies to the whole site.
type Calendar struct {
	Closures       []Closure
	SchoolHolidays []SchoolHoliday
}

// Schedule is everything that decides when one spreekuur takes place. Home, the entries
// of Elsewhere and Calendar may be shared between schedules; a nil Home or Calendar
// closes nothing.
type Schedule struct {
	Slots           []Slot
	Anchor          Date   // the week from which "om de week" counts
	Bounds          Period // the rule has no dates outside these
	SchoolWeeksOnly bool
	Exceptions      []Exception
	Home            *Place
	Elsewhere       []*Place
	Calendar        *Calendar

	// What somebody else says of a schedule of theirs. Given are the days on which it departs
	// from its rule, by date. Outside Known nothing is known, so there are no dates; that does
	// not mean that it has ended.
	Given []GivenDay
	Known Period
}

// Between yields the occurrences that end after from and begin before to, in order of
// begin, including cancelled ones. If from and to are equal, it yields what is going on
// at that instant.
func (s *Schedule) Between(from, to time.Time) iter.Seq[Occurrence] {
	first, last := DateOf(from), DateOf(to)
	return func(yield func(Occurrence) bool) {
		for o := range s.Days(first, last) {
			// No span crosses midnight, so only the outer dates need a clock.
			if o.Date == first && !o.End().After(from) {
				continue
			}
			if o.Date == last && !o.Begin().Before(to) {
				continue
			}
			if !yield(o) {
				return
			}
		}
	}
}

// Days yields all occurrences from the first date up to and including the last, in
// order of begin, including cancelled ones. Without a last date it continues to the end
// of the year 9999, so leave the loop when there are enough.
func (s *Schedule) Days(from, until Date) iter.Seq[Occurrence] {
	if until == 0 {
		until = lastDate
	}
	return func(yield func(Occurrence) bool) {
		var room [4]Occurrence
		for d := s.next(from, until); d != 0; d = s.next(d+1, until) {
			for _, o := range s.on(d, room[:0]) {
				if !yield(o) {
					return
				}
			}
		}
	}
}

// Next returns the first date, from the given one on, on which there is an occurrence
// of the rule or an extra one, cancelled or not. It is 0 if there are no more.
func (s *Schedule) Next(from Date) Date { return s.next(from, lastDate) }

// ByAppointment reports whether there are no hours at all, since visitors make an
// appointment.
func (s *Schedule) ByAppointment() bool { return len(s.Slots) == 1 && s.Slots[0].Days.ByAppointment() }

// Over reports whether there is nothing from the date on: no dates or, by appointment,
// no day before the last one.
func (s *Schedule) Over(from Date) bool {
	if s.ByAppointment() || s.Known.Until != 0 {
		return s.Bounds.Until != 0 && s.Bounds.Until < from && s.Next(from) == 0
	}
	return s.Next(from) == 0
}

// next returns the first date in from..until with an occurrence of the rule or an extra
// one, or 0.
func (s *Schedule) next(from, until Date) Date {
	var found Date
	whole := Period{from, until}.clip(s.Known)
	in := whole.clip(s.Bounds)
	for i := range s.Slots {
		if d := s.Slots[i].Days.next(s.Anchor, in); d != 0 {
			found, in.Until = d, d
		}
	}
	for i := range s.Exceptions {
		e := &s.Exceptions[i]
		if d := e.On.From; e.isExtra() && d >= from && d <= until && (found == 0 || d < found) {
			found = d
		}
	}
	if d := s.nextGiven(whole); d != 0 && (found == 0 || d < found) {
		found = d
	}
	return found
}

// isExtra reports whether the exception takes place even if there is nothing that it
// replaces.
func (e *Exception) isExtra() bool {
	return e.On.From != 0 && e.On.From == e.On.Until && len(e.Times) > 0 && !e.Cancelled
}

// slotOn returns the first slot whose rule includes the date, or -1.
func (s *Schedule) slotOn(d Date) int {
	if s.Bounds.Contains(d) {
		for i := range s.Slots {
			if s.Slots[i].Days.on(d, s.Anchor) {
				return i
			}
		}
	}
	return -1
}

// exceptionOn returns the exception that applies on the date, or nil.
func (s *Schedule) exceptionOn(d Date, inRule bool) *Exception {
	var found *Exception
	for i := range s.Exceptions {
		e := &s.Exceptions[i]
		speaks := e.Cancelled || len(e.Times) > 0 || e.Place > 0
		if speaks && e.On.Contains(d) && (inRule || e.isExtra()) &&
			(found == nil || !found.On.shorter(e.On)) {
			found = e
		}
	}
	return found
}
