package schedule

import (
	"strconv"
	"strings"
	"time"
)

// roomy is the length of most texts. A text is written into a buffer of that size on
// the stack, and costs one allocation, its string: a large site makes hundreds of
// thousands of them.
const roomy = 128

// Weekday returns the day by itself, as in "dinsdag".
func (p *Phrases) Weekday(day time.Weekday) string { return p.Weekdays[day] }

// Date returns "dinsdag 24 november 2026".
func (p *Phrases) Date(d Date) string {
	return string(p.appendDate(make([]byte, 0, roomy), p.FullDate, d))
}

// DateShort returns "dinsdag 24 november", for a date in the near future.
func (p *Phrases) DateShort(d Date) string {
	return string(p.appendDate(make([]byte, 0, roomy), p.ShortDate, d))
}

// PlainDate returns "24 november 2026".
func (p *Phrases) PlainDate(d Date) string {
	return string(p.appendDate(make([]byte, 0, roomy), p.DayMonthYear, d))
}

// Until returns "tot en met vrijdag 27 november 2026".
func (p *Phrases) Until(last Date) string {
	return strings.TrimSpace(string(p.appendDate(make([]byte, 0, roomy), p.PeriodLast, last)))
}

// Period returns "dinsdag 24 november 2026 tot en met vrijdag 27 november 2026", or one
// date if there is no last one or it is the same.
func (p *Phrases) Period(first, last Date) string {
	if last == 0 || last == first {
		return p.Date(first)
	}
	b := p.appendDate(make([]byte, 0, roomy), p.PeriodFirst, first)
	return string(p.appendDate(b, p.PeriodLast, last))
}

// UntilShort returns "tot en met vrijdag 27 november", for a date in the near future.
func (p *Phrases) UntilShort(last Date) string {
	return strings.TrimSpace(string(p.appendDate(make([]byte, 0, roomy), p.ShortLast, last)))
}

// PeriodShort returns "dinsdag 24 november tot en met vrijdag 27 november", for a
// period in the near future.
func (p *Phrases) PeriodShort(first, last Date) string {
	if last == 0 || last == first {
		return p.DateShort(first)
	}
	b := p.appendDate(make([]byte, 0, roomy), p.ShortFirst, first)
	return string(p.appendDate(b, p.ShortLast, last))
}

// UntilPaper returns "t/m 27 november", for a date in the near future.
func (p *Phrases) UntilPaper(last Date) string {
	return strings.TrimSpace(string(p.appendDate(make([]byte, 0, roomy), p.PaperLast, last)))
}

// PeriodPaper returns "24 november t/m 27 november", for a period in the near future.
func (p *Phrases) PeriodPaper(first, last Date) string {
	b := p.appendDate(make([]byte, 0, roomy), p.PaperFirst, first)
	return string(p.appendDate(b, p.PaperLast, last))
}

// At returns "10.00 uur". Here and below, the notation is that of the site; a language
// with its own convention does not follow it.
func (p *Phrases) At(n Notation, c Clock) string {
	return string(p.appendHours(make([]byte, 0, roomy), p.Moment, n, Span{Begin: c}))
}

// Span returns "10.00 tot 12.00 uur".
func (p *Phrases) Span(n Notation, s Span) string {
	return string(p.appendHours(make([]byte, 0, roomy), p.Hours, n, s))
}

// SpanAfter returns "van 10.00 tot 12.00 uur", as hours follow a day in a sentence.
func (p *Phrases) SpanAfter(n Notation, s Span) string {
	return string(p.appendHours(make([]byte, 0, roomy), p.RuleHours, n, s))
}

// DateAnd returns "dinsdag 24 november 2026, 10.00 uur": a date or a period and its
// hours, both in words.
func (p *Phrases) DateAnd(date, hours string) string {
	b := make([]byte, 0, roomy)
	for pattern, blank := p.DateHours, ""; pattern != ""; {
		b, blank, pattern = nextBlank(b, pattern)
		switch blank {
		case "datum":
			b = append(b, date...)
		case "tijd":
			b = append(b, hours...)
		}
	}
	return string(b)
}

// Join returns "a", "a en b" or "a, b en c".
func (p *Phrases) Join(texts []string) string {
	if len(texts) < 2 {
		return strings.Join(texts, "")
	}
	b := make([]byte, 0, roomy)
	for i, text := range texts {
		b = append(append(b, p.Separator(i, len(texts))...), text...)
	}
	return string(b)
}

// Separator returns what goes before item i of n in such a list, for callers that need
// more than text.
func (p *Phrases) Separator(i, n int) string {
	switch i {
	case 0:
		return ""
	case n - 1:
		return p.And
	}
	return p.Comma
}

func (p *Phrases) appendDate(b []byte, pattern string, d Date) []byte {
	year, month, day := d.Civil()
	for blank := ""; pattern != ""; {
		b, blank, pattern = nextBlank(b, pattern)
		switch blank {
		case "weekdag":
			b = append(b, p.Weekdays[d.Weekday()]...)
		case "van":
			b = append(b, p.RangeFrom[d.Weekday()]...)
		case "tot":
			b = append(b, p.RangeUntil[d.Weekday()]...)
		case "dag":
			b = strconv.AppendInt(b, int64(day), 10)
		case "maand":
			b = append(b, p.Months[month-1]...)
		case "jaar":
			b = strconv.AppendInt(b, int64(year), 10)
		}
	}
	return b
}

func (p *Phrases) appendHours(b []byte, pattern string, n Notation, s Span) []byte {
	switch p.Clock {
	case "10.00":
		n = Point
	case "10:00":
		n = Colon
	}
	for blank := ""; pattern != ""; {
		b, blank, pattern = nextBlank(b, pattern)
		switch blank {
		case "begin":
			b = n.appendClock(b, s.Begin)
		case "eind":
			b = n.appendClock(b, s.End)
		}
	}
	return b
}

// nextBlank appends a pattern up to its next blank, and returns the name of that blank
// and the rest of the pattern. It is used in a loop instead of a callback because that
// keeps the text on the stack. The result is undefined for patterns that Check refuses,
// such as one with a brace that is never closed.
func nextBlank(b []byte, pattern string) (text []byte, blank, rest string) {
	before, rest, _ := strings.Cut(pattern, "{")
	blank, rest, _ = strings.Cut(rest, "}")
	return append(b, before...), blank, rest
}
