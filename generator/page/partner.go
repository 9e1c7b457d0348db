package page

import (
	"html/template"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/publish"
)

type partner struct {
	Name, InEenZin string
	Text           template.HTML
	Changes        []change // the coming dates that are in no row of it
	Timetable      timetable
	OnAppointment  []appointment
	Paused         []link
	Updates        []update
	Contact        *contact
	Website        string
	Follow         *follow
	Links          []link // its newsletter and channels
	Embed          string // where to get it on one's own site
}

func (s *site) partners() []publish.File {
	all := s.catalog.Partners
	files := s.linkList(s.word("partners"), s.word("partners-uitleg"), "/partners/", "/partners/", len(all), func(i int) link {
		return counted(s.partnerLink(all[i]), all[i].InEenZin, all[i].Spreekuren)
	})
	for _, p := range all {
		files = append(files, s.page(p.Page(), "partner", func() frame { return s.partner(p) }))
	}
	return files
}

func (s *site) partner(p *catalog.Partner) frame {
	view := partner{
		Name: p.NaamInUitingen, InEenZin: p.InEenZin, Text: s.markdown(p.Body()),
		Changes:   s.withoutHour(p.Spreekuren, true, anything),
		Timetable: s.timetable(p.Spreekuren, true),
		Paused:    s.paused(p.Spreekuren), OnAppointment: s.onAppointment(p.Spreekuren, true),
		Updates: s.updates(catalog.Current(p.Berichten, s.catalog.Today)),
		Contact: contactOf(p.Telefoon, p.Email), Website: string(p.Website),
		Follow: s.follow(p.Page()),
		Embed:  s.link(embedPage) + "?partner=" + p.Slug,
	}
	if p.Nieuwsbrief != "" {
		view.Links = append(view.Links, link{Title: s.word("nieuwsbrief"), URL: string(p.Nieuwsbrief)})
	}
	for _, c := range p.Kanalen.List() {
		view.Links = append(view.Links, link{Title: c.Name, URL: string(c.Address)})
	}
	f := s.frame(p.NaamInUitingen, p.InEenZin, p.Page(), "/partners/", view)
	f.Draft, f.OEmbed = p.Concept, s.catalog.Site.Absolute(s.oembedPath(p.Page()))
	f.Subject = s.graph.Partner(p)
	return f
}
