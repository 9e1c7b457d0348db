package scaffold

import (
	"cmp"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"time"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
)

// A State is what becomes of a row of a rooster.
type State int

const (
	New     State = iota
	Changed       // a file that is there gets other values
	Same
	Joined  // the row gives another day or time to the spreekuur of an earlier one
	Refused // the row cannot be used; Reason says why
)

// A Line is one row of a rooster, and the file that it becomes.
type Line struct {
	Number  int // of the row as a spreadsheet shows it, from 1
	State   State
	Path    string // in the content folder; "" where Refused came first
	Changes []Change
	Reason  string // in Dutch
	With    int    // where Joined: the number of the earlier row
	Data    []byte // of the file, if New or Changed

	record *content.Spreekuur
}

// A Change is a field that gets another value, in the words of an editor.
type Change struct{ Label, Old, New string }

// An Unknown is a name that no record has.
type Unknown struct {
	Kind, Name string
	Lines      int    // how many rows of the rooster have it
	Nearest    string // a question, or ""
}

// A Rooster is a spreadsheet of hours, and what it means for a folder.
type Rooster struct {
	Lines   []Line
	Unread  []string // headings of columns that hold no field
	Unknown []Unknown
}

// ReadRooster compares a spreadsheet with a folder, whose files it reads. The
// error says in Dutch why it is no rooster at all; each row below the headings
// that is not empty becomes a Line.
func ReadRooster(data []byte, f *Folder, files fs.FS, now time.Time) (*Rooster, error) {
	text, err := decode(data)
	if err != nil {
		return nil, err
	}
	l, err := findLayout(text)
	if err != nil {
		return nil, err
	}
	p := newPlanner(f, files, l)
	rows := slices.DeleteFunc(numbered(readRows(text, l.separator, len(l.columns))), func(r row) bool {
		return r.line <= l.header.line || r.isEmpty()
	})
	lines := p.decide(rows)
	p.resolve(lines, now)
	followJoined(lines)
	return &Rooster{Lines: lines, Unread: l.unread(), Unknown: p.unknownNames()}, nil
}

// Count is how many rows have the state.
func (r *Rooster) Count(s State) int {
	n := 0
	for _, line := range r.Lines {
		if line.State == s {
			n++
		}
	}
	return n
}

// A planner decides what becomes of each row.
type planner struct {
	folder  *Folder
	files   fs.FS
	layout  layout
	known   map[string][]*content.Spreekuur // by title and plein
	bySlug  map[string]*content.Spreekuur
	titles  map[string]int    // at how many pleinen a title is, made a slug
	groups  map[string]*group // by title and plein, or by path
	unknown map[[2]string]int
}

func newPlanner(f *Folder, files fs.FS, l layout) *planner {
	p := &planner{
		folder: f, files: files, layout: l,
		known: map[string][]*content.Spreekuur{}, bySlug: map[string]*content.Spreekuur{},
		titles: map[string]int{}, groups: map[string]*group{}, unknown: map[[2]string]int{},
	}
	for _, s := range f.Content.Spreekuren {
		key := identity(s.Titel, string(s.Plein))
		p.known[key] = append(p.known[key], s)
		p.bySlug[s.Slug] = s
	}
	return p
}

// identity is what makes two rows about one spreekuur: the title, as far as it can
// be heard, and the plein.
func identity(title, plein string) string { return content.Slugify(title) + " " + plein }

// A group is the rows that are about one spreekuur.
type group struct {
	line     int // index of the first one
	number   int
	draft    *Draft
	slug     string // the name of the file, if the rows give one
	existing *content.Spreekuur
	broken   int // the number of a row that has something wrong, or 0
}

// decide reads all rows, and then says what becomes of each.
func (p *planner) decide(rows []row) []Line {
	lines := make([]Line, len(rows))
	var groups []*group
	for i, r := range rows {
		lines[i].Number = r.number
		g, refusal := p.group(r)
		switch {
		case refusal != "":
			lines[i] = lines[i].refuse(refusal)
		case g.draft.slots == nil:
			g.line = i
			g.draft.slots = []slot{g.draft.slot()}
			groups = append(groups, g)
			p.titles[content.Slugify(g.draft.Name())]++
		default:
			lines[i].State, lines[i].With = Joined, g.number
		}
	}
	for _, g := range groups {
		line := &lines[g.line]
		switch {
		case g.broken > 0: // without it the file would lack a day
			*line = line.refuse(fmt.Sprintf("rij %d hoort hierbij, en daar klopt iets niet", g.broken))
		case g.existing != nil:
			*line = p.compare(*line, g.draft, g.existing)
		default:
			*line = p.create(*line, g.draft, g.slug)
		}
	}
	return lines
}

// group finds the rows that a row belongs to, or begins a new group.
func (p *planner) group(r row) (g *group, refusal string) {
	d, slug, reasons := p.read(r)
	if len(reasons) > 0 {
		return nil, strings.Join(append(reasons, p.alsoWrong(d)...), "; ")
	}
	key := identity(d.Name(), strings.Join(d.Texts("plein"), ""))
	existing, refusal := p.find(key, slug)
	if refusal != "" {
		return nil, refusal
	}
	switch {
	case existing != nil:
		key = existing.Doc.File
	case slug != "":
		key = d.Path(slug)
	}
	if g = p.groups[key]; g == nil {
		g = &group{number: r.number, draft: d, slug: slug, existing: existing}
		p.groups[key] = g
		return g, ""
	}
	if reasons := p.alsoWrong(d); len(reasons) > 0 {
		g.broken = r.number
		return g, strings.Join(reasons, "; ")
	}
	return g, g.join(d)
}

// join takes in another row, which must say the same but for day and time.
func (g *group) join(d *Draft) (refusal string) {
	if slices.Contains(g.draft.slots, d.slot()) {
		return fmt.Sprintf("dit staat al in rij %d", g.number)
	}
	for _, f := range d.fields {
		if f.Key != "dag" && f.Key != "tijd" && !slices.Equal(d.texts[f.Key], g.draft.texts[f.Key]) {
			return fmt.Sprintf("rij %d gaat over hetzelfde spreekuur, maar %q is daar anders; maak ze gelijk, of geef dit spreekuur een andere titel", g.number, f.Label)
		}
	}
	g.draft.slots = append(g.draft.slots, d.slot())
	return ""
}

func (d *Draft) slot() slot {
	return slot{strings.Join(d.texts["dag"], ""), strings.Join(d.texts["tijd"], "")}
}

// followJoined refuses a row with the one that it belongs to.
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

func (l Line) refuse(reason string) Line {
	return Line{Number: l.Number, State: Refused, Path: l.Path, Reason: reason}
}

// find is the spreekuur that a row is about: the one that the row names as a file,
// or else the one with its title at its plein.
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
		return nil, fmt.Sprintf("er zijn %d spreekuren met deze titel op dit plein (%s); zet de naam van het bestand in een kolom %q", len(known), strings.Join(slugs, ", "), fileColumn)
	}
	return known[0], ""
}

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

// explain says what is wrong with a file in terms of the rooster.
func (l layout) explain(problem diag.Diagnostic) string {
	text := problem.Message
	if key, _, ok := strings.Cut(problem.Excerpt, " = "); ok {
		for _, c := range l.columns {
			if c.Key == key {
				text = fmt.Sprintf("%s: %s", c.heading, text)
			}
		}
	}
	return text + mend(problem)
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
	_, problems := catalog.Resolve(&all, catalog.Options{Now: now, Drafts: true})
	for _, problem := range problems {
		if i, ok := byPath[problem.File]; ok && problem.Severity == diag.Error {
			lines[i] = lines[i].refuse(p.layout.explain(problem))
		}
	}
}

// unknownNames are the names that no record has, the kinds in the order of Kinds.
func (p *planner) unknownNames() []Unknown {
	var all []Unknown
	for name, lines := range p.unknown {
		all = append(all, Unknown{Kind: name[0], Name: name[1], Lines: lines, Nearest: p.folder.Nearest(name[0], name[1])})
	}
	slices.SortFunc(all, func(a, b Unknown) int {
		return cmp.Or(cmp.Compare(b.Kind, a.Kind), cmp.Compare(a.Name, b.Name))
	})
	return all
}
