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

// part is a series, or a piece of one, in a form that common calendar programs read
// correctly.
type part struct {
	Series
	anchor schedule.Date
	in     schedule.Period
	root   string // distinguishes the series from others of the spreekuur, and never changes
	piece  string // distinguishes it from other pieces of the series
}

// partsOf splits what RFC 5545 can express in one event but Outlook cannot read: a rule
// for two places in the month ([MS-OXCICAL], section 2.1.3.2.2.4), a rule by week number,
// whose numbers start again after a year of 53 weeks, and a rule for some months of the
// year.
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

// kind returns the start of the name of a series: its first day of the week, counting
// from Monday. The name is part of a UID, so it must not contain anything that an editor
// can change in a series that continues. A new time or rhythm then updates the events in
// people's calendars, and a new slot on another day does not affect them. Series that
// start on the same weekday are numbered in order of time.
func kind(on schedule.Weekdays) string {
	for weekday := range on.All() {
		return strings.ToLower(byDay[weekday])
	}
	return ""
}

// unique appends a number to a name that is already taken.
func unique(name string, taken map[string]int) string {
	taken[name]++
	if n := taken[name]; n > 1 {
		return name + "-" + strconv.Itoa(n)
	}
	return name
}

// allYear turns a rule for some months into rules without months, which Outlook cannot
// read (BYMONTH is for yearly rules only, [MS-OXCICAL], section 2.1.3.2.2.4). A weekly
// rule becomes one for each run of months; a monthly rule becomes one with an interval.
// Dates that these include by excess are skipped later.
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

// fortnights turns a rule by week number into "om de week" rules: one for each run of
// years that all have 52 weeks except the last.
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

// isLong reports whether a year has 53 weeks. 28 December is always in the last week (ISO
// 8601).
func isLong(year int) bool {
	_, week := schedule.NewDate(year, time.December, 28).ISOWeek()
	return week == 53
}

// firstMonday returns the Monday of week 1, which is the week of 4 January.
func firstMonday(year int) schedule.Date {
	fourth := schedule.NewDate(year, time.January, 4)
	return fourth - schedule.Date(fourth.Weekday()+6)%7
}

// isFifth reports whether the rule is for the fifth weekday of the month, which Outlook
// takes to mean the last ([MS-OXOCAL], PatternTypeSpecific). Such a rule has few dates,
// so they are listed individually.
func isFifth(rule string) bool { return strings.Contains(rule, "BYDAY=5") }
