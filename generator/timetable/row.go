package timetable

import (
	"cmp"
	"fmt"
	"path"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"pleinwijzer/generator/scaffold"

	"pleinwijzer/generator/reading"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/spreadsheet"
	"pleinwijzer/generator/typed"
)

// read puts the cells of a row into a draft, and collects the reasons why the row cannot
// be used.
func (p *planner) read(r spreadsheet.Row) (read rowContent) {
	switch {
	case r.Wrong != "":
		read.reasons = []string{r.Wrong}
		return read
	case p.layout.Separator != 0 && r.Many > len(p.layout.columns):
		read.reasons = []string{fmt.Sprintf("er zijn %d cellen en %d kopjes; zet tekst met %q erin tussen aanhalingstekens",
			r.Many, len(p.layout.columns), p.layout.Separator)}
		return read
	}
	if read.skip = p.layout.noRow(r); read.skip != "" {
		return read
	}
	read.draft = scaffold.NewDraft(p.kind, p.folder)
	when := moment{}
	for i, c := range p.layout.columns {
		text := cellOf(r, i)
		if !c.unknown && slices.Contains(timeColumns, c.Key) && len(text) <= mostInCell &&
			!strings.ContainsRune(text, utf8.RuneError) {
			when[c.Key] = text
			continue
		}
		if reason := p.cell(&read, c, text); reason != "" {
			read.reasons = append(read.reasons, c.heading+": "+reason)
		}
	}
	if key, reason := p.moments.read(when, read.draft, p.layout.epoch); reason != "" {
		read.reasons = append(read.reasons, p.layout.headingOf(key)+": "+reason)
	} else if p.layout.hoursMissing(read.draft) {
		read.reasons = append(read.reasons, p.layout.headingOf("dag")+`: hier ontbreekt de tijd; schrijf bijvoorbeeld "elke dinsdag 10.00-12.00 uur"`)
	}
	if reason := p.empty(read.draft, r, when); reason != "" {
		read.reasons = append([]string{reason}, read.reasons...)
	}
	p.layout.describe(read.draft)
	return read
}

func cellOf(r spreadsheet.Row, i int) string {
	if i >= len(r.Cells) {
		return ""
	}
	text := strings.TrimSpace(r.Cells[i])
	if rest, ok := strings.CutPrefix(text, "'"); ok && strings.ContainsAny(rest[:min(1, len(rest))], "=+-@") {
		return rest // which kept a spreadsheet from running it as a formula
	}
	return text
}

// totals and notes are how a row begins that is no spreekuur.
var (
	totals = regexp.MustCompile(`(?i)^(sub)?tota(al|len)\b|^aantal\b|^som\b`)
	notes  = regexp.MustCompile(`(?i)^([*†¹²(]|bron|let op|n\.?b\.?\b|noot|opmerking|laatst|bijgewerkt|gewijzigd|versie|stand |legenda|toelichting|(sub)?tota|aantal|som\b|voor vragen|vragen\?|contact)`)
)

// noRow says why a row is no spreekuur: it is a total, a note, or the headings once more,
// as at the top of a page. It returns "" for any other row.
func (l layout) noRow(r spreadsheet.Row) string {
	var filled []string
	same, numbers := 0, 0
	for i, c := range l.columns {
		text := cellOf(r, i)
		if text == "" {
			continue
		}
		filled = append(filled, text)
		if strings.EqualFold(strings.Join(strings.Fields(text), " "), c.heading) {
			same++
		}
		if _, err := strconv.ParseFloat(text, 64); err == nil {
			numbers++
		}
	}
	switch {
	case len(filled) > 2 && same == len(filled):
		return "de kopjes staan hier nog een keer"
	case len(filled) > 0 && numbers == len(filled)-1 && totals.MatchString(filled[0]):
		return "een totaal"
	case len(filled) == 1 && notes.MatchString(filled[0]):
		return "een noot"
	}
	return ""
}

// describe fills in the descriptions that no column has: from each other, or else with
// the title. In that case the spreekuur is a concept, for somebody to describe.
func (l layout) describe(d *scaffold.Draft) {
	hasLine, hasText := l.has("in_een_zin"), l.has(scaffold.Text)
	title := strings.TrimRight(strings.Join(d.Texts("titel"), ""), ".")
	if hasLine && hasText || title == "" {
		return
	}
	d.Filled = map[string]bool{}
	if !hasLine {
		d.Filled["in_een_zin"] = true
		line, _, _ := strings.Cut(strings.Join(d.Texts(scaffold.Text), ""), "\n")
		if end := strings.Index(line, ". "); end > 0 {
			line = line[:end+1]
		}
		d.Put("in_een_zin", cmp.Or(oneLine(line), title+"."))
	}
	if !hasText {
		d.Filled[scaffold.Text] = true
		d.Put(scaffold.Text, d.Texts("in_een_zin")...)
	}
	if !hasLine && !hasText {
		d.Filled["concept"] = true
		d.Put("concept", "true")
	}
}

// unsaid returns the labels of the descriptions that no column has.
func (l layout) unsaid() []string {
	var labels []string
	for _, key := range []string{"in_een_zin", scaffold.Text} {
		if !l.has(key) {
			labels = append(labels, columnFor(key).Label)
		}
	}
	return labels
}

// empty reports which of the agreed cells the row leaves empty. In text with separators,
// the value of merged cells is only in the first row of them.
func (p *planner) empty(d *scaffold.Draft, r spreadsheet.Row, when moment) (reason string) {
	var empty, filled []string
	for i, c := range p.layout.columns {
		isTime := slices.Contains(timeColumns, c.Key)
		switch {
		case c.unknown || !isTime && !slices.Contains(agreed, c.Key):
		case cellOf(r, i) != "":
			filled = append(filled, strconv.Quote(c.heading))
		case isTime && !when.lacks(c.Key, d):
		default:
			empty = append(empty, strconv.Quote(c.heading))
		}
	}
	switch names := strings.Join(empty, ", "); {
	case len(empty) == 0:
		return ""
	case len(filled) == 1:
		return fmt.Sprintf("alleen %s is ingevuld; haal de rij weg als dit geen spreekuur is", filled[0])
	case !d.Has("titel") && p.layout.Separator != 0:
		return fmt.Sprintf("vul nog in: %s; een samengevoegde cel telt alleen in de bovenste rij", names)
	default:
		return "vul nog in: " + names
	}
}

// hoursMissing reports whether the cell with the day should have the hours too, since no
// other column has them.
func (l layout) hoursMissing(d *scaffold.Draft) bool {
	if l.has("tijd") || l.has(fromColumn) || !d.Has("dag") || d.Has("tijd") || len(d.Slots) > 1 {
		return false
	}
	_, err := schedule.ParseDays(d.Texts("dag")[0])
	return err == nil && d.NeedsHours()
}

// lacks reports whether an empty cell in a column with the time should be filled in.
func (m moment) lacks(key string, d *scaffold.Draft) bool {
	switch key {
	case "dag", whenColumn:
		return !d.Has("dag") && !d.Has("data") && m["dag"]+m[whenColumn] == ""
	case "tijd":
		return !d.Has("tijd") && m[fromColumn]+m[untilColumn] == "" && len(d.Slots) < 2 && d.NeedsHours()
	case untilColumn:
		if _, err := schedule.ParseTimes(m[fromColumn]); err != nil && m[fromColumn] != "" {
			return true
		}
	}
	return !d.Has("tijd") && m["tijd"]+m[whenColumn] == "" && d.NeedsHours()
}

// cell reads one cell. Errors in the form of its value are found when the file is parsed.
func (p *planner) cell(r *rowContent, c column, cell string) (reason string) {
	switch {
	case c.unknown:
	case strings.ContainsRune(cell, utf8.RuneError):
		return "een teken is niet te lezen; sla het rooster op als CSV UTF-8"
	case c.Key != scaffold.Text && len(cell) > mostInCell:
		return fmt.Sprintf("de cel is langer dan %d tekens", mostInCell)
	case cell != "" && strings.HasPrefix(c.Key, ofPlein):
		if r.place == nil {
			r.place = map[string]string{}
		}
		r.place[strings.TrimPrefix(c.Key, ofPlein)] = oneLine(cell)
	case c.Key == fileColumn && cell != "":
		r.slug = strings.TrimSuffix(path.Base(cell), path.Ext(cell))
		if !typed.IsSlug(r.slug) {
			return fmt.Sprintf("%q kan geen naam van een bestand zijn", cell)
		}
	case cell == "":
	case c.Relation != "":
		return p.refer(r, c, cell)
	default:
		r.draft.Put(c.Key, c.split(cell, p.layout.epoch)...)
	}
	return ""
}

// mostInCell is the maximum number of bytes in a cell, except for that of the text.
const mostInCell = 1_000

// refer looks up the records that a cell names. A name may contain a comma.
func (p *planner) refer(r *rowContent, c column, cell string) (reason string) {
	var slugs []string
	for _, name := range p.names(c, cell) {
		slug, problem := p.folder.Refer(c.Relation, name)
		if problem != nil && problem.Code != "naam-dubbel" {
			if entry, certain := p.folder.Certain(c.Relation, name); certain {
				slug, problem = entry.Slug, nil
				r.readings = append(r.readings, [3]string{c.Relation, name, entry.Name})
			}
		}
		if problem != nil {
			if problem.Code != "naam-dubbel" {
				r.unknown = append(r.unknown, [2]string{c.Relation, name})
			}
			if problem.Hint == "" {
				problem.Hint = "zie de namen hieronder"
			}
			reason = cmp.Or(reason, problem.Message+mend(*problem))
		} else if !slices.Contains(slugs, slug) {
			slugs = append(slugs, slug)
		}
	}
	if reason == "" {
		r.draft.Put(c.Key, slugs...)
	}
	return reason
}

// names returns the names in a cell. "Taalhuis en SeniorWeb" are two if both exist.
func (p *planner) names(c column, cell string) (names []string) {
	if !c.IsList() || len(p.folder.Named(c.Relation, cell)) > 0 {
		return []string{scaffold.Tidy(c.Key, cell)}
	}
	signs := ",;\n"
	if c.commas {
		signs = ";\n"
	}
	for _, name := range strings.FieldsFunc(cell, func(r rune) bool { return strings.ContainsRune(signs, r) }) {
		if name = scaffold.Tidy(c.Key, name); name == "" {
			continue
		}
		names = append(names, p.folder.Split(c.Relation, name)...)
	}
	return names
}

// alsoWrong returns the other errors in a row that is already refused, so that an editor
// can fix everything in one go.
func (p *planner) alsoWrong(d *scaffold.Draft) (reasons []string) {
	if d == nil {
		return nil
	}
	_, problems := reading.Parse(d.Kind, d.Path("concept"), d.Bytes())
	for _, problem := range problems {
		if problem.Code != "veld-ontbreekt" && problem.Code != "tekst-ontbreekt" {
			reasons = append(reasons, p.layout.explain(problem))
		}
	}
	return reasons
}

// split returns the values in a cell. Where the values of a list may contain commas, they
// are separated by semicolons or line breaks only.
func (c column) split(cell string, epoch spreadsheet.Epoch) []string {
	between := ",;\n"
	switch {
	case c.Key == scaffold.Text:
		return []string{paragraphs(scaffold.Tidy(c.Key, cell))}
	case !c.IsList():
		return []string{c.mend(scaffold.Tidy(c.Key, cell), epoch)}
	case c.isLanguages():
		cell = andSigns.Replace(cell)
	case !c.HasForm():
		between = ";\n"
	}
	var texts []string
	for _, text := range strings.FieldsFunc(cell, func(r rune) bool { return strings.ContainsRune(between, r) }) {
		if text = c.mend(scaffold.Tidy(c.Key, text), epoch); text != "" {
			texts = append(texts, text)
		}
	}
	return texts
}

// paragraphs turns each line of a cell into a paragraph, as it is in the sheet: in
// Markdown, lines below each other are one. The lines of a list stay together.
func paragraphs(text string) string {
	lines := strings.Split(text, "\n")
	var b strings.Builder
	for i, line := range lines {
		if i > 0 {
			b.WriteByte('\n')
			if line != "" && lines[i-1] != "" && !inList.MatchString(line) {
				b.WriteByte('\n')
			}
		}
		b.WriteString(line)
	}
	return b.String()
}

var inList = regexp.MustCompile(`^\s*([-*+]|\d+[.)])\s|^\s`)

// andSigns are between languages: "Engels en Turks", "Engels/Turks".
var andSigns = strings.NewReplacer(" en ", ",", " of ", ",", "/", ",", "&", ",", "+", ",", " ook ", ",")

func (c column) isLanguages() bool { return c.Type == reflect.TypeFor[[]typed.Language]() }

// mend converts a value from the notation of a spreadsheet, or of people, to that of the
// content: a date, a language, or a telephone number that a spreadsheet took for a number
// and so lost its zero.
func (c column) mend(text string, epoch spreadsheet.Epoch) string {
	switch c.Type {
	case reflect.TypeFor[schedule.Date](), reflect.TypeFor[[]schedule.Date]():
		if date, ok := dateIn(text, epoch); ok {
			return date
		}
	case reflect.TypeFor[[]typed.Language]():
		if language, ok := typed.LanguageNamed(text); ok {
			return string(language)
		}
	case reflect.TypeFor[typed.Phone]():
		switch digits := phoneGaps.Replace(text); {
		case lostZero.MatchString(digits):
			return "0" + digits
		case lostPlus.MatchString(digits):
			return "+" + digits
		}
	}
	return text
}

var (
	phoneGaps = strings.NewReplacer(" ", "", "-", "")
	lostZero  = regexp.MustCompile(`^([1-9]\d{8}|[89]00\d{4,7})$`)
	lostPlus  = regexp.MustCompile(`^31[1-9]\d{8}$`)
)
