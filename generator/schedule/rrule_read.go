package schedule

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

// mostApart is how many weeks or months can be between two dates of a rule: any more is a
// mistake, or meant to keep the program busy.
const mostApart = 60

// ReadRRule returns the rule of an RRULE value as [Days.RRule] writes it. It reports false
// for any other: a rule that is read half gives wrong dates.
func ReadRRule(rule string) (Days, bool) {
	parts := map[string]string{}
	for part := range strings.SplitSeq(rule, ";") {
		name, value, ok := strings.Cut(part, "=")
		if _, twice := parts[name]; !ok || twice {
			return Days{}, false
		}
		parts[name] = value
	}
	d := Days{interval: 1}
	switch parts["FREQ"] {
	case "WEEKLY":
		d.cycle = byWeek
	case "MONTHLY":
		d.cycle = byMonth
	default:
		return Days{}, false
	}
	ok := d.readDays(parts["BYDAY"]) && d.readMonths(parts["BYMONTH"])
	if every, given := parts["INTERVAL"]; given {
		n, err := strconv.Atoi(every)
		d.interval, ok = n, ok && err == nil && n > 1 && n <= mostApart
	}
	if week, given := parts["WKST"]; given {
		ok = ok && week == "MO"
	}
	again, writable := icalRule{d}.value()
	return d, ok && writable && sameParts(again, rule)
}

// sameParts reports whether two rules have the same parts, in any order.
func sameParts(a, b string) bool {
	sorted := func(rule string) []string {
		list := strings.Split(rule, ";")
		slices.Sort(list)
		return slices.DeleteFunc(list, func(part string) bool { return part == "WKST=MO" }) // it is the default
	}
	return slices.Equal(sorted(a), sorted(b))
}

// readDays reads a BYDAY list: weekdays of each week, or with a number those of the month.
func (d *Days) readDays(list string) bool {
	for item := range strings.SplitSeq(list, ",") {
		at := len(item) - 2
		if at < 0 {
			return false
		}
		weekday := slices.Index(rruleDays[:], item[at:])
		if weekday < 0 || (item[:at] != "") != (d.cycle == byMonth) {
			return false
		}
		d.weekdays |= 1 << weekday
		switch number := item[:at]; number {
		case "":
		case "-1":
			d.nths |= last
		case "1", "2", "3", "4", "5":
			d.nths |= nth(int(number[0] - '0'))
		default:
			return false
		}
	}
	return true
}

func (d *Days) readMonths(list string) bool {
	if list == "" {
		return true
	}
	for item := range strings.SplitSeq(list, ",") {
		month, err := strconv.Atoi(item)
		if err != nil || month < int(time.January) || month > int(time.December) {
			return false
		}
		d.months |= 1 << month
	}
	return true
}
