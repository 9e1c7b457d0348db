package scaffold

import (
	"fmt"
	"path"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/slips"
	"pleinwijzer/generator/typed"
)

// read puts the cells of a row in a draft, and notes all that keeps the row from being
// used.
func (p *planner) read(r row) (read reading) {
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

// empty names the cells of the agreement that a row does not fill. A cell that is
// joined with others in a spreadsheet is in the first row of those alone.
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

// cell takes in one cell. What is wrong with its form shows when the file is read.
func (p *planner) cell(r *reading, c column, cell string) (reason string) {
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

// mostInCell is how many bytes a cell may have, other than that of the text.
const mostInCell = 1_000

// refer finds the records that a cell names. A name may have a comma in it.
func (p *planner) refer(r *reading, c column, cell string) (reason string) {
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

// alsoWrong is what is wrong with the cells of a row that is refused already, so
// that one look at the rooster mends it all.
func (p *planner) alsoWrong(d *Draft) (reasons []string) {
	if d == nil {
		return nil
	}
	_, problems := d.Kind.Parse(d.Path("concept"), d.Bytes())
	for _, problem := range problems {
		if problem.Code != "veld-ontbreekt" && problem.Code != "tekst-ontbreekt" {
			reasons = append(reasons, p.layout.explain(problem))
		}
	}
	return reasons
}

// split makes the texts of a cell. In a list, values that may have a comma of
// their own are set apart by a semicolon or a new line.
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

// mend turns a date as a spreadsheet writes it into one as content has it.
func (c column) mend(text string) string {
	if c.Type == reflect.TypeFor[schedule.Date]() || c.Type == reflect.TypeFor[[]schedule.Date]() {
		if date, ok := slips.MendDate(text); ok {
			return date
		}
	}
	return text
}
