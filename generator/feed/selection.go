package feed

import (
	"slices"
	"time"

	"pleinwijzer/generator/address"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/recurrence"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/typed"
)

// selection is a part of the site, with the page that shows it.
type selection struct {
	title      string
	page       string // path on the site, with a slash at both ends
	spreekuren []*catalog.Spreekuur
	shown

	about catalog.Entry // what the page is about; nil for the whole site
}

// shown is what a page shows besides its spreekuren. A list is made when a feed asks for
// it.
type shown interface {
	guests() []*catalog.Spreekuur // those of other pleinen that come to the one of the page
	pleinen() []*catalog.Plein
	partners() []*catalog.Partner
	agenda() []*catalog.Agendapunt
	berichten() []*catalog.Bericht // the newest first
}

// file is the path in the output folder of a feed beside the page.
func (s selection) file(name string) string { return s.page[1:] + name }

// folder is the kind of page.
func (s selection) folder() string {
	folder, _ := address.Folder(s.page)
	return folder
}

// made is what a feed says of when it was made. That of the whole site is exact. Those of
// its parts are many, and would all be other files after a night in which nothing changed:
// they say when something changed, and move once a week to show that they live.
func (s selection) made(c *catalog.Catalog) time.Time {
	if s.about == nil {
		return c.Moment.Now()
	}
	made := c.Turn(s.about).At(0)
	if changed := c.Changed(s.about); changed.After(made) {
		return changed
	}
	return made
}

// knownUntil is the day up to which all records of a feed tell each date.
func (s selection) knownUntil(c *catalog.Catalog) schedule.Date {
	if s.about == nil {
		return recurrence.KnownAt(c.Today)
	}
	return recurrence.KnownAt(c.Turn(s.about))
}

// wholeSite is everything.
func wholeSite(c *catalog.Catalog) selection {
	return selection{c.Site.Titel, "/", c.Spreekuren, ofSite{c: c}, nil}
}

// pages are the selections with a page of their own; each has its own feeds.
func pages(c *catalog.Catalog) []selection {
	var list []selection
	add := func(page catalog.Entry, spreekuren []*catalog.Spreekuur, also shown) {
		list = append(list, selection{page.Name(), page.Page(), spreekuren, also, page})
	}
	for _, p := range c.Pleinen {
		add(p, p.Spreekuren, ofPlein{p})
	}
	for _, p := range c.Partners {
		add(p, p.Spreekuren, ofPartner{p: p})
	}
	for _, o := range c.Onderwerpen {
		add(o, o.Spreekuren, nothing{})
	}
	for _, p := range c.Plaatsen {
		add(p, p.Spreekuren, ofPlaats{c: c, p: p})
	}
	return list
}

// nothing is for pages that show only spreekuren, or not all of the lists.
type nothing struct{}

func (nothing) guests() []*catalog.Spreekuur  { return nil }
func (nothing) pleinen() []*catalog.Plein     { return nil }
func (nothing) partners() []*catalog.Partner  { return nil }
func (nothing) agenda() []*catalog.Agendapunt { return nil }
func (nothing) berichten() []*catalog.Bericht { return nil }

type ofSite struct {
	nothing
	c *catalog.Catalog
}

func (of ofSite) pleinen() []*catalog.Plein     { return of.c.Pleinen }
func (of ofSite) partners() []*catalog.Partner  { return of.c.Partners }
func (of ofSite) agenda() []*catalog.Agendapunt { return of.c.Agenda }
func (of ofSite) berichten() []*catalog.Bericht { return of.c.Berichten }

type ofPlein struct{ p *catalog.Plein }

func (of ofPlein) guests() []*catalog.Spreekuur  { return of.p.Gasten }
func (of ofPlein) pleinen() []*catalog.Plein     { return []*catalog.Plein{of.p} }
func (of ofPlein) partners() []*catalog.Partner  { return of.p.Partners }
func (of ofPlein) agenda() []*catalog.Agendapunt { return catalog.ForVisitors(of.p.Agenda) }
func (of ofPlein) berichten() []*catalog.Bericht { return about(of.p.Berichten, of.p.Spreekuren) }

type ofPartner struct {
	nothing
	p *catalog.Partner
}

func (of ofPartner) pleinen() []*catalog.Plein     { return of.p.Pleinen }
func (of ofPartner) agenda() []*catalog.Agendapunt { return of.p.Agenda }
func (of ofPartner) berichten() []*catalog.Bericht { return about(of.p.Berichten, of.p.Spreekuren) }

type ofPlaats struct {
	nothing
	c *catalog.Catalog
	p *catalog.Plaats
}

func (of ofPlaats) pleinen() []*catalog.Plein { return of.p.Pleinen }

// partners are in the order of the site.
func (of ofPlaats) partners() []*catalog.Partner {
	here := map[*catalog.Partner]bool{}
	for _, plein := range of.p.Pleinen {
		for _, p := range plein.Partners {
			here[p] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(of.c.Partners), func(p *catalog.Partner) bool { return !here[p] })
}

func (of ofPlaats) agenda() []*catalog.Agendapunt {
	return slices.DeleteFunc(catalog.ForVisitors(of.c.Agenda), func(a *catalog.Agendapunt) bool {
		return typed.Slugify(a.Adres(a.Datum).Plaats) != of.p.Slug
	})
}

func (of ofPlaats) berichten() []*catalog.Bericht {
	var own []*catalog.Bericht
	for _, p := range of.p.Pleinen {
		own = append(own, p.Berichten...)
	}
	return about(own, of.p.Spreekuren)
}
