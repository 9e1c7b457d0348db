package generator

import (
	"strings"
	"sync"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/diag"
)

// A Source is where the content of a page stands, for who edits it.
type Source struct {
	Title string
	diag.Range
	Draft bool // it is on the page only because drafts are shown
}

// sources finds the source of a page by its path, in any language of the site:
// a record, a topic, or site.toml for the first page. Lists have none. The
// sources are collected when the first one is asked for.
func sources(c *catalog.Catalog) func(path string) (Source, bool) {
	all := sync.OnceValue(func() map[string]Source { return collect(c) })
	return func(path string) (Source, bool) {
		for _, language := range c.Site.Talen {
			if rest, ok := strings.CutPrefix(path, "/"+string(language)+"/"); ok {
				path = "/" + rest
				break
			}
		}
		found, ok := all()[path]
		return found, ok
	}
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
