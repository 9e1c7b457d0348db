package catalog

import (
	"pleinwijzer/generator/opening"
	"pleinwijzer/generator/schedule"
)

// What is unusual about the opening hours of a plein.
type (
	OpenDay    = opening.Day
	OpenPeriod = opening.Period
)

// hours are the opening hours of the plein. Closings of this site say nothing about a plein
// of another directory.
func (p *Plein) hours() opening.Hours {
	if p.From != nil {
		return opening.Hours{Place: &p.Schedule}
	}
	return opening.Hours{Place: &p.Schedule, Calendar: p.site.Calendar}
}

// HoursOn returns the opening hours on a date, see [schedule.Place.HoursOn].
func (p *Plein) HoursOn(date schedule.Date) (hours []schedule.Span, closed bool, why schedule.Reason) {
	return p.hours().On(date)
}

// Exceptions returns the days with unusual hours, up to and including the last.
func (p *Plein) Exceptions(first, last schedule.Date) []OpenDay {
	return p.hours().Exceptions(first, last)
}

// OpenPeriods returns the complete periods with other hours that begin up to and including
// the last day.
func (p *Plein) OpenPeriods(first, last schedule.Date) []OpenPeriod {
	return p.hours().Periods(first, last)
}
