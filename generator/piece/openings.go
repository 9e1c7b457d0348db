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
		if last := catalog.KnownUntil(x); last != 0 {
			until = min(until, last.Add(1))
		}
	}
	return max(until, today)
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
