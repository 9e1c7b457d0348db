package scaffold

import (
	"slices"
	"strings"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/resemble"
)

// tells lists, for each kind, the fields that must be the same too: many spreekuren have
// the same title, each at another plein.
var tells = map[string][]string{"spreekuur": {"plein"}, "agendapunt": {"datum"}, "bericht": {"datum"}}

// A Match is a record that a new one may be the same as.
type Match struct {
	Entry
	resemble.Likeness
	File string // its path in the content folder
}

// Matches returns the records that the answers so far may be about, the likeliest first.
func (d *Draft) Matches() []Match {
	var found []Match
	for kind, item := range d.folder.Content.Items() {
		if kind.Name != d.Kind.Name {
			continue
		}
		r := item.File()
		alike := d.alike(item)
		if alike == resemble.Unlike || slices.ContainsFunc(tells[kind.Name], func(key string) bool { return !d.agrees(item, key) }) {
			continue
		}
		found = append(found, Match{d.folder.entry(kind.Name, r.Slug), alike, r.Doc.File})
	}
	slices.SortStableFunc(found, func(a, b Match) int { return int(b.Likeness - a.Likeness) })
	return found
}

// MatchFor returns the record that has the slug.
func (f *Folder) MatchFor(kind, slug string) (Match, bool) {
	for k, item := range f.Content.Items() {
		if r := item.File(); k.Name == kind && r.Slug == slug {
			return Match{f.entry(kind, slug), resemble.EqualName, r.Doc.File}, true
		}
	}
	return Match{}, false
}

func (f *Folder) entry(kind, slug string) Entry {
	for _, e := range f.shelf(kind).named[slug] {
		if e.Slug == slug {
			return e
		}
	}
	return Entry{Slug: slug, Name: slug}
}

// agrees reports whether a field has the same value, if it has been answered at all. The
// answer to a later question may still tell the two apart.
func (d *Draft) agrees(item content.Item, key string) bool {
	return d.Has(key) && strings.Trim(item.File().Doc.Spelled(key), `"'`) == d.texts[key][0]
}

// alike compares the names of the draft with those of a record.
func (d *Draft) alike(item content.Item) resemble.Likeness {
	best := resemble.Unlike
	for _, own := range []string{"naam", "titel", "naam_in_uitingen"} {
		for _, name := range append(item.Names(), item.File().Slug) {
			if texts := d.texts[own]; len(texts) > 0 && name != "" {
				best = max(best, resemble.Compare(texts[0], name))
			}
		}
	}
	return best
}

// A Fact is a field of a record with its value, for people who have to recognise it.
type Fact struct{ Label, Value string }

// Facts returns the first fields of a record, at most that many.
func (f *Folder) Facts(kind content.Kind, slug string, most int) []Fact {
	var facts []Fact
	for k, item := range f.Content.Items() {
		if r := item.File(); k.Name != kind.Name || r.Slug != slug {
			continue
		}
		for _, q := range Questions(kind) {
			value := strings.Trim(strings.Join(strings.Fields(item.File().Doc.Spelled(q.Key)), " "), `"'`)
			if value != "" && !q.IsBlock() && q.Key != Opening && len(facts) < most {
				facts = append(facts, Fact{q.Label, value})
			}
		}
	}
	return facts
}
