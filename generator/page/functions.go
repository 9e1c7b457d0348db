package page

import (
	"html/template"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
)

// signatures are the functions that templates may call, for parsing; a build
// puts functions that know its site in their place.
var signatures = functions(&catalog.Site{}, &assets{})

func functions(site *catalog.Site, a *assets) template.FuncMap {
	return template.FuncMap{
		// url is the address of a page or file of the site for a link.
		"url": site.URL,
		// asset is the address of a file in static/.
		"asset": func(name string) (string, error) {
			path, err := a.url(name)
			return site.URL(path), err
		},
	}
}

// languageNames gives the Dutch names of languages: "Nederlands en Pools".
func languageNames(codes []content.Language) string {
	return join(codes, func(code content.Language) string {
		tag, err := language.Parse(string(code))
		if err != nil {
			return string(code)
		}
		return dutchNames.Name(tag)
	})
}

var dutchNames = display.Languages(language.Dutch)
