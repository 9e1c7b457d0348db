package piece

import (
	"slices"
	"sync"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/layout"
)

// CardList is a page that lists spreekuren as cards.
type CardList struct {
	Title, Intro string
	Foreign      bool   // the title is Dutch on a page in another language
	Icon         string // of a topic, or ""
	Others       bool   // where the list is empty: there are other topics that are not
	Follow       *Follow
	Cards
}

// Cards are spreekuren in a list: those with hours by the date on which they are next
// held, where the list is about when, and the others below a heading.
type Cards struct {
	Spreekuren    []*catalog.Spreekuur
	Days          []Dated
	OnAppointment []*catalog.Spreekuur
}

func cardsOf(listed []*catalog.Spreekuur) Cards {
	n := slices.IndexFunc(listed, func(x *catalog.Spreekuur) bool { return x.OnAppointment() })
	if n < 0 {
		n = len(listed)
	}
	return Cards{Spreekuren: listed[:n], OnAppointment: listed[n:]}
}

// CardListPages are the pages of a list of cards by name, with the title and description
// of the page above it.
func CardListPages(s *layout.Site, list layout.Page, view CardList, all []*catalog.Spreekuur) []layout.Page {
	return cardListPages(s, list, view, len(all), func(from, to int) Cards { return cardsOf(all[from:to]) })
}

// DatedListPages are the same, in order of the next date.
func DatedListPages(s *layout.Site, list layout.Page, view CardList, all []*catalog.Spreekuur) []layout.Page {
	return cardListPages(s, list, view, len(all), DatedCards(s, all))
}

func cardListPages(s *layout.Site, list layout.Page, view CardList, n int, cards func(from, to int) Cards) []layout.Page {
	list.Layout, view.Title, view.Intro = "spreekuren", list.Title, list.Description
	return layout.ListPages(s, list, n, func(from, to int) any {
		view := view
		view.Cards, view.Follow = cards(from, to), FollowOf(s, list.Path)
		return view
	})
}

// DatedCards puts the pages of a list in order of the next date, which is looked up once
// somebody asks for one of them.
func DatedCards(s *layout.Site, all []*catalog.Spreekuur) func(from, to int) Cards {
	inOrder := sync.OnceValue(func() []*catalog.Spreekuur {
		cards := cardsOf(all)
		var list []*catalog.Spreekuur
		for _, day := range CardsByDate(s, cards.Spreekuren) {
			list = append(list, day.Cards...)
		}
		return append(list, cards.OnAppointment...)
	})
	return func(from, to int) Cards {
		cards := cardsOf(inOrder()[from:to])
		return Cards{Days: CardsByDate(s, cards.Spreekuren), OnAppointment: cards.OnAppointment}
	}
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
