// Package icalendar writes calendars (RFC 5545): lines that are folded and escaped as every
// reader expects, dates and times, and the time zone of the Netherlands. What is in a
// calendar is up to the package that uses it.
package icalendar

import (
	"io"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"pleinwijzer/generator/schedule"
)

// lineLength is how long a line of a calendar may be, in octets without the line break
// (RFC 5545, section 3.1). Some readers drop a whole calendar over one longer line.
const lineLength = 75

// A Buffer takes the lines of a calendar, and remembers the first error.
type Buffer interface {
	io.Writer
	io.StringWriter
}

// A Writer writes content lines.
type Writer struct {
	Buffer
	line []byte // of one property, before it is folded
}

// NewWriter returns a Writer to a buffer.
func NewWriter(b Buffer) *Writer { return &Writer{Buffer: b} }

// Raw writes a property whose value is not of type TEXT: a date, a rule, a URL.
// The name may hold parameters.
func (w *Writer) Raw(name string, values ...string) {
	w.line = append(w.line[:0], name...)
	w.line = append(w.line, ':')
	for i, value := range values {
		if i > 0 {
			w.line = append(w.line, ',')
		}
		w.line = append(w.line, value...)
	}
	w.fold()
}

// Text writes a property of type TEXT. Some of them may have several values.
func (w *Writer) Text(name string, values ...string) {
	w.line = append(w.line[:0], name...)
	w.line = append(w.line, ':')
	for i, value := range values {
		if i > 0 {
			w.line = append(w.line, ',')
		}
		w.line = appendText(w.line, value)
	}
	w.fold()
}

// fold writes the line in pieces that fit. Each but the first begins with a space, which
// counts. It never cuts a character in two.
func (w *Writer) fold() {
	rest, room := w.line, lineLength
	for len(rest) > room {
		end := room
		for !utf8.RuneStart(rest[end]) {
			end--
		}
		w.Buffer.Write(rest[:end])
		w.Buffer.WriteString("\r\n ")
		rest, room = rest[end:], lineLength-1
	}
	w.Buffer.Write(rest)
	w.Buffer.WriteString("\r\n")
}

// appendText escapes a value of type TEXT (RFC 5545, section 3.3.11). Nothing that an
// editor typed may end the line, or the rest would be read as a property. So every kind
// of line break is escaped, and control characters are left out.
func appendText(line []byte, s string) []byte {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	for _, r := range s { // bytes that are not UTF-8 come out as U+FFFD
		switch r {
		case '\\', ';', ',':
			line = append(line, '\\', byte(r))
		case '\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029':
			line = append(line, '\\', 'n')
		case '\t':
			line = append(line, ' ')
		default:
			if !unicode.IsControl(r) {
				line = utf8.AppendRune(line, r)
			}
		}
	}
	return line
}

// The properties with a local time name its zone: see [Writer.Timezone].
const (
	InZone    = ";TZID=Europe/Amsterdam"
	localForm = "20060102T150405"
	utcForm   = localForm + "Z"
)

// Local is a local time; 24:00 is the midnight after the date.
func Local(d schedule.Date, c schedule.Clock) string {
	year, month, day := d.Civil()
	return time.Date(year, month, day, 0, int(c), 0, 0, time.UTC).Format(localForm)
}

// UTC is a moment in UTC.
func UTC(t time.Time) string { return t.UTC().Format(utcForm) }

// Timezone holds the rules of the European Union, in force since 1996. Those two are
// enough for every date of a calendar made here; a long list of past changes makes some calendars
// refuse the file.
func (w *Writer) Timezone() {
	w.Raw("BEGIN", "VTIMEZONE")
	w.Raw("TZID", "Europe/Amsterdam")
	w.zoneRule("DAYLIGHT", "19960331T020000", "+0100", "+0200", "CEST", "3")
	w.zoneRule("STANDARD", "19961027T030000", "+0200", "+0100", "CET", "10")
	w.Raw("END", "VTIMEZONE")
}

func (w *Writer) zoneRule(kind, start, from, to, name, month string) {
	w.Raw("BEGIN", kind)
	w.Raw("DTSTART", start)
	w.Raw("TZOFFSETFROM", from)
	w.Raw("TZOFFSETTO", to)
	w.Raw("TZNAME", name)
	w.Raw("RRULE", "FREQ=YEARLY;BYMONTH="+month+";BYDAY=-1SU")
	w.Raw("END", kind)
}

// Day is a date without a time, for a property with VALUE=DATE.
func Day(d schedule.Date) string { return strings.ReplaceAll(d.String(), "-", "") }
