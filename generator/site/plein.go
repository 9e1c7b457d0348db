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
	Changes        []piece.Change // of the plein itself in the coming weeks, and what is in no row
	Timetable      piece.Timetable
	OnAppointment  []piece.Appointment
	Paused         []layout.Link // stopped for a time; Text is the reason
	Updates        []piece.Update
	Events         []piece.Event
	Plein          *catalog.Plein
	Contact        *layout.Contact
	Website        string
	Opening        []openingDay
	Open           []interval // when it is open in the coming days, exceptions applied
	Known          string     // until when, for machines
	Exceptions     []piece.OpenPeriod
	Partners       []layout.Link
	Lead           string // who leads it
	PilotUntil     string
	Around         *piece.Around
	Follow         *piece.Follow
	JSON           string
	Poster         string
	Newsletter     string
	Embed          string // where to get it on one's own site
}

// openingDay is one line of the opening hours.
type openingDay struct {
	Name, Hours string // Hours is "" when closed
}

// interval is a stretch of time for machines.
type interval struct{ Begin, End string }

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
	periods := p.OpenPeriods(today, today.Add(piece.ChangeDays))
	closed := func(o catalog.Occurrence) bool { return p.Explains(periods, o) }
	view := plein{
		Name: piece.Softened(p.Naam),
		Changes: piece.InOrder(slices.Concat(piece.ClosingChanges(s, periods), piece.GuestDates(s, p, false, closed),
			piece.WithoutHour(s, p.Spreekuren, false, func(o catalog.Occurrence) bool { return !closed(o) }))),
		Timetable: piece.WeekOf(s, catalog.Timetable(p.Spreekuren), &piece.RowMaker{Site: s, Covered: closed}),
		Paused:    piece.PausedOf(s, p.Spreekuren), OnAppointment: piece.OnAppointment(s, p.Spreekuren, false),
		Updates: piece.UpdatesOf(s, catalog.Current(p.Berichten, today)),
		Events:  piece.EventsOf(s, upcoming(p.Agenda, today)),
		Plein:   p,
		Contact: layout.ContactOf(p.Telefoon, p.Email), Website: string(p.Website),
		Opening: openingOf(s, p), Open: openOf(s, p), Known: piece.Instant(today.Add(piece.OpenDays).At(0)),
		Exceptions: piece.ExceptionsOf(s, p, piece.ExceptionDays),
		Partners:   layout.Links(s, p.Partners, piece.PartnerLink),
		Around:     piece.AroundOf(s, p),
		Follow:     piece.FollowOf(s, p.Page()), JSON: s.URL(p.Page() + "spreekuren.json"),
		Poster: s.Link(p.Page() + layout.PosterPath), Newsletter: s.URL(p.Page() + layout.NewsletterPath),
		Embed: s.Link(layout.EmbedPage) + "?plein=" + p.Slug,
	}
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

func openingOf(s *layout.Site, p *catalog.Plein) []openingDay {
	if !p.Schedule.HasOpening {
		return nil
	}
	var lines []openingDay
	for _, weekday := range catalog.Week {
		name := s.Language.Capital(s.Say.Weekday(weekday))
		lines = append(lines, openingDay{name, s.Say.AllHours(p.Schedule.Opening[weekday])})
	}
	return lines
}

func openOf(s *layout.Site, p *catalog.Plein) []interval {
	var list []interval
	for date := s.Catalog.Today; date < s.Catalog.Today.Add(piece.OpenDays); date++ {
		hours, _, _ := p.Schedule.HoursOn(date, s.Catalog.Site.Calendar)
		for _, span := range hours {
			list = append(list, interval{piece.Instant(date.At(span.Begin)), piece.Instant(date.At(span.End))})
		}
	}
	return list
}
