package site

import (
	"html/template"
	"strings"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/markdown"
)

type pagina struct {
	Title   string
	Text    template.HTML
	Foreign bool // these are Dutch on a page in another language

	Statement *statement // of the page about accessibility alone
}

func PaginaPages(s *layout.Site) []layout.Page {
	var all []layout.Page
	stated := false
	for _, p := range s.Catalog.Paginas {
		page := paginaPage(s, p)
		if p.Slug == layout.StatementSlug {
			page, stated = withStatement(s, page), true
		}
		all = append(all, page)
	}
	if !stated {
		all = append(all, withStatement(s, layout.Page{Path: "/" + layout.StatementSlug + "/", Title: s.Word("toegankelijkheid")}))
	}
	return all
}

func paginaPage(s *layout.Site, p *catalog.Pagina) layout.Page {
	return layout.Page{
		Path: p.Page(), Layout: "pagina", Title: p.Titel, Section: p.Page(), About: p,
		View: func(f *layout.Frame) error {
			if f.Description = s.Word("alleen-in-het-nederlands"); !s.Foreign() {
				f.Description, _, _ = strings.Cut(markdown.Text(p.Body()), "\n")
			}
			f.Main = pagina{Title: p.Titel, Text: s.Markdown(p.Body()), Foreign: s.Foreign()}
			return nil
		},
	}
}

// withStatement puts the statement below the text of a page.
func withStatement(s *layout.Site, page layout.Page) layout.Page {
	text := page.View
	page.Layout = layout.StatementSlug
	page.View = func(f *layout.Frame) error {
		view := pagina{Title: page.Title}
		if text != nil {
			if err := text(f); err != nil {
				return err
			}
			view = f.Main.(pagina)
		} else {
			f.Description = s.Word("iedereen-moet-deze-site-kunnen-gebruiken")
		}
		view.Statement = statementOf(s)
		f.Main = view
		return nil
	}
	return page
}

// lost leads a visitor on who came to a page that is not there.
type lost struct {
	Title, Home     string
	Topics, Pleinen bool // there is something to choose
	Contact         *layout.Contact
	Others          []otherLost
}

// otherLost is the same page in another language. A host that has one page for all addresses
// shows that of the first language to everyone.
type otherLost struct{ Code, Dir, Title, URL string }

func otherLosts(s *layout.Site) []otherLost {
	var list []otherLost
	for i, l := range s.Spoken {
		if s.Prefix == "" && i > 0 {
			list = append(list, otherLost{l.Code, l.Dir, l.Word("pagina-is-er-niet"), s.URL(s.PrefixOf(i) + layout.NotFound)})
		}
	}
	return list
}

func NotFoundPages(s *layout.Site) []layout.Page {
	title := s.Word("pagina-is-er-niet")
	return []layout.Page{{
		Path: layout.NotFound, Layout: "404", Title: title, Reach: layout.Hidden,
		View: layout.Shows(func() any {
			c := s.Catalog
			return lost{title, s.Link("/"), len(catalog.Offered(c.Onderwerpen)) > 0, len(c.Pleinen) > 0, s.Shell.Contact, otherLosts(s)}
		}),
	}}
}
