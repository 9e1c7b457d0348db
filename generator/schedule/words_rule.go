package schedule

import (
	"math/bits"
	"time"
)

// Days returns the rule as a visitor reads it: "elke dinsdag".
func (p *Phrases) Days(d Days) string {
	return string(p.appendDays(make([]byte, 0, roomy), d))
}

// Rule returns the whole rule as a visitor reads it on the date today: "elke
// dinsdag van 10.00 tot 12.00 uur". A start that has passed and listed dates
// that have passed are left out.
func (p *Phrases) Rule(s *Schedule, n Notation, today Date) string {
	b := make([]byte, 0, roomy)
	for i, slot := range s.Slots {
		b = append(b, p.Separator(i, len(s.Slots))...)
		b = append(p.appendDays(b, slot.Days.Since(today)), ' ')
		b = p.appendTimes(b, slot.Times, n)
	}
	if s.SchoolWeeksOnly {
		b = append(b, p.SchoolWeeks...)
	}
	return string(p.appendBounds(b, s.Bounds, today))
}

// appendTimes puts the hours as they follow the days in a sentence.
func (p *Phrases) appendTimes(b []byte, t Times, n Notation) []byte {
	if t.Opening {
		return append(b, p.Opening...)
	}
	for i, span := range t.Spans {
		b = append(b, p.Separator(i, len(t.Spans))...)
		b = p.appendHours(b, p.RuleHours, n, span)
	}
	return b
}

func (p *Phrases) appendBounds(b []byte, bounds Period, today Date) []byte {
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

func (p *Phrases) appendEnds(b []byte, pattern string, bounds Period) []byte {
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

func (p *Phrases) appendDays(b []byte, d Days) []byte {
	switch d.cycle {
	case onDates:
		return p.appendDates(b, d.dates)
	case fortnight:
		return p.appendWeekly(b, &p.Fortnight, &p.On, d.weekdays)
	case evenWeeks:
		return p.appendWeekly(b, &p.EvenWeeks, &p.On, d.weekdays)
	case oddWeeks:
		return p.appendWeekly(b, &p.OddWeeks, &p.On, d.weekdays)
	case monthly:
		return p.appendMonthly(b, d)
	case weekly:
		if d.weekdays == allDays {
			return append(b, p.EveryDay...)
		}
		return p.appendWeekly(b, &p.Weekly, &p.Every, d.weekdays)
	}
	return b
}

// appendWeekly puts a rule by the week: days in a row by their ends, others all.
func (p *Phrases) appendWeekly(b []byte, rule *Weekly, names *[7]string, days Weekdays) []byte {
	pattern := rule.Days
	first, last, isRun := days.run()
	if isRun {
		pattern = rule.Range
	}
	for blank := ""; pattern != ""; {
		b, blank, pattern = nextBlank(b, pattern)
		switch blank {
		case "dagen":
			b = p.appendNames(b, names, days)
		case "van":
			b = append(b, p.RangeFrom[first]...)
		case "tot":
			b = append(b, p.RangeUntil[last]...)
		}
	}
	return b
}

func (p *Phrases) appendNames(b []byte, names *[7]string, days Weekdays) []byte {
	i := 0
	for day := range days.All() {
		b = append(append(b, p.Separator(i, days.Len())...), names[day]...)
		i++
	}
	return b
}

// appendDates puts "op 3 maart en 7 april 2026": each year once, after its last date.
func (p *Phrases) appendDates(b []byte, dates []Date) []byte {
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

// run returns the ends of three days and more in a row, in a week that begins
// on Monday.
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
