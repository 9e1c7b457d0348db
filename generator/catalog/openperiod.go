package catalog

import (
	"slices"

	"pleinwijzer/generator/schedule"
)

// An OpenDay has the opening hours of a plein on one date.
type OpenDay struct {
	Date   schedule.Date
	Hours  []schedule.Span
	Why    schedule.Reason
	Closed bool // although open by rule, or because the editor said so
}

// Exceptions returns the days with unusual hours, up to and including the last.
func (p *Plein) Exceptions(first, last schedule.Date) []OpenDay {
	var days []OpenDay
	for date := first; date <= last; date++ {
		if day, ok := p.exception(date); ok {
			days = append(days, day)
		}
	}
	return days
}

func (p *Plein) exception(date schedule.Date) (OpenDay, bool) {
	hours, closed, why := p.Schedule.HoursOn(date, p.site.Calendar)
	usual := p.Schedule.Opening[date.Weekday()]
	if closed && p.Schedule.HasOpening && len(usual) == 0 {
		return OpenDay{}, false // closed on a day on which it is never open
	}
	different := closed || !slices.Equal(hours, usual) && len(hours) > 0
	return OpenDay{date, hours, why, closed}, different
}

// An OpenPeriod is a run of days with unusual hours, all for the same reason. A day of
// the week on which the plein never opens does not interrupt the run.
type OpenPeriod struct {
	schedule.Period                 // as the editor gave it, as far as it applies
	Hours           []schedule.Span // the hours on each day; empty if Closed
	Why             schedule.Reason
	Closed          bool
	Except          []OpenDay // days within a closing on which it is open after all
}

// OpenPeriods returns the complete periods with other hours that begin up to and
// including the last day.
func (p *Plein) OpenPeriods(first, last schedule.Date) []OpenPeriod {
	var periods []OpenPeriod
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
func (p *Plein) neverOn(date schedule.Date) bool {
	return p.Schedule.HasOpening && len(p.Schedule.Opening[date.Weekday()]) == 0
}

// periodFrom follows the period that begins on the day. It ends before a day with the
// usual hours, or with hours for another reason. Days within a closing on which the
// plein opens are part of it if the closing continues after them.
func (p *Plein) periodFrom(begin OpenDay) OpenPeriod {
	period := OpenPeriod{Period: schedule.Period{From: begin.Date, Until: begin.Date},
		Hours: begin.Hours, Why: begin.Why, Closed: begin.Closed}
	end := begin.Why.During.Until
	var open []OpenDay
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
