package page

import (
	"html/template"

	"pleinwijzer/generator/catalog"
)

type berichten struct {
	Title   string
	Updates []update
}

type bericht struct {
	Titel, InEenZin string
	Text            template.HTML
	Old             bool // it no longer matters
	Date, Day       string
	About           []link
	All             string // the address of all updates
}

func berichtPages(s *site) []Page {
	all := listPages(s, Page{
		Path: "/berichten/", Layout: "berichten", Title: s.word("nieuws"), Description: s.word("berichten-uitleg"), Section: "/berichten/", InMenu: true,
	}, len(s.catalog.Berichten), func(from, to int) any {
		return berichten{Title: s.word("nieuws"), Updates: updatesOf(s, s.catalog.Berichten[from:to])}
	})
	for _, b := range s.catalog.Berichten {
		all = append(all, Page{
			Path: b.Page(), Layout: "bericht", Title: b.Titel, Description: b.InEenZin, Section: "/berichten/", About: b,
			View: func(f *frame) error {
				f.Main, f.Subject = berichtOf(s, b), s.graph.Bericht(b, s.absolute(b.Page()))
				return nil
			},
		})
	}
	return all
}

func berichtOf(s *site, b *catalog.Bericht) bericht {
	shown := updatesOf(s, []*catalog.Bericht{b})[0]
	view := bericht{
		Titel: b.Titel, InEenZin: b.InEenZin, Text: s.markdown(b.Body()), Old: !b.Current(s.catalog.Today),
		Date: shown.Date, Day: s.language.Capital(shown.Day), All: s.link("/berichten/"),
	}
	view.About = append(view.About, links(s, b.Spreekuren, spreekuurLink)...)
	view.About = append(view.About, links(s, b.Pleinen, pleinLink)...)
	view.About = append(view.About, links(s, b.Partners, partnerLink)...)
	return view
}
