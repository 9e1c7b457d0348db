package page

import (
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/publish"
)

type berichten struct {
	frame
	Berichten []*catalog.Bericht
}

type bericht struct {
	frame
	Bericht *catalog.Bericht
	Old     bool // it no longer matters
}

func (s *site) berichten() []publish.File {
	f := s.frame("Berichten", "Nieuws van de pleinen.", "/berichten/", "/berichten/")
	all := s.catalog.Berichten
	files := s.list(f, "berichten", len(all), func(f frame, from, to int) any {
		return berichten{frame: f, Berichten: all[from:to]}
	})
	for _, b := range all {
		files = append(files, s.page(b.Page(), "bericht", func() any {
			view := bericht{
				frame:   s.frame(b.Titel, b.InEenZin, b.Page(), "/berichten/"),
				Bericht: b, Old: !b.Current(s.catalog.Today),
			}
			view.Draft = b.Concept
			return view
		}))
	}
	return files
}
