package page

import (
	"html/template"

	"pleinwijzer/generator/catalog"
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

func partnerPages(s *site) []Page {
	all := s.catalog.Partners
	list := linkListPages(s, Page{
		Path: "/partners/", Title: s.word("partners"), Description: s.word("partners-uitleg"), Section: "/partners/", InMenu: true,
	}, len(all), func(i int) link {
		return counted(partnerLink(s, all[i]), all[i].InEenZin, all[i].Spreekuren)
	})
	for _, p := range all {
		list = append(list, Page{
			Path: p.Page(), Layout: "partner", Title: p.NaamInUitingen, Description: p.InEenZin, Section: "/partners/", About: p,
			View: func(f *frame) error {
				f.Main, f.Subject = partnerOf(s, p), s.graph.Partner(p)
				f.OEmbed = s.catalog.Site.Absolute(oembedPath(s, p.Page()))
				return nil
			},
		})
	}
	return list
}

func partnerOf(s *site, p *catalog.Partner) partner {
	view := partner{
		Name: p.NaamInUitingen, InEenZin: p.InEenZin, Text: s.markdown(p.Body()),
		Changes:   withoutHour(s, p.Spreekuren, true, anything),
		Timetable: timetableOf(s, p.Spreekuren, true),
		Paused:    pausedOf(s, p.Spreekuren), OnAppointment: onAppointment(s, p.Spreekuren, true),
		Updates: updatesOf(s, catalog.Current(p.Berichten, s.catalog.Today)),
		Contact: contactOf(p.Telefoon, p.Email), Website: string(p.Website),
		Follow: followOf(s, p.Page()),
		Embed:  s.link(embedPage) + "?partner=" + p.Slug,
	}
	if p.Nieuwsbrief != "" {
		view.Links = append(view.Links, link{Title: s.word("nieuwsbrief"), URL: string(p.Nieuwsbrief)})
	}
	for _, c := range p.Kanalen.List() {
		view.Links = append(view.Links, link{Title: c.Name, URL: string(c.Address)})
	}
	return view
}
