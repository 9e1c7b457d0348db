package scaffold

import (
	"fmt"
	"path"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"pleinwijzer/generator/reading"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/slips"
	"pleinwijzer/generator/typed"
)

// read puts the cells of a row into a draft, and collects the reasons why the row cannot
// be used.
func (p *planner) read(r row) (read rowContent) {
	switch {
	case r.wrong != "":
		read.reasons = []string{r.wrong}
		return read
	case r.many > len(p.layout.columns):
		read.reasons = []string{fmt.Sprintf("er zijn %d cellen en %d kopjes; zet tekst met %q erin tussen aanhalingstekens",
			r.many, len(p.layout.columns), p.layout.separator)}
		return read
	}
	read.draft = NewDraft(p.kind, p.folder)
	for i, c := range p.layout.columns {
		cell := ""
		if i < len(r.cells) {
			cell = strings.TrimSpace(r.cells[i])
		}
		if reason := p.cell(&read, c, cell); reason != "" {
			read.reasons = append(read.reasons, c.heading+": "+reason)
		}
	}
	if reason := p.empty(read.draft, r); reason != "" {
		read.reasons = append([]string{reason}, read.reasons...)
	}
	return read
}

// empty reports which of the agreed cells the row leaves empty. The value of merged cells
// is only in the first row of them.
func (p *planner) empty(d *Draft, r row) (reason string) {
	var empty, filled []string
	for i, c := range p.layout.columns {
		switch {
		case c.unknown || !slices.Contains(agreed, c.Key) || c.Key == "dag" && d.Has("data"):
		case i < len(r.cells) && strings.TrimSpace(r.cells[i]) != "":
			filled = append(filled, strconv.Quote(c.heading))
		case c.Key == "tijd" && !hasHours(d):
		default:
			empty = append(empty, strconv.Quote(c.heading))
		}
	}
	switch names := strings.Join(empty, ", "); {
	case len(empty) == 0:
		return ""
	case len(filled) == 1:
		return fmt.Sprintf("alleen %s is ingevuld; haal de rij weg als dit geen spreekuur is", filled[0])
	case !d.Has("titel"):
		return fmt.Sprintf("vul nog in: %s; een samengevoegde cel telt alleen in de bovenste rij", names)
	default:
		return "vul nog in: " + names
	}
}

// cell reads one cell. Errors in the form of its value are found when the file is parsed.
func (p *planner) cell(r *rowContent, c column, cell string) (reason string) {
	switch {
	case c.unknown:
	case strings.ContainsRune(cell, utf8.RuneError):
		return "een teken is niet te lezen; sla het rooster op als CSV UTF-8"
	case c.Key != Text && len(cell) > mostInCell:
		return fmt.Sprintf("de cel is langer dan %d tekens", mostInCell)
	case c.Key == fileColumn && cell != "":
		r.slug = strings.TrimSuffix(path.Base(cell), path.Ext(cell))
		if !typed.IsSlug(r.slug) {
			return fmt.Sprintf("%q kan geen naam van een bestand zijn", cell)
		}
	case cell == "":
	case c.Relation != "":
		return p.refer(r, c, cell)
	default:
		r.draft.texts[c.Key] = c.split(cell)
	}
	return ""
}

// mostInCell is the maximum number of bytes in a cell, except for that of the text.
const mostInCell = 1_000

// refer looks up the records that a cell names. A name may contain a comma.
func (p *planner) refer(r *rowContent, c column, cell string) (reason string) {
	names := []string{cell}
	if len(p.folder.Named(c.Relation, cell)) == 0 && c.IsList() {
		names = strings.FieldsFunc(cell, func(r rune) bool { return strings.ContainsRune(",;\n", r) })
	}
	var slugs []string
	for _, name := range names {
		if name = tidy(c.Key, name); name == "" {
			continue
		}
		slug, problem := p.folder.refer(c.Relation, name)
		if problem != nil {
			if len(p.folder.Named(c.Relation, name)) == 0 {
				r.unknown = append(r.unknown, [2]string{c.Relation, name})
			}
			if problem.Hint == "" {
				problem.Hint = "zie de namen hieronder"
			}
			return problem.Message + mend(*problem)
		}
		if !slices.Contains(slugs, slug) {
			slugs = append(slugs, slug)
		}
	}
	r.draft.texts[c.Key] = slugs
	return ""
}

// alsoWrong returns the other errors in a row that is already refused, so that an editor
// can fix everything in one go.
func (p *planner) alsoWrong(d *Draft) (reasons []string) {
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
func (c column) split(cell string) []string {
	between := ",;\n"
	switch {
	case !c.IsList():
		return []string{c.mend(tidy(c.Key, cell))}
	case !c.HasForm():
		between = ";\n"
	}
	var texts []string
	for _, text := range strings.FieldsFunc(cell, func(r rune) bool { return strings.ContainsRune(between, r) }) {
		if text = c.mend(tidy(c.Key, text)); text != "" {
			texts = append(texts, text)
		}
	}
	return texts
}

// mend converts a date from the notation of a spreadsheet to that of the content.
func (c column) mend(text string) string {
	if c.Type == reflect.TypeFor[schedule.Date]() || c.Type == reflect.TypeFor[[]schedule.Date]() {
		if date, ok := slips.MendDate(text); ok {
			return date
		}
	}
	return text
}
