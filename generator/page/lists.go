package page

import (
	"fmt"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/publish"
)

// pageSize is how many lines a list shows on one page, so that a page stays
// light on an old phone however large the directory is.
const pageSize = 100

// pages is the place of one page in a list that is cut in pieces.
type pages struct {
	Number, Count  int
	Previous, Next string // paths; "" at the ends
}

// list makes the pages of a list of n lines. The first has the path itself, the
// others stand at "bladzijde/2/" below it, where no record can be: slugs have
// no slash. view gets the lines from and up to, and its frame.
func (s *site) list(f frame, layout string, n int, view func(f frame, from, to int) any) []publish.File {
	count := max(1, (n+pageSize-1)/pageSize)
	path := func(number int) string {
		switch {
		case number < 1 || number > count:
			return ""
		case number == 1:
			return f.Path
		}
		return fmt.Sprintf("%sbladzijde/%d/", f.Path, number)
	}
	var files []publish.File
	for number := 1; number <= count; number++ {
		files = append(files, s.page(path(number), layout, func() any {
			own := f
			own.Path = path(number)
			if count > 1 {
				own.Pages = &pages{Number: number, Count: count, Previous: path(number - 1), Next: path(number + 1)}
			}
			return view(own, (number-1)*pageSize, min(number*pageSize, n))
		}))
	}
	return files
}

// spreekuurList is a page that lists spreekuren as cards.
type spreekuurList struct {
	frame
	Intro      string
	Spreekuren []*catalog.Spreekuur
}

func (s *site) spreekuurList(f frame, intro string, all []*catalog.Spreekuur) []publish.File {
	return s.list(f, "spreekuren", len(all), func(f frame, from, to int) any {
		return spreekuurList{frame: f, Intro: intro, Spreekuren: all[from:to]}
	})
}

// linkList is a page that lists links with a line of text each.
type linkList struct {
	frame
	Intro string
	Links []link
}

// link is a line that leads to a page.
type link struct {
	Title, Path, Text string
	Count             int // of spreekuren behind it; 0 is not shown
}

func (s *site) linkList(f frame, intro string, n int, line func(i int) link) []publish.File {
	return s.list(f, "lijst", n, func(f frame, from, to int) any {
		view := linkList{frame: f, Intro: intro}
		for i := from; i < to; i++ {
			view.Links = append(view.Links, line(i))
		}
		return view
	})
}

// running are the spreekuren that a visitor can go to, now or later: what
// stopped for good is on its own page only.
func running(all []*catalog.Spreekuur) []*catalog.Spreekuur {
	var list []*catalog.Spreekuur
	for _, s := range all {
		if !s.Ended() {
			list = append(list, s)
		}
	}
	return list
}
