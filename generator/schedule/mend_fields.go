package schedule

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// What editors write with the day or the time although it has a field of its own.

// A stray is a part of a text that belongs in another field. Its lines are nil if no
// field needs it; message says why.
type stray struct {
	form    *regexp.Regexp
	lines   func(m []string, rest way) ([]line, bool)
	message string

	block     string // the lines are a block of that name
	dayBefore bool   // "tot 1 juli": the day itself, or the one before
}

const (
	except = `(?:maar niet|behalve|niet|uitgezonderd|met uitzondering van|m\.?u\.?v\.?|geen spreekuur|buiten|gesloten)`
	small  = `(?:\s+(?:op|in|tijdens|gedurende|de|het|alle|officiële|nationale|erkende|landelijke))*`
)

// strays are tried in this order, so the more general ones come last.
var strays = []stray{
	{form: words(except+small+`\s+(?:kerst|zomer|herfst|voorjaars|mei|krokus)vakanties?`,
		`(?:kerst|zomer|herfst|voorjaars|mei|krokus)vakanties? (?:uitgezonderd|gesloten)`),
		message: `voor één vakantie maakt u een blok [[afwijkend]] met vervalt = true`},
	{form: words(`(?:alleen|uitsluitend|niet)?\s*`+except+small+`\s+(?:school)?vakanties?`,
		`(?:school)?vakanties?(?:periodes?)?\s+(?:uitgezonderd|gesloten|niet|geen spreekuur)`,
		`in`+small+`\s+(?:school)?vakanties?\s+(?:niet|geen spreekuur|gesloten)`,
		`(?:alleen|uitsluitend)?\s*(?:in|tijdens|gedurende)`+small+`\s*school(?:weken|periodes?|jaar|tijd)`, `alleen schoolweken`),
		lines: bare("alleen_schoolweken", "true")},
	{form: words(except+small+`\s+feestdagen`, `feestdagen\s+(?:uitgezonderd|gesloten|niet)`),
		message: "de feestdagen staan in site.toml: dat hoeft hier niet bij"},
	{form: dated(except+small+`\s+`, ""), block: "afwijkend", lines: skipped, message: "%q hoort in een eigen blok [[afwijkend]]"},
	{form: dated(`(?:van|vanaf|tussen|in de periode van|periode)\s+`, `\s*(?:t/m|tot en met|tm|-|–)\s*`), lines: period},
	{form: dated(`(?:vanaf|met ingang van|m\.?i\.?v\.?|ingaande|per|sinds|start(?:t|datum)?(?: op)?:?|`+
		`begin(?:t|nend|datum)?(?: op)?:?|(?:voor het )?eerst(?:e keer)?(?: op)?:?)\s+`, ""),
		lines: dateLine("vanaf", false)},
	{form: dated(`(?:t/m|tot en met|tm|t\.m\.|(?:de )?laatste keer(?: op)?:?|eindigt op|einddatum:?)\s+`, ""),
		lines: dateLine("tot_en_met", true)},
	{form: dated(`tot\s+`, ""), lines: dateLine("tot_en_met", true), dayBefore: true},
	{form: words(`zonder\s+afspraak`, `(?:een\s+)?(?:geen\s+)?afspraak\s+(?:is\s+)?niet\s+nodig`, `geen\s+afspraak\s+(?:nodig|maken)`,
		`aanmelden\s+(?:is\s+)?niet\s+nodig`, `vrije\s+inloop\s*$`, `vrij\s+(?:binnen|in)lopen`),
		lines: text("aanmelden", "niet nodig")},
	{form: words(`(?:alleen|uitsluitend|enkel|louter|slechts)\s+(?:op|volgens|na|via)\s+(?:telefonische\s+)?afspraak`,
		`afspraak\s+(?:is\s+)?(?:verplicht|nodig|noodzakelijk|maken)`,
		`(?:na|met)\s+(?:telefonische\s+|voorafgaande\s+)?(?:aanmelding|afspraak|reservering)`,
		`(?:vooraf\s+)?(?:aanmelden|reserveren)\s+(?:is\s+)?(?:verplicht|nodig|noodzakelijk)`, `vooraf\s+(?:aanmelden|reserveren)`),
		lines: text("aanmelden", "verplicht")},
	{form: words(`(?:en|of|ook|daarna|daarnaast|verder|plus|eventueel)\s+(?:ook\s+)?(?:op|volgens|na|via)\s+afspraak(?:\s+mogelijk)?`,
		`op afspraak(?: is)? mogelijk`, `afspraak mogelijk`, `graag (?:vooraf )?aanmelden`,
		`aanmelden\s+(?:mag|kan|gewenst|mogelijk)`), lines: alsoByAppointment},
	{form: words(`(?:op|volgens)\s+afspraak`), lines: text("aanmelden", "verplicht")},
	{form: regexp.MustCompile(`(?i)\b(?:(?:laatste|vrije|open)\s+)?(?:inloop|binnenlopen|inlopen)(?:uur|moment)?:?\s+` +
		`(?:(?:is|kan|mogelijk|van)\s+)*(tot|t/m|vanaf|om)?\s*(` + clockText +
		`)(?:\s*(?:-|–|tot en met|tot|t/m)\s*(` + clockText + `))?`), lines: walkIn},
	{form: words(`(?:(?:vrije|open)\s+)?inloop`), lines: text("aanmelden", "niet nodig")},
	{form: regexp.MustCompile(`(?i)(\()([^()]*)\)`), lines: dropRemark, message: "%q hoort in de tekst"},
}

// words matches any of the phrases, as whole words.
func words(phrases ...string) *regexp.Regexp {
	return regexp.MustCompile(`(?i)(?:^|[\s(,;])((?:` + strings.Join(phrases, "|") + `))(?:$|[\s),;.!])`)
}

// dated matches words followed by a date, and by a second date if there are words
// between the two. The dates themselves are read afterwards.
func dated(before, between string) *regexp.Regexp {
	date := `((?:(?:` + strings.Join(weekdayNames[:], "|") +
		`)\s+)?(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}(?:e|ste|de)?\s*(?:` + strings.Join(monthForms(), "|") +
		`)\b\.?(?:\s+(?:19|20)\d\d\b)?|\d{1,2}[-/.]\d{1,2}(?:[-/.]\d{2,4})?\b|(?:` + strings.Join(monthForms(), "|") +
		`)\b\.?(?:\s+(?:19|20)\d\d\b)?))`
	form := `(?i)\b(?:` + before + `)` + date
	if between != "" {
		form += between + date
	}
	return regexp.MustCompile(form)
}

func bare(key, value string) func([]string, way) ([]line, bool) {
	return func([]string, way) ([]line, bool) {
		return []line{{Line: Line{Key: key, Value: value, Bare: true}}}, true
	}
}

func text(key, value string) func([]string, way) ([]line, bool) {
	return func([]string, way) ([]line, bool) { return []line{{Line: Line{Key: key, Value: value}}}, true }
}

// alsoByAppointment is "en op afspraak". "Daarna op afspraak" is about the hours after
// the walk-in, so these have to be there.
func alsoByAppointment(m []string, rest way) ([]line, bool) {
	ok := !strings.HasPrefix(strings.ToLower(m[1]), "daarna") || rest.says("inloop")
	return []line{{Line: Line{Key: "aanmelden", Value: "mag"}}}, ok
}

func dateLine(key string, ends bool) func([]string, way) ([]line, bool) {
	return func(m []string, _ way) ([]line, bool) {
		d, rest, ok := lenientDate(m[1])
		d.ends = ends
		return []line{{Line: Line{Key: key}, dates: []dayMonth{d}}}, ok && rest == ""
	}
}

// skipped is a date on which there is nothing.
func skipped(m []string, rest way) ([]line, bool) {
	lines, ok := dateLine("datum", false)(m, rest)
	return append(lines, line{Line: Line{Key: "vervalt", Value: "true", Bare: true}},
		line{Line: Line{Key: "reden", Value: "Dan is er geen spreekuur."}}), ok && lines[0].dates[0].day > 0
}

// dropRemark removes a remark in brackets, unless it says something about when.
func dropRemark(m []string, _ way) ([]line, bool) {
	p := newCursor(m[2], "")
	for i, t := range p.tokens {
		if p.dayAt(i) || p.monthAt(i) || ordinals[t.text] != 0 || slices.Contains(whenWords, t.text) || negation.MatchString(m[2]) {
			return nil, false
		}
	}
	return nil, true
}

var whenWords = strings.Fields("even oneven week weken maand maanden kwartaal vakantie vakanties")

// period is a first and a last date. Only the last one may have a year.
func period(m []string, rest way) ([]line, bool) {
	first, ok := dateLine("vanaf", false)(m[:2], rest)
	final, also := dateLine("tot_en_met", true)(m[1:], rest)
	if !ok || !also {
		return nil, false
	}
	if from, until := &first[0].dates[0], final[0].dates[0]; from.year == 0 && until.year != 0 {
		if from.year = until.year; from.in(from.year) > until.in(until.year) {
			from.year--
		}
	}
	return append(first, final...), true
}

// walkIn is the part of the hours for which no appointment is needed.
func walkIn(m []string, rest way) ([]line, bool) {
	if len(rest.lines) == 0 {
		return nil, false
	}
	hours := rest.lines[0]
	for _, l := range rest.lines {
		if l.Key == tijd.key {
			hours = l
		}
	}
	times, err := readTimes(hours.Value, 1)
	from, known := clockOn(m[2])
	if err != nil || !known {
		return nil, false
	}
	for _, span := range times.Spans {
		part := Span{from, span.End}
		switch until, hasEnd := clockOn(m[3]); {
		case hasEnd:
			part.End = until
		case m[1] == "" || !strings.HasPrefix(strings.ToLower(m[1]), "vana"):
			part = Span{span.Begin, from}
		}
		if part.Begin >= span.Begin && part.End <= span.End && part.Begin < part.End {
			return []line{{Line: Line{Key: "inloop", Value: part.Written()}}}, true
		}
	}
	return nil, false
}

func clockOn(text string) (Clock, bool) {
	p := newCursor(strings.ReplaceAll(text, ",", "."), "")
	c, err := p.clock()
	return c, err == nil && p.at == len(p.tokens)
}

// otherFields removes what belongs in another field, and offers the rest together with
// that field.
func (f *field) otherFields(e *ParseError, mended int) bool {
	for _, s := range strays {
		at := s.form.FindStringSubmatchIndex(e.Input)
		if at == nil {
			continue
		}
		m := submatches(e.Input, at)
		from, until := at[0], at[1]
		if len(m) == 2 && !strings.Contains(s.form.String(), `\d{4}-`) { // the match of words includes their neighbours
			from, until = at[2], at[3]
		}
		for _, rest := range f.ways(tidy(e.Input[:from]+" "+e.Input[until:]), mended+1) {
			if len(rest.lines) > 0 && rest.lines[0].Key == "data" {
				continue // "6 maart t/m 20 maart" is not a list
			}
			var lines []line
			if s.lines != nil {
				var ok bool
				if lines, ok = s.lines(m, rest); !ok {
					continue
				}
			}
			if slices.ContainsFunc(lines, func(l line) bool { return rest.says(l.Key) }) {
				continue // the two contradict each other, or one says it better
			}
			if s.block == "" {
				rest.lines = slices.Concat(rest.lines, lines)
			} else if len(rest.blocks) == 0 {
				rest.name, rest.blocks = s.block, [][]line{lines}
			}
			dropAnchor(&rest)
			e.ways = append(e.ways, rest)
			if s.dayBefore && lines[0].dates[0].day > 0 {
				e.ways = append(e.ways, dayBefore(rest))
			}
		}
		if len(e.ways) == 0 {
			continue
		}
		message := s.message
		if message == "" {
			message = "%q hoort bij " + fieldsOf(e.ways[0])
		}
		if s.dayBefore {
			message = "het is niet duidelijk of de laatste dag meetelt"
		}
		piece := strings.TrimSpace(e.Input[from:until])
		message = strings.Replace(message, "%q", `"`+strings.Trim(piece, "()")+`"`, 1)
		e.about(piece, message)
		return true
	}
	return false
}

// says reports whether one of the lines is for the field.
func (w way) says(key string) bool {
	return slices.ContainsFunc(w.lines, func(l line) bool { return l.Key == key && !l.IfAbsent })
}

// fieldsOf returns the fields of a way other than the field of the text.
func fieldsOf(w way) string {
	var keys []string
	for _, l := range w.lines {
		if l.Key != "" && !l.IfAbsent {
			keys = append(keys, strconv.Quote(l.Key))
		}
	}
	return join(keys)
}

// dayBefore returns the same way with a last date that is one day earlier.
func dayBefore(w way) way {
	w.lines = slices.Clone(w.lines)
	last := &w.lines[len(w.lines)-1]
	last.dates = slices.Clone(last.dates)
	last.dates[0].before = true
	return w
}

// dropAnchor removes a first date that was only added because one is needed, if the
// text has another.
func dropAnchor(w *way) {
	hasStart := slices.ContainsFunc(w.lines, func(l line) bool { return l.Key == "vanaf" && !l.IfAbsent })
	if hasStart {
		w.lines = slices.DeleteFunc(slices.Clone(w.lines), func(l line) bool { return l.Key == "vanaf" && l.IfAbsent })
	}
}

func submatches(text string, at []int) []string {
	m := make([]string, len(at)/2)
	for i := range m {
		if at[2*i] >= 0 {
			m[i] = text[at[2*i]:at[2*i+1]]
		}
	}
	return m
}
