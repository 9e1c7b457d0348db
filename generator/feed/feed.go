// Package feed makes what programs read: JSON for the sites of partners and for
// data users, calendars for phones.
//
// What a feed publishes has struct types of its own, written out field by field.
// The model never marshals itself: a field that is renamed in the catalog is not
// renamed in a format that others read. Names, meanings and paths that were
// published stay; a change of meaning is a new version beside the old one.
//
// A file is written record by record, so that what a build needs does not grow
// with the size of a feed.
//
// # To add a feed
//
// A feed is a function that lists its files. Write it in a file of its own, in
// the terms of a [selection] if it is about spreekuren, and add it to feeds.
package feed

import (
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/publish"
)

// feeds are all feeds of the site. To add one: a file, and a line here.
var feeds = []func(*catalog.Catalog) []publish.File{
	spreekurenJSON,
	spreekurenICS,
	gidsCSV,
	wijzigingenAtom,
}

// Files lists every feed of the site.
func Files(c *catalog.Catalog) []publish.File {
	var files []publish.File
	for _, list := range feeds {
		files = append(files, list(c)...)
	}
	return files
}

// selection is some of the spreekuren of the site, with the page that shows them.
type selection struct {
	title      string
	page       string // path on the site, with a slash at both ends
	spreekuren []*catalog.Spreekuur
}

// file is the path in the output folder of a feed that stands with the page.
func (s selection) file(name string) string { return s.page[1:] + name }

// wholeSite is everything.
func wholeSite(c *catalog.Catalog) selection {
	return selection{title: c.Site.Titel, page: "/", spreekuren: c.Spreekuren}
}

// pages are the selections that have a page of their own, each of which carries
// its own feeds.
func pages(c *catalog.Catalog) []selection {
	var all []selection
	for _, p := range c.Pleinen {
		all = append(all, selection{p.Naam, p.Page(), p.Spreekuren})
	}
	for _, p := range c.Partners {
		all = append(all, selection{p.NaamInUitingen, p.Page(), p.Spreekuren})
	}
	for _, o := range c.Onderwerpen {
		all = append(all, selection{o.Naam, o.Page(), o.Spreekuren})
	}
	for _, p := range c.Plaatsen {
		all = append(all, selection{p.Naam, p.Page(), p.Spreekuren})
	}
	return all
}
