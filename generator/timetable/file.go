package timetable

import (
	"cmp"
	"fmt"
	"io/fs"
	"path"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"pleinwijzer/generator/columns"
	"pleinwijzer/generator/saving"
	"pleinwijzer/generator/scaffold"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/frontmatter"
	"pleinwijzer/generator/reading"
	"pleinwijzer/generator/sense"
	"pleinwijzer/generator/typed"
)

// decide determines what happens to each group. It takes a limited number at a time, so
// that not all records are in memory together, unless there is a column in which one row
// can contradict another.
func (p *planner) decide(now time.Time) {
	size := 4 * atOnce
	if p.layout.Has("aliassen") || p.layout.Has("opvolger") {
		size = max(len(p.groups), 1)
	}
	for groups := range slices.Chunk(p.groups, size) {
		for _, g := range groups {
			p.lines[g.at] = p.name(p.lines[g.at], g)
		}
		records := make([]*content.Spreekuur, len(groups))
		sideBySide(len(groups), func(i int) {
			g := groups[i]
			switch line := &p.lines[g.at]; {
			case line.State == Refused:
			case g.existing != nil:
				*line, records[i] = p.compare(*line, p.draftOf(g), g.existing)
			default:
				*line, records[i] = p.create(*line, p.draftOf(g))
			}
		})
		p.resolve(groups, records, now)
	}
}

// name determines the path of the file of a group.
func (p *planner) name(line Line, g *group) Line {
	slug := g.slug
	switch {
	case g.broken > 0: // without that row the file would lack a day
		return line.refuse(fmt.Sprintf("rij %d hoort hierbij, en daar klopt iets niet", g.broken))
	case g.existing != nil:
		line.Path = g.existing.Doc.File
		return line
	case slug == "":
		names := []string{g.name, g.plein}
		if p.titles[typed.Slugify(g.name)] > 1 {
			names = []string{strings.Join(names, " ")}
		}
		slug = p.folder.Propose("spreekuur", names...)
	case p.folder.Taken("spreekuur", slug):
		return line.refuse(fmt.Sprintf("de naam %q is al van een ander bestand", slug))
	}
	p.folder.Take("spreekuur", slug)
	line.Path = scaffold.NewDraft(p.kind, p.folder).Path(slug)
	return line
}

// create returns a line for a new file.
func (p *planner) create(line Line, d *scaffold.Draft) (Line, *content.Spreekuur) {
	line.State, line.Data = New, d.Bytes()
	_, line.Waits = d.WaitsFor()
	line.Undescribed = d.Filled["concept"]
	return line.check(d, p.layout)
}

// compare finds the fields in which a row differs from the existing file, and changes
// only those in the file.
func (p *planner) compare(line Line, d *scaffold.Draft, existing *content.Spreekuur) (Line, *content.Spreekuur) {
	if existing.Bad {
		return line.refuse(fmt.Sprintf("in het bestand %s staat een fout; verbeter die eerst", line.Path)), nil
	}
	checked, wanted := Line{Number: line.Number, Path: d.Path("concept"), Data: d.Bytes()}.check(d, p.layout)
	if checked.State == Refused {
		return line.refuse(checked.Reason), nil
	}
	sameTimes := reflect.DeepEqual(wanted.Slots(), existing.Slots())
	if !sameTimes && d.Has("data") && len(existing.Data) > 0 {
		sameTimes = reflect.DeepEqual(wanted.Tijd, existing.Tijd) // the dates are compared below
	}
	if !sameTimes && (len(d.Slots) > 1 || len(existing.Tijden)+len(existing.Data) > 0) {
		return line.refuse(fmt.Sprintf("de tijden zijn anders dan in %s, waar ze in [[tijden]] of data horen; verander ze daar", line.Path)), nil
	}
	var values []frontmatter.Value
	for _, f := range d.Kind.Fields {
		texts := d.Texts(f.Key)
		if sameTimes && (f.Key == "dag" || f.Key == "tijd") {
			continue
		}
		if f.Key == scaffold.Text || len(texts) == 0 || d.Filled[f.Key] || reflect.DeepEqual(f.Of(wanted), f.Of(existing)) {
			continue
		}
		values = append(values, frontmatter.Value{Key: f.Key, Spelled: f.Spell(texts...)})
		line.Changes = append(line.Changes, Change{f.Label, plain(existing.Doc.Spelled(f.Key)), strings.Join(texts, ", ")})
	}
	body := strings.Join(d.Texts(scaffold.Text), "")
	if d.Filled[scaffold.Text] || slices.Equal(strings.Fields(body), strings.Fields(existing.Body())) {
		body = ""
	} else {
		line.Changes = append(line.Changes, Change{"Korte omschrijving", strings.TrimSpace(existing.Body()), body})
		if path.Ext(line.Path) == ".toml" {
			values, body = append(values, frontmatter.Value{Key: scaffold.Text, Spelled: frontmatter.Quote(body)}), ""
		}
	}
	if len(line.Changes) == 0 {
		line.State = Same
		return line, nil
	}
	return p.edit(line, d, existing, values, body)
}

func (p *planner) edit(
	line Line, d *scaffold.Draft, existing *content.Spreekuur, values []frontmatter.Value, body string,
) (Line, *content.Spreekuur) {
	data, err := fs.ReadFile(p.files, line.Path)
	if err != nil {
		return line.refuse(fmt.Sprintf("het bestand %s kan niet worden gelezen", line.Path)), nil
	}
	if now, problem := frontmatter.Parse(line.Path, data); problem != nil || now.Text() != existing.Doc.Text() {
		return line.refuse(fmt.Sprintf("het bestand %s is net veranderd; geef dezelfde opdracht nog een keer", line.Path)), nil
	}
	edited, problem := frontmatter.Edit(line.Path, data, d.Kind.Fields, values, body)
	if problem != nil {
		return line.refuse(problem.Message), nil
	}
	line.State, line.Data, line.Was = Changed, edited, saving.SumOf(data)
	return line.check(d, p.layout)
}

// check parses the file as it will be.
func (l Line) check(d *scaffold.Draft, in columns.Layout) (Line, *content.Spreekuur) {
	c, problems := reading.Parse(d.Kind, l.Path, l.Data)
	for _, problem := range problems {
		if problem.Severity == diag.Error {
			return l.refuse(explain(in, problem)), nil
		}
	}
	return l, c.Spreekuren[0]
}

// resolve checks everything that would be written together with the existing content, and
// refuses the lines whose files would have errors.
func (p *planner) resolve(groups []*group, records []*content.Spreekuur, now time.Time) {
	byPath := map[string]*Line{}
	all := *p.folder.Content
	all.Spreekuren = nil
	for i, record := range records {
		if record != nil {
			byPath[record.Doc.File] = &p.lines[groups[i].at]
			all.Spreekuren = append(all.Spreekuren, record)
		}
	}
	for _, s := range p.folder.Content.Spreekuren {
		if byPath[s.Doc.File] == nil {
			all.Spreekuren = append(all.Spreekuren, s)
		}
	}
	slices.SortStableFunc(all.Spreekuren, func(a, b *content.Spreekuur) int { return cmp.Compare(a.Slug, b.Slug) })
	shown, problems := catalog.Resolve(&all, catalog.Options{Now: now})
	for _, problem := range slices.Concat(problems, sense.Check(shown)) {
		if line := byPath[problem.File]; line != nil && problem.Severity == diag.Error {
			*line = line.refuse(explain(p.layout, problem))
		}
	}
}

// sideBySide calls do for each number below n, in parallel on all processors.
func sideBySide(n int, do func(i int)) {
	var wg sync.WaitGroup
	for worker, workers := 0, runtime.GOMAXPROCS(0); worker < workers; worker++ {
		wg.Go(func() {
			for i := worker; i < n; i += workers {
				do(i)
			}
		})
	}
	wg.Wait()
}

// explain describes a problem with a file in terms of the rooster.
func explain(l columns.Layout, problem diag.Diagnostic) string {
	text, own := problem.Message, ""
	if key, _, ok := strings.Cut(problem.Excerpt, " = "); ok {
		own = key
	}
	if heading := l.HeadingOf(own); heading != "" {
		text = fmt.Sprintf("%s: %s", heading, text)
	}
	return text + inCells(l, mend(problem), own)
}

// inCells rewrites the lines of TOML in a mend as cells: the cell of the column itself as
// only its text, other cells with their heading.
func inCells(l columns.Layout, mend, own string) string {
	mend = strings.ReplaceAll(mend, "en op een nieuwe regel: ", "en vul in: ")
	if own != "" {
		mend = strings.ReplaceAll(mend, own+` = "`, `"`)
	}
	for _, c := range l.Columns {
		if c.Unknown || c.Key == "" {
			continue
		}
		mend = strings.ReplaceAll(mend, c.Key+` = "`, c.Heading+` "`)
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

// plain returns a TOML value without its quotes and brackets.
func plain(spelled string) string {
	return strings.Trim(strings.NewReplacer(`["`, "", `"]`, "", `", "`, ", ").Replace(spelled), `"'`)
}
