package page

import (
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/publish"
)

type partner struct {
	frame
	Partner   *catalog.Partner
	Timetable []catalog.Dag
	Stopped   []*catalog.Spreekuur
	Berichten []*catalog.Bericht
}

func (s *site) partners() []publish.File {
	f := s.frame("Partners", "De organisaties die u helpen.", "/partners/", "/partners/")
	all := s.catalog.Partners
	files := s.linkList(f, "Deze organisaties helpen u op de pleinen.", len(all), func(i int) link {
		p := all[i]
		return link{Title: p.NaamInUitingen, Path: p.Page(), Text: p.InEenZin, Count: len(running(p.Spreekuren))}
	})
	for _, p := range all {
		files = append(files, s.page(p.Page(), "partner", func() any { return s.partner(p) }))
	}
	return files
}

func (s *site) partner(p *catalog.Partner) partner {
	view := partner{
		frame:     s.frame(p.NaamInUitingen, p.InEenZin, p.Page(), "/partners/"),
		Partner:   p,
		Timetable: catalog.Timetable(p.Spreekuren),
		Berichten: current(p.Berichten, s.catalog.Today),
	}
	view.Draft = p.Concept
	for _, x := range p.Spreekuren {
		if x.Status == "tijdelijk gestopt" {
			view.Stopped = append(view.Stopped, x)
		}
	}
	return view
}
