package scaffold

import (
	"fmt"
	"io/fs"
	"path"
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/frontmatter"
	"pleinwijzer/generator/schedule"
)

// read puts the cells of a row in a draft, and answers the name of the file if the
// row has one, and all that keeps the row from being used.
func (p *planner) read(r row) (d *Draft, slug string, reasons []string) {
	switch {
	case r.wrong != "":
		return nil, "", []string{r.wrong}
	case len(r.cells) > len(p.layout.columns) && strings.Join(r.cells[len(p.layout.columns):], "") != "":
		return nil, "", []string{fmt.Sprintf("er zijn %d cellen en %d kopjes; zet tekst met %q erin tussen aanhalingstekens",
			len(r.cells), len(p.layout.columns), p.layout.separator)}
	}
	d = NewDraft(content.KindOf("spreekuur"), p.folder)
	for i, c := range p.layout.columns {
		cell := ""
		if i < len(r.cells) {
			cell = strings.TrimSpace(r.cells[i])
		}
		if reason := p.cell(d, c, cell, &slug); reason != "" {
			reasons = append(reasons, c.heading+": "+reason)
		}
	}
	return d, slug, reasons
}

// cell takes in one cell. What is wrong with its form shows when the file is read.
func (p *planner) cell(d *Draft, c column, cell string, slug *string) (reason string) {
	switch {
	case c.unknown:
	case strings.ContainsRune(cell, utf8.RuneError):
		return "een teken is niet te lezen; sla het rooster op als CSV UTF-8"
	case c.Key == fileColumn:
		*slug = strings.TrimSuffix(path.Base(cell), path.Ext(cell))
		if cell != "" && !content.IsSlug(*slug) {
			return fmt.Sprintf("%q kan geen naam van een bestand zijn", cell)
		}
		if cell == "" {
			*slug = ""
		}
	case cell == "" && slices.Contains(agreed, c.Key):
		return "deze cel is leeg"
	case cell == "":
	case c.Relation != "":
		return p.refer(d, c, cell)
	default:
		d.texts[c.Key] = c.split(cell)
	}
	return ""
}

// refer finds the records that a cell names. A name may have a comma in it.
func (p *planner) refer(d *Draft, c column, cell string) (reason string) {
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
				p.unknown[[2]string{c.Relation, name}]++
			}
			return problem.Message + mend(*problem)
		}
		if !slices.Contains(slugs, slug) {
			slugs = append(slugs, slug)
		}
	}
	d.texts[c.Key] = slugs
	return ""
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
		if date, ok := frontmatter.MendDate(text); ok {
			return date
		}
	}
	return text
}

// compare looks for the fields in which a row differs from the file there is, and
// gives the file those, and nothing else.
func (p *planner) compare(line Line, d *Draft, existing *content.Spreekuur) Line {
	line.Path = existing.Doc.File
	if existing.Bad {
		return line.refuse(fmt.Sprintf("in het bestand %s staat een fout; verbeter die eerst", line.Path))
	}
	wanted := Line{Number: line.Number, Path: d.Path("concept"), Data: d.Bytes()}.check(d, p.layout)
	if wanted.State == Refused {
		return line.refuse(wanted.Reason)
	}
	sameTimes := reflect.DeepEqual(wanted.record.Slots(), existing.Slots())
	if !sameTimes && (len(d.slots) > 1 || len(existing.Tijden)+len(existing.Data) > 0) {
		return line.refuse(fmt.Sprintf("de tijden zijn anders dan in %s, waar ze in [[tijden]] of data horen; verander ze daar", line.Path))
	}
	var values []frontmatter.Value
	for _, f := range d.fields {
		texts := d.texts[f.Key]
		if sameTimes && (f.Key == "dag" || f.Key == "tijd") {
			continue
		}
		if f.Key == Text || len(texts) == 0 || reflect.DeepEqual(f.Of(wanted.record), f.Of(existing)) {
			continue
		}
		values = append(values, frontmatter.Value{Key: f.Key, Spelled: f.Spell(texts...)})
		line.Changes = append(line.Changes, Change{f.Label, plain(existing.Doc.Spelled(f.Key)), strings.Join(texts, ", ")})
	}
	body := strings.Join(d.texts[Text], "")
	if slices.Equal(strings.Fields(body), strings.Fields(existing.Body())) {
		body = ""
	} else {
		line.Changes = append(line.Changes, Change{"Korte omschrijving", strings.TrimSpace(existing.Body()), body})
		if path.Ext(line.Path) == ".toml" {
			values, body = append(values, frontmatter.Value{Key: Text, Spelled: frontmatter.Quote(body)}), ""
		}
	}
	if len(line.Changes) == 0 {
		line.State = Same
		return line
	}
	return p.edit(line, d, values, body)
}

func (p *planner) edit(line Line, d *Draft, values []frontmatter.Value, body string) Line {
	data, err := fs.ReadFile(p.files, line.Path)
	if err != nil {
		return line.refuse(fmt.Sprintf("het bestand %s kan niet worden gelezen", line.Path))
	}
	edited, problem := frontmatter.Edit(line.Path, data, d.fields, values, body)
	if problem != nil {
		return line.refuse(problem.Message)
	}
	line.State, line.Data = Changed, edited
	return line.check(d, p.layout)
}

// plain is a value of a file without what makes it TOML.
func plain(spelled string) string {
	return strings.Trim(strings.NewReplacer(`["`, "", `"]`, "", `", "`, ", ").Replace(spelled), `"'`)
}
