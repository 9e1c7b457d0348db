package schedule

import (
	"strconv"
	"strings"
)

var rruleDays = [7]string{"SU", "MO", "TU", "WE", "TH", "FR", "SA"}

// RRule returns the rule as the value of an RFC 5545 RRULE, for a DTSTART on
// the first of its dates on or after the anchor. It reports false for a rule that
// RRULE cannot say, or not so that common calendars read it right: weeks by
// number, lists of dates, and "om de week" without an anchor. Give those as dates.
func (d Days) RRule(anchor Date) (rule string, ok bool) {
	switch d.cycle {
	case weekly:
		return "FREQ=WEEKLY;BYDAY=" + d.byDay(""), true
	case fortnight:
		return "FREQ=WEEKLY;INTERVAL=2;BYDAY=" + d.byDay("") + ";WKST=MO", anchor != 0
	case monthly:
		var days []string
		for n := 1; n <= 5; n++ {
			if d.nths&nth(n) != 0 {
				days = append(days, d.byDay(strconv.Itoa(n)))
			}
		}
		if d.nths&last != 0 {
			days = append(days, d.byDay("-1"))
		}
		return "FREQ=MONTHLY;BYDAY=" + strings.Join(days, ","), true
	}
	return "", false
}

// byDay returns the weekdays as BYDAY lists them, each after the prefix.
func (d Days) byDay(prefix string) string {
	var days []string
	for day := range d.weekdays.All() {
		days = append(days, prefix+rruleDays[day])
	}
	return strings.Join(days, ",")
}

// Apart returns the rules of one nth weekday each that together give the dates of
// a rule by the month, or else the rule itself. A date can fall under two of them:
// the fourth Thursday may be the last one too.
func (d Days) Apart() []Days {
	if d.cycle != monthly {
		return []Days{d}
	}
	var all []Days
	for n := range 6 { // bit 0 is the last one
		for weekday := range d.weekdays.All() {
			if d.nths&nth(n) != 0 {
				all = append(all, Days{cycle: monthly, weekdays: 1 << weekday, nths: nth(n)})
			}
		}
	}
	return all
}

// ByWeekNumber reports whether the rule falls in the even or in the odd weeks of
// the year.
func (d Days) ByWeekNumber() bool { return d.cycle == evenWeeks || d.cycle == oddWeeks }

// Fortnight returns "om de week" on the same weekdays.
func (d Days) Fortnight() Days { return Days{cycle: fortnight, weekdays: d.weekdays} }
