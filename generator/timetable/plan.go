package timetable

import (
	"cmp"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"pleinwijzer/generator/columns"
	"pleinwijzer/generator/scaffold"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/typed"
)

// A planner decides what happens to each row.
type planner struct {
	folder  *scaffold.Folder
	files   fs.FS
	layout  columns.Layout
	kind    content.Kind
	known   map[string][]*content.Spreekuur // by title and plein
	bySlug  map[string]*content.Spreekuur
	titles  map[string]int    // for each title, as a slug, the number of pleinen that have it
	byKey   map[string]*group // by title and plein, or by path
	unknown map[[2]string]int
	taken   map[[3]string]int            // the kind, a name, and the record that it was taken for
	places  map[string]map[string]string // the address of a plein that is missing, by its name

	moments moments
	rows    []columns.Row
	lines   []Line // the results, one per row
	groups  []*group

	// first caches the draft of the first row of the group that a row was last joined to,
	// since the next row usually joins the same group.
	first struct {
		of    *group
		draft *scaffold.Draft
	}
}

func newPlanner(f *scaffold.Folder, files fs.FS, l columns.Layout, rows []columns.Row) *planner {
	p := &planner{
		moments: moments{known: map[[5]string]said{}},
		folder:  f, files: files, layout: l, kind: content.KindOf("spreekuur"),
		known: map[string][]*content.Spreekuur{}, bySlug: map[string]*content.Spreekuur{},
		titles: map[string]int{}, byKey: map[string]*group{}, unknown: map[[2]string]int{},
		taken: map[[3]string]int{}, places: map[string]map[string]string{},
		rows: rows, lines: make([]Line, len(rows)),
	}
	for _, s := range f.Content.Spreekuren {
		key := identity(s.Titel, string(s.Plein))
		p.known[key] = append(p.known[key], s)
		p.bySlug[s.Slug] = s
	}
	return p
}

// identity returns what two rows about the same spreekuur have in common: the title,
// ignoring case and punctuation, and the plein.
func identity(title, plein string) string { return typed.Slugify(title) + " " + plein }

// A group is the rows that are about one spreekuur. It does not keep a Draft: there may
// be 100,000 groups, and reading a row again costs little.
type group struct {
	at          int // index of its first row
	number      int
	name, plein string
	slots       []scaffold.Slot
	dates       []string               // of the rows after the first, if they have dates for a day
	seen        map[scaffold.Slot]bool // used once there is more than one slot
	slug        string                 // from the column with the file name, if the rows have one
	existing    *content.Spreekuur
	broken      int // the number of a row with an error in it, or 0
}

// A rowContent is what a row says, once read.
type rowContent struct {
	draft    *scaffold.Draft
	slug     string            // from the column with the file name, if the row has one
	unknown  [][2]string       // names that belong to no record, each after its kind
	readings [][3]string       // names that were taken for another, as in planner.taken
	place    map[string]string // the address of the plein
	skip     string            // why the row is no spreekuur
	key      string
	existing *content.Spreekuur
	reasons  []string // why the row cannot be used
	also     []string // other errors, if they were looked for
}

// atOnce is how many rows are read in parallel.
const atOnce = 4096

// gather reads all rows and groups those that are about the same spreekuur.
func (p *planner) gather() {
	for from := 0; from < len(p.rows); from += atOnce {
		for i, r := range p.readSome(p.rows[from:min(from+atOnce, len(p.rows))]) {
			p.place(from+i, r)
		}
	}
}

// readSome reads rows. Other errors are normally found when the file is checked, but a
// row that is refused or joins another has no file, so for such rows they are found here.
func (p *planner) readSome(rows []columns.Row) []rowContent {
	all := make([]rowContent, len(rows))
	sideBySide(len(rows), func(i int) { all[i] = p.readOne(rows[i]) })
	seen := map[string]bool{}
	var more []*rowContent
	for i := range all {
		r := &all[i]
		for _, name := range r.unknown {
			p.unknown[name]++
			if name[0] == "plein" && r.place != nil {
				p.locate(name[1], r.place)
			}
		}
		for _, name := range r.readings {
			p.taken[name]++
		}
		if len(r.reasons) > 0 || p.byKey[r.key] != nil || seen[r.key] {
			more = append(more, r)
		}
		seen[r.key] = true
	}
	sideBySide(len(more), func(i int) { more[i].also = p.alsoWrong(more[i].draft) })
	return all
}

func (p *planner) readOne(r columns.Row) rowContent {
	read := p.read(r)
	if len(read.reasons) > 0 || read.skip != "" {
		return read
	}
	read.key = identity(read.draft.Name(), read.draft.Plein())
	existing, refusal := p.find(read.key, read.slug)
	switch {
	case refusal != "":
		return rowContent{reasons: []string{refusal}}
	case existing != nil:
		read.existing, read.key = existing, existing.Doc.File
	case read.slug != "":
		read.key = read.draft.Path(read.slug)
	}
	return read
}

// place adds a row to its group, or starts a new one.
func (p *planner) place(at int, r rowContent) {
	line := &p.lines[at]
	line.Number = p.rows[at].Number
	if r.skip != "" {
		line.State, line.Reason = Skipped, r.skip
		return
	}
	if len(r.reasons) > 0 {
		*line = line.refuse(strings.Join(append(r.reasons, r.also...), "; "))
		return
	}
	g := p.byKey[r.key]
	if g == nil {
		g = &group{
			at: at, number: line.Number, name: r.draft.Name(), plein: r.draft.Plein(), slots: allSlots(r.draft),
			slug: r.slug, existing: r.existing,
		}
		p.byKey[r.key] = g
		p.groups = append(p.groups, g)
		p.titles[typed.Slugify(g.name)]++
		return
	}
	refusal := strings.Join(r.also, "; ")
	if refusal != "" {
		g.broken = line.Number
	} else {
		refusal = p.join(g, r.draft)
	}
	if refusal != "" {
		*line = line.refuse(refusal)
		return
	}
	line.State, line.With = Joined, g.number
}

// join adds a row to a group. The row must be the same as the first one except for day
// and time.
func (p *planner) join(g *group, d *scaffold.Draft) (refusal string) {
	if p.first.of != g {
		p.first.of, p.first.draft = g, p.draftOf(g)
	}
	if g.seen == nil {
		g.seen = map[scaffold.Slot]bool{}
		for _, s := range g.slots {
			g.seen[s] = true
		}
	}
	onDates := d.Has("data") && p.first.draft.Has("data") && slices.Equal(d.Texts("tijd"), p.first.draft.Texts("tijd"))
	if !onDates && !slices.ContainsFunc(allSlots(d), func(s scaffold.Slot) bool { return !g.seen[s] }) {
		return fmt.Sprintf("dit staat al in rij %d", g.number)
	}
	for _, f := range d.Kind.Fields {
		if f.Key != "dag" && f.Key != "tijd" && !(onDates && f.Key == "data") && !slices.Equal(d.Texts(f.Key), p.first.draft.Texts(f.Key)) {
			return fmt.Sprintf("rij %d gaat over hetzelfde spreekuur, maar %q is daar anders; maak ze gelijk, of geef dit spreekuur een andere titel", g.number, f.Label)
		}
	}
	if onDates {
		g.dates = append(g.dates, d.Texts("data")...)
		return ""
	}
	for _, s := range allSlots(d) {
		if !g.seen[s] {
			g.seen[s] = true
			g.slots = append(g.slots, s)
		}
	}
	return ""
}

// draftOf reads the first row of a group again. That row has no errors.
func (p *planner) draftOf(g *group) *scaffold.Draft {
	d := p.read(p.rows[g.at]).draft
	d.Slots = g.slots
	for _, date := range g.dates {
		if !slices.Contains(d.Texts("data"), date) {
			d.Put("data", append(d.Texts("data"), date)...)
		}
	}
	slices.Sort(d.Texts("data"))
	return d
}

// allSlots returns the days with their hours that a row has, which is one for most rows.
func allSlots(d *scaffold.Draft) []scaffold.Slot {
	if len(d.Slots) > 0 {
		return d.Slots
	}
	return []scaffold.Slot{{Dag: strings.Join(d.Texts("dag"), ""), Tijd: strings.Join(d.Texts("tijd"), "")}}
}

// find returns the spreekuur that a row is about: the one whose file name is in the row,
// or else the one with the same title at the same plein.
func (p *planner) find(key, slug string) (existing *content.Spreekuur, reason string) {
	known := p.known[key]
	switch {
	case slug != "":
		return p.bySlug[slug], ""
	case len(known) == 0:
		return nil, ""
	case len(known) > 1:
		slugs := make([]string, len(known))
		for i, s := range known {
			slugs[i] = s.Slug
		}
		return nil, fmt.Sprintf("er zijn %d spreekuren met deze titel op dit plein (%s); zet de naam van het bestand in een kolom %q", len(known), strings.Join(slugs, ", "), columns.File)
	}
	return known[0], ""
}

// followJoined also refuses the rows that were joined to a row that is refused.
func followJoined(lines []Line) {
	refused := map[int]bool{}
	for _, l := range lines {
		refused[l.Number] = l.State == Refused
	}
	for i, l := range lines {
		if l.State == Joined && refused[l.With] {
			lines[i] = l.refuse(fmt.Sprintf("dit hoort bij rij %d, waar iets niet klopt", l.With))
		}
	}
}

// unknownNames returns the names that belong to no record, by kind: spreekuur, plein,
// partner, onderwerp.
func (p *planner) unknownNames() []Unknown {
	var all []Unknown
	for name, lines := range p.unknown {
		u := Unknown{Kind: name[0], Name: name[1], Lines: lines, Nearest: p.folder.Nearest(name[0], name[1])}
		if u.Nearest == "" && makes(u.Kind) {
			_, u.Needs = p.draftNamed(u.Kind, u.Name)
			u.Offered = u.Needs == ""
		}
		all = append(all, u)
	}
	slices.SortFunc(all, func(a, b Unknown) int {
		return cmp.Or(cmp.Compare(b.Kind, a.Kind), cmp.Compare(a.Name, b.Name))
	})
	return all
}

// readings returns the names that were taken for another, in the same order.
func (p *planner) readings() []Reading {
	var all []Reading
	for name, lines := range p.taken {
		all = append(all, Reading{Kind: name[0], Name: name[1], As: name[2], Lines: lines})
	}
	slices.SortFunc(all, func(a, b Reading) int {
		return cmp.Or(cmp.Compare(b.Kind, a.Kind), cmp.Compare(a.Name, b.Name))
	})
	return all
}
