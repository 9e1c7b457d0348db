package page

import (
	"fmt"
	"slices"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/publish"
	"pleinwijzer/generator/schemaorg"
)

// pageSize is how many lines a list shows on one page, so that a page stays
// light on an old phone however large the directory is.
const pageSize = 100

// pagePath is the begin of the path of the second page of a list and on, below that
// of the list.
const pagePath = "bladzijde/"

// pages is the place of one page in a list that is cut in pieces.
type pages struct {
	Number, Count  int
	Previous, Next string // addresses; "" at the ends
}

// list makes the pages of a list of n lines. The first has the path itself, the
// others stand at "bladzijde/2/" below it, where no record can be: slugs have
// no slash. view gets the lines from and up to.
func (s *site) list(title, description, path, section, layout string, n int, view func(from, to int) any) []publish.File {
	count := max(1, (n+pageSize-1)/pageSize)
	at := func(number int) string {
		if number == 1 {
			return path
		}
		return fmt.Sprintf("%s"+pagePath+"%d/", path, number)
	}
	var files []publish.File
	for number := 1; number <= count; number++ {
		files = append(files, s.page(at(number), layout, func() frame {
			f := s.frame(title, description, at(number), section, view((number-1)*pageSize, min(number*pageSize, n)))
			f.Subject = schemaorg.List(n)
			f.Feeds = s.feeds(path) // of the whole list
			if count > 1 {
				f.Pages = &pages{Number: number, Count: count}
				if number > 1 {
					f.Pages.Previous = s.link(at(number - 1))
				}
				if number < count {
					f.Pages.Next = s.link(at(number + 1))
				}
			}
			return f
		}))
	}
	return files
}

// cardList is a page that lists spreekuren as cards.
type cardList struct {
	Title, Intro string
	Foreign      bool   // those are Dutch on a page in another language
	Icon         string // of a topic, or ""
	Follow       *follow
	cards
}

// cards are spreekuren in a list, with those that have no hours below a heading.
type cards struct{ Spreekuren, OnAppointment []*catalog.Spreekuur }

func cardsOf(listed []*catalog.Spreekuur) cards {
	n := slices.IndexFunc(listed, func(x *catalog.Spreekuur) bool { return x.OnAppointment() })
	if n < 0 {
		n = len(listed)
	}
	return cards{listed[:n], listed[n:]}
}

func (s *site) cardList(view cardList, path, section string, all []*catalog.Spreekuur) []publish.File {
	return s.list(view.Title, view.Intro, path, section, "spreekuren", len(all), func(from, to int) any {
		view := view
		view.cards, view.Follow = cardsOf(all[from:to]), s.follow(path)
		return view
	})
}

// linkList is a page that lists links.
type linkList struct {
	Title, Intro string
	Links        []link
}

func (s *site) linkList(title, description, path, section string, n int, line func(i int) link) []publish.File {
	return s.list(title, description, path, section, "lijst", n, func(from, to int) any {
		view := linkList{Title: title, Intro: description}
		for i := from; i < to; i++ {
			view.Links = append(view.Links, line(i))
		}
		return view
	})
}

// counted adds how many spreekuren a visitor can go to.
func counted(l link, text string, all []*catalog.Spreekuur) link {
	l.Text, l.Count = text, len(catalog.Running(all))
	return l
}
