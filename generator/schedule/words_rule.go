package schedule

import (
	"math/bits"
	"time"
)

// Days returns the rule as a visitor reads it: "elke dinsdag".
func (p *Phrases) Days(d Days) string {
	return string(ruleWords{p}.appendSlot(make([]byte, 0, roomy), d, nil, Point))
}

// Rule returns the whole rule as a visitor reads it on the date today: "elke
// dinsdag van 10.00 tot 12.00 uur". A start that has passed and listed dates
// that have passed are left out.
func (p *Phrases) Rule(s *Schedule, n Notation, today Date) string {
	w, b := ruleWords{p}, make([]byte, 0, roomy)
	for i, slot := range s.Slots {
		b = append(b, p.Separator(i, len(s.Slots))...)
		b = w.appendSlot(b, slot.Days.Since(today), &slot.Times, n)
	}
	if s.SchoolWeeksOnly {
		b = append(b, p.SchoolWeeks...)
	}
	return string(w.appendBounds(b, s.Bounds, today))
}

// ruleWords composes a rule, part by part.
type ruleWords struct{ *Phrases }

// appendTimes appends the hours as they follow the days in a sentence.
func (p ruleWords) appendTimes(b []byte, t Times, n Notation) []byte {
	if t.Opening {
		return append(b, p.Opening...)
	}
	for i, span := range t.Spans {
		b = append(b, p.Separator(i, len(t.Spans))...)
		b = p.appendHours(b, p.RuleHours, n, span)
	}
	return b
}

func (p ruleWords) appendBounds(b []byte, bounds Period, today Date) []byte {
	switch begins, ends := bounds.From > today, bounds.Until != 0; {
	case begins && ends:
		return p.appendEnds(b, p.StartsEnds, bounds)
	case begins:
		return p.appendEnds(b, p.Starts, bounds)
	case ends:
		return p.appendEnds(b, p.Ends, bounds)
	}
	return b
}

func (p ruleWords) appendEnds(b []byte, pattern string, bounds Period) []byte {
	for blank := ""; pattern != ""; {
		b, blank, pattern = nextBlank(b, pattern)
		switch blank {
		case "van":
			b = p.appendDate(b, p.DayMonthYear, bounds.From)
		case "tot":
			b = p.appendDate(b, p.DayMonthYear, bounds.Until)
		}
	}
	return b
}

// appendSlot appends the days with their hours, if any. The months in which they apply
// go around both, except for a list of months in a monthly rule.
func (p ruleWords) appendSlot(b []byte, d Days, t *Times, n Notation) []byte {
	first, last, isRun := d.months.run()
	pattern := p.InMonths.Months
	switch {
	case isRun:
		pattern = p.InMonths.Range
	case d.cycle == byMonth, d.months == 0:
		return p.appendDaysHours(b, d, t, n)
	case d.months.Len() == 1:
		pattern = p.InMonths.Month
	}
	for blank := ""; pattern != ""; {
		b, blank, pattern = nextBlank(b, pattern)
		switch blank {
		case "regel":
			all := d
			all.months = 0
			b = p.appendDaysHours(b, all, t, n)
		case "maanden":
			b = p.appendMonths(b, &p.InMonths.In, d.months)
		case "van":
			b = append(b, p.InMonths.From[first-1]...)
		case "tot":
			b = append(b, p.InMonths.Until[last-1]...)
		}
	}
	return b
}

func (p ruleWords) appendMonths(b []byte, names *[12]string, months Months) []byte {
	i := 0
	for month := range months.All() {
		b = append(append(b, p.Separator(i, months.Len())...), names[month-1]...)
		i++
	}
	return b
}

func (p ruleWords) appendDaysHours(b []byte, d Days, t *Times, n Notation) []byte {
	switch {
	case t == nil, d.cycle == byAppointment:
		return p.appendDays(b, d)
	case d.open && t.Opening: // "tijdens de openingstijden" says both
		return p.appendTimes(b, *t, n)
	}
	return p.appendTimes(append(p.appendDays(b, d), ' '), *t, n)
}

// appendDays appends the days, with the months only for a monthly rule.
func (p ruleWords) appendDays(b []byte, d Days) []byte {
	switch d.cycle {
	case byAppointment:
		return append(b, p.ByAppointment...)
	case onDates:
		return p.appendDates(b, d.dates)
	case evenWeeks:
		return p.appendWeekly(b, &p.EvenWeeks, &p.On, d)
	case oddWeeks:
		return p.appendWeekly(b, &p.OddWeeks, &p.On, d)
	case byMonth:
		return p.appendMonthly(b, d)
	case byWeek:
		switch {
		case d.open:
			return append(b, p.OpenDays...)
		case d.interval > 1:
			return p.appendWeekly(b, &Weekly{p.EveryWeeks.Days, p.EveryWeeks.Range}, &p.On, d)
		case d.weekdays == allDays:
			return append(b, p.EveryDay...)
		}
		return p.appendWeekly(b, &p.Weekly, &p.Every, d)
	}
	return b
}

// appendWeekly appends a weekly rule: consecutive days by their ends, other days one by
// one.
func (p ruleWords) appendWeekly(b []byte, rule *Weekly, names *[7]string, d Days) []byte {
	pattern := rule.Days
	first, last, isRun := d.weekdays.run()
	if isRun {
		pattern = rule.Range
	}
	for blank := ""; pattern != ""; {
		b, blank, pattern = nextBlank(b, pattern)
		switch blank {
		case "dagen":
			b = p.appendNames(b, names, d.weekdays)
		case "weken":
			b = append(b, p.EveryWeeks.Weeks[min(d.interval, maxInterval)-2]...)
		case "van":
			b = append(b, p.RangeFrom[first]...)
		case "tot":
			b = append(b, p.RangeUntil[last]...)
		}
	}
	return b
}

func (p ruleWords) appendNames(b []byte, names *[7]string, days Weekdays) []byte {
	i := 0
	for day := range days.All() {
		b = append(append(b, p.Separator(i, days.Len())...), names[day]...)
		i++
	}
	return b
}

// appendDates appends "op 3 maart en 7 april 2026": each year once, after its last
// date.
func (p ruleWords) appendDates(b []byte, dates []Date) []byte {
	pattern := p.OnDates
	if len(dates) == 1 {
		pattern = p.OnDate
	}
	b, _, pattern = nextBlank(b, pattern)
	for i, date := range dates {
		b = append(b, p.Separator(i, len(dates))...)
		year, _, _ := date.Civil()
		form := p.DayMonthYear
		if i+1 < len(dates) && dates[i+1] < NewDate(year+1, time.January, 1) {
			form = p.DayMonth
		}
		b = p.appendDate(b, form, date)
	}
	return append(b, pattern...)
}

// run returns the ends of three or more consecutive days, in a week that begins on
// Monday.
func (w Weekdays) run() (first, last time.Weekday, ok bool) {
	if w.Len() < 3 {
		return 0, 0, false
	}
	fromMonday := uint8(w>>1 | w&1<<6) // Sunday is the last bit
	begin := bits.TrailingZeros8(fromMonday)
	if row := fromMonday >> begin; row&(row+1) != 0 {
		return 0, 0, false
	}
	end := bits.Len8(fromMonday) - 1
	return time.Weekday((begin + 1) % 7), time.Weekday((end + 1) % 7), true
}
