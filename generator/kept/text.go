package kept

import (
	"fmt"
	"strings"
	"unicode"

	"pleinwijzer/generator/schedule"
)

// asMarkdown writes plain text so that Markdown shows just that text, line by line. Whatever a source
// puts into it, it never becomes a link, a heading or HTML.
func asMarkdown(text string) string {
	var b strings.Builder
	before := ""
	for i, line := range strings.Split(strings.TrimSpace(text), "\n") {
		line = strings.TrimSpace(line)
		if i > 0 && before != "" && line != "" {
			b.WriteByte('\\') // a line stays a line
		}
		if before = line; i > 0 {
			b.WriteString("\n")
		}
		for j, r := range line {
			switch {
			case r < unicode.MaxASCII && unicode.In(r, unicode.Punct, unicode.Symbol):
				b.WriteByte('\\')
				b.WriteRune(r)
			case j == 0 && !unicode.In(r, unicode.L, unicode.N): // it may be a bullet from Word
				fmt.Fprintf(&b, "&#%d;", r)
			case unicode.IsControl(r):
				b.WriteByte(' ')
			default:
				b.WriteRune(r)
			}
		}
	}
	return b.String()
}

// date reads a date of a feed; it is 0 if there is none.
func date(text string) schedule.Date {
	d, err := schedule.ParseDate(text)
	if err != nil {
		return 0
	}
	return d
}

func dates(list []string) []schedule.Date {
	all := make([]schedule.Date, 0, len(list))
	for _, text := range list {
		if d := date(text); d != 0 {
			all = append(all, d)
		}
	}
	return all
}

// clock reads a time of day of a feed, "09:30". The schema has checked its form.
func clock(text string) schedule.Clock {
	if len(text) != len("09:30") {
		return 0
	}
	number := func(at int) schedule.Clock { return schedule.Clock(10*(text[at]-'0') + text[at+1] - '0') }
	return 60*number(0) + number(3)
}

func (h hours) span() schedule.Span { return schedule.Span{Begin: clock(h.Begin), End: clock(h.Eind)} }

func spans(list []hours) []schedule.Span {
	all := make([]schedule.Span, 0, len(list))
	for _, h := range list {
		if span := h.span(); span.Begin < span.End {
			all = append(all, span)
		}
	}
	return all
}
