package schedule

import (
	"slices"
	"strings"
)

// DayParts is a set of parts of the day, as people mention them with a day
// ("dinsdagmiddag").
type DayParts uint8

const (
	morning DayParts = 1 << iota
	afternoon
	evening
)

// dayPart is one part of the day: its names, and when it is. The limits are wide, since
// people do not agree on them: half past five can be in either part.
type dayPart struct {
	part       DayParts
	name       string // "middag", as in "dinsdagmiddag"
	often      string // "'s middags"
	begin, end Clock
	usual      Span     // for examples
	words      []string // other names at the end of a word
}

var dayParts = []dayPart{
	{morning, "ochtend", "'s ochtends", 5 * 60, 12*60 + 30, Span{9 * 60, 12 * 60}, []string{"morgen", "voormiddag"}},
	{afternoon, "middag", "'s middags", 12 * 60, 18 * 60, Span{13 * 60, 17 * 60}, []string{"namiddag"}},
	{evening, "avond", "'s avonds", 17 * 60, midnight, Span{19 * 60, 21 * 60}, nil},
}

// has reports whether at least half of the span is in one of the parts.
func (p DayParts) has(s Span) bool {
	for _, part := range dayParts {
		if p&part.part == 0 {
			continue
		}
		if both, ok := s.overlap(Span{part.begin, part.end}); ok && 2*(both.End-both.Begin) >= s.End-s.Begin {
			return true
		}
	}
	return false
}

// of returns the part that has most of the span, or none.
func partOf(s Span) DayParts {
	for _, part := range dayParts {
		if part.part.has(s) {
			return part.part
		}
	}
	return 0
}

// names returns "ochtend en middag", or "'s ochtends en 's middags".
func (p DayParts) names(often bool) string {
	var names []string
	for _, part := range dayParts {
		switch {
		case p&part.part == 0:
		case often:
			names = append(names, part.often)
		default:
			names = append(names, part.name)
		}
	}
	return join(names)
}

// Parts returns the parts of the day that were mentioned with the days; 0 means none.
func (d Days) Parts() DayParts { return d.parts }

// Fits reports whether the hours are in the parts of the day; if there are none, all
// hours are. Otherwise it returns the span that is not. A zero span means the opening
// hours, which are not limited to a part of the day.
func (p DayParts) Fits(t Times) (Span, bool) {
	if p == 0 {
		return Span{}, true
	}
	if t.Opening {
		return Span{}, false
	}
	for _, span := range t.Spans {
		if !p.has(span) {
			return span, false
		}
	}
	return Span{}, true
}

// HoursFor returns the hours in a text that are possible on a day, such as those of the
// afternoon for "dinsdagmiddag": the text itself if all of them are, and "" if none is.
func HoursFor(dag, tijd string) string {
	d, err := ParseDays(dag)
	if err != nil {
		return ""
	}
	t, err := ParseTimes(tijd)
	if err != nil {
		return ""
	}
	if _, fit := d.parts.Fits(t); fit {
		return tijd
	}
	return list(slices.DeleteFunc(t.Spans, func(s Span) bool { return !d.parts.has(s) }), Span.Written)
}

// Later adds half a day to the hours that are not in the parts of the day, if that
// brings them there: people say 2 for 14, but not 10 for 22.
func (p DayParts) Later(t Times) (string, bool) {
	later := slices.Clone(t.Spans)
	for i, span := range later {
		if p.has(span) {
			continue
		}
		if later[i] = span.later(); span.Begin >= 9*60 || !p.has(later[i]) {
			return "", false
		}
	}
	return list(later, Span.Written), len(later) > 0
}

// Words returns the names of the parts of the day: "middag".
func (p DayParts) Words() string { return p.names(false) }

// WithoutPart returns the rule without a part of the day.
func (d Days) WithoutPart() Days {
	d.parts = 0
	return d
}

// WithPartOf returns the rule with the part of the day of these hours; ok is false if
// they are in several parts, or in none.
func (d Days) WithPartOf(t Times) (Days, bool) {
	d.parts = 0
	for _, span := range t.Spans {
		d.parts |= partOf(span)
	}
	_, single := d.parts.single()
	return d, single
}

func (p DayParts) single() (dayPart, bool) {
	for _, part := range dayParts {
		if part.part == p {
			return part, true
		}
	}
	return dayPart{}, false
}

// partWord returns the part that a separate word stands for: "middag", "middags".
func partWord(word string) DayParts {
	for _, part := range dayParts {
		for _, name := range append([]string{part.name}, part.words...) {
			if word == name || word == name+"s" || word == name+"en" {
				return part.part
			}
		}
	}
	return 0
}

// splitPart splits a part of the day from the end of a word: "dinsdagmiddag".
func splitPart(word string) (day string, part DayParts) {
	for _, p := range dayParts {
		for _, name := range append([]string{p.name}, p.words...) {
			for _, ending := range []string{"", "s", "en"} {
				if day, ok := strings.CutSuffix(word, name+ending); ok && day != "" {
					return strings.TrimSuffix(day, "na"), p.part // "dinsdagnamiddag" ends in "middag" too
				}
			}
		}
	}
	return word, 0
}
