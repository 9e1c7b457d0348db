package schedule

import (
	"strconv"
	"strings"
	"time"
)

// The words in this file are Dutch, for editors, for feeds and for pages in Dutch;
// [Phrases] has the words in any language.

var weekdayNames = [7]string{
	"zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag",
}

var monthNames = [12]string{
	"januari", "februari", "maart", "april", "mei", "juni", "juli",
	"augustus", "september", "oktober", "november", "december",
}

// WeekdayName returns "dinsdag".
func WeekdayName(day time.Weekday) string { return Dutch.Weekday(day) }

// DateWordsShort returns "dinsdag 24 november", for a date in the near future.
func DateWordsShort(d Date) string { return Dutch.DateShort(d) }

// Words returns the rule as a visitor reads it: "elke dinsdag".
func (d Days) Words() string { return Dutch.Days(d) }

// Words returns the whole rule as a visitor reads it on the date today: "elke
// dinsdag van 10.00 tot 12.00 uur". A start that has passed and listed dates
// that have passed are left out.
func (s *Schedule) Words(n Notation, today Date) string { return Dutch.Rule(s, n, today) }

// Notation is how a site writes times.
type Notation int

const (
	Point Notation = iota // 9.30
	Colon                 // 09:30
)

// Clock returns the time in this notation.
func (n Notation) Clock(c Clock) string {
	return string(n.appendClock(make([]byte, 0, len("09:30")), c))
}

func (n Notation) appendClock(b []byte, c Clock) []byte {
	hour, minute := int64(c/60), byte(c%60)
	sign := byte('.')
	if n == Colon {
		sign = ':'
		if hour < 10 {
			b = append(b, '0')
		}
	}
	b = strconv.AppendInt(b, hour, 10)
	return append(b, sign, '0'+minute/10, '0'+minute%10)
}

// Span returns "10.00 tot 12.00 uur".
func (n Notation) Span(s Span) string { return Dutch.Span(n, s) }

// String returns the rule in short, as [ParseDays] reads it. A list of dates is
// returned as dates, which ParseDays does not read.
func (d Days) String() string { return written{d}.text() }

// written formats a rule as an editor would write it.
type written struct{ Days }

func (d written) text() string {
	text := d.weeks()
	switch {
	case d.months != 0 && d.cycle == byMonth:
		text += d.months.words(" van ", " van ")
	case d.months != 0:
		text += d.months.words(" in ", " van ")
	case d.cycle == byMonth:
		text += " van de maand"
	}
	if _, joined := d.withPart(); d.parts != 0 && !joined {
		text += " " + d.parts.names(true)
	}
	return text
}

// withPart returns "dinsdagmiddag", for one day and one part of it.
func (d written) withPart() (string, bool) {
	part, ok := d.parts.single()
	if !ok || d.weekdays.Len() != 1 {
		return "", false
	}
	return d.weekdays.names("") + part.name, true
}

func (d written) weeks() string {
	days := d.weekdays.names("t/m")
	if name, ok := d.withPart(); ok {
		days = name
	}
	switch d.cycle {
	case byAppointment:
		return onAppointment
	case onDates:
		text := make([]string, len(d.dates))
		for i, date := range d.dates {
			text[i] = date.String()
		}
		return strings.Join(text, ", ")
	case evenWeeks:
		return "even weken op " + days
	case oddWeeks:
		return "oneven weken op " + days
	case byMonth:
		return join(d.nths.names()) + " " + days
	}
	switch {
	case d.open:
		return "tijdens openingstijden"
	case d.interval == 2:
		return "om de week op " + days
	case d.interval > 2:
		return "om de " + strconv.Itoa(d.interval) + " weken op " + days
	case d.weekdays == allDays:
		return Dutch.EveryDay
	}
	return days
}

// names returns the days: "dinsdag", "maandag en donderdag", or a range for three or
// more consecutive days.
func (w Weekdays) names(through string) string {
	if first, last, ok := w.run(); ok {
		return WeekdayName(first) + " " + through + " " + WeekdayName(last)
	}
	names := make([]string, 0, 7)
	for day := range w.All() {
		names = append(names, WeekdayName(day))
	}
	return join(names)
}

// list joins the texts of the items.
func list[T any](items []T, text func(T) string) string {
	texts := make([]string, len(items))
	for i, item := range items {
		texts[i] = text(item)
	}
	return join(texts)
}

// join returns "a", "a en b" or "a, b en c".
func join(texts []string) string { return Dutch.Join(texts) }
