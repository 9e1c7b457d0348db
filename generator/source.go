package generator

import (
	"strings"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/diag"
)

// A Source is where the content of a page stands, for who edits it.
type Source struct {
	Title string
	diag.Range
	Draft bool // it is on the page only because drafts are shown
}

// Source finds the source of a page by its path, in any language of the site: a
// record, a topic, or site.toml for the first page. Lists have none. The sources are
// collected when the first one is asked for.
func (m *made) Source(path string) (Source, bool) {
	for _, language := range m.shown.Site.Talen {
		if rest, ok := strings.CutPrefix(path, "/"+string(language)+"/"); ok {
			path = "/" + rest
			break
		}
	}
	m.collecting.Do(func() { m.sources = collect(m.shown) })
	found, ok := m.sources[path]
	return found, ok
}

func collect(c *catalog.Catalog) map[string]Source {
	all := make(map[string]Source, len(c.Spreekuren)+len(c.Pleinen)+len(c.Partners))
	for r := range c.Records() {
		all[r.Page()] = Source{Title: r.Name(), Range: diag.Range{File: r.File().Doc.File}, Draft: r.File().Concept}
	}
	for _, o := range c.Onderwerpen {
		all[o.Page()] = Source{Title: o.Naam, Range: o.Source().Key(o.Slug)}
	}
	all["/"] = Source{Title: c.Site.Titel, Range: diag.Range{File: c.Site.Source().File}}
	return all
}
