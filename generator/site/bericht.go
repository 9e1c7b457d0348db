package site

import (
	"html/template"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/piece"
	"pleinwijzer/generator/schemaorg"
)

type berichten struct {
	Title   string
	Updates []piece.Update
}

type bericht struct {
	Titel, InEenZin string
	Text            template.HTML

	TitelForeign, ZinForeign, TextForeign bool // those are Dutch on a page in another language

	Old       bool // it no longer matters
	Date, Day string
	About     []layout.Link
	All       string // the address of all updates
}

func BerichtPages(s *layout.Site) []layout.Page {
	all := layout.ListPages(s, layout.Page{
		Path: "/berichten/", Layout: "berichten", Title: s.Word("nieuws"),
		Description: s.Word("berichten-uitleg"), Section: "/berichten/", InMenu: true,
	}, len(s.Catalog.Berichten), func(from, to int) any {
		return berichten{Title: s.Word("nieuws"), Updates: piece.UpdatesOf(s, s.Catalog.Berichten[from:to])}
	})
	for _, b := range s.Catalog.Berichten {
		p := layout.Page{Path: b.Page(), Layout: "bericht", Section: "/berichten/", About: b}
		p.Title, _ = s.Titled(b.Vertaling, b.Titel)
		p.View = func(f *layout.Frame) error {
			view := berichtOf(s, b)
			f.Description = layout.InOwnWords(view.InEenZin, view.ZinForeign, func() string { return s.Word("bericht-uitleg", view.Day) })
			f.Main = view
			f.Subject = s.Graph.Bericht(b, schemaorg.Told{
				Name: view.Titel, Description: f.Description, Language: s.Written(view.TitelForeign), URL: s.Absolute(b.Page()),
			})
			return nil
		}
		all = append(all, p)
	}
	return all
}

func berichtOf(s *layout.Site, b *catalog.Bericht) bericht {
	shown := piece.UpdatesOf(s, []*catalog.Bericht{b})[0]
	view := bericht{
		Titel: shown.Link.Title, TitelForeign: shown.Link.Foreign, InEenZin: shown.InEenZin, ZinForeign: shown.Foreign,
		Old:  !b.Current(s.Catalog.Today),
		Date: shown.Date, Day: s.Language.Capital(shown.Day), All: s.Link("/berichten/"),
	}
	body, foreign := s.Body(b.Vertaling, b.Body())
	view.Text, view.TextForeign = s.Markdown(body), foreign
	view.About = append(view.About, layout.Links(s, b.Spreekuren, piece.SpreekuurLink)...)
	view.About = append(view.About, layout.Links(s, b.Pleinen, piece.PleinLink)...)
	view.About = append(view.About, layout.Links(s, b.Partners, piece.PartnerLink)...)
	return view
}
