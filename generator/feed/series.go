package feed

import (
	"iter"
	"slices"
	"strings"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/schedule"
)

// horizon is how many days ahead a feed lists dates.
const horizon = 400

// series is one stretch of time on the dates of one rule: what an RRULE or a list
// of dates can say.
type series struct {
	slot int // index in Schedule.Slots
	days schedule.Days
	on   schedule.Weekdays // the weekdays of days that count
	span schedule.Span
}

// seriesOf splits what a spreekuur says of itself into series. "Tijdens
// openingstijden" is a series for each stretch of each weekday, at the hours of
// the plein.
func seriesOf(s *catalog.Spreekuur) []series {
	var all []series
	for i, slot := range s.Schedule.Slots {
		weekdays := slot.Days.Weekdays()
		for _, span := range slot.Times.Spans {
			all = append(all, series{i, slot.Days, weekdays, span})
		}
		if !slot.Times.Opening {
			continue
		}
		for weekday := range weekdays.All() {
			for _, span := range s.Plein.Schedule.Opening[weekday] {
				all = append(all, series{i, slot.Days, 1 << weekday, span})
			}
		}
	}
	return all
}

// groupDays puts the weekdays of one slot that have the same hours together.
func groupDays(all []series) []series {
	var groups []series
	for _, r := range all {
		same := slices.IndexFunc(groups, func(g series) bool { return g.slot == r.slot && g.span == r.span })
		if same < 0 {
			groups = append(groups, r)
		} else {
			groups[same].on |= r.on
		}
	}
	return groups
}

// rrule is the rule as an RRULE value, see [schedule.Days.RRule].
func (r series) rrule(anchor schedule.Date) (string, bool) {
	rule, ok := r.days.RRule(anchor)
	if !ok || r.on == r.days.Weekdays() {
		return rule, ok
	}
	before, after, _ := strings.Cut(rule, "BYDAY=")
	list, after, more := strings.Cut(after, ";")
	if more {
		after = ";" + after
	}
	return before + "BYDAY=" + keepDays(list, r.on) + after, true
}

// byDay are the names of RFC 5545, section 3.3.10, by time.Weekday.
var byDay = [7]string{"SU", "MO", "TU", "WE", "TH", "FR", "SA"}

// keepDays drops the weekdays from a BYDAY list that are not in the set.
func keepDays(list string, set schedule.Weekdays) string {
	var kept []string
	for item := range strings.SplitSeq(list, ",") {
		for weekday := range set.All() {
			if strings.HasSuffix(item, byDay[weekday]) {
				kept = append(kept, item)
			}
		}
	}
	return strings.Join(kept, ",")
}

// dates yields the dates of the series in the period.
func (r series) dates(anchor schedule.Date, in schedule.Period) iter.Seq[schedule.Date] {
	return func(yield func(schedule.Date) bool) {
		for date := range r.days.Dates(anchor, in) {
			if r.on.Has(date.Weekday()) && !yield(date) {
				return
			}
		}
	}
}

// first is the first date of the series in the period, or 0.
func (r series) first(anchor schedule.Date, in schedule.Period) schedule.Date {
	for date := range r.dates(anchor, in) {
		return date
	}
	return 0
}

// overlap is the part that two periods have in common; it reports false when
// there is none. An end of 0 is open.
func overlap(a, b schedule.Period) (schedule.Period, bool) {
	both := schedule.Period{From: max(a.From, b.From), Until: min(a.Until, b.Until)}
	if a.Until == 0 || b.Until == 0 {
		both.Until = max(a.Until, b.Until)
	}
	return both, both.Until == 0 || both.From <= both.Until
}
