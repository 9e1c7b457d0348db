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
	homeBerichten   = 5
	homeAgenda      = 3
	homePleinen     = 60
)

type home struct {
	frame
	Onderwerpen []*catalog.Onderwerp
	Week        []date
	More        bool // there is more this week than is shown
	Plaatsen    []*catalog.Plaats
	ByPlaats    bool // the pleinen are shown below their places
	Berichten   []*catalog.Bericht
	Agenda      []*catalog.Agendapunt
}

// date is one day with what happens on it.
type date struct {
	Date        schedule.Date
	Occurrences []catalog.Occurrence
}

func (s *site) home() []publish.File {
	return []publish.File{s.page("/", "home", func() any {
		c := s.catalog
		view := home{
			frame:       s.frame("", c.Site.InEenZin, "/", "/"),
			Onderwerpen: c.Onderwerpen,
			Plaatsen:    c.Plaatsen,
			ByPlaats:    len(c.Pleinen) <= homePleinen,
			Berichten:   s.news(homeBerichten),
			Agenda:      s.coming(homeAgenda),
		}
		view.Week, view.More = s.week()
		return view
	})}
}

// week is what is on from now until the same day next week.
func (s *site) week() (days []date, more bool) {
	c := s.catalog
	next := c.Coming(c.Spreekuren, c.Today.Add(homeDays-1), homeOccurrences+1)
	if more = len(next) > homeOccurrences; more {
		next = next[:homeOccurrences]
	}
	for _, o := range next {
		if len(days) == 0 || days[len(days)-1].Date != o.Date {
			days = append(days, date{Date: o.Date})
		}
		last := &days[len(days)-1]
		last.Occurrences = append(last.Occurrences, o)
	}
	return days, more
}

// news are the updates that matter now, the important ones first.
func (s *site) news(n int) []*catalog.Bericht {
	var important, other []*catalog.Bericht
	for _, b := range s.catalog.Berichten {
		switch {
		case !b.Current(s.catalog.Today):
		case b.Belangrijk:
			important = append(important, b)
		default:
			other = append(other, b)
		}
	}
	all := append(important, other...)
	return all[:min(n, len(all))]
}

// coming are the events that are not over yet.
func (s *site) coming(n int) []*catalog.Agendapunt {
	var next []*catalog.Agendapunt
	for _, a := range s.catalog.Agenda {
		if !a.Past(s.catalog.Today) && len(next) < n {
			next = append(next, a)
		}
	}
	return next
}
