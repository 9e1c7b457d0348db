package page

import (
	"html/template"
	"strings"

	"pleinwijzer/generator/markdown"
	"pleinwijzer/generator/publish"
)

type pagina struct {
	Title   string
	Text    template.HTML
	Foreign bool // these are Dutch on a page in another language
}

func (s *site) paginas() []publish.File {
	var files []publish.File
	for _, p := range s.catalog.Paginas {
		files = append(files, s.page(p.Page(), "pagina", func() frame {
			opening, _, _ := strings.Cut(markdown.Text(p.Body()), "\n")
			f := s.frame(p.Titel, opening, p.Page(), p.Page(), pagina{p.Titel, s.markdown(p.Body()), s.foreign()})
			f.Draft = p.Concept
			return f
		}))
	}
	return files
}

// notFound is served by hosts for an address that does not exist.
const notFound = "/404.html"

// lost leads a visitor on who came to a page that is not there.
type lost struct {
	Title, Home string
	Contact     *contact
}

func (s *site) notFound() publish.File {
	title := s.word("pagina-is-er-niet")
	return s.page(notFound, "404", func() frame {
		return s.frame(title, "", "", "", lost{Title: title, Home: s.link("/"), Contact: s.around.Contact})
	})
}
