package page

import (
	"strings"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/markdown"
	"pleinwijzer/generator/publish"
)

type pagina struct {
	frame
	Pagina *catalog.Pagina
}

func (s *site) paginas() []publish.File {
	var files []publish.File
	for _, p := range s.catalog.Paginas {
		files = append(files, s.page(p.Page(), "pagina", func() any {
			first, _, _ := strings.Cut(markdown.Text(p.Body()), "\n")
			view := pagina{frame: s.frame(p.Titel, first, p.Page(), p.Page()), Pagina: p}
			view.Draft = p.Concept
			return view
		}))
	}
	return files
}

// notFound is served by hosts for an address that does not exist.
const notFound = "/404.html"

func (s *site) notFound() publish.File {
	return s.page(notFound, "404", func() any {
		return s.frame("Deze pagina is er niet", "", "", "")
	})
}
