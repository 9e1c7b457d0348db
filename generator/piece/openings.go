package piece

import (
	"slices"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/say"
	"pleinwijzer/generator/schedule"
)

// ExceptionDays is how far ahead a plein tells of days with other hours.
const ExceptionDays = 90

// OpenDays is how far ahead a page knows when a plein is open, so that a script
// can say so: longer than any page goes without a new build.
const OpenDays = 14

// KnownUntil is the first of so many days of which nobody knows whether there is help at a
// plein: a source has said nothing about it, of what is held there or of the plein itself.
func KnownUntil(s *layout.Site, p *catalog.Plein, days int) schedule.Date {
	today := s.Catalog.Today
	until := today.Add(days)
	if p.From != nil {
		until = min(until, p.From.Known.Until.Add(1))
	}
	for _, x := range slices.Concat(p.Spreekuren, p.Gasten) {
		switch {
		case x.From == nil || x.OnAppointment() || !x.Active():
		case x.TimesUnknown():
			return today
		default:
			until = min(until, x.From.Known.Until.Add(1))
		}
	}
	return max(until, today)
}

// Interval is a stretch of time for machines.
type Interval struct{ Begin, End string }

// OpenUntil is when the plein is open from today to a day, which is not in it.
func OpenUntil(s *layout.Site, p *catalog.Plein, until schedule.Date) []Interval {
	var list []Interval
	for date := s.Catalog.Today; date < until; date++ {
		hours, _, _ := p.HoursOn(date)
		for _, span := range hours {
			list = append(list, Interval{Instant(date.At(span.Begin)), Instant(date.At(span.End))})
		}
	}
	return list
}

// OpenPeriod is a line about days with other hours.
type OpenPeriod struct {
	Days, Hours string // Hours can be "gesloten"
	Reason      say.Text

	catalog.OpenPeriod
}

// ExceptionsOf are the coming periods in which the plein has other hours.
func ExceptionsOf(s *layout.Site, p *catalog.Plein, days int) []OpenPeriod {
	var periods []OpenPeriod
	for _, period := range p.OpenPeriods(s.Catalog.Today, s.Catalog.Today.Add(days)) {
		when, hours := s.Say.OpenDays(period)
		periods = append(periods, OpenPeriod{Days: when, Hours: hours, Reason: s.Say.WhyOpen(period.Why), OpenPeriod: period})
	}
	return periods
}

// OpeningDay is one line of the opening hours.
type OpeningDay struct {
	Name, Hours string // Hours is "" when closed
}

// OpeningOf are the hours in a normal week, from Monday on.
func OpeningOf(s *layout.Site, p *catalog.Plein) []OpeningDay {
	if !p.Schedule.HasOpening {
		return nil
	}
	var lines []OpeningDay
	for _, weekday := range catalog.Week {
		name := s.Language.Capital(s.Say.Weekday(weekday))
		lines = append(lines, OpeningDay{name, s.Say.AllHours(p.Schedule.Opening[weekday])})
	}
	return lines
}
