package timetable

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"pleinwijzer/generator/columns"
	"pleinwijzer/generator/scaffold"

	"pleinwijzer/generator/reading"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/typed"
)

// read puts the cells of a row into a draft, and collects the reasons why the row cannot
// be used.
func (p *planner) read(r columns.Row) (read rowContent) {
	if r.Wrong != "" {
		read.reasons = []string{r.Wrong}
		return read
	}
	if read.skip = r.Skip; read.skip != "" {
		return read
	}
	read.draft = scaffold.NewDraft(p.kind, p.folder)
	when := moment{}
	for i, c := range p.layout.Columns {
		text := columns.Cell(r.Row, i)
		if !c.Unknown && slices.Contains(columns.Times, c.Key) && len(text) <= mostInCell &&
			!strings.ContainsRune(text, utf8.RuneError) {
			when[c.Key] = text
			continue
		}
		if reason := cmp.Or(changesTime(c, text), p.cell(&read, c, text)); reason != "" {
			read.reasons = append(read.reasons, c.Heading+": "+reason)
		}
	}
	if key, reason := p.moments.read(when, read.draft, p.layout.Notation); reason != "" {
		read.reasons = append(read.reasons, p.layout.HeadingOf(key)+": "+reason)
	} else if hoursMissing(p.layout, read.draft) {
		read.reasons = append(read.reasons, p.layout.HeadingOf("dag")+`: hier ontbreekt de tijd; schrijf bijvoorbeeld "elke dinsdag 10.00-12.00 uur"`)
	}
	if !p.layout.Has("dag") && !p.layout.Has(columns.When) && when["tijd"] != "" && !read.draft.Has("dag") && !read.draft.Has("data") {
		read.reasons = append(read.reasons, p.layout.HeadingOf("tijd")+`: hier ontbreekt de dag; schrijf bijvoorbeeld "elke dinsdag 10.00-12.00 uur"`)
	}
	if reason := p.empty(read.draft, r, when); reason != "" {
		read.reasons = append([]string{reason}, read.reasons...)
	}
	describe(p.layout, read.draft)
	return read
}

// describe fills in the descriptions that no column has: from each other, or else with
// the title. In that case the spreekuur is a concept, for somebody to describe.
func describe(l columns.Layout, d *scaffold.Draft) {
	hasLine, hasText := l.Has("in_een_zin"), l.Has(scaffold.Text)
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
func unsaid(l columns.Layout) []string {
	var labels []string
	for _, key := range []string{"in_een_zin", scaffold.Text} {
		if !l.Has(key) {
			labels = append(labels, columns.For(key).Label)
		}
	}
	return labels
}

// empty reports which of the columns.Agreed cells the row leaves empty. In text with separators,
// the value of merged cells is only in the first row of them.
func (p *planner) empty(d *scaffold.Draft, r columns.Row, when moment) (reason string) {
	var empty, filled []string
	for i, c := range p.layout.Columns {
		isTime := slices.Contains(columns.Times, c.Key)
		switch {
		case c.Unknown || !isTime && !slices.Contains(columns.Agreed, c.Key):
		case columns.Cell(r.Row, i) != "":
			filled = append(filled, strconv.Quote(c.Heading))
		case isTime && !when.lacks(c.Key, d):
		default:
			empty = append(empty, strconv.Quote(c.Heading))
		}
	}
	names := strings.Join(empty, ", ")
	switch {
	case len(empty) == 0:
		return ""
	case len(filled) == 1:
		reason = fmt.Sprintf("alleen %s is ingevuld; haal de rij weg als dit geen spreekuur is", filled[0])
	case !d.Has("titel") && p.layout.Separator != 0:
		reason = fmt.Sprintf("vul nog in: %s; een samengevoegde cel telt alleen in de bovenste rij", names)
	default:
		reason = "vul nog in: " + names
	}
	if r.Unclear != "" {
		reason += "; " + r.Unclear
	}
	return reason
}

// hoursMissing reports whether the cell with the day should have the hours too, since no
// other column has them.
func hoursMissing(l columns.Layout, d *scaffold.Draft) bool {
	if l.Has("tijd") || l.Has(columns.From) || !d.Has("dag") || d.Has("tijd") || len(d.Slots) > 1 {
		return false
	}
	_, err := schedule.ParseDays(d.Texts("dag")[0])
	return err == nil && d.NeedsHours()
}

// lacks reports whether an empty cell in a column with the time should be filled in.
func (m moment) lacks(key string, d *scaffold.Draft) bool {
	switch key {
	case "dag", columns.When:
		return !d.Has("dag") && !d.Has("data") && m["dag"]+m[columns.When] == ""
	case "tijd":
		return !d.Has("tijd") && m[columns.From]+m[columns.Until] == "" && len(d.Slots) < 2 && d.NeedsHours()
	case columns.Until:
		if _, err := schedule.ParseTimes(m[columns.From]); err != nil && m[columns.From] != "" {
			return true
		}
	}
	return !d.Has("tijd") && m["tijd"]+m[columns.When] == "" && d.NeedsHours()
}

// cell reads one cell. Errors in the form of its value are found when the file is parsed.
func (p *planner) cell(r *rowContent, c columns.Column, cell string) (reason string) {
	switch {
	case c.Unknown:
	case strings.ContainsRune(cell, utf8.RuneError):
		return "een teken is niet te lezen; sla het rooster op als CSV UTF-8"
	case c.Key != scaffold.Text && len(cell) > mostInCell:
		return fmt.Sprintf("de cel is langer dan %d tekens", mostInCell)
	case cell != "" && strings.HasPrefix(c.Key, columns.OfPlein):
		if r.place == nil {
			r.place = map[string]string{}
		}
		r.place[strings.TrimPrefix(c.Key, columns.OfPlein)] = strings.TrimSpace(cell)
	case c.Key == columns.File && cell != "":
		r.slug = strings.TrimSuffix(path.Base(cell), path.Ext(cell))
		if !typed.IsSlug(r.slug) {
			return fmt.Sprintf("%q kan geen naam van een bestand zijn", cell)
		}
	case cell == "":
	case c.Relation != "":
		return p.refer(r, c, cell)
	default:
		r.draft.Put(c.Key, c.Split(cell, p.layout.Notation)...)
	}
	return ""
}

// mostInCell is the maximum number of bytes in a cell, except for that of the text.
const mostInCell = 1_000

// refer looks up the records that a cell names. A name may contain a comma.
func (p *planner) refer(r *rowContent, c columns.Column, cell string) (reason string) {
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
func (p *planner) names(c columns.Column, cell string) (names []string) {
	if !c.IsList() || len(p.folder.Named(c.Relation, cell)) > 0 {
		return []string{scaffold.Tidy(c.Key, cell)}
	}
	signs := ",;\n"
	if c.Commas {
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
			reasons = append(reasons, explain(p.layout, problem))
		}
	}
	return reasons
}
