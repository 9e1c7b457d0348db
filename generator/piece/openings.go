package piece

import (
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/say"
)

// ExceptionDays is how far ahead a plein tells of days with other hours.
const ExceptionDays = 90

// OpenDays is how far ahead a page knows when a plein is open, so that a script
// can say so: longer than any page goes without a new build.
const OpenDays = 14

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
