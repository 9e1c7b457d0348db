// Package recurrence describes a spreekuur in the terms of calendars: series that repeat
// by a rule (RFC 5545), the dates on which they are different, and the dates that belong
// to no series. All formats for programs are made from it, so that they cannot contradict
// each other.
package recurrence

import (
	"iter"
	"slices"
	"strings"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/schedule"
)

// Horizon is how many days ahead a feed lists dates that no RRULE describes.
const Horizon = 400

// Series is one time span on the dates of one rule: what an RRULE or a list of dates can
// express.
type Series struct {
	slot int // index in Schedule.Slots
	Days schedule.Days
	On   schedule.Weekdays // the weekdays of Days that this series is for
	Span schedule.Span
}

// SeriesOf splits the times of a spreekuur into series. "Tijdens openingstijden" becomes
// a series for each span of each weekday, with the opening hours of the plein.
func SeriesOf(s *catalog.Spreekuur) []Series {
	var all []Series
	for i, slot := range s.Schedule.Slots {
		weekdays := slot.Days.Weekdays()
		for _, span := range slot.Times.Spans {
			all = append(all, Series{i, slot.Days, weekdays, span})
		}
		if !slot.Times.Opening {
			continue
		}
		for weekday := range weekdays.All() {
			for _, span := range s.Plein.Schedule.Opening[weekday] {
				all = append(all, Series{i, slot.Days, 1 << weekday, span})
			}
		}
	}
	return all
}

// GroupDays merges the weekdays of one slot that have the same hours.
func GroupDays(all []Series) []Series {
	var groups []Series
	for _, r := range all {
		same := slices.IndexFunc(groups, func(g Series) bool { return g.slot == r.slot && g.Span == r.Span })
		if same < 0 {
			groups = append(groups, r)
		} else {
			groups[same].On |= r.On
		}
	}
	return groups
}

// RRule returns the rule as an RRULE value. See [schedule.Days.RRule].
func (r Series) RRule(anchor schedule.Date) (string, bool) {
	rule, ok := r.Days.RRule(anchor)
	if !ok || r.On == r.Days.Weekdays() {
		return rule, ok
	}
	before, after, _ := strings.Cut(rule, "BYDAY=")
	list, after, more := strings.Cut(after, ";")
	if more {
		after = ";" + after
	}
	return before + "BYDAY=" + keepDays(list, r.On) + after, true
}

// byDay holds the weekdays of RFC 5545, section 3.3.10, indexed by time.Weekday.
var byDay = [7]string{"SU", "MO", "TU", "WE", "TH", "FR", "SA"}

// keepDays returns a BYDAY list without the weekdays that are not in the set.
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

// Dates yields the dates of the series in the period.
func (r Series) Dates(anchor schedule.Date, in schedule.Period) iter.Seq[schedule.Date] {
	return func(yield func(schedule.Date) bool) {
		for date := range r.Days.Dates(anchor, in) {
			if r.On.Has(date.Weekday()) && !yield(date) {
				return
			}
		}
	}
}

// First is the first date of the series in the period, or 0.
func (r Series) First(anchor schedule.Date, in schedule.Period) schedule.Date {
	for date := range r.Dates(anchor, in) {
		return date
	}
	return 0
}

// Overlap returns the part that two periods have in common, and false if there is none.
// An Until of 0 means no end.
func Overlap(a, b schedule.Period) (schedule.Period, bool) {
	both := schedule.Period{From: max(a.From, b.From), Until: min(a.Until, b.Until)}
	if a.Until == 0 || b.Until == 0 {
		both.Until = max(a.Until, b.Until)
	}
	return both, both.Until == 0 || both.From <= both.Until
}

func overlaps(all ...schedule.Period) (both schedule.Period, ok bool) {
	for _, p := range all {
		if both, ok = Overlap(both, p); !ok {
			return both, false
		}
	}
	return both, true
}
