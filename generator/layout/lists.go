package layout

import (
	"fmt"
	"strings"

	"pleinwijzer/generator/schemaorg"
)

// PageSize is how many lines a list shows on one page, so that a page stays
// light on an old phone however large the directory is.
const PageSize = 100

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

// PartPath is the path of a part of a list, of which the first is 1.
func PartPath(list string, number int) string {
	if number == 1 {
		return list
	}
	return fmt.Sprintf("%s"+pagePath+"%d/", list, number)
}

// ListPages are the pages of a list of n lines. The first is the page as it is given;
// the others stand at "bladzijde/2/" below it, where no record can be: slugs have
// no slash. view gets the lines from and up to.
func ListPages(s *Site, list Page, n int, view func(from, to int) any) []Page {
	count := max(1, (n+PageSize-1)/PageSize)
	at := func(number int) string { return PartPath(list.Path, number) }
	all := make([]Page, count)
	for i := range all {
		number := i + 1
		all[i] = list
		all[i].Empty = n == 0
		all[i].Path = at(number)
		if number > 1 {
			all[i].Reach, all[i].InMenu = Linked, false
		}
		all[i].View = func(f *Frame) error {
			f.Main = view((number-1)*PageSize, min(number*PageSize, n))
			f.Subject = schemaorg.List(n)
			if count > 1 {
				f.Pages = &pages{Number: number, Count: count}
				if number > 1 {
					f.Pages.Previous = s.Link(at(number - 1))
				}
				if number < count {
					f.Pages.Next = s.Link(at(number + 1))
				}
			}
			return nil
		}
	}
	return all
}
