package page

import (
	"html/template"
	"pleinwijzer/generator/catalog"
)

// functions are what templates may call. To add one: a line here, and what it
// does in a method of site.
func functions(s *site) template.FuncMap {
	return template.FuncMap{
		// url is the address of a page of the site, in the language of this one.
		"url": s.link,
		// asset is the address of a file in static/.
		"asset": func(name string) (string, error) {
			path, err := s.assets.url(name)
			return s.url(path), err
		},
		// card shows a spreekuur in a list, location where a plein is: the
		// partials of those names, rendered once.
		"card":     func(x *catalog.Spreekuur) (template.HTML, error) { return cardHTML(s, x) },
		"location": func(p *catalog.Plein) (template.HTML, error) { return locationHTML(s, p) },
		// linked is the JSON-LD of a page.
		"linked": s.linked,
	}
}
