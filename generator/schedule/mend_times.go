package schedule

import (
	"regexp"
	"slices"
	"strings"
)

// A rewrite converts a notation of times that the grammar does not read into one that
// it does.
type rewrite struct {
	form *regexp.Regexp
	to   func(m []string) string
}

// twoTimes can be a begin and an end, or two times at which something begins.
var twoTimes = regexp.MustCompile(`(?i)^(\S+(?:\s+uur)?)\s*(?:/|\ben\b|,)\s*(\S+(?:\s+uur)?)$`)

var hourWord = `(\d{1,2}|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf)\b`

var minuteWords = map[string]int{"vijf": 5, "tien": 10, "kwart": 15, "twintig": 20, "5": 5, "10": 10, "15": 15, "20": 20}

// rewrites are applied one after the other, each to the result of the one before.
var rewrites = []rewrite{
	{regexp.MustCompile(`(?i)\b(\d{1,2})\s*[.:](\d\d)[.:]00\b`), func(m []string) string { return m[1] + "." + m[2] }},
	{regexp.MustCompile(`(?i)\b(vijf|tien|kwart|twintig|5|10|15|20)\s+(over|voor)\s+(half\s+)?` + hourWord), func(m []string) string {
		c := hourOf(m[4])
		if m[3] != "" {
			c -= 30
		}
		if minutes := Clock(minuteWords[strings.ToLower(m[1])]); strings.EqualFold(m[2], "over") {
			c += minutes
		} else {
			c -= minutes
		}
		return Point.Clock(c)
	}},
	{regexp.MustCompile(`(?i)\bhalf\s+` + hourWord), func(m []string) string { return Point.Clock(hourOf(m[1]) - 30) }},
	{regexp.MustCompile(`(?i)\b(\d{1,2})\s*(?:uur|u|h)\s+([0-5]\d)\b`), func(m []string) string { return m[1] + "." + m[2] }},
	{regexp.MustCompile(`(?i)\b(\d{1,2})(?:[.:](\d\d))?\s*([ap])\.?m\b\.?`), func(m []string) string {
		c := Clock(number(m[1]) % 12 * 60)
		if strings.EqualFold(m[3], "p") {
			c += 12 * 60
		}
		if m[2] != "" {
			c += Clock(number(m[2]))
		}
		return Point.Clock(c)
	}},
	{regexp.MustCompile(`(?i)\b(middernacht)\b`), func([]string) string { return "24.00" }},
	{regexp.MustCompile(`(?i)\b(\d{1,2})[.:]([0-5])(\s|-|–|$)`), func(m []string) string { return m[1] + "." + m[2] + "0" + m[3] }},
	{regexp.MustCompile(`\b([01]?\d|2[0-4])([0-5]\d)\b`), func(m []string) string { return m[1] + "." + m[2] }},
	{regexp.MustCompile(`(?i)\b[\do.:]*\d[\do.:]*\b`), func(m []string) string {
		return strings.NewReplacer("o", "0", "O",
			"0").Replace(m[0])
	}},
	{regexp.MustCompile(`\b(\d{1,2})[.:]75\b`), func(m []string) string { return m[1] + ".45" }},
	{regexp.MustCompile(`(?i)^(?:(?:de|het)\s+)?(?:ge)?hele\s+dag$`), func([]string) string { return "tijdens openingstijden" }},
	{regexp.MustCompile(`(?i)\b(\d{1,2}) ([0-5]\d)\b`), func(m []string) string { return m[1] + "." + m[2] }},
	{regexp.MustCompile(`(?i)\b(?:uren|hrs?|uurtjes)\b`), func([]string) string { return "uur" }},
	{regexp.MustCompile(`(?i)\s+of\s+`), func([]string) string { return " en " }},
	{regexp.MustCompile(`(?i)(\d|uur|u)\s*(?:->|=>|→|>|~|\.\.+|…|\bto\b|\btill\b|\buntil\b|\bnaar\b|\bà\b|-\s*tot)\s*(\d)`),
		func(m []string) string { return m[1] + " tot " + m[2] }},
	{regexp.MustCompile(`[±~]\s*(\d)`), func(m []string) string { return m[1] }},
	{twoTimes, func(m []string) string { return m[1] + " tot " + m[2] }},
}

func hourOf(word string) Clock {
	hour := number(canonicalText(word))
	if hour == 0 {
		hour = 24
	}
	return Clock(hour * 60)
}

// rewritten rewrites the times as the grammar reads them, such as "half 11" as "10.30".
func (f *field) rewritten(e *ParseError, mended int) bool {
	for _, text := range append(withPoints(e.Input), e.Input) {
		before := text
		for _, r := range append([]rewrite{{}}, rewrites...) {
			if r.form != nil {
				text = r.form.ReplaceAllStringFunc(before, func(found string) string { return r.to(r.form.FindStringSubmatch(found)) })
			}
			if text == before && (r.form != nil || text == e.Input) {
				continue
			}
			before = text
			w, err := f.read(tidy(text), mended+1)
			if err == nil {
				e.offer(w)
			} else if mended+1 < maxMends {
				e.offer(err.ways...)
			}
			if len(e.ways) > 0 {
				if r.form == twoTimes {
					e.offer(e.examples...)
				}
				return true
			}
		}
	}
	return false
}

var decimal = regexp.MustCompile(`(\d{1,2})\s?[,;'’]\s?([0-5]\d)\b`)

// withPoints returns the text with points instead of the commas in "10,30-12,30": for
// all of them, or else for some, since "10-12,13-15" has a comma of another kind.
func withPoints(text string) []string {
	found := decimal.FindAllStringSubmatchIndex(text, -1)
	if len(found) == 0 || len(found) > 4 {
		return nil
	}
	var texts []string
	for set := 1<<len(found) - 1; set > 0; set-- {
		b := ""
		at := 0
		for i, m := range found {
			if set&(1<<i) != 0 {
				b += text[at:m[3]] + "."
				at = m[4]
			}
		}
		texts = append(texts, b+text[at:])
	}
	slices.SortStableFunc(texts, func(a, b string) int { return strings.Count(a, ",") - strings.Count(b, ",") })
	return texts
}

// mendClock offers what may have been meant by a single time.
func mendClock(e *ParseError) *ParseError {
	for _, text := range append(withPoints(e.Input), e.Input) {
		for _, r := range rewrites {
			text = r.form.ReplaceAllStringFunc(text, func(found string) string { return r.to(r.form.FindStringSubmatch(found)) })
			p := newCursor(text, exampleClock)
			if _, err := p.clock(); err == nil && p.at == len(p.tokens) {
				return e.offer(own(tidy(text)))
			}
		}
	}
	return e
}

var (
	clockText = `(?:[01]?\d|2[0-4])(?:[.:,uh][0-5]\d)?(?:\s*(?:uur|u|h)\b\.?)?`
	spanForms = regexp.MustCompile(`(?i)(?:\bvan\s+)?\b` + clockText + `\s*(?:-|–|—|tot en met|tot|t/m)\s*` + clockText +
		`\b|\btussen\s+` + clockText + `\s+en\s+` + clockText + `\b`)
	oneClock = regexp.MustCompile(`(?i)(?:\b(?:om|vanaf|van)\s+)?\b(?:(?:[01]?\d|2[0-4])[.:uh][0-5]\d(?:\s*(?:uur|u|h)\b\.?)?|` +
		`(?:[01]?\d|2[0-4])\s*(?:uur|u|h)\b\.?)`)
	dateSign = regexp.MustCompile(`^\s?[-/.]\d|^(?:e|ste|de)\b`)
)

// spansIn finds the spans of hours in a text, ignoring dates.
func spansIn(text string, form *regexp.Regexp) [][]int {
	return slices.DeleteFunc(form.FindAllStringIndex(text, -1), func(at []int) bool {
		before := at[0] > 0 && strings.ContainsAny(text[at[0]-1:at[0]], "-/.0123456789")
		return before || dateSign.MatchString(text[at[1]:])
	})
}

// entry is a day with its hours, as they are together in one text.
type entry struct{ days, hours string }

// entriesOf splits a text with days and hours: "ma 10-12, do 13-15".
func entriesOf(text string) []entry {
	found := spansIn(text, spanForms)
	if len(found) == 0 {
		found = spansIn(text, oneClock)
	}
	var entries []entry
	at := 0
	for i, span := range found {
		days, hours := tidy(text[at:span[0]]), tidy(text[span[0]:span[1]])
		switch {
		case days == "" && len(entries) > 0:
			entries[len(entries)-1].hours += " en " + hours
		default:
			entries = append(entries, entry{days, hours})
		}
		if at = span[1]; i == len(found)-1 {
			at = len(text)
			if rest := tidy(text[span[1]:]); rest != "" {
				entries[len(entries)-1].days = tidy(entries[len(entries)-1].days + " " + rest)
			}
		}
	}
	if len(entries) > 1 && entries[0].days == "" { // "10-12 op dinsdag, 13-15 op donderdag"
		for i := range entries[:len(entries)-1] {
			entries[i].days = entries[i+1].days
		}
		entries[len(entries)-1].days = tidy(text[found[len(found)-1][1]:])
	}
	return entries
}

// dayAndHours splits days and hours in one text over the two fields, or over blocks if
// the hours differ by day.
func (f *field) dayAndHours(e *ParseError, mended int) bool {
	entries := entriesOf(e.Input)
	if len(entries) == 0 || len(entries) == 1 && entries[0].days == "" {
		return false
	}
	w := way{name: "tijden"}
	for i, entry := range entries {
		days, hours := dag.ways(entry.days, mended+1), tijd.ways(entry.hours, mended+1)
		if len(entries) == 1 {
			e.offer(f.both(days, hours)...)
			break
		}
		if len(days) != 1 || len(hours) != 1 || len(days[0].lines) == 0 {
			return false
		}
		block := []line{named(days[0].lines[0], "dag"), named(hours[0].lines[0], "tijd")}
		w.blocks = append(w.blocks, block)
		w.addOnce(days[0].lines[1:])
		if i == len(entries)-1 {
			e.offer(w)
		}
	}
	if len(e.ways) == 0 {
		return false
	}
	if f == dag {
		e.about("", `hier staat alleen de dag: een tijd komt bij "tijd"`)
	} else {
		e.about("", `hier staat alleen de tijd: een dag komt bij "dag"`)
	}
	return true
}

// clauseOfDay matches what says in which weeks or months, which belongs with the day.
func (f *field) clauseOfDay(e *ParseError, mended int) bool {
	found := spansIn(e.Input, spanForms)
	if len(found) == 0 {
		return false
	}
	first, final := found[0][0], found[len(found)-1][1]
	rest := tidy(e.Input[:first] + " " + e.Input[final:])
	if _, err := readDays(rest, mended+1); rest == "" || err == nil || partWord(canonicalText(rest)) != 0 {
		return false
	}
	if _, err := readDays("dinsdag "+rest, mended+1); err != nil {
		return false
	}
	e.offer(f.ways(tidy(e.Input[first:final]), mended+1)...)
	rest = strings.Trim(rest, "()")
	e.about(rest, `"`+rest+`" hoort bij "dag": zet het daar achter de dag`)
	return len(e.ways) > 0
}

func named(l line, key string) line {
	if l.Key == "" {
		l.Key = key
	}
	return l
}

// both combines what the days and the hours of one text mean, for the field that has
// the text.
func (f *field) both(days, hours []way) []way {
	var ways []way
	for _, d := range days {
		for _, h := range hours {
			if len(d.blocks)+len(h.blocks) > 0 || len(d.lines) == 0 || len(h.lines) == 0 {
				continue
			}
			mine, other, key := d, h, tijd.key
			if f == tijd {
				mine, other, key = h, d, dag.key
			}
			lines := slices.Clone(mine.lines)
			for _, l := range other.lines {
				if l.Key == "" {
					l.Key, l.IfAbsent = key, true
				}
				lines = append(lines, l)
			}
			ways = append(ways, way{lines: lines, such: d.such || h.such})
		}
	}
	return ways
}
