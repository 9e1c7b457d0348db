// Package opening finds the days on which a plein has other opening hours than usual, and
// joins those that belong together.
package opening

import (
	"slices"

	"pleinwijzer/generator/schedule"
)

// Hours are the opening hours of a plein with everything that decides them.
type Hours struct {
	Place    *schedule.Place
	Calendar *schedule.Calendar
}

// On returns the opening hours on a date, see [schedule.Place.HoursOn].
func (p Hours) On(date schedule.Date) (hours []schedule.Span, closed bool, why schedule.Reason) {
	return p.Place.HoursOn(date, p.Calendar)
}

// A Day has the opening hours of a plein on one date.
type Day struct {
	Date   schedule.Date
	Hours  []schedule.Span
	Why    schedule.Reason
	Closed bool // although open by rule, or because the editor said so
}

// Exceptions returns the days with unusual hours, up to and including the last.
func (p Hours) Exceptions(first, last schedule.Date) []Day {
	var days []Day
	for date := first; date <= last; date++ {
		if day, ok := p.exception(date); ok {
			days = append(days, day)
		}
	}
	return days
}

func (p Hours) exception(date schedule.Date) (Day, bool) {
	hours, closed, why := p.On(date)
	usual := p.Place.Opening[date.Weekday()]
	if closed && p.Place.HasOpening && len(usual) == 0 {
		return Day{}, false // closed on a day on which it is never open
	}
	different := closed || !slices.Equal(hours, usual) && len(hours) > 0
	return Day{date, hours, why, closed}, different
}

// A Period is a run of days with unusual hours, all for the same reason. A day of
// the week on which the plein never opens does not interrupt the run.
type Period struct {
	schedule.Period                 // as the editor gave it, as far as it applies
	Hours           []schedule.Span // the hours on each day; empty if Closed
	Why             schedule.Reason
	Closed          bool
	Except          []Day // days within a closing on which it is open after all
}

// Periods returns the complete periods with other hours that begin up to and
// including the last day.
func (p Hours) Periods(first, last schedule.Date) []Period {
	var periods []Period
	before := schedule.Date(0) // the last day that was as usual, or already in a period
	for date := first; date <= last; date++ {
		day, ok := p.exception(date)
		if !ok {
			if !p.neverOn(date) {
				before = date
			}
			continue
		}
		period := p.periodFrom(day)
		if begun := day.Why.During.From; begun > before {
			period.From = min(begun, date)
		}
		periods = append(periods, period)
		before, date = period.Until, period.Until
	}
	return periods
}

// neverOn reports whether the plein is always closed on that day of the week.
func (p Hours) neverOn(date schedule.Date) bool {
	return p.Place.HasOpening && len(p.Place.Opening[date.Weekday()]) == 0
}

// periodFrom follows the period that begins on the day. It ends before a day with the
// usual hours, or with hours for another reason. Days within a closing on which the
// plein opens are part of it if the closing continues after them.
func (p Hours) periodFrom(begin Day) Period {
	period := Period{Period: schedule.Period{From: begin.Date, Until: begin.Date},
		Hours: begin.Hours, Why: begin.Why, Closed: begin.Closed}
	end := begin.Why.During.Until
	var open []Day
	for date := begin.Date + 1; ; date++ {
		day, different := p.exception(date)
		switch never := p.neverOn(date); {
		case different && day.Closed == begin.Closed && day.Why.Same(begin.Why) && slices.Equal(day.Hours, begin.Hours):
			period.Except, open = append(period.Except, open...), nil
			period.Until, end = date, max(end, day.Why.During.Until)
		case !different && never:
			if date <= end && open == nil {
				period.Until = date
			}
		case different && !day.Closed && begin.Closed && date <= end:
			open = append(open, day)
		default:
			return period
		}
	}
}

// ClosedOn reports whether the plein is closed on the date because of the period.
func (p Period) ClosedOn(date schedule.Date) bool {
	open := func(d Day) bool { return d.Date == date }
	return p.Closed && p.Contains(date) && !slices.ContainsFunc(p.Except, open)
}
