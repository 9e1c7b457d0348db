package site

import (
	"html/template"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/piece"
	"pleinwijzer/generator/schemaorg"
)

type partner struct {
	Name, InEenZin string
	Logo           *layout.Logo
	ZinForeign     bool // that is Dutch on a page in another language
	Text           template.HTML
	TextForeign    bool           // and so is that
	Changes        []piece.Change // the coming dates that are in no row of it
	Days           []piece.Dated
	OnAppointment  []piece.Appointment
	Unknown        []layout.Link // whose times nobody here knows
	Paused         []layout.Link
	Events         []piece.Event
	News           *piece.Update
	Updates        []piece.Update
	Contact        *layout.Contact
	Website        string
	Follow         *piece.Follow
	Links          []layout.Link // its newsletter and channels
	Embed          string        // where to get it on one's own site
	Channels       string        // what else the partner itself can use
}

func PartnerPages(s *layout.Site) []layout.Page {
	all := s.Catalog.Partners
	list := piece.LinkListPages(s, layout.Page{
		Path: "/partners/", Title: s.Word("partners"), Description: s.Word("partners-uitleg"), Section: "/partners/", InMenu: true,
	}, len(all), func(i int) layout.Link {
		return piece.Counted(piece.PartnerLink(s, all[i]), all[i].Spreekuren)
	})
	for _, p := range all {
		list = append(list, layout.Page{
			Path: p.Page(), Layout: "partner", Title: p.NaamInUitingen, Section: "/partners/", About: p,
			View: func(f *layout.Frame) error {
				view := partnerOf(s, p)
				f.Description = layout.InOwnWords(view.InEenZin, view.ZinForeign, func() string {
					return s.Word("hulp-van-partner-uitleg", p.NaamInUitingen)
				})
				f.Main, f.Subject = view, s.Graph.Partner(p, schemaorg.Told{Description: f.Description})
				f.OEmbed = s.Catalog.Site.Absolute(layout.OEmbedPath(s, p.Page()))
				return nil
			},
		})
	}
	return list
}

func partnerOf(s *layout.Site, p *catalog.Partner) partner {
	view := partner{
		Name: p.NaamInUitingen, Logo: layout.LogoOf(s, p.Logo),
		Changes: piece.WithoutHour(s, p.Spreekuren, true, piece.Anything),
		Days:    piece.RowsByDate(s, catalog.UrenOf(p.Spreekuren)),
		Paused:  piece.PausedOf(s, p.Spreekuren), Unknown: piece.UnknownOf(s, p.Spreekuren),
		OnAppointment: piece.OnAppointment(s, p.Spreekuren, true),
		Contact:       layout.ContactOf(p.Telefoon, p.Email), Website: string(p.Website),
		Events: piece.EventsOf(s, upcoming(p.Agenda, s.Catalog.Today)),
		Follow: piece.FollowOf(s, p.Page()),
		Embed:  s.Link(layout.EmbedPage) + "?partner=" + p.Slug, Channels: s.URL(p.Page() + layout.ChannelsPath),
	}
	view.News, view.Updates = piece.NewsOf(s, p.Berichten)
	view.InEenZin, view.ZinForeign = layout.SentenceOf(s, p.Vertaling, p.InEenZin)
	body, foreign := layout.BodyOf(s, p.Vertaling, p.Body())
	view.Text, view.TextForeign = s.Markdown(body), foreign
	if p.Nieuwsbrief != "" {
		view.Links = append(view.Links, layout.Link{Title: s.Word("nieuwsbrief"), URL: string(p.Nieuwsbrief)})
	}
	for _, c := range p.Kanalen.List() {
		view.Links = append(view.Links, layout.Link{Title: c.Name, URL: string(c.Address)})
	}
	return view
}
