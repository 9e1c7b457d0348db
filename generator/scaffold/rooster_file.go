package scaffold

import (
	"cmp"
	"fmt"
	"io/fs"
	"path"
	"reflect"
	"slices"
	"strings"
	"time"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/frontmatter"
)

// create makes a new file.
func (p *planner) create(line Line, d *Draft, slug string) Line {
	if slug == "" {
		names := []string{d.Name(), strings.Join(d.Texts("plein"), "")}
		if p.titles[content.Slugify(d.Name())] > 1 {
			names = []string{strings.Join(names, " ")}
		}
		slug = p.folder.Propose("spreekuur", names...)
	} else if p.folder.Taken("spreekuur", slug) {
		return line.refuse(fmt.Sprintf("de naam %q is al van een ander bestand", slug))
	}
	p.folder.take("spreekuur", slug)
	line.State, line.Path, line.Data = New, d.Path(slug), d.Bytes()
	_, line.Waits = d.WaitsFor()
	return line.check(d, p.layout)
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

// check reads the file as it will be.
func (l Line) check(d *Draft, in layout) Line {
	c, problems := d.Kind.Parse(l.Path, l.Data)
	for _, problem := range problems {
		if problem.Severity == diag.Error {
			return l.refuse(in.explain(problem))
		}
	}
	l.record = c.Spreekuren[0]
	return l
}

// resolve ties all that would be written to what is there, and refuses the lines
// of which the file would then be wrong.
func (p *planner) resolve(lines []Line, now time.Time) {
	byPath := map[string]int{}
	for i, l := range lines {
		if l.record != nil {
			byPath[l.Path] = i
		}
	}
	all := *p.folder.Content
	all.Spreekuren = nil
	for _, s := range p.folder.Content.Spreekuren {
		if _, changed := byPath[s.Doc.File]; !changed {
			all.Spreekuren = append(all.Spreekuren, s)
		}
	}
	for _, l := range lines {
		if l.record != nil {
			all.Spreekuren = append(all.Spreekuren, l.record)
		}
	}
	slices.SortStableFunc(all.Spreekuren, func(a, b *content.Spreekuur) int { return cmp.Compare(a.Slug, b.Slug) })
	_, problems := catalog.Resolve(&all, catalog.Options{Now: now})
	for _, problem := range problems {
		if i, ok := byPath[problem.File]; ok && problem.Severity == diag.Error {
			lines[i] = lines[i].refuse(p.layout.explain(problem))
		}
	}
}

// explain says what is wrong with a file in terms of the rooster.
func (l layout) explain(problem diag.Diagnostic) string {
	text, own := problem.Message, ""
	if key, _, ok := strings.Cut(problem.Excerpt, " = "); ok {
		own = key
	}
	for _, c := range l.columns {
		if c.Key == own {
			text = fmt.Sprintf("%s: %s", c.heading, text)
		}
	}
	return text + l.inCells(mend(problem), own)
}

// inCells says the lines of a file, as a mend has them, as cells: that of the column
// itself by its text alone, others with their heading.
func (l layout) inCells(mend, own string) string {
	mend = strings.ReplaceAll(mend, "en op een nieuwe regel: ", "en vul in: ")
	mend = strings.ReplaceAll(mend, own+` = "`, `"`)
	for _, c := range l.columns {
		mend = strings.ReplaceAll(mend, c.Key+` = "`, c.heading+` "`)
	}
	return mend
}

func mend(problem diag.Diagnostic) string {
	switch {
	case problem.Hint != "":
		return "; " + problem.Hint
	case problem.Example != "":
		return "; schrijf bijvoorbeeld " + problem.Example
	}
	return ""
}

// plain is a value of a file without what makes it TOML.
func plain(spelled string) string {
	return strings.Trim(strings.NewReplacer(`["`, "", `"]`, "", `", "`, ", ").Replace(spelled), `"'`)
}
