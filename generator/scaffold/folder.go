package scaffold

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/reading"
	"pleinwijzer/generator/typed"
)

// An Entry is a record that others can refer to.
type Entry struct {
	Slug    string
	Name    string
	Where   string // tells records with the same name apart, such as the place of a plein
	Concept bool   // it is a concept, so whatever refers to it must be one too
	other   []string
}

// relations maps each field that holds slugs to the kind of record that they refer to.
var relations = map[string]string{
	"plein": "plein", "pleinen": "plein", "partner": "partner", "partners": "partner", "kartrekker": "partner",
	"spreekuren": "spreekuur", "opvolger": "spreekuur", "onderwerpen": "onderwerp",
}

// A Folder is the existing content, in the order and with the names from which a person
// chooses. It is safe for concurrent use as long as nobody changes it.
type Folder struct {
	Content *content.Content
	kinds   map[string]*shelf
	asking  sync.Mutex // guards shelf.nearest
}

// A shelf holds the records of one kind.
type shelf struct {
	entries []Entry
	named   map[string][]Entry // by slug, old slug, and the name as a slug
	cores   map[string][]Entry // by what tells names apart: see core
	taken   map[string]bool    // slugs, including old ones
	nearest map[string]string  // caches the results of Nearest
	number  map[string]int     // for each slug, the last number that Propose appended to it
}

// NewFolder returns a Folder of content.
func NewFolder(c *content.Content) *Folder {
	f := &Folder{Content: c, kinds: map[string]*shelf{}}
	for _, kind := range relations {
		f.shelf(kind) // create it now, so that lookups change nothing
	}
	f.shelve(c)
	return f
}

// Add adds a record to the folder, so that others can refer to it.
func (f *Folder) Add(d *Draft, slug string) {
	c, _ := reading.Parse(d.Kind, d.Path(slug), d.Bytes())
	f.Content = f.Content.With(c)
	f.shelve(c)
}

// SetTopics replaces the topics.
func (f *Folder) SetTopics(topics []*content.Onderwerp) {
	all := *f.Content
	all.Onderwerpen = topics
	f.Content = &all
	delete(f.kinds, "onderwerp")
	for _, r := range topics {
		f.shelf("onderwerp").add(Entry{Slug: r.Slug, Name: r.Naam, other: r.Names()[1:]})
	}
}

func (f *Folder) shelve(c *content.Content) {
	for kind, item := range c.Items() {
		f.add(kind.Name, item)
	}
	for _, r := range c.Onderwerpen {
		f.shelf("onderwerp").add(Entry{Slug: r.Slug, Name: r.Naam, other: r.Names()[1:]})
	}
}

func (f *Folder) shelf(kind string) *shelf {
	if f.kinds[kind] == nil {
		f.kinds[kind] = &shelf{
			named: map[string][]Entry{}, cores: map[string][]Entry{}, taken: map[string]bool{},
			nearest: map[string]string{}, number: map[string]int{},
		}
	}
	return f.kinds[kind]
}

func (f *Folder) add(kind string, item content.Item) {
	r, names := item.File(), item.Names()
	e := Entry{Slug: r.Slug, Name: cmp.Or(names[0], r.Slug), Where: item.Where(), Concept: r.Concept, other: names[1:]}
	for _, alias := range r.Aliassen {
		e.other = append(e.other, string(alias))
		f.Take(kind, string(alias))
	}
	f.shelf(kind).add(e)
	f.shelf(kind).addCores(kind, e)
}

func (s *shelf) add(e Entry) {
	s.entries = append(s.entries, e)
	s.taken[e.Slug] = true
	clear(s.nearest)
	names := []string{e.Slug}
	for _, name := range append([]string{e.Name}, e.other...) {
		if slug := typed.Slugify(name); slug != "" && !slices.Contains(names, slug) {
			names = append(names, slug)
		}
	}
	for _, name := range names {
		s.named[name] = append(s.named[name], e)
	}
}

func (s *shelf) addCores(kind string, e Entry) {
	var seen []string
	for _, name := range append([]string{e.Name, e.Slug}, e.other...) {
		if c := core(kind, name); c != "" && !slices.Contains(seen, c) {
			seen = append(seen, c)
			s.cores[c] = append(s.cores[c], e)
		}
	}
}

// Take reserves a slug.
func (f *Folder) Take(kind, slug string) { f.shelf(kind).taken[slug] = true }

// Has reports whether there are any records of the kind.
func (f *Folder) Has(kind string) bool { return len(f.shelf(kind).entries) > 0 }

// All returns the records of a kind.
func (f *Folder) All(kind string) []Entry { return f.shelf(kind).entries }

// Taken reports whether the slug is the present or an old slug of a record.
func (f *Folder) Taken(kind, slug string) bool { return f.shelf(kind).taken[slug] }

// Find returns the records of a kind that a person may mean: those whose slug or full name
// was typed, or else all whose names contain each of the typed words, possibly as part of a
// longer one. Case and accents are ignored.
func (f *Folder) Find(kind, name string) []Entry {
	if exact := f.Named(kind, name); len(exact) > 0 {
		return exact
	}
	var found []Entry
	pieces := strings.Split(typed.Slugify(name), "-")
	for _, e := range f.shelf(kind).entries {
		words := typed.Slugify(strings.Join(append([]string{e.Slug, e.Name, e.Where}, e.other...), " "))
		if !slices.ContainsFunc(pieces, func(piece string) bool { return !strings.Contains(words, piece) }) {
			found = append(found, e)
		}
	}
	return found
}

// Named returns the record whose slug was typed, or else the records whose full name was
// typed.
func (f *Folder) Named(kind, name string) []Entry {
	found := f.shelf(kind).named[typed.Slugify(name)]
	if i := slices.IndexFunc(found, func(e Entry) bool { return e.Slug == name }); i >= 0 {
		return found[i : i+1]
	}
	return found
}

// mostAsked is how many names Nearest looks up: with more mistakes than that, the rooster
// is for another folder.
const mostAsked = 1_000

// Nearest returns the name that a mistyped name is closest to, as a question, or "". The
// same mistake may be in every row of a rooster, so results are cached.
func (f *Folder) Nearest(kind, name string) string {
	f.asking.Lock()
	defer f.asking.Unlock()
	shelf := f.shelf(kind)
	if question, known := shelf.nearest[name]; known {
		return question
	}
	if len(shelf.nearest) >= mostAsked {
		return ""
	}
	var names []string
	for _, e := range shelf.entries {
		names = append(names, e.Slug)
		if typed.Slugify(e.Name) != e.Slug { // otherwise the two would tie
			names = append(names, e.Name)
		}
	}
	shelf.nearest[name] = diag.Question(diag.Nearest(name, names))
	return shelf.nearest[name]
}

// Refer returns the slug of the record that a person named.
func (f *Folder) Refer(kind, name string) (string, *diag.Diagnostic) {
	switch found := f.Named(kind, name); len(found) {
	case 0:
		return "", &diag.Diagnostic{Code: kind + "-onbekend",
			Message: fmt.Sprintf("%s %q bestaat niet", kind, name), Hint: f.Nearest(kind, name)}
	case 1:
		return found[0].Slug, nil
	default:
		return "", &diag.Diagnostic{
			Code: "naam-dubbel", Message: fmt.Sprintf("bij %q horen %d namen", name, len(found)), Hint: "kies uit: " + slugsOf(found),
		}
	}
}

func slugsOf(entries []Entry) string {
	slugs := make([]string, len(entries))
	for i, e := range entries {
		slugs[i] = e.Slug
	}
	return strings.Join(slugs, ", ")
}

// Propose returns a slug for a new record that no other record of its kind has.
func (f *Folder) Propose(kind string, names ...string) string {
	slug := ""
	for _, name := range names {
		slug = typed.Shorten(typed.Slugify(slug + " " + name))
		if slug != "" && !f.Taken(kind, slug) {
			return slug
		}
	}
	if slug == "" {
		slug = kind
	}
	// Continue after the last number used: a rooster may give 100,000 rows the same name.
	last := f.shelf(kind).number
	for n := max(2, last[slug]); ; n++ {
		if numbered := slug + "-" + strconv.Itoa(n); !f.Taken(kind, numbered) {
			last[slug] = n
			return numbered
		}
	}
}
