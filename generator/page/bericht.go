package page

import (
	"html/template"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/publish"
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

func (s *site) berichten() []publish.File {
	all := s.catalog.Berichten
	files := s.list(s.word("nieuws"), s.word("berichten-uitleg"), "/berichten/", "/berichten/", "berichten", len(all), func(from, to int) any {
		return berichten{Title: s.word("nieuws"), Updates: s.updates(all[from:to])}
	})
	for _, b := range all {
		files = append(files, s.page(b.Page(), "bericht", func() frame { return s.bericht(b) }))
	}
	return files
}

func (s *site) bericht(b *catalog.Bericht) frame {
	shown := s.updates([]*catalog.Bericht{b})[0]
	view := bericht{
		Titel: b.Titel, InEenZin: b.InEenZin, Text: s.markdown(b.Body()), Old: !b.Current(s.catalog.Today),
		Date: shown.Date, Day: s.language.Capital(shown.Day), All: s.link("/berichten/"),
	}
	view.About = append(view.About, links(b.Spreekuren, s.spreekuurLink)...)
	view.About = append(view.About, links(b.Pleinen, s.pleinLink)...)
	view.About = append(view.About, links(b.Partners, s.partnerLink)...)
	f := s.frame(b.Titel, b.InEenZin, b.Page(), "/berichten/", view)
	f.Draft = b.Concept
	f.Subject = s.graph.Bericht(b, s.absolute(b.Page()))
	return f
}
