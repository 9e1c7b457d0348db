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
	if d.NeedsAnchor() && anchor == 0 {
		return "", false
	}
	return icalRule{d}.value()
}

// icalRule spells a rule as RFC 5545 does.
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

// every returns the INTERVAL, where it is not 1.
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

// byDay returns the weekdays as BYDAY lists them, each after the prefix.
func (d icalRule) byDay(prefix string) string {
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

// Months returns the months in which the rule holds; none is all.
func (d Days) Months() Months { return d.months }

// AllYear returns the rule without months. It has the dates of the rule and, where
// the months do not lie a whole step apart, others besides. A rule by the month
// then counts from the returned anchor; the others keep theirs, which is 0 here.
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

// ByMonth reports whether the rule is about an nth weekday of the month.
func (d Days) ByMonth() bool { return d.cycle == byMonth }

// ByWeekNumber reports whether the rule falls in the even or in the odd weeks of
// the year.
func (d Days) ByWeekNumber() bool { return d.cycle == evenWeeks || d.cycle == oddWeeks }

// Fortnight returns "om de week" on the same weekdays, in the same months.
func (d Days) Fortnight() Days {
	return Days{cycle: byWeek, interval: 2, weekdays: d.weekdays, months: d.months}
}
