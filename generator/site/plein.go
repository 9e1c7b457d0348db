package site

import (
	"html/template"
	"slices"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/piece"
	"pleinwijzer/generator/schemaorg"
)

type plein struct {
	Name, InEenZin string
	ZinForeign     bool // that is Dutch on a page in another language
	Text           template.HTML
	TextForeign    bool           // and so is that
	Changes        []piece.Change // what is not as the week says, the first of it
	MoreChanges    []piece.Change // and the rest
	Week           piece.Grid
	OnAppointment  []piece.Appointment
	Unknown        []layout.Link  // whose times nobody here knows; Text says so
	Paused         []layout.Link  // stopped for a time; Text is the reason
	News           *piece.Update  // what matters most
	Updates        []piece.Update // and the rest
	Events         []piece.Event
	Location       piece.Location
	Contact        *layout.Contact
	Website        string
	Opening        []piece.OpeningDay
	Open           []piece.Interval   // when it is open in the coming days, exceptions applied
	Known          string             // until when, for machines; "" if not even today is known
	Exceptions     []piece.OpenPeriod // those after the weeks that Changes tells of
	Partners       []layout.Link
	Lead           string // who leads it
	PilotUntil     string
	Around         *piece.Around
	Follow         *piece.Follow
	JSON           string
	Poster         string
	Team           string // for the people who work there
	Embed          string // where to get it on one's own site
}

// pleinChanges is how many lines stand above the week before the rest is folded: the week
// itself comes first.
const pleinChanges = 1

func PleinPages(s *layout.Site) []layout.Page {
	all := s.Catalog.Pleinen
	list := piece.MappedLinkPages(s, layout.Page{
		Path: "/pleinen/", Title: s.Word("pleinen"), Description: s.Word("pleinen-uitleg"), Section: "/pleinen/", InMenu: true,
	}, len(all), func(i int) layout.Link {
		link := piece.PleinLink(s, all[i])
		link.Text, link.Other = all[i].Adres(s.Catalog.Today).Plaats, s.Foreign()
		return piece.Counted(link, all[i].Spreekuren)
	}, func() *piece.Map { return piece.MapOf(s) })
	for _, p := range all {
		list = append(list, layout.Page{
			Path: p.Page(), Layout: "plein", Title: p.Naam, Section: "/pleinen/", About: p,
			View: func(f *layout.Frame) error {
				view := pleinOf(s, p)
				f.Description = layout.InOwnWords(view.InEenZin, view.ZinForeign, func() string {
					return s.Word("hulp-op-plein-uitleg", p.Naam, p.Adres(s.Catalog.Today).Plaats)
				})
				f.Main = view
				f.OEmbed = s.Catalog.Site.Absolute(layout.OEmbedPath(s, p.Page()))
				f.Subject = s.Graph.Plein(p, schemaorg.Told{Description: f.Description, URL: s.Absolute(p.Page())}, piece.ExceptionDays,
					func(choice string) string { return piece.FacilityName(s, choice) })
				return nil
			},
		})
	}
	return list
}

func pleinOf(s *layout.Site, p *catalog.Plein) plein {
	today := s.Catalog.Today
	view := plein{
		Name:   piece.Softened(p.Naam),
		Week:   piece.GridOf(s, p.Spreekuren),
		Paused: piece.PausedOf(s, p.Spreekuren), Unknown: piece.UnknownOf(s, p.Spreekuren),
		OnAppointment: piece.OnAppointment(s, p.Spreekuren, false),
		Events:        piece.EventsOf(s, catalog.ForVisitors(upcoming(p.Agenda, today))),
		Location:      piece.LocationOf(s, p),
		Contact:       layout.ContactOf(p.Telefoon, p.Email), Website: string(p.Website),
		Opening:    piece.OpeningOf(s, p),
		Exceptions: exceptionsAfter(s, p),
		Partners:   layout.Links(s, p.Partners, nameOnly),
		Around:     piece.AroundOf(s, p),
		Follow:     piece.FollowOf(s, p.Page()), JSON: s.URL(p.Page() + "spreekuren.json"),
		Poster: s.Link(p.Page() + layout.PosterPath), Team: s.URL(p.Page() + layout.TeamPath),
		Embed: s.Link(layout.EmbedPage) + "?plein=" + p.Slug,
	}
	if known := piece.KnownUntil(s, p, piece.OpenDays); known > today {
		view.Open, view.Known = piece.OpenUntil(s, p, known), piece.Instant(known.At(0))
	}
	changes := piece.PleinChanges(s, p)
	view.Changes = first(pleinChanges, changes)
	view.MoreChanges = changes[len(view.Changes):]
	view.News, view.Updates = piece.NewsOf(s, p.Berichten)
	view.InEenZin, view.ZinForeign = layout.SentenceOf(s, p.Vertaling, p.InEenZin)
	body, foreign := layout.BodyOf(s, p.Vertaling, p.Body())
	view.Text, view.TextForeign = s.Markdown(body), foreign
	if p.Kartrekker != nil {
		view.Lead = p.Kartrekker.NaamInUitingen
	}
	if p.Pilot.TotEnMet >= today && p.Pilot.TotEnMet != 0 {
		view.PilotUntil = s.Say.Date(p.Pilot.TotEnMet)
	}
	return view
}

// exceptionsAfter are the periods with other hours that nothing above the week tells of.
func exceptionsAfter(s *layout.Site, p *catalog.Plein) []piece.OpenPeriod {
	told := s.Catalog.Today.Add(piece.ChangeDays)
	return slices.DeleteFunc(piece.ExceptionsOf(s, p, piece.ExceptionDays), func(x piece.OpenPeriod) bool { return x.From <= told })
}

// nameOnly is a link to a partner, without its sentence: the page is long enough.
func nameOnly(s *layout.Site, p *catalog.Partner) layout.Link {
	link := piece.PartnerLink(s, p)
	link.Text = ""
	return link
}
