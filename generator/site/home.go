// Package site has the pages for visitors, and those about the site for others. Each kind
// is a file: a function that lists its pages, and the view of its template.
package site

import (
	"slices"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/piece"
	"pleinwijzer/generator/say"
	"pleinwijzer/generator/schedule"
)

// How much the home page shows at most: it answers first, and leads on for
// the rest.
const (
	homeAhead   = 7  // days to look ahead
	homeDays    = 3  // of those with something on
	homeEnough  = 12 // lines, unless the first day has more
	homeMost    = 40 // lines: a day of a large directory is cut
	homeUpdates = 3
	homeEvents  = 3
	homePleinen = 60
)

type home struct {
	Title, Intro               string
	TitleForeign, IntroForeign bool // those are Dutch on a page in another language

	Important []piece.Update // the updates that come before all else
	Topics    []layout.Link
	Days      []homeDay
	More      bool          // there is more in the next days than is shown
	Weekdays  []layout.Link // that have something in a normal week
	Places    []homePlace
	Updates   []piece.Update
	Events    []piece.Event
}

// homeDay is one day with what happens on it.
type homeDay struct {
	Name  string
	Short string // "di"
	Slug  string // "dinsdag", for its colour
	Rows  []piece.Row
}

type homePlace struct {
	Place   layout.Link
	Pleinen []layout.Link // none where there are too many to list
}

func HomePages(s *layout.Site) []layout.Page {
	zin, foreign := s.InEenZin()
	p := layout.Page{Path: "/", Layout: "home", Section: "/", About: s.Catalog.Site}
	p.Description = layout.InOwnWords(zin, foreign, func() string { return s.Word("pleinen-uitleg") })
	p.View = func(f *layout.Frame) error {
		f.Main, f.Subject = homeOf(s), s.HomeSubject(p.Description)
		return nil
	}
	return []layout.Page{p}
}

func homeOf(s *layout.Site) home {
	c := s.Catalog
	view := home{
		Topics: layout.Links(s, c.Onderwerpen, piece.TopicLink),
		Events: first(homeEvents, readable(piece.EventsOf(s, upcoming(c.Agenda, c.Today)), func(e piece.Event) bool { return e.Link.Foreign })),
	}
	view.Title, view.TitleForeign = s.Titel()
	view.Intro, view.IntroForeign = s.InEenZin()
	for _, u := range piece.UpdatesOf(s, catalog.Current(c.Berichten, c.Today)) {
		if u.Important {
			view.Important = append(view.Important, u)
		} else {
			view.Updates = append(view.Updates, u)
		}
	}
	view.Important = first(homeUpdates, view.Important)
	view.Updates = first(homeUpdates, readable(view.Updates, func(u piece.Update) bool { return u.Link.Foreign }))
	for _, p := range c.Plaatsen {
		place := homePlace{Place: layout.Link{Title: p.Naam, URL: s.Link(p.Page())}}
		if len(c.Pleinen) <= homePleinen {
			place.Pleinen = layout.Links(s, p.Pleinen, piece.PleinLink)
		}
		view.Places = append(view.Places, place)
	}
	view.Days, view.More = NextDays(s)
	for _, d := range c.Dagen {
		if len(d.Uren) > 0 {
			view.Weekdays = append(view.Weekdays, dayLink(s, d))
		}
	}
	return view
}

// NextDays is what is on in the first days from now that have something. A day
// is whole: who sees a part of one thinks that it is all.
// They go on to the first day on which something goes on.
func NextDays(s *layout.Site) (days []homeDay, more bool) {
	c, shown, held := s.Catalog, 0, false
	next := c.Coming(c.Spreekuren, c.Today.Add(homeAhead-1))
	for len(next) > 0 && !more {
		n := slices.IndexFunc(next, func(o catalog.Occurrence) bool { return o.Date != next[0].Date })
		if n < 0 {
			n = len(next)
		}
		if more = len(days) == homeDays || len(days) > 0 && shown+n > homeEnough; more {
			break
		}
		day := atMost(homeMost, next[:n])
		days = append(days, homeDayOf(s, day))
		shown += n
		held = held || slices.ContainsFunc(day, goesOn)
		next = next[n:]
	}
	if !held {
		if day := c.NextHeld(c.Spreekuren); len(day) > 0 {
			days = append(days, homeDayOf(s, atMost(homeMost, day)))
		}
	}
	return days, more || shown > homeMost
}

func goesOn(o catalog.Occurrence) bool { return !o.Cancelled() }

// atMost cuts a day that is too long, what is cancelled before all else.
func atMost(n int, day []catalog.Occurrence) []catalog.Occurrence {
	for i := len(day) - 1; i >= 0 && len(day) > n; i-- {
		if day[i].Cancelled() {
			day = slices.Delete(day, i, i+1)
		}
	}
	return first(n, day)
}

func homeDayOf(s *layout.Site, held []catalog.Occurrence) homeDay {
	date := held[0].Date
	slug := schedule.WeekdayName(date.Weekday())
	day := homeDay{Name: s.Language.Capital(s.Say.Near(date)), Short: s.Word("dag-kort-" + slug), Slug: slug}
	for _, o := range held {
		link := piece.SpreekuurLink(s, o.Spreekuur)
		r := piece.Row{
			Time: s.Say.Hours(o.Span), Begin: piece.Instant(o.Begin()), End: piece.Instant(o.End()), Spreekuur: link, About: piece.AboutOf(s, o.Spreekuur, link), Where: say.Where(o.Plein, o.Adres),
			Cancelled: o.Cancelled(),
		}
		if o.Kind != schedule.AsUsual {
			r.Changes = []piece.Change{piece.OnDate(s, o)}
		}
		day.Rows = append(day.Rows, r)
	}
	return day
}

// readable leaves out what is in Dutch on a page in another language: the home page leads on
// to where it all is.
func readable[T any](list []T, foreign func(T) bool) []T { return slices.DeleteFunc(list, foreign) }

// first takes at most n of a list.
func first[T any](n int, list []T) []T { return list[:min(n, len(list))] }

// upcoming are the events that are not over yet.
func upcoming(all []*catalog.Agendapunt, today schedule.Date) []*catalog.Agendapunt {
	var list []*catalog.Agendapunt
	for _, a := range all {
		if !a.Past(today) {
			list = append(list, a)
		}
	}
	return list
}
