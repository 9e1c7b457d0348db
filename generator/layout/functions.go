package layout

import (
	"html/template"
	"maps"

	"pleinwijzer/generator/say"
)

// Functions are what templates may call for a site, beside what is here.
type Functions func(*Site) template.FuncMap

// functions are what templates may call.
func functions(s *Site, more Functions) template.FuncMap {
	all := template.FuncMap{
		// url is the address of a page of the site, in the language of this one.
		"url": s.Link,
		// asset is the address of a file in static/.
		"asset": func(name string) (string, error) {
			path, err := s.Assets.URL(name)
			return s.URL(path), err
		},
		// stop is the point of a sentence that ends with a text, which may have its own end.
		"stop": say.End,
		// linked is the JSON-LD of a page.
		"linked": s.linked,
	}
	maps.Copy(all, more(s))
	return all
}
