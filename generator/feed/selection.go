package feed

import (
	"strings"

	"pleinwijzer/generator/catalog"
)

// selection is some of what the site shows, with the page that shows it.
type selection struct {
	title      string
	page       string // path on the site, with a slash at both ends
	spreekuren []*catalog.Spreekuur
	of         any // the *Plein, *Partner, *Onderwerp or *Plaats; nil for all
}

// guests are the spreekuren of other pleinen that come to the one of the page.
func (s selection) guests() []*catalog.Spreekuur {
	if p, ok := s.of.(*catalog.Plein); ok {
		return p.Gasten
	}
	return nil
}

// file is the path in the output folder of a feed that stands with the page.
func (s selection) file(name string) string { return s.page[1:] + name }

// folder is the first part of the path: the kind of page.
func (s selection) folder() string {
	folder, _, _ := strings.Cut(s.page[1:], "/")
	return folder
}

// wholeSite is everything.
func wholeSite(c *catalog.Catalog) selection {
	return selection{title: c.Site.Titel, page: "/", spreekuren: c.Spreekuren}
}

// pages are the selections that have a page of their own, each of which carries
// its own feeds.
func pages(c *catalog.Catalog) []selection {
	var all []selection
	for _, p := range c.Pleinen {
		all = append(all, selection{p.Naam, p.Page(), p.Spreekuren, p})
	}
	for _, p := range c.Partners {
		all = append(all, selection{p.NaamInUitingen, p.Page(), p.Spreekuren, p})
	}
	for _, o := range c.Onderwerpen {
		all = append(all, selection{o.Naam, o.Page(), o.Spreekuren, o})
	}
	for _, p := range c.Plaatsen {
		all = append(all, selection{p.Naam, p.Page(), p.Spreekuren, p})
	}
	return all
}
