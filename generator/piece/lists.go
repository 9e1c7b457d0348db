package piece

import (
	"slices"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/layout"
)

// CardList is a page that lists spreekuren as cards.
type CardList struct {
	Title, Intro string
	Foreign      bool   // the title is Dutch on a page in another language
	Icon         string // of a topic, or ""
	Follow       *Follow
	Cards
}

// Cards are spreekuren in a list, with those that have no hours below a heading.
type Cards struct{ Spreekuren, OnAppointment []*catalog.Spreekuur }

func CardsOf(listed []*catalog.Spreekuur) Cards {
	n := slices.IndexFunc(listed, func(x *catalog.Spreekuur) bool { return x.OnAppointment() })
	if n < 0 {
		n = len(listed)
	}
	return Cards{listed[:n], listed[n:]}
}

// CardListPages are the pages of a list of cards, with the title and description of the
// page above it.
func CardListPages(s *layout.Site, list layout.Page, view CardList, all []*catalog.Spreekuur) []layout.Page {
	list.Layout, view.Title, view.Intro = "spreekuren", list.Title, list.Description
	return layout.ListPages(s, list, len(all), func(from, to int) any {
		view := view
		view.Cards, view.Follow = CardsOf(all[from:to]), FollowOf(s, list.Path)
		return view
	})
}

// linkList is a page that lists links.
type linkList struct {
	Title, Intro string
	Map          *Map
	Links        []layout.Link
}

// LinkListPages are the pages of a list of n links, with the title and description of
// the page above it.
func LinkListPages(s *layout.Site, list layout.Page, n int, line func(i int) layout.Link) []layout.Page {
	return MappedLinkPages(s, list, n, line, func() *Map { return nil })
}

// MappedLinkPages are those with a map above the first of them.
func MappedLinkPages(s *layout.Site, list layout.Page, n int, line func(i int) layout.Link, drawn func() *Map) []layout.Page {
	list.Layout = "lijst"
	return layout.ListPages(s, list, n, func(from, to int) any {
		view := linkList{Title: list.Title, Intro: list.Description}
		if from == 0 {
			view.Map = drawn()
		}
		for i := from; i < to; i++ {
			view.Links = append(view.Links, line(i))
		}
		return view
	})
}

// Counted adds how many spreekuren a visitor can go to.
func Counted(l layout.Link, all []*catalog.Spreekuur) layout.Link {
	l.Count = len(catalog.Running(all))
	return l
}
