package layout

import (
	"html/template"

	"pleinwijzer/generator/address"
	"pleinwijzer/generator/asset"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/schemaorg"
)

// linked is what a page says to programs, as JSON-LD in a script element that no
// browser runs: a data block, which the policy of the site leaves alone (HTML,
// section 4.12.1). The document is escaped for a place in HTML, and this is the
// one place that takes it for such.
func (s *Site) linked(f Frame) (template.HTML, error) {
	if f.Canonical == "" {
		return "", nil
	}
	trail := s.trail(f)
	document, err := s.Graph.Document(schemaorg.Page{
		URL: s.Absolute(f.path), Source: f.source(), Name: trail[len(trail)-1].Name, Description: f.Description, Language: s.Language.Code,
		Trail: trail, Subject: f.Subject,
	})
	return template.HTML(`<script type="application/ld+json">` + string(document) + `</script>`), err
}

// trail leads from the home page to a page, by the lists that it is below. The
// second page of a list is in the place of the first. A page of another directory is below
// our lists, which have it too, and not below its address.
func (s *Site) trail(f Frame) []schemaorg.Crumb {
	base := s.Catalog.Site.Absolute(s.Prefix)
	path := firstPart(f.path)
	trail := []schemaorg.Crumb{{Name: s.Shell.Title, URL: base + "/"}}
	if path == "/" {
		return trail
	}
	below := path
	if f.From != nil {
		folder, rest := address.Folder(path)
		below = "/" + folder + "/" + rest
	}
	for i := 1; i < len(below)-1; i++ {
		if list, ok := s.lists[below[:i+1]]; ok && below[i] == '/' {
			trail = append(trail, schemaorg.Crumb{Name: list.Title, URL: base + list.Path})
		}
	}
	return append(trail, schemaorg.Crumb{Name: f.Title, URL: base + path})
}

// GraphOf makes the graph that the pages in all languages share.
func GraphOf(c *catalog.Catalog, a *asset.Assets) *schemaorg.Graph {
	return schemaorg.New(c, func(name string) string {
		picture, ok := a.Find(name)
		if !ok || name == "" {
			return ""
		}
		return c.Site.Absolute("/" + picture.Path)
	})
}

func (s *Site) HomeSubject(description string) schemaorg.Subject {
	languages := make([]string, len(s.Spoken))
	for i, l := range s.Spoken {
		languages[i] = l.Code
	}
	return s.Graph.Home(schemaorg.Told{Name: s.Shell.Title, Description: description}, s.Absolute(SearchPath), languages)
}

// Absolute is the full address of a page in the language of this one.
func (s *Site) Absolute(path string) string { return s.Catalog.Site.Absolute(s.Prefix + path) }
