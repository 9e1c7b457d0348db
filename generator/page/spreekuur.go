package page

import (
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/publish"
)

// nextDates is how many coming dates a spreekuur shows.
const nextDates = 8

type spreekuur struct {
	frame
	Spreekuur *catalog.Spreekuur
	Next      []catalog.Occurrence
	Adres     content.Adres // where the first of those is
	Move      *content.Verhuizing
	Berichten []*catalog.Bericht
}

func (s *site) spreekuren() []publish.File {
	f := s.frame("Spreekuren", "Alle spreekuren, op alfabet.", "/spreekuren/", "/spreekuren/")
	files := s.spreekuurList(f, "Alle spreekuren, op alfabet.", running(s.catalog.Spreekuren))
	for _, x := range s.catalog.Spreekuren {
		files = append(files, s.page(x.Page(), "spreekuur", func() any { return s.spreekuur(x) }))
	}
	return files
}

func (s *site) spreekuur(x *catalog.Spreekuur) spreekuur {
	today := s.catalog.Today
	view := spreekuur{
		frame:     s.frame(x.Titel, x.InEenZin, x.Page(), "/spreekuren/"),
		Spreekuur: x,
		Next:      x.Next(nextDates),
		Adres:     x.Plein.Adres(today),
		Berichten: current(x.Berichten, today),
	}
	if !x.Ended() {
		view.Move = x.Plein.NextMove(today)
	}
	view.Draft = x.Concept
	view.Feeds = []feedLink{{"text/calendar", "Agenda van " + x.Plein.Naam, x.Plein.Page() + "spreekuren.ics"}}
	return view
}
