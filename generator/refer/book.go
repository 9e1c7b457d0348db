package refer

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/typed"
)

// A book finds the records of one kind, or of all kinds that a field may name, by anything that people may call them: the slug,
// old slugs, the title, other names.
type book struct {
	kinds   []string
	entries []*named
	bySlug  map[string]*named
	titles  map[string][]*named // by the first name, as a slug
	others  map[string][]*named // by any other name, as a slug
}

// named is a record with its names.
type named struct {
	slug   string
	record *content.Record // nil for a topic
	names  []string        // as slugs, the title first
}

func newBook(size int, kinds ...string) *book {
	return &book{
		kinds: kinds, entries: make([]*named, 0, size), bySlug: make(map[string]*named, size),
		titles: map[string][]*named{}, others: map[string][]*named{},
	}
}

func (b *book) add(slug string, record *content.Record, names []string) {
	n := &named{slug: slug, record: record}
	for _, name := range names {
		if name := typed.Slugify(name); name != "" && !slices.Contains(n.names, name) {
			n.names = append(n.names, name)
		}
	}
	if record != nil {
		for _, alias := range record.Aliassen {
			n.names = append(n.names, string(alias))
		}
	}
	b.entries = append(b.entries, n)
	b.bySlug[slug] = n
}

// sort sorts the records by slug, and fills the lists by name.
func (b *book) sort() {
	slices.SortFunc(b.entries, func(x, y *named) int { return cmp.Compare(x.slug, y.slug) })
	for _, n := range b.entries {
		for i, name := range n.names {
			if i == 0 {
				b.titles[name] = append(b.titles[name], n)
			} else {
				b.others[name] = append(b.others[name], n)
			}
		}
	}
}

// called returns the records with that name: by slug, or else by title, or else by
// another name. It ignores capitals, accents and punctuation.
func (b *book) called(text string) []*named {
	name := stem(text)
	if n := b.bySlug[name]; n != nil {
		return []*named{n}
	}
	if found := b.titles[name]; len(found) > 0 {
		return found
	}
	return b.others[name]
}

// nearest returns the record whose slug or name was most likely meant by the text, or
// nil.
func (b *book) nearest(text string, fits func(*named) bool) *named {
	var slugs, names []string
	owner := map[string]*named{}
	for _, n := range b.entries {
		if !fits(n) {
			continue
		}
		slugs = append(slugs, n.slug)
		owner[n.slug] = n
		for _, name := range n.names {
			if owner[name] == nil {
				owner[name] = n
				names = append(names, name)
			}
		}
	}
	word := stem(text)
	if word == "" {
		return nil
	}
	// Two names of the same record would tie, so each list is tried alone as well.
	for _, candidates := range [][]string{slices.Concat(slugs, names), slugs, names} {
		if found, ok := diag.Nearest(word, candidates); ok {
			return owner[found]
		}
	}
	return nil
}

// otherwise is the hint if no name is close.
func (b *book) otherwise(fits func(*named) bool) string {
	const most = 5
	var slugs []string
	for _, n := range b.entries {
		if fits(n) {
			slugs = append(slugs, n.slug)
		}
	}
	folders := b.folders()
	switch {
	case folders == "":
		return "kies een naam uit onderwerpen.toml, of zet het onderwerp daar eerst bij"
	case len(slugs) == 0:
		return fmt.Sprintf("in de map %s is nog geen bestand dat hier kan staan", folders)
	case len(slugs) <= most:
		return fmt.Sprintf("de namen in de map %s zijn: %s", folders, strings.Join(slugs, ", "))
	}
	return fmt.Sprintf("gebruik de naam van een bestand in de map %s, zonder .md", folders)
}

// folders names where the files of these kinds are, or is "" for topics.
func (b *book) folders() string {
	var names []string
	for _, kind := range content.Kinds {
		if slices.Contains(b.kinds, kind.Name) {
			names = append(names, kind.Folder)
		}
	}
	return strings.Join(names, " of ")
}
