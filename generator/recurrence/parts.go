package recurrence

import (
	"strings"
	"time"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/schedule"
)

// part is a series, or the piece of one, that common calendars read right.
type part struct {
	Series
	anchor schedule.Date
	in     schedule.Period
	name   string // tells it from the other pieces
}

// partsOf takes apart what RFC 5545 can say in one event and Outlook cannot read:
// a rule with two places in the month ([MS-OXCICAL], section 2.1.3.2.2.4), and
// weeks by number, which count anew after a year of 53 weeks.
func partsOf(s *catalog.Spreekuur, known schedule.Period) []part {
	var parts []part
	for _, r := range SeriesOf(s) {
		if r.Days.ByWeekNumber() {
			for _, p := range r.fortnights(known) {
				parts = append(parts, p.allYear(known)...)
			}
			continue
		}
		for _, days := range r.Days.Apart() {
			if on := r.On & days.Weekdays(); on != 0 {
				p := part{Series: Series{r.slot, days, on, r.Span}, anchor: s.Schedule.Anchor}
				parts = append(parts, p.allYear(known)...)
			}
		}
	}
	return parts
}

// allYear gives a rule for some months as rules without months, which Outlook does
// not read (BYMONTH is for yearly rules only, [MS-OXCICAL], section 2.1.3.2.2.4): a
// rule by the week for each row of months, and a rule by the month with a step. What
// that has too many, is skipped.
func (p part) allYear(known schedule.Period) []part {
	months := p.Days.Months()
	if months == 0 {
		return []part{p}
	}
	days, anchor := p.Days.AllYear()
	wide := p
	wide.Days = days
	if p.Days.ByMonth() {
		wide.anchor = anchor
		return []part{wide}
	}
	var parts []part
	for _, run := range months.Runs(known) {
		in, ok := overlaps(run, p.in)
		if !ok {
			continue
		}
		row := wide
		row.in, row.name = in, p.name+stay{Period: run}.name()
		parts = append(parts, row)
	}
	return parts
}

// fortnights gives a rule by week number as "om de week", once for each run of
// years that have 52 weeks but for the last.
func (r Series) fortnights(known schedule.Period) []part {
	var parts []part
	year, _ := known.From.ISOWeek()
	for !isLong(year - 1) {
		year--
	}
	for begin := firstMonday(year); begin <= known.Until; {
		for year++; !isLong(year - 1); year++ {
		}
		next := firstMonday(year)
		in := schedule.Period{From: begin, Until: next - 1}
		parts = append(parts, part{
			Series: Series{r.slot, r.Days.Fortnight(), r.On, r.Span},
			anchor: r.First(0, in), in: in, name: stay{Period: in}.name(),
		})
		begin = next
	}
	return parts
}

// isLong reports whether a year has 53 weeks. 28 December is always in the last
// (ISO 8601).
func isLong(year int) bool {
	_, week := schedule.NewDate(year, time.December, 28).ISOWeek()
	return week == 53
}

// firstMonday begins week 1, which is the week of 4 January.
func firstMonday(year int) schedule.Date {
	fourth := schedule.NewDate(year, time.January, 4)
	return fourth - schedule.Date(fourth.Weekday()+6)%7
}

// isFifth reports whether the rule is for the fifth weekday of the month, which
// Outlook takes for the last ([MS-OXOCAL], PatternTypeSpecific). The few dates of
// such a rule are given one by one.
func isFifth(rule string) bool { return strings.Contains(rule, "BYDAY=5") }
