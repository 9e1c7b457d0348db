package schedule

import (
	"iter"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
)

// What was probably meant by a text that cannot be read. Each step makes another text
// of it, in the editor's own words, and lets the parser judge the result, so that
// nothing is offered that would be refused in turn.

// field has what differs between the two grammars.
type field struct {
	key  string
	read func(text string, mended int) (way, *ParseError)
	mend []func(f *field, e *ParseError, mended int) bool
}

var dag, tijd *field

func init() { // the steps of a field refer to the field
	dag = &field{
		key: "dag",
		read: func(text string, mended int) (way, *ParseError) {
			d, err := readDays(text, mended)
			return daysWay(text, d), err
		},
		mend: []func(*field, *ParseError, int) bool{
			(*field).appointmentAndMore, (*field).dates, (*field).reworded, (*field).otherFields,
			(*field).dayAndHours, (*field).apart, (*field).slips, (*field).without,
		},
	}
	tijd = &field{
		key: "tijd",
		read: func(text string, mended int) (way, *ParseError) {
			_, err := readTimes(text, mended)
			return own(text), err
		},
		mend: []func(*field, *ParseError, int) bool{
			(*field).appointmentAsTime, (*field).rewritten, (*field).clauseOfDay,
			(*field).otherFields, (*field).dayAndHours, (*field).slips, (*field).without,
		},
	}
}

// HasHours reports whether a text that was written as a day also has hours in it.
func HasHours(text string) bool { return len(entriesOf(text)) > 0 }

// longest is the maximum length of a text to be mended: a longer one is not a day or a
// time.
const longest = 160

func mendDays(e *ParseError) *ParseError  { return dag.mended(e, 0) }
func mendTimes(e *ParseError) *ParseError { return tijd.mended(e, 0) }

// mended adds to an error what was meant, if that can be known.
func (f *field) mended(e *ParseError, mended int) *ParseError {
	if mended >= maxMends || len(e.Input) > longest {
		return e
	}
	if slices.ContainsFunc(e.ways, func(w way) bool { return !w.such }) {
		return e
	}
	examples := e.ways // an example is only used if there is nothing better
	e.ways, e.examples = nil, examples
	for _, step := range f.mend {
		if step(f, e, mended) {
			return e
		}
	}
	if e.ways = examples; len(examples) == 0 {
		e.Example = f.exampleFrom(e)
	}
	return e
}

// ways returns what a text means: the text itself if it is valid, or else what was
// meant.
func (f *field) ways(text string, mended int) []way {
	if text == "" || mended >= maxMends {
		return nil
	}
	w, err := f.read(text, mended)
	if err == nil {
		return []way{w}
	}
	return f.mended(err, mended).ways
}

// about makes the error point to a part of its text, if that is there.
func (e *ParseError) about(piece, message string) {
	if at := strings.Index(e.Input, piece); at >= 0 && piece != "" {
		e.Offset, e.Length = at, len(piece)
	}
	if message != "" {
		e.Message = message
	}
}

// part returns the part of the text that the error is about.
func (e *ParseError) part() string { return e.Input[e.Offset : e.Offset+e.Length] }

// slips mends a word with a typing mistake, or in another language, starting with the
// word that the error is about.
func (f *field) slips(e *ParseError, mended int) bool {
	p := newCursor(e.Input, "")
	about := func(t token) bool { return t.offset == e.Offset }
	tokens := slices.Concat(slices.Collect(filter(p.tokens, about)), p.tokens)
	for _, t := range tokens {
		right := weekdaysElsewhere[t.text]
		switch _, isDay := dayNamed(t.text); {
		case right != "":
		case isDay && about(t) && t.offset > 0: // "di do"
			right = "en " + p.written(t)
		case knownWords()[t.text] || strings.ContainsAny(t.text, "0123456789"):
			continue
		default:
			right = nearest(t.text, slipWords)
		}
		if right == "" {
			continue
		}
		text := tidy(e.Input[:t.offset] + right + e.Input[t.offset+t.length:])
		if ways := f.ways(text, mended+1); len(ways) > 0 {
			e.offer(ways...)
			return true
		}
	}
	return false
}

func filter[T any](items []T, keep func(T) bool) iter.Seq[T] {
	return func(yield func(T) bool) {
		for _, item := range items {
			if keep(item) && !yield(item) {
				return
			}
		}
	}
}

// dayRewrites convert what people write into what the grammar knows.
var dayRewrites = []rewrite{
	{regexp.MustCompile(`(?i)\b([1-5])\s*(en|,|&|/|\+)\s*([1-5](?:e|ste|de)\b)`),
		func(m []string) string { return m[1] + "e " + m[2] + " " + m[3] }},
	{regexp.MustCompile(`(?i)\b([a-z]{2,})\.([a-z])`), func(m []string) string { return m[1] + " " + m[2] }},
	{regexp.MustCompile(`(?i)\b([a-z]{2,})-((?:voor|na)?(?:ochtend|middag|avond|morgen))`),
		func(m []string) string { return m[1] + " " + m[2] }},
	{regexp.MustCompile(`(?i)\b(?:vm|a\.m\.?|am)(?:\s|$)`), func([]string) string { return "ochtend " }},
	{regexp.MustCompile(`(?i)\b(?:nm|p\.m\.?|pm)(?:\s|$)`), func([]string) string { return "middag " }},
	{regexp.MustCompile(`(?i)([a-z])(['’]s\s)`), func(m []string) string { return m[1] + " " + m[2] }},
	{regexp.MustCompile(`(?i)\s+(?:en/of|of|dan wel|alsmede|plus|en ook|en dan)\s+`), func([]string) string { return " en " }},
	{regexp.MustCompile(`(?i)([a-z]{2,})\s*-\s*([a-z]{2,})\s*-\s*([a-z]{2,})`),
		func(m []string) string { return m[1] + ", " + m[2] + " en " + m[3] }},
}

// reworded rewrites the days as the grammar reads them, such as "ma-wo-vr" as "ma, wo
// en vr".
func (f *field) reworded(e *ParseError, mended int) bool {
	for _, r := range dayRewrites {
		text := r.form.ReplaceAllStringFunc(e.Input, func(found string) string { return r.to(r.form.FindStringSubmatch(found)) })
		if text != e.Input {
			if ways := f.ways(tidy(text), mended+1); len(ways) > 0 {
				e.offer(ways...)
				return true
			}
		}
	}
	return false
}

var negation = regexp.MustCompile(`(?i)\b(niet|geen|nooit|behalve|zonder|uitgezonderd|m\.?u\.?v|` +
	`afwisselend|om en om|ene|soms|incidenteel|af en toe)\b`)

var smallWords = regexp.MustCompile(`(?i)(?:\s|^)(?:in|op|bij|met|aan|de|het|een|en|van|voor|ook|is)(?:\s+(?:de|het|een|ons|onze))?\s*$`)

// without removes the word that the grammar does not know: "meestal dinsdag". It
// removes nothing if there is a word such as "not" or "alternating", which changes the
// meaning of the rest.
func (f *field) without(e *ParseError, mended int) bool {
	if e.Length == 0 || e.Length == len(e.Input) || negation.MatchString(e.Input) {
		return false
	}
	if p := newCursor(e.part(), ""); slices.ContainsFunc(p.tokens, func(t token) bool {
		return knownWords()[t.text] || strings.IndexFunc(t.text, unicode.IsLetter) < 0 || strings.ContainsAny(t.text, "0123456789")
	}) {
		return false
	}
	before, after := e.Input[:e.Offset], e.Input[e.Offset+e.Length:]
	for _, text := range []string{tidy(smallWords.ReplaceAllString(before, "") + " " + after), tidy(before + " " + after)} {
		if ways := f.ways(text, mended+1); len(ways) > 0 {
			e.offer(ways...)
			return true
		}
	}
	return false
}

// knownWords are the words that have a meaning in one of the grammars, so that they
// cannot be removed without changing the meaning.
var knownWords = sync.OnceValue(func() map[string]bool {
	known := map[string]bool{}
	for _, word := range slices.Concat(dayWordList(), clauseWords(), timeWords) {
		known[canonicalText(word)] = true
	}
	return known
})

// dates reads days of the year as a list of dates.
func (f *field) dates(e *ParseError, _ int) bool {
	text := lenientDatesLead.ReplaceAllString(strings.TrimSpace(e.Input), "")
	dates, ok := lenientDates(text)
	if !ok || slices.ContainsFunc(dates, func(d dayMonth) bool { return d.numeric && d.year == 0 }) {
		return false
	}
	e.Offset, e.Length, e.Message = 0, len(e.Input), "dit zijn datums: die horen bij \"data\""
	e.offer(way{lines: []line{{Line: Line{Key: "data"}, dates: dates, list: true}}})
	return true
}

var lenientDatesLead = regexp.MustCompile(`(?i)^(op|alleen op|alleen|datums?:|data:)\s+`)

// breaks are the places where two rules may be joined.
var breaks = regexp.MustCompile(`(?i)\s*[,;/+&|]\s*(?:en\s+)?|\s+en\s+`)

// apart splits two rules in one text into blocks: "1e dinsdag van de maand en 3e
// donderdag van de maand".
func (f *field) apart(e *ParseError, mended int) bool {
	for _, at := range breaks.FindAllStringIndex(e.Input, 8) {
		texts := []string{tidy(e.Input[:at[0]]), tidy(e.Input[at[1]:])}
		if texts[0] == "" || texts[1] == "" {
			continue
		}
		if _, err := readDays(texts[0], mended+1); err != nil {
			continue
		}
		if _, err := readDays(texts[1], mended+1); err != nil {
			continue
		}
		e.Message = "dit zijn twee regels: geef elk een eigen blok [[tijden]]"
		e.offer(blocks(mended+1, texts)...)
		return true
	}
	return false
}

// exampleFrom returns the example of the error, with the day or the hour that the
// editor wrote if there is one.
func (f *field) exampleFrom(e *ParseError) string {
	p := newCursor(e.Input, "")
	for i, t := range p.tokens {
		if f == dag && p.dayAt(i) {
			word, _ := splitPart(t.text)
			if day, ok := dayNamed(word); ok && e.Example != exampleRange && e.Example != exampleList {
				return strings.Replace(e.Example, "dinsdag", WeekdayName(day), 1)
			}
		}
		if p.at = i; f == tijd && p.digitAt(i) {
			if c, err := p.clock(); err == nil && c < midnight-120 {
				return Span{c, c + 120}.Written()
			}
		}
	}
	return e.Example
}
