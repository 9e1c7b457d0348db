// Package schedule knows when a spreekuur takes place.
//
// It reads the two answers of the agreement, "Dag" and "Tijd", as an editor
// types them ([ParseDays], [ParseTimes]), or says what may have been meant in lines
// that are right themselves ([ParseError.Ways]), works out the dates that follow from
// them ([Schedule.Between]), and says the rule in plain Dutch
// ([Schedule.Words]) or as an iCalendar rule ([Days.RRule]).
//
// # Time
//
// A [Date] is a civil date and a [Clock] a time on the wall; both belong to
// Europe/Amsterdam. A spreekuur at 10:00 stays at 10:00 over the clock change,
// because instants are made from date and clock, never by adding hours.
//
// # Precedence
//
// What holds on a date is decided by the first of these that speaks:
//
//  1. the plein is closed by its own [Deviation];
//  2. the spreekuur has an [Exception] that cancels it or gives it other hours;
//  3. the plein has other hours by its own Deviation;
//  4. a [Closure] of all pleinen, or a holiday on which the plein is closed;
//  5. the rule itself.
//
// An Exception that only names another place decides the place, nothing else:
// the closings and hours that count are then those of that other place. School
// holidays stand between 2 and 3, for a schedule that keeps to school weeks.
// When several deviations or exceptions cover one date, the shortest period
// wins, and of equally short ones the later in the list.
//
// What a date is by these is its [Kind], with a typed [Reason]. A cancelled
// occurrence is an occurrence too. It never just disappears, since a visitor may be
// counting on it: hours of the rule for which an exception has none instead are
// cancelled as well.
//
// The package does no input or output, keeps no state and never asks the clock.
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

// Calendar holds what is true for the whole site.
type Calendar struct {
	Closures       []Closure
	SchoolHolidays []SchoolHoliday
}

// Schedule is everything that decides when one spreekuur takes place. Home,
// the entries of Elsewhere and Calendar may be shared between schedules; a nil
// Home or Calendar closes nothing.
type Schedule struct {
	Slots           []Slot
	Anchor          Date   // from which week "om de week" counts
	Bounds          Period // outside it the rule gives no dates
	SchoolWeeksOnly bool
	Exceptions      []Exception
	Home            *Place
	Elsewhere       []*Place
	Calendar        *Calendar
}

// Between yields the occurrences that end after from and begin before to, in
// order of begin, the cancelled ones included. With from equal to to it yields
// what is going on at that instant.
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

// Days yields all occurrences from the first date up to and including the
// last, in order of begin, the cancelled ones included. Without a last date it
// goes on to the end of the year 9999; leave the loop when there are enough.
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

// Next returns the first date, from the given one on, on which the rule or an extra
// occurrence falls, cancelled or not. It is 0 when there are no more.
func (s *Schedule) Next(from Date) Date { return s.next(from, lastDate) }

// ByAppointment reports whether there are no hours at all, since who comes makes an
// appointment.
func (s *Schedule) ByAppointment() bool { return len(s.Slots) == 1 && s.Slots[0].Days.ByAppointment() }

// Over reports whether nothing comes any more from the date on: no date, or for what
// is by appointment no day before the last one.
func (s *Schedule) Over(from Date) bool {
	if s.ByAppointment() {
		return s.Bounds.Until != 0 && s.Bounds.Until < from
	}
	return s.Next(from) == 0
}

// next returns the first date in from..until on which the rule or an extra
// occurrence falls, or 0.
func (s *Schedule) next(from, until Date) Date {
	var found Date
	in := Period{from, until}.clip(s.Bounds)
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
	return found
}

// isExtra reports whether the exception takes place even where there is
// nothing to deviate from.
func (e *Exception) isExtra() bool {
	return e.On.From != 0 && e.On.From == e.On.Until && len(e.Times) > 0 && !e.Cancelled
}

// slotOn returns the first slot that the rule puts on the date, or -1.
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

// exceptionOn returns the exception that holds on the date, or nil.
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
