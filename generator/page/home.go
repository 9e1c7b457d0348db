package page

import (
	"slices"

	"pleinwijzer/generator/catalog"
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
	Title, Intro string

	Important []update // the updates that come before all else
	Topics    []link
	Days      []homeDay
	More      bool   // there is more in the next days than is shown
	Weekdays  []link // that have something in a normal week
	Places    []homePlace
	Updates   []update
	Events    []event
}

// homeDay is one day with what happens on it.
type homeDay struct {
	Name  string
	Short string // "di"
	Slug  string // "dinsdag", for its colour
	Rows  []row
}

type homePlace struct {
	Place   link
	Pleinen []link // none where there are too many to list
}

func homePages(s *site) []Page {
	p := Page{Path: "/", Layout: "home", Description: s.catalog.Site.InEenZin, Section: "/", About: s.catalog.Site}
	if s.foreign() {
		p.Description = s.word("pleinen-uitleg") // a description has no mark for Dutch
	}
	p.View = func(f *frame) error {
		f.Main, f.Subject = homeOf(s), s.homeSubject()
		return nil
	}
	return []Page{p}
}

func homeOf(s *site) home {
	c := s.catalog
	view := home{
		Title: c.Site.Titel, Intro: c.Site.InEenZin,
		Topics: links(s, c.Onderwerpen, topicLink),
		Events: eventsOf(s, first(homeEvents, upcoming(c.Agenda, c.Today))),
	}
	for _, u := range updatesOf(s, catalog.Current(c.Berichten, c.Today)) {
		if u.Important {
			view.Important = append(view.Important, u)
		} else {
			view.Updates = append(view.Updates, u)
		}
	}
	view.Important, view.Updates = first(homeUpdates, view.Important), first(homeUpdates, view.Updates)
	for _, p := range c.Plaatsen {
		place := homePlace{Place: link{Title: p.Naam, URL: s.link(p.Page())}}
		if len(c.Pleinen) <= homePleinen {
			place.Pleinen = links(s, p.Pleinen, pleinLink)
		}
		view.Places = append(view.Places, place)
	}
	view.Days, view.More = nextDays(s)
	for _, d := range c.Dagen {
		if len(d.Uren) > 0 {
			view.Weekdays = append(view.Weekdays, dayLink(s, d))
		}
	}
	return view
}

// nextDays is what is on in the first days from now that have something. A day
// is whole: who sees a part of one thinks that it is all.
// They go on to the first day on which something goes on.
func nextDays(s *site) (days []homeDay, more bool) {
	c, shown, held := s.catalog, 0, false
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

func homeDayOf(s *site, held []catalog.Occurrence) homeDay {
	date := held[0].Date
	slug := schedule.WeekdayName(date.Weekday())
	day := homeDay{Name: s.language.Capital(s.say.Near(date)), Short: s.word("dag-kort-" + slug), Slug: slug}
	for _, o := range held {
		r := row{
			Time: s.say.Hours(o.Span), Begin: instant(o.Begin()), End: instant(o.End()), Spreekuur: spreekuurLink(s, o.Spreekuur), Where: say.Where(o.Plein, o.Adres),
			Cancelled: o.Cancelled(),
		}
		if o.Kind != schedule.AsUsual {
			r.Changes = []change{onDate(s, o)}
		}
		day.Rows = append(day.Rows, r)
	}
	return day
}

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
