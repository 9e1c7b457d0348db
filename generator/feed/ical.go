package feed

import (
	"io"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"pleinwijzer/generator/schedule"
)

// icalLine is how long a line of a calendar may be, in octets without the line break
// (RFC 5545, section 3.1). Some readers drop a whole calendar over one longer line.
const icalLine = 75

// icalWriter writes the content lines of RFC 5545 to a buffer, which remembers the first
// error.
type icalWriter struct {
	w interface {
		io.Writer
		io.StringWriter
	}
	line []byte // of one property, before it is folded
}

// raw writes a property whose value is not of type TEXT: a date, a rule, a URL.
// The name may hold parameters.
func (w *icalWriter) raw(name string, values ...string) {
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

// text writes a property of type TEXT. Some of them may have several values.
func (w *icalWriter) text(name string, values ...string) {
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
func (w *icalWriter) fold() {
	rest, room := w.line, icalLine
	for len(rest) > room {
		end := room
		for !utf8.RuneStart(rest[end]) {
			end--
		}
		w.w.Write(rest[:end])
		w.w.WriteString("\r\n ")
		rest, room = rest[end:], icalLine-1
	}
	w.w.Write(rest)
	w.w.WriteString("\r\n")
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

// The properties with a local time name its zone: see vtimezone.
const (
	inZone    = ";TZID=Europe/Amsterdam"
	icalLocal = "20060102T150405"
	icalUTC   = icalLocal + "Z"
)

// local is a local time; 24:00 is the midnight after the date.
func local(d schedule.Date, c schedule.Clock) string {
	year, month, day := d.Civil()
	return time.Date(year, month, day, 0, int(c), 0, 0, time.UTC).Format(icalLocal)
}

func utc(t time.Time) string { return t.UTC().Format(icalUTC) }

// vtimezone holds the rules of the European Union, in force since 1996. Those two are
// enough for every date of a spreekuur; a long list of past changes makes some calendars
// refuse the file.
func (w *icalWriter) vtimezone() {
	w.raw("BEGIN", "VTIMEZONE")
	w.raw("TZID", "Europe/Amsterdam")
	w.zoneRule("DAYLIGHT", "19960331T020000", "+0100", "+0200", "CEST", "3")
	w.zoneRule("STANDARD", "19961027T030000", "+0200", "+0100", "CET", "10")
	w.raw("END", "VTIMEZONE")
}

func (w *icalWriter) zoneRule(kind, start, from, to, name, month string) {
	w.raw("BEGIN", kind)
	w.raw("DTSTART", start)
	w.raw("TZOFFSETFROM", from)
	w.raw("TZOFFSETTO", to)
	w.raw("TZNAME", name)
	w.raw("RRULE", "FREQ=YEARLY;BYMONTH="+month+";BYDAY=-1SU")
	w.raw("END", kind)
}
