package site

import (
	"html/template"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/piece"
)

type berichten struct {
	Title   string
	Updates []piece.Update
}

type bericht struct {
	Titel, InEenZin string
	Text            template.HTML
	Old             bool // it no longer matters
	Date, Day       string
	About           []layout.Link
	All             string // the address of all updates
}

func BerichtPages(s *layout.Site) []layout.Page {
	all := layout.ListPages(s, layout.Page{
		Path: "/berichten/", Layout: "berichten", Title: s.Word("nieuws"),
		Description: s.Word("berichten-uitleg"), Section: "/berichten/", InMenu: true,
	}, len(s.Catalog.Berichten), func(from, to int) any {
		return berichten{Title: s.Word("nieuws"), Updates: piece.UpdatesOf(s, s.Catalog.Berichten[from:to])}
	})
	for _, b := range s.Catalog.Berichten {
		all = append(all, layout.Page{
			Path: b.Page(), Layout: "bericht", Title: b.Titel, Description: b.InEenZin, Section: "/berichten/", About: b,
			View: func(f *layout.Frame) error {
				f.Main, f.Subject = berichtOf(s, b), s.Graph.Bericht(b, s.Absolute(b.Page()))
				return nil
			},
		})
	}
	return all
}

func berichtOf(s *layout.Site, b *catalog.Bericht) bericht {
	shown := piece.UpdatesOf(s, []*catalog.Bericht{b})[0]
	view := bericht{
		Titel: b.Titel, InEenZin: b.InEenZin, Text: s.Markdown(b.Body()), Old: !b.Current(s.Catalog.Today),
		Date: shown.Date, Day: s.Language.Capital(shown.Day), All: s.Link("/berichten/"),
	}
	view.About = append(view.About, layout.Links(s, b.Spreekuren, piece.SpreekuurLink)...)
	view.About = append(view.About, layout.Links(s, b.Pleinen, piece.PleinLink)...)
	view.About = append(view.About, layout.Links(s, b.Partners, piece.PartnerLink)...)
	return view
}
