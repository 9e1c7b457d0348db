package page

import (
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/publish"
	"pleinwijzer/generator/schedule"
)

// How much the home page shows at most: it answers first, and leads on for
// the rest.
const (
	homeDays        = 7
	homeOccurrences = 40
	homeUpdates     = 5
	homeEvents      = 3
	homePleinen     = 60
)

type home struct {
	Title, Intro string

	Important []update // the updates that come before all else
	Topics    []link
	Week      []homeDay
	More      bool // there is more this week than is shown
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

func (s *site) home() []publish.File {
	return []publish.File{s.page("/", "home", func() frame {
		c := s.catalog
		view := home{
			Title: c.Site.Titel, Intro: c.Site.InEenZin,
			Topics: links(c.Onderwerpen, s.topicLink),
			Events: s.events(first(homeEvents, upcoming(c.Agenda, c.Today))),
		}
		for _, u := range s.updates(current(c.Berichten, c.Today)) {
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
				place.Pleinen = links(p.Pleinen, s.pleinLink)
			}
			view.Places = append(view.Places, place)
		}
		view.Week, view.More = s.week()
		f := s.frame("", c.Site.InEenZin, "/", "/", view)
		f.Subject = s.homeSubject()
		return f
	})}
}

// week is what is on from now until the same day next week.
func (s *site) week() (days []homeDay, more bool) {
	c := s.catalog
	next := c.Coming(c.Spreekuren, c.Today.Add(homeDays-1), homeOccurrences+1)
	more = len(next) > homeOccurrences
	var last schedule.Date
	for _, o := range first(homeOccurrences, next) {
		if o.Date != last {
			days = append(days, s.homeDay(o.Date))
			last = o.Date
		}
		today := &days[len(days)-1]
		today.Rows = append(today.Rows, row{
			Time: s.span(o.Span), Begin: instant(o.Begin()), End: instant(o.End()), Spreekuur: s.spreekuurLink(o.Spreekuur), Where: where(o.Plein, o.Adres),
			Cancelled: o.Cancelled(), Changed: o.Changed(), Reason: s.reason(o.Reason),
		})
	}
	return days, more
}

func (s *site) homeDay(date schedule.Date) homeDay {
	slug := schedule.WeekdayName(date.Weekday())
	return homeDay{Name: s.language.Capital(s.phrases.Date(date)), Short: s.word("dag-kort-" + slug), Slug: slug}
}

// first takes at most n of a list.
func first[T any](n int, list []T) []T { return list[:min(n, len(list))] }

// current are the updates that still matter.
func current(all []*catalog.Bericht, today schedule.Date) []*catalog.Bericht {
	var list []*catalog.Bericht
	for _, b := range all {
		if b.Current(today) {
			list = append(list, b)
		}
	}
	return list
}

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
