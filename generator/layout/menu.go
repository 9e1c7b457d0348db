package layout

import (
	"cmp"
	"slices"
	"strings"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
)

// menuItem is a line of the menu, which may be where the page belongs.
type menuItem struct {
	Title, URL string
	Current    bool
	Foreign    bool // the title is Dutch on a page in another language

	section string // the address as in site.toml
}

// menuItems are the lines of the menu: those of site.toml, or else the lists that the
// site has, and between them the pages that have a place there.
func (s *Site) menuItems(pages []Placed) []menuItem {
	items := ownMenu(s)
	if len(s.Catalog.Site.Menu) == 0 {
		for _, p := range pages {
			if p.InMenu && !p.Empty {
				items = append(items, menuItem{Title: p.Title, URL: s.Link(p.Path), section: p.Path})
			}
		}
	}
	next := 0
	for _, p := range placed(s.Catalog.Paginas, func(p *catalog.Pagina) int { return p.Menu }) {
		if slices.ContainsFunc(items, func(i menuItem) bool { return samePage(i.section, p.Page()) }) {
			continue
		}
		at := min(max(p.Menu-1, next), len(items))
		items = slices.Insert(items, at, menuItem{Title: p.Titel, URL: s.Link(p.Page()), Foreign: s.Foreign(), section: p.Page()})
		next = at + 1
	}
	return items
}

// ownMenu are the lines of site.toml. In another language than the content's, a
// line that leads to a section and is not translated has the name of the section there.
func ownMenu(s *Site) []menuItem {
	var items []menuItem
	for _, line := range s.Catalog.Site.Menu {
		if s.lists[line.Adres].Empty {
			continue
		}
		item := menuItem{URL: line.Adres, section: line.Adres}
		item.Title, item.Foreign = Translated(s, line.Vertaling, line.Titel, func(v content.VertaaldeRegel) string { return v.Titel })
		if list, ok := s.lists[line.Adres]; ok && item.Foreign && list.InMenu {
			item.Title, item.Foreign = list.Title, false
		}
		if strings.HasPrefix(line.Adres, "/") {
			item.URL = s.Link(line.Adres)
		}
		items = append(items, item)
	}
	return items
}

// placed are the pages that have a place in a list, in that order. Those with the same
// place stay in the order of their titles.
func placed(pages []*catalog.Pagina, place func(*catalog.Pagina) int) []*catalog.Pagina {
	in := slices.DeleteFunc(slices.Clone(pages), func(p *catalog.Pagina) bool { return place(p) <= 0 })
	slices.SortStableFunc(in, func(a, b *catalog.Pagina) int { return cmp.Compare(place(a), place(b)) })
	return in
}

// footLinks lead from the foot of each page to what explains the site. The statement
// about accessibility is always among them.
func footLinks(s *Site) []Link {
	links := []Link{{Title: s.Word("wat-is-een-plein-titel"), URL: s.Link(ExplanationPath)}}
	stated := false
	for _, p := range placed(s.Catalog.Paginas, func(p *catalog.Pagina) int { return p.Voet }) {
		stated = stated || p.Slug == StatementSlug
		links = append(links, Link{Title: p.Titel, URL: s.Link(p.Page()), Foreign: s.Foreign()})
	}
	if !stated {
		links = append(links, Link{Title: s.Word("toegankelijkheid"), URL: s.Link("/" + StatementSlug + "/")})
	}
	return links
}

// menuIn is the menu as it stands in one of its sections.
func menuIn(items []menuItem, section string) []menuItem {
	menu := slices.Clone(items)
	for i := range menu {
		menu[i].Current = menu[i].section == section
	}
	return menu
}

// samePage ignores the slash at the end of an address, which editors forget.
func samePage(a, b string) bool { return strings.TrimRight(a, "/") == strings.TrimRight(b, "/") }
