package site

import (
	"html/template"
	"strings"

	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/markdown"
)

type pagina struct {
	Title   string
	Text    template.HTML
	Foreign bool // these are Dutch on a page in another language
}

func PaginaPages(s *layout.Site) []layout.Page {
	var all []layout.Page
	for _, p := range s.Catalog.Paginas {
		all = append(all, layout.Page{
			Path: p.Page(), Layout: "pagina", Title: p.Titel, Section: p.Page(), About: p,
			View: func(f *layout.Frame) error {
				if f.Description = s.Word("alleen-in-het-nederlands"); !s.Foreign() {
					f.Description, _, _ = strings.Cut(markdown.Text(p.Body()), "\n")
				}
				f.Main = pagina{p.Titel, s.Markdown(p.Body()), s.Foreign()}
				return nil
			},
		})
	}
	return all
}

// lost leads a visitor on who came to a page that is not there.
type lost struct {
	Title, Home string
	Contact     *layout.Contact
}

func NotFoundPages(s *layout.Site) []layout.Page {
	title := s.Word("pagina-is-er-niet")
	return []layout.Page{{
		Path: layout.NotFound, Layout: "404", Title: title, Reach: layout.Hidden, Once: true,
		View: layout.Shows(func() any { return lost{Title: title, Home: s.Link("/"), Contact: s.Shell.Contact} }),
	}}
}
