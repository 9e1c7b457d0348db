package schedule

import (
	"math/bits"
	"strconv"
	"strings"
	"time"
)

var weekdayNames = [7]string{
	"zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag",
}

var monthNames = [13]string{
	"", "januari", "februari", "maart", "april", "mei", "juni", "juli",
	"augustus", "september", "oktober", "november", "december",
}

// WeekdayName returns "dinsdag".
func WeekdayName(day time.Weekday) string { return weekdayNames[day] }

// MonthName returns "november".
func MonthName(month time.Month) string { return monthNames[month] }

// DateWords returns "dinsdag 24 november 2026".
func DateWords(d Date) string { return WeekdayName(d.Weekday()) + " " + dayMonthYear(d) }

// DateWordsShort returns "dinsdag 24 november", for a date in the near future.
func DateWordsShort(d Date) string { return WeekdayName(d.Weekday()) + " " + dayMonth(d) }

func dayMonth(d Date) string {
	_, month, day := d.Civil()
	return strconv.Itoa(day) + " " + MonthName(month)
}

func dayMonthYear(d Date) string {
	year, _, _ := d.Civil()
	return dayMonth(d) + " " + strconv.Itoa(year)
}

// Notation is how a site writes clock times.
type Notation int

const (
	Point Notation = iota // 9.30
	Colon                 // 09:30
)

// Clock returns the clock in the notation.
func (n Notation) Clock(c Clock) string {
	hour, minute := int64(c/60), byte(c%60)
	sign := byte('.')
	text := make([]byte, 0, len("09:30"))
	if n == Colon {
		sign = ':'
		if hour < 10 {
			text = append(text, '0')
		}
	}
	text = strconv.AppendInt(text, hour, 10)
	return string(append(text, sign, '0'+minute/10, '0'+minute%10))
}

// Span returns "10.00 tot 12.00 uur": a word and no dash, for who listens.
func (n Notation) Span(s Span) string {
	return n.Clock(s.Begin) + " tot " + n.Clock(s.End) + " uur"
}

// times returns the hours as they follow the days in a sentence.
func (n Notation) times(t Times) string {
	if t.Opening {
		return "tijdens de openingstijden"
	}
	return list(t.Spans, func(s Span) string { return "van " + n.Span(s) })
}

const everyDay = "elke dag"

// String returns the rule in short, as [ParseDays] reads it. A list of dates
// comes out as dates, which ParseDays does not read.
func (d Days) String() string {
	switch d.cycle {
	case onDates:
		text := make([]string, len(d.dates))
		for i, date := range d.dates {
			text[i] = date.String()
		}
		return strings.Join(text, ", ")
	case fortnight:
		return "om de week op " + d.weekdays.names("t/m")
	case evenWeeks:
		return "even weken op " + d.weekdays.names("t/m")
	case oddWeeks:
		return "oneven weken op " + d.weekdays.names("t/m")
	case monthly:
		return join(d.nths.names()) + " " + d.weekdays.names("t/m") + " van de maand"
	}
	if d.weekdays == allDays {
		return everyDay
	}
	return d.weekdays.names("t/m")
}

// Words returns the rule as a visitor reads it: "elke dinsdag".
func (d Days) Words() string {
	const through = "tot en met"
	switch d.cycle {
	case onDates:
		return "op " + datesWords(d.dates)
	case fortnight:
		return "om de week op " + d.weekdays.names(through)
	case evenWeeks:
		return "op " + d.weekdays.names(through) + " in de even weken"
	case oddWeeks:
		return "op " + d.weekdays.names(through) + " in de oneven weken"
	case monthly:
		return "de " + d.String()
	case noCycle:
		return ""
	}
	text := d.weekdays.names(through)
	switch {
	case d.weekdays == allDays:
		return everyDay
	case strings.Contains(text, through):
		return text // "elke maandag tot en met vrijdag" is no Dutch
	}
	return "elke " + text
}

// names returns the days: "dinsdag", "maandag en donderdag", or three and more
// in a row as a range.
func (w Weekdays) names(through string) string {
	var names []string
	for day := range w.All() {
		names = append(names, WeekdayName(day))
	}
	fromMonday := w>>1 | w&1<<6 // Sunday is the last bit
	run := fromMonday >> bits.TrailingZeros8(uint8(fromMonday))
	if len(names) > 2 && run&(run+1) == 0 {
		return names[0] + " " + through + " " + names[len(names)-1]
	}
	return join(names)
}

// datesWords returns "3 maart en 7 april 2026": each year once, after its last date.
func datesWords(dates []Date) string {
	text := make([]string, len(dates))
	for i, date := range dates {
		year, _, _ := date.Civil()
		if i+1 < len(dates) && dates[i+1] < NewDate(year+1, time.January, 1) {
			text[i] = dayMonth(date)
		} else {
			text[i] = dayMonthYear(date)
		}
	}
	return join(text)
}

// Words returns the whole rule as a visitor reads it on the date today: "elke
// dinsdag van 10.00 tot 12.00 uur". A start that has passed and listed dates
// that have passed are left out.
func (s *Schedule) Words(n Notation, today Date) string {
	text := list(s.Slots, func(slot Slot) string {
		return slot.Days.Since(today).Words() + " " + n.times(slot.Times)
	})
	if s.SchoolWeeksOnly {
		text += ", alleen in schoolweken"
	}
	if s.Bounds.From > today {
		text += ", vanaf " + dayMonthYear(s.Bounds.From)
	}
	if s.Bounds.Until != 0 {
		if s.Bounds.From <= today {
			text += ","
		}
		text += " tot en met " + dayMonthYear(s.Bounds.Until)
	}
	return text
}

// list joins what text makes of the items.
func list[T any](items []T, text func(T) string) string {
	texts := make([]string, len(items))
	for i, item := range items {
		texts[i] = text(item)
	}
	return join(texts)
}

// join returns "a", "a en b" or "a, b en c".
func join(texts []string) string {
	if len(texts) < 2 {
		return strings.Join(texts, "")
	}
	final := len(texts) - 1
	return strings.Join(texts[:final], ", ") + " en " + texts[final]
}
