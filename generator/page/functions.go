package page

import (
	"html/template"
	"maps"
)

// Functions are what templates may call for a site, beside what is here.
type Functions func(*site) template.FuncMap

// functions are what templates may call.
func functions(s *site, more Functions) template.FuncMap {
	all := template.FuncMap{
		// url is the address of a page of the site, in the language of this one.
		"url": s.link,
		// asset is the address of a file in static/.
		"asset": func(name string) (string, error) {
			path, err := s.assets.url(name)
			return s.url(path), err
		},
		// linked is the JSON-LD of a page.
		"linked": s.linked,
	}
	maps.Copy(all, more(s))
	return all
}
