package scaffold

import (
	"cmp"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"pleinwijzer/generator/content"
)

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
	seen     map[slot]bool
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
			g.seen = map[slot]bool{g.draft.slot(): true}
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
	if g.seen[d.slot()] {
		return fmt.Sprintf("dit staat al in rij %d", g.number)
	}
	for _, f := range d.fields {
		if f.Key != "dag" && f.Key != "tijd" && !slices.Equal(d.texts[f.Key], g.draft.texts[f.Key]) {
			return fmt.Sprintf("rij %d gaat over hetzelfde spreekuur, maar %q is daar anders; maak ze gelijk, of geef dit spreekuur een andere titel", g.number, f.Label)
		}
	}
	g.seen[d.slot()] = true
	g.draft.slots = append(g.draft.slots, d.slot())
	return ""
}

func (d *Draft) slot() slot {
	return slot{strings.Join(d.texts["dag"], ""), strings.Join(d.texts["tijd"], "")}
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
