package generator

import (
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/diag"
)

// A Source is where an editor finds the content of a page.
type Source struct {
	Title string
	diag.Range
	Draft bool // it is on the site only because drafts are shown
}

// Source returns the source of the page at a path, in any language of the site: a record,
// a topic, site.toml for the home page, or the clauses for the empty agreement. Lists
// have none. What each page is about is
// collected on the first call.
func (m *made) Source(path string) (Source, bool) {
	m.collecting.Do(func() {
		m.about = make(map[string]catalog.Entry, len(m.list))
		for _, p := range m.list {
			if p.About != nil {
				m.about[p.Address()] = p.About
			}
		}
	})
	return sourceOf(m.about[path])
}

func sourceOf(about catalog.Entry) (Source, bool) {
	switch x := about.(type) {
	case catalog.Record:
		if from := x.File().From; from != nil { // nobody edits what was taken over
			return Source{Title: from.Source.Titel, Range: from.Source.Key()}, true
		}
		return Source{Title: x.Name(), Range: diag.Range{File: x.File().Doc.File}, Draft: x.File().Concept}, true
	case *catalog.Afspraken:
		return Source{Title: x.Name(), Range: diag.Range{File: x.Doc.File}}, true
	case *catalog.Onderwerp:
		return Source{Title: x.Naam, Range: x.Doc.Key(x.Slug)}, true
	case *catalog.Site:
		return Source{Title: x.Titel, Range: diag.Range{File: x.Doc.File}}, true
	}
	return Source{}, false
}
