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
	"pleinwijzer/generator/typed"
)

// An Entry is a record that others can refer to.
type Entry struct {
	Slug    string
	Name    string
	Where   string // tells records of one name apart, such as the place of a plein
	Concept bool   // what refers to it is a concept as well
	other   []string
}

// relations says for each field that holds slugs of what kind they are.
var relations = map[string]string{
	"plein": "plein", "pleinen": "plein", "partner": "partner", "partners": "partner", "kartrekker": "partner",
	"spreekuren": "spreekuur", "opvolger": "spreekuur", "onderwerpen": "onderwerp",
}

// A Folder is what there is already: the content, in the order and by the names
// that a person chooses from. Looking in it is for any number of
// goroutines at once, changing it for one.
type Folder struct {
	Content *content.Content
	kinds   map[string]*shelf
	asking  sync.Mutex // of the answers that Nearest keeps
}

// A shelf holds the records of one kind.
type shelf struct {
	entries []Entry
	named   map[string][]Entry // by slug, old slug, and name made a slug
	taken   map[string]bool    // slugs, old ones too
	nearest map[string]string  // what was asked of Nearest
	number  map[string]int     // of a slug, the last number that Propose gave it
}

// NewFolder makes a Folder of content.
func NewFolder(c *content.Content) *Folder {
	f := &Folder{Content: c, kinds: map[string]*shelf{}}
	for _, kind := range relations {
		f.shelf(kind) // so that looking in one changes nothing
	}
	f.shelve(c)
	return f
}

// Add puts a record in the folder, for others to refer to.
func (f *Folder) Add(d *Draft, slug string) {
	c, _ := d.Kind.Parse(d.Path(slug), d.Bytes())
	f.Content = f.Content.With(c)
	f.shelve(c)
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
		f.kinds[kind] = &shelf{named: map[string][]Entry{}, taken: map[string]bool{}, nearest: map[string]string{}, number: map[string]int{}}
	}
	return f.kinds[kind]
}

func (f *Folder) add(kind string, item content.Item) {
	r, names := item.File(), item.Names()
	e := Entry{Slug: r.Slug, Name: cmp.Or(names[0], r.Slug), Where: item.Where(), Concept: r.Concept, other: names[1:]}
	for _, alias := range r.Aliassen {
		e.other = append(e.other, string(alias))
		f.take(kind, string(alias))
	}
	f.shelf(kind).add(e)
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

func (f *Folder) take(kind, slug string) { f.shelf(kind).taken[slug] = true }

// Has reports whether there is any record of the kind.
func (f *Folder) Has(kind string) bool { return len(f.shelf(kind).entries) > 0 }

// All gives the records of a kind.
func (f *Folder) All(kind string) []Entry { return f.shelf(kind).entries }

// Taken reports whether the slug is the name, or an old name, of a record.
func (f *Folder) Taken(kind, slug string) bool { return f.shelf(kind).taken[slug] }

// Find gives the records of a kind that a person may mean: the one that has the
// name or the slug that was typed, or else all with every piece of it in their
// names. Case and accents do not count.
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

// Named gives the records of which the name is the slug, or else a whole name.
func (f *Folder) Named(kind, name string) []Entry {
	found := f.shelf(kind).named[typed.Slugify(name)]
	if i := slices.IndexFunc(found, func(e Entry) bool { return e.Slug == name }); i >= 0 {
		return found[i : i+1]
	}
	return found
}

// mostAsked is how many names Nearest looks for: so many mistakes are another folder.
const mostAsked = 1_000

// Nearest is the name that a mistyped one is nearest to, as a question, or "". One
// mistake may stand in every row of a rooster, so the answer is kept.
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
		if typed.Slugify(e.Name) != e.Slug { // else the two would tie
			names = append(names, e.Name)
		}
	}
	shelf.nearest[name] = diag.Question(diag.Nearest(name, names))
	return shelf.nearest[name]
}

// refer is the slug of the record that a person named.
func (f *Folder) refer(kind, name string) (string, *diag.Diagnostic) {
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

// slugLength is where a slug is cut off: the name of a file has a limit, and so
// has the patience of who reads an address.
const slugLength = 60

// Propose makes a slug for a new record that no other record of its kind has.
func (f *Folder) Propose(kind string, names ...string) string {
	slug := ""
	for _, name := range names {
		slug = shorten(typed.Slugify(slug + " " + name))
		if slug != "" && !f.Taken(kind, slug) {
			return slug
		}
	}
	if slug == "" {
		slug = kind
	}
	// A number that is taken once stays so: a rooster may give 100,000 rows one name.
	last := f.shelf(kind).number
	for n := max(2, last[slug]); ; n++ {
		if numbered := slug + "-" + strconv.Itoa(n); !f.Taken(kind, numbered) {
			last[slug] = n
			return numbered
		}
	}
}

// shorten cuts a slug after its last whole word that fits.
func shorten(slug string) string {
	if len(slug) <= slugLength {
		return slug
	}
	if at := strings.LastIndexByte(slug[:slugLength+1], '-'); at > 0 {
		return slug[:at]
	}
	return slug[:slugLength]
}
