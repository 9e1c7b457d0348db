package site

import (
	"slices"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/piece"
	"pleinwijzer/generator/schedule"
)

// day is a page of one day of the week, or of the evenings: the hours of all spreekuren
// then, the next ones first.
type day struct {
	Title, Intro string
	Others       []layout.Link  // the other days
	Changes      []piece.Change // the coming dates that are in no row
	Days         []piece.Dated
}

func DagPages(s *layout.Site) []layout.Page {
	held := slices.DeleteFunc(slices.Clone(s.Catalog.Dagen), func(d *catalog.Dag) bool { return d.Count() == 0 })
	list := piece.LinkListPages(s, layout.Page{
		Path: "/dagen/", Title: s.Word("dagen"), Description: s.Word("dagen-uitleg"), Section: "/dagen/", InMenu: true,
	}, len(held), func(i int) layout.Link { return dayLink(s, held[i]) })
	for _, d := range s.Catalog.Dagen {
		on := s.Say.On[d.Weekday]
		of := layout.Page{
			Path: d.Page(), Layout: "dag", Title: s.Word("spreekuren-op-dag", on), Description: s.Word("spreekuren-op-dag-uitleg", on),
			Section: "/dagen/", About: d,
		}
		list = append(list, layout.ListPages(s, of, d.Count(), func(from, to int) any {
			view := day{Title: of.Title, Intro: of.Description, Others: otherDays(s, of.Path), Days: piece.RowsByDate(s, d.Uren()[from:to])}
			if from == 0 {
				view.Changes = piece.WithoutHour(s, s.Catalog.Spreekuren, true,
					func(o catalog.Occurrence) bool { return o.Date.Weekday() == d.Weekday })
			}
			return view
		})...)
	}
	return append(list, avondPage(s))
}

const eveningPath = "/dagen/avond/"

// eveningBegins is from when it is evening: most people come from work then.
const eveningBegins = schedule.Clock(17 * 60)

func avondPage(s *layout.Site) layout.Page {
	p := layout.Page{
		Path: eveningPath, Layout: "dag", Title: s.Word("avond-titel"), Section: "/dagen/",
		Description: s.Word("avond-uitleg", s.Say.Clock(eveningBegins)),
	}
	p.View = layout.Shows(func() any {
		return day{
			Title: p.Title, Intro: p.Description, Others: otherDays(s, p.Path), Changes: eveningDates(s), Days: piece.RowsByDate(s, evening(s)),
		}
	})
	return p
}

// otherDays are the days on which something is held, and the evening, but not the page itself.
func otherDays(s *layout.Site, path string) []layout.Link {
	var others []layout.Link
	for _, d := range s.Catalog.Dagen {
		if d.Count() > 0 && d.Page() != path {
			others = append(others, dayLink(s, d))
		}
	}
	if path != eveningPath && hasEvening(s) {
		others = append(others, layout.Link{Title: s.Word("s-avonds"), URL: s.Link(eveningPath)})
	}
	return others
}

// hasEvening reports whether something is held in the evening.
func hasEvening(s *layout.Site) bool { return len(evening(s)) > 0 || len(eveningDates(s)) > 0 }

// evening are the hours of the week that begin in the evening.
func evening(s *layout.Site) []catalog.Uur {
	var late []catalog.Uur
	for _, d := range s.Catalog.Dagen {
		for _, u := range d.Uren() {
			if u.Span.Begin >= eveningBegins {
				late = append(late, u)
			}
		}
	}
	return late
}

// eveningDates are the coming dates in the evening that no week shows.
func eveningDates(s *layout.Site) []piece.Change {
	return piece.WithoutHour(s, s.Catalog.Spreekuren, true, func(o catalog.Occurrence) bool { return o.Span.Begin >= eveningBegins })
}

func dayLink(s *layout.Site, d *catalog.Dag) layout.Link {
	return layout.Link{
		Title: s.Language.Capital(s.Say.Weekday(d.Weekday)), URL: s.Link(d.Page()), Count: d.Count(),
		Slug: d.Naam, Short: s.Word("dag-kort-" + d.Naam),
	}
}

// OnderwerpPages has a page for every topic, since an address that was given away stays.
// The list leads to those that have spreekuren, and search engines hear of no others.
func OnderwerpPages(s *layout.Site) []layout.Page {
	all := catalog.Offered(s.Catalog.Onderwerpen)
	list := piece.LinkListPages(s, layout.Page{
		Path: "/onderwerpen/", Title: s.Word("onderwerpen"), Description: s.Word("onderwerpen-uitleg"), Section: "/onderwerpen/", InMenu: true,
	}, len(all), func(i int) layout.Link {
		link := piece.TopicLink(s, all[i])
		link.Text, link.Other = layout.TopicText(s, all[i].Onderwerp)
		return piece.Counted(link, all[i].Spreekuren)
	})
	for _, o := range s.Catalog.Onderwerpen {
		of := layout.Page{Path: o.Page(), Section: "/onderwerpen/", About: o}
		view := piece.CardList{Icon: o.Pictogram, Others: len(all) > 0}
		of.Title, view.Foreign = layout.Topic(s, o.Onderwerp)
		text, foreign := layout.TopicText(s, o.Onderwerp)
		of.Description = layout.InOwnWords(text, foreign, func() string { return s.Word("spreekuren-over-onderwerp-uitleg") })
		spreekuren := catalog.Listed(o.Spreekuren)
		if len(spreekuren) == 0 {
			of.Reach = layout.Hidden
		}
		list = append(list, piece.DatedListPages(s, of, view, spreekuren)...)
	}
	return list
}

// place is the page of a town or village.
type place struct {
	Name    string
	Pleinen []layout.Link
	Changes []piece.Change // the dates of spreekuren from elsewhere
	Follow  *piece.Follow
	piece.Cards
}

func PlaatsPages(s *layout.Site) []layout.Page {
	all := s.Catalog.Plaatsen
	list := piece.LinkListPages(s, layout.Page{
		Path: "/plaatsen/", Title: s.Word("plaatsen"), Description: s.Word("plaatsen-uitleg"), Section: "/pleinen/",
	}, len(all), func(i int) layout.Link {
		return piece.Counted(layout.Link{Title: all[i].Naam, URL: s.Link(all[i].Page()), Foreign: s.Foreign()}, all[i].Spreekuren)
	})
	for _, p := range all {
		spreekuren := catalog.Listed(p.Spreekuren)
		of := layout.Page{
			Path: p.Page(), Layout: "plaats", Title: s.Word("hulp-in-plaats", p.Naam), Description: s.Word("hulp-in-plaats-uitleg", p.Naam),
			Section: "/pleinen/", About: p,
		}
		cards := piece.DatedCards(s, spreekuren)
		list = append(list, layout.ListPages(s, of, len(spreekuren), func(from, to int) any {
			view := place{Name: p.Naam, Pleinen: layout.Links(s, p.Pleinen, piece.PleinLink),
				Cards: cards(from, to), Follow: piece.FollowOf(s, p.Page())}
			for _, plein := range p.Pleinen {
				view.Changes = append(view.Changes, piece.GuestDates(s, plein, true, piece.Nothing)...)
			}
			return view
		})...)
	}
	return list
}
