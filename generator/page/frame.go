package page

import (
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/schedule"
)

// frame is what every page shows round its own content.
type frame struct {
	Site        *frameSite
	Title       string // of the page alone
	Description string
	Path        string // below the site's own; "" for a page without an address of its own
	Section     string // the path of the menu line that this page belongs to
	Draft       bool
	Feeds       []feedLink
	Pages       *pages // the other parts of a list that is cut in pieces, or nil
}

// frameSite is the part of a frame that is the same on every page.
type frameSite struct {
	*content.Site
	Menu    []content.MenuItem
	Footer  []content.MenuItem
	Made    string // the day of this build, for people
	MadeISO string
}

// feedLink is an address at which a program finds what the page shows.
type feedLink struct{ Type, Title, Path string }

// defaultMenu serves a site without [[menu]].
var defaultMenu = []content.MenuItem{
	{Titel: "Pleinen", Adres: "/pleinen/"},
	{Titel: "Spreekuren", Adres: "/spreekuren/"},
	{Titel: "Onderwerpen", Adres: "/onderwerpen/"},
	{Titel: "Dagen", Adres: "/dagen/"},
	{Titel: "Partners", Adres: "/partners/"},
	{Titel: "Agenda", Adres: "/agenda/"},
	{Titel: "Berichten", Adres: "/berichten/"},
}

// frame starts the view of a page.
func (s *site) frame(title, description, path, section string) frame {
	return frame{Site: s.frameSite, Title: title, Description: description, Path: path, Section: section}
}

func (s *site) newFrameSite() *frameSite {
	shared := &frameSite{
		Site:    s.catalog.Site.Site,
		Menu:    s.catalog.Site.Menu,
		Made:    schedule.DateWords(s.catalog.Today),
		MadeISO: s.catalog.Today.String(),
	}
	if len(shared.Menu) == 0 {
		shared.Menu = defaultMenu
	}
	for _, p := range s.catalog.Paginas {
		if p.Menu > 0 {
			shared.Footer = append(shared.Footer, content.MenuItem{Titel: p.Titel, Adres: p.Page()})
		}
	}
	return shared
}
