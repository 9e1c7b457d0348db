package page

import (
	"slices"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/publish"
)

type agenda struct {
	frame
	Coming, Past []*catalog.Agendapunt
}

type agendapunt struct {
	frame
	Agendapunt *catalog.Agendapunt
	Adres      content.Adres
	Past       bool
}

func (s *site) agenda() []publish.File {
	f := s.frame("Agenda", "Wat er binnenkort te doen is.", "/agenda/", "/agenda/")
	ordered := s.agendaOrder()
	files := s.list(f, "agenda", len(ordered), func(f frame, from, to int) any {
		view := agenda{frame: f}
		for _, a := range ordered[from:to] {
			if a.Past(s.catalog.Today) {
				view.Past = append(view.Past, a)
			} else {
				view.Coming = append(view.Coming, a)
			}
		}
		return view
	})
	for _, a := range s.catalog.Agenda {
		files = append(files, s.page(a.Page(), "agendapunt", func() any { return s.agendapunt(a) }))
	}
	return files
}

// agendaOrder is what comes first, soonest first, and then what has been, the
// last first.
func (s *site) agendaOrder() []*catalog.Agendapunt {
	var past, ordered []*catalog.Agendapunt
	for _, a := range s.catalog.Agenda {
		if a.Past(s.catalog.Today) {
			past = append(past, a)
		} else {
			ordered = append(ordered, a)
		}
	}
	slices.Reverse(past)
	return append(ordered, past...)
}

func (s *site) agendapunt(a *catalog.Agendapunt) agendapunt {
	view := agendapunt{
		frame:      s.frame(a.Titel, a.InEenZin, a.Page(), "/agenda/"),
		Agendapunt: a,
		Adres:      content.Adres{Locatie: a.Locatie, Straat: a.Straat, Postcode: a.Postcode, Plaats: a.Plaats},
		Past:       a.Past(s.catalog.Today),
	}
	if a.Plein != nil {
		view.Adres = a.Plein.Adres(a.Datum)
	}
	view.Draft = a.Concept
	return view
}
