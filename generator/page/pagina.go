package page

import (
	"html/template"
	"strings"

	"pleinwijzer/generator/markdown"
)

type pagina struct {
	Title   string
	Text    template.HTML
	Foreign bool // these are Dutch on a page in another language
}

func paginaPages(s *site) []Page {
	var all []Page
	for _, p := range s.catalog.Paginas {
		all = append(all, Page{
			Path: p.Page(), Layout: "pagina", Title: p.Titel, Section: p.Page(), About: p,
			View: func(f *frame) error {
				f.Description, _, _ = strings.Cut(markdown.Text(p.Body()), "\n")
				f.Main = pagina{p.Titel, s.markdown(p.Body()), s.foreign()}
				return nil
			},
		})
	}
	return all
}

// notFound is served by hosts for an address that does not exist.
const notFound = "/404.html"

// lost leads a visitor on who came to a page that is not there.
type lost struct {
	Title, Home string
	Contact     *contact
}

func notFoundPages(s *site) []Page {
	title := s.word("pagina-is-er-niet")
	return []Page{{
		Path: notFound, Layout: "404", Title: title, Reach: Hidden, Once: true,
		View: shows(func() any { return lost{Title: title, Home: s.link("/"), Contact: s.around.Contact} }),
	}}
}
