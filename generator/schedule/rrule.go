package schedule

import (
	"strconv"
	"strings"
)

var rruleDays = [7]string{"SU", "MO", "TU", "WE", "TH", "FR", "SA"}

// RRule returns the rule as the value of an RFC 5545 RRULE, for a DTSTART on the first
// of its dates on or after the anchor. It reports false for a rule that RRULE cannot
// express, or that common calendars do not read correctly: weeks by number, lists of
// dates, and "om de week" without an anchor. Use dates for those.
func (d Days) RRule(anchor Date) (rule string, ok bool) {
	if d.NeedsAnchor() && anchor == 0 {
		return "", false
	}
	return icalRule{d}.value()
}

// icalRule formats a rule as in RFC 5545.
type icalRule struct{ Days }

func (d icalRule) value() (rule string, ok bool) {
	switch d.cycle {
	case byWeek:
		rule = "FREQ=WEEKLY" + d.every() + ";BYDAY=" + d.byDay("") + d.byMonth()
		if d.interval > 1 {
			rule += ";WKST=MO"
		}
		return rule, true
	case byMonth:
		var days []string
		for n := 1; n <= 5; n++ {
			if d.nths&nth(n) != 0 {
				days = append(days, d.byDay(strconv.Itoa(n)))
			}
		}
		if d.nths&last != 0 {
			days = append(days, d.byDay("-1"))
		}
		return "FREQ=MONTHLY" + d.every() + ";BYDAY=" + strings.Join(days, ",") + d.byMonth(), true
	}
	return "", false
}

// every returns the INTERVAL, if it is not 1.
func (d icalRule) every() string {
	if d.interval == 1 {
		return ""
	}
	return ";INTERVAL=" + strconv.Itoa(d.interval)
}

// byMonth returns the months as BYMONTH lists them.
func (d icalRule) byMonth() string {
	if d.months == 0 {
		return ""
	}
	var months []string
	for month := range d.months.All() {
		months = append(months, strconv.Itoa(int(month)))
	}
	return ";BYMONTH=" + strings.Join(months, ",")
}

// byDay returns the weekdays as in BYDAY, each after the prefix.
func (d icalRule) byDay(prefix string) string {
	var days []string
	for day := range d.weekdays.All() {
		days = append(days, prefix+rruleDays[day])
	}
	return strings.Join(days, ",")
}

// Apart returns the rules with one nth weekday each that together give the dates of a
// monthly rule; any other rule is returned as it is. A date can be in two of them: the
// fourth Thursday may also be the last.
func (d Days) Apart() []Days {
	if d.cycle != byMonth {
		return []Days{d}
	}
	var all []Days
	for n := range 6 { // bit 0 is the last one
		for weekday := range d.weekdays.All() {
			if d.nths&nth(n) != 0 {
				one := d
				one.weekdays, one.nths = 1<<weekday, nth(n)
				all = append(all, one)
			}
		}
	}
	return all
}

// Months returns the months in which the rule applies; 0 means all.
func (d Days) Months() Months { return d.months }

// AllYear returns the rule without months. It has the dates of the rule and, if the
// months are not a fixed number of months apart, other dates as well. A monthly rule
// then counts from the returned anchor; for other rules that is 0, and they keep their
// own.
func (d Days) AllYear() (Days, Date) {
	months := d.months
	d.months = 0
	if d.cycle != byMonth || months == 0 || months.stride() == 1 {
		return d, 0
	}
	d.interval = months.stride()
	for month := range months.All() {
		return d, NewDate(1, month, 1)
	}
	return d, 0
}

// ByMonth reports whether the rule is about the nth weekday of the month.
func (d Days) ByMonth() bool { return d.cycle == byMonth }

// ByWeekNumber reports whether the rule applies in the even or in the odd weeks of the
// year.
func (d Days) ByWeekNumber() bool { return d.cycle == evenWeeks || d.cycle == oddWeeks }

// Fortnight returns "om de week" on the same weekdays, in the same months.
func (d Days) Fortnight() Days {
	return Days{cycle: byWeek, interval: 2, weekdays: d.weekdays, months: d.months}
}
