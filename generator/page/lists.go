package page

import (
	"fmt"
	"slices"
	"strings"

	"pleinwijzer/generator/catalog"
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

// firstPart is the path of the list that a page is a part of, or its own.
func firstPart(path string) string {
	list, _, _ := strings.Cut(path, pagePath)
	return list
}

// listPages are the pages of a list of n lines. The first is the page as it is given;
// the others stand at "bladzijde/2/" below it, where no record can be: slugs have
// no slash. view gets the lines from and up to.
func listPages(s *site, list Page, n int, view func(from, to int) any) []Page {
	count := max(1, (n+pageSize-1)/pageSize)
	at := func(number int) string {
		if number == 1 {
			return list.Path
		}
		return fmt.Sprintf("%s"+pagePath+"%d/", list.Path, number)
	}
	all := make([]Page, count)
	for i := range all {
		number := i + 1
		all[i] = list
		all[i].Path = at(number)
		if number > 1 {
			all[i].Reach, all[i].InMenu = Linked, false
		}
		all[i].View = func(f *frame) error {
			f.Main = view((number-1)*pageSize, min(number*pageSize, n))
			f.Subject = schemaorg.List(n)
			if count > 1 {
				f.Pages = &pages{Number: number, Count: count}
				if number > 1 {
					f.Pages.Previous = s.link(at(number - 1))
				}
				if number < count {
					f.Pages.Next = s.link(at(number + 1))
				}
			}
			return nil
		}
	}
	return all
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

// cardListPages are the pages of a list of cards, with the title and description of the
// page above it.
func cardListPages(s *site, list Page, view cardList, all []*catalog.Spreekuur) []Page {
	list.Layout, view.Title, view.Intro = "spreekuren", list.Title, list.Description
	return listPages(s, list, len(all), func(from, to int) any {
		view := view
		view.cards, view.Follow = cardsOf(all[from:to]), followOf(s, list.Path)
		return view
	})
}

// linkList is a page that lists links.
type linkList struct {
	Title, Intro string
	Links        []link
}

// linkListPages are the pages of a list of n links, with the title and description of
// the page above it.
func linkListPages(s *site, list Page, n int, line func(i int) link) []Page {
	list.Layout = "lijst"
	return listPages(s, list, n, func(from, to int) any {
		view := linkList{Title: list.Title, Intro: list.Description}
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
