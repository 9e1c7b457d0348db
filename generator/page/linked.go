package page

import (
	"html/template"
	"slices"
	"strings"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/schemaorg"
)

// linked is what a page says to programs, as JSON-LD in a script element that no
// browser runs: a data block, which the policy of the site leaves alone (HTML,
// section 4.12.1). The document is escaped for a place in HTML, and this is the
// one place that takes it for such.
func (s *site) linked(f frame) (template.HTML, error) {
	if f.Canonical == "" {
		return "", nil
	}
	trail := s.trail(f)
	document, err := s.graph.Document(schemaorg.Page{
		URL: f.Canonical, Name: trail[len(trail)-1].Name, Description: f.Description, Language: s.language.Code,
		Trail: trail, Subject: f.Subject,
	})
	return template.HTML(`<script type="application/ld+json">` + string(document) + `</script>`), err
}

// trail leads from the home page to a page, by the list that the page is in. The
// second page of a list is in the place of the first.
func (s *site) trail(f frame) []schemaorg.Crumb {
	base := s.catalog.Site.Absolute(s.prefix)
	path, _, _ := strings.Cut(strings.TrimPrefix(f.Canonical, base), pagePath)
	trail := []schemaorg.Crumb{{Name: s.catalog.Site.Titel, URL: base + "/"}}
	if path == "/" {
		return trail
	}
	for _, parent := range parents {
		if strings.HasPrefix(path, parent.path) && path != parent.path {
			trail = append(trail, schemaorg.Crumb{Name: s.word(parent.word), URL: base + parent.path})
		}
	}
	return append(trail, schemaorg.Crumb{Name: f.Title, URL: base + path})
}

// parents are the lists that a page can be in.
var parents = append(slices.Clone(sections), struct{ path, word string }{"/plaatsen/", "plaatsen"})

// graphOf makes the graph that the pages in all languages share.
func graphOf(c *catalog.Catalog, a *assets) *schemaorg.Graph {
	return schemaorg.New(c, func(name string) string {
		picture, ok := a.find(name)
		if !ok || name == "" {
			return ""
		}
		return c.Site.Absolute("/" + picture.path)
	})
}

func (s *site) homeSubject() schemaorg.Subject {
	languages := make([]string, len(s.spoken))
	for i, l := range s.spoken {
		languages[i] = l.Code
	}
	return s.graph.Home(s.absolute(searchPath), languages)
}

func (s *site) spreekuurSubject(x *catalog.Spreekuur, view spreekuur, next []catalog.Occurrence) schemaorg.Subject {
	return s.graph.Spreekuur(x, schemaorg.Told{
		Name: view.Titel, Description: view.InEenZin, URL: s.absolute(x.Page()), PleinURL: s.absolute(x.Plein.Page()), Next: next, Say: s.say,
	})
}

// absolute is the full address of a page in the language of this one.
func (s *site) absolute(path string) string { return s.catalog.Site.Absolute(s.prefix + path) }
