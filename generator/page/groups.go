package page

import (
	"pleinwijzer/generator/catalog"
)

// day is a page of one day of the week: the hours of all spreekuren on it.
type day struct {
	Title, Intro string
	Changes      []change // the coming dates on this day that are in no row
	Rows         []row
}

func dagPages(s *site) []Page {
	all := s.catalog.Dagen
	list := linkListPages(s, Page{
		Path: "/dagen/", Title: s.word("dagen"), Description: s.word("dagen-uitleg"), Section: "/dagen/", InMenu: true,
	}, len(all), func(i int) link { return dayLink(s, all[i]) })
	for _, d := range all {
		on := s.say.On[d.Weekday]
		of := Page{
			Path: d.Page(), Layout: "dag", Title: s.word("spreekuren-op-dag", on), Description: s.word("spreekuren-op-dag-uitleg", on),
			Section: "/dagen/", About: d,
		}
		list = append(list, listPages(s, of, len(d.Uren), func(from, to int) any {
			rows := rowMaker{site: s, showPlein: true, told: nothing}
			view := day{Title: of.Title, Intro: of.Description, Rows: rows.all(d.Uren[from:to])}
			if from == 0 {
				view.Changes = withoutHour(s, s.catalog.Spreekuren, true, func(o catalog.Occurrence) bool { return o.Date.Weekday() == d.Weekday })
			}
			return view
		})...)
	}
	return list
}

func dayLink(s *site, d *catalog.Dag) link {
	return link{
		Title: s.language.Capital(s.say.Weekday(d.Weekday)), URL: s.link(d.Page()), Count: len(d.Uren),
		Slug: d.Naam, Short: s.word("dag-kort-" + d.Naam),
	}
}

func onderwerpPages(s *site) []Page {
	all := s.catalog.Onderwerpen
	list := linkListPages(s, Page{
		Path: "/onderwerpen/", Title: s.word("onderwerpen"), Description: s.word("onderwerpen-uitleg"), Section: "/onderwerpen/", InMenu: true,
	}, len(all), func(i int) link {
		return counted(topicLink(s, all[i]), all[i].Uitleg, all[i].Spreekuren)
	})
	for _, o := range all {
		of := Page{Path: o.Page(), Title: o.Naam, Description: o.Uitleg, Section: "/onderwerpen/", About: o}
		list = append(list, cardListPages(s, of, cardList{Icon: o.Pictogram, Foreign: s.foreign()}, catalog.Listed(o.Spreekuren))...)
	}
	return list
}

// place is the page of a town or village.
type place struct {
	Name    string
	Pleinen []link
	Changes []change // the dates of spreekuren from elsewhere
	Follow  *follow
	cards
}

func plaatsPages(s *site) []Page {
	all := s.catalog.Plaatsen
	list := linkListPages(s, Page{
		Path: "/plaatsen/", Title: s.word("plaatsen"), Description: s.word("plaatsen-uitleg"), Section: "/pleinen/",
	}, len(all), func(i int) link {
		return counted(link{Title: all[i].Naam, URL: s.link(all[i].Page()), Foreign: s.foreign()}, "", all[i].Spreekuren)
	})
	for _, p := range all {
		spreekuren := catalog.Listed(p.Spreekuren)
		of := Page{
			Path: p.Page(), Layout: "plaats", Title: s.word("hulp-in-plaats", p.Naam), Description: s.word("hulp-in-plaats-uitleg", p.Naam),
			Section: "/pleinen/", About: p,
		}
		list = append(list, listPages(s, of, len(spreekuren), func(from, to int) any {
			view := place{Name: p.Naam, Pleinen: links(s, p.Pleinen, pleinLink), cards: cardsOf(spreekuren[from:to]), Follow: followOf(s, p.Page())}
			for _, plein := range p.Pleinen {
				view.Changes = append(view.Changes, guestDates(s, plein, true, nothing)...)
			}
			return view
		})...)
	}
	return list
}
