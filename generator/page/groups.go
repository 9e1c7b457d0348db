package page

import (
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/publish"
)

// day is a page of one day of the week: the hours of all spreekuren on it.
type day struct {
	Title, Intro string
	Changes      []change // the coming dates on this day that are in no row
	Rows         []row
}

func (s *site) dagen() []publish.File {
	all := s.catalog.Dagen
	files := s.linkList(s.word("dagen"), s.word("dagen-uitleg"), "/dagen/", "/dagen/", len(all), func(i int) link { return s.dayLink(all[i]) })
	for _, d := range all {
		on := s.say.On[d.Weekday]
		title, description := s.word("spreekuren-op-dag", on), s.word("spreekuren-op-dag-uitleg", on)
		files = append(files, s.list(title, description, d.Page(), "/dagen/", "dag", len(d.Uren), func(from, to int) any {
			rows := rowMaker{site: s, showPlein: true, told: nothing}
			view := day{Title: title, Intro: description, Rows: rows.all(d.Uren[from:to])}
			if from == 0 {
				view.Changes = s.withoutHour(s.catalog.Spreekuren, true, func(o catalog.Occurrence) bool { return o.Date.Weekday() == d.Weekday })
			}
			return view
		})...)
	}
	return files
}

func (s *site) dayLink(d *catalog.Dag) link {
	return link{
		Title: s.language.Capital(s.say.Weekday(d.Weekday)), URL: s.link(d.Page()), Count: len(d.Uren),
		Slug: d.Naam, Short: s.word("dag-kort-" + d.Naam),
	}
}

func (s *site) onderwerpen() []publish.File {
	all := s.catalog.Onderwerpen
	files := s.linkList(s.word("onderwerpen"), s.word("onderwerpen-uitleg"), "/onderwerpen/", "/onderwerpen/", len(all), func(i int) link {
		return counted(s.topicLink(all[i]), all[i].Uitleg, all[i].Spreekuren)
	})
	for _, o := range all {
		files = append(files, s.cardList(cardList{Title: o.Naam, Intro: o.Uitleg, Icon: o.Pictogram, Foreign: s.foreign()}, o.Page(), "/onderwerpen/", catalog.Listed(o.Spreekuren))...)
	}
	return files
}

// place is the page of a town or village.
type place struct {
	Name    string
	Pleinen []link
	Changes []change // the dates of spreekuren from elsewhere
	Follow  *follow
	cards
}

func (s *site) plaatsen() []publish.File {
	all := s.catalog.Plaatsen
	files := s.linkList(s.word("plaatsen"), s.word("plaatsen-uitleg"), "/plaatsen/", "/pleinen/", len(all), func(i int) link {
		return counted(link{Title: all[i].Naam, URL: s.link(all[i].Page()), Foreign: s.foreign()}, "", all[i].Spreekuren)
	})
	for _, p := range all {
		title, description := s.word("hulp-in-plaats", p.Naam), s.word("hulp-in-plaats-uitleg", p.Naam)
		spreekuren := catalog.Listed(p.Spreekuren)
		files = append(files, s.list(title, description, p.Page(), "/pleinen/", "plaats", len(spreekuren), func(from, to int) any {
			view := place{Name: p.Naam, Pleinen: links(p.Pleinen, s.pleinLink), cards: cardsOf(spreekuren[from:to]), Follow: s.follow(p.Page())}
			for _, plein := range p.Pleinen {
				view.Changes = append(view.Changes, s.guests(plein, true, nothing)...)
			}
			return view
		})...)
	}
	return files
}
