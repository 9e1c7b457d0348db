package page

import (
	"html/template"

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

// trail leads from the home page to a page, by the lists that it is below. The
// second page of a list is in the place of the first.
func (s *site) trail(f frame) []schemaorg.Crumb {
	base := s.catalog.Site.Absolute(s.prefix)
	path := firstPart(f.path)
	trail := []schemaorg.Crumb{{Name: s.catalog.Site.Titel, URL: base + "/"}}
	if path == "/" {
		return trail
	}
	for i := 1; i < len(path)-1; i++ {
		if list, ok := s.lists[path[:i+1]]; ok && path[i] == '/' {
			trail = append(trail, schemaorg.Crumb{Name: list.Title, URL: base + list.Path})
		}
	}
	return append(trail, schemaorg.Crumb{Name: f.Title, URL: base + path})
}

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

func spreekuurSubject(s *site, x *catalog.Spreekuur, view spreekuur, next []catalog.Occurrence) schemaorg.Subject {
	return s.graph.Spreekuur(x, schemaorg.Told{
		Name: view.Titel, Description: view.InEenZin, URL: s.absolute(x.Page()), PleinURL: s.absolute(x.Plein.Page()), Next: next, Say: s.say,
	})
}

// absolute is the full address of a page in the language of this one.
func (s *site) absolute(path string) string { return s.catalog.Site.Absolute(s.prefix + path) }
