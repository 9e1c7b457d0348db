package recurrence

import (
	"cmp"
	"slices"
	"strconv"
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
	root   string // tells the series from the others of the spreekuur, and stays
	piece  string // tells it from the other pieces of the series
}

// partsOf takes apart what RFC 5545 can say in one event and Outlook cannot read:
// a rule with two places in the month ([MS-OXCICAL], section 2.1.3.2.2.4), and
// weeks by number, which count anew after a year of 53 weeks.
func partsOf(s *catalog.Spreekuur, known schedule.Period) []part {
	var parts []part
	taken := map[string]int{}
	all := SeriesOf(s)
	slices.SortStableFunc(all, func(a, b Series) int { return cmp.Compare(a.Span.Begin, b.Span.Begin) })
	for _, r := range all {
		if len(s.Data) > 0 {
			parts = append(parts, part{Series: r, root: unique("data", taken)})
			continue
		}
		if r.Days.ByWeekNumber() {
			root := unique(kind(r.On), taken)
			for _, p := range r.fortnights(known) {
				p.root = root
				parts = append(parts, p.allYear(known)...)
			}
			continue
		}
		for _, days := range r.Days.Apart() {
			if on := r.On & days.Weekdays(); on != 0 {
				p := part{Series: Series{r.slot, days, on, r.Span}, anchor: s.Schedule.Anchor, root: unique(kind(on), taken)}
				parts = append(parts, p.allYear(known)...)
			}
		}
	}
	return parts
}

// kind begins the name of a series: its first day of the week, Monday first. The
// name is part of a UID, and so holds nothing that an editor changes in a series
// that goes on: a new time or rhythm changes the events that people have, and a
// slot on another day leaves them alone. Those that begin on one day are numbered
// in order of time.
func kind(on schedule.Weekdays) string {
	for weekday := range on.All() {
		return strings.ToLower(byDay[weekday])
	}
	return ""
}

// unique puts a number after a name that is taken.
func unique(name string, taken map[string]int) string {
	taken[name]++
	if n := taken[name]; n > 1 {
		return name + "-" + strconv.Itoa(n)
	}
	return name
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
		row.in, row.piece = in, p.piece+stay{Period: run}.name()
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
			anchor: r.First(0, in), in: in, piece: stay{Period: in}.name(),
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
