package page

import (
	"html/template"
	"strings"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/schedule"
)

// frame is what every page shows round its own content.
type frame struct {
	Site        *surroundings
	Title       string // of the page alone
	Description string
	Canonical   string // the full address; "" for a page without one of its own
	Header      template.HTML
	Draft       bool
	Feeds       []feedLink
	Main        any    // the view of the page itself
	Pages       *pages // the other parts of a list that is cut in pieces, or nil
}

// surroundings are the parts of a frame that are the same on every page, or on
// every page of a section. They are rendered once, from partials of the same
// names, since they are half of what a template does for a page.
type surroundings struct {
	Title, Description string
	Home               string
	Contact            *contact
	Head, Footer       template.HTML
	headers            map[string]template.HTML // by section
}

// bounds is what those partials are made from.
type bounds struct {
	Title, Home, Manifest string
	Menu                  []menuItem
	Logo                  string // the address of the picture, or ""
	Sample                bool
	Organisation          string
	Contact               *contact
	Links                 []link
	Made, MadeISO         string // the day of this build
}

// menuItem is a line of the menu, which may be where the page belongs.
type menuItem struct {
	Title, URL string
	Current    bool
}

// feedLink is an address at which a program finds what the page shows.
type feedLink struct{ Type, Title, URL string }

// defaultMenu serves a site without [[menu]].
var defaultMenu = []content.MenuItem{
	{Titel: "Pleinen", Adres: "/pleinen/"},
	{Titel: "Spreekuren", Adres: "/spreekuren/"},
	{Titel: "Onderwerpen", Adres: "/onderwerpen/"},
	{Titel: "Dagen", Adres: "/dagen/"},
	{Titel: "Partners", Adres: "/partners/"},
	{Titel: "Agenda", Adres: "/agenda/"},
	{Titel: "Nieuws", Adres: "/berichten/"},
}

// frame starts the view of the page at a path. The section is the path of the
// menu line that the page belongs to.
func (s *site) frame(title, description, path, section string, main any) frame {
	header, ok := s.around.headers[section]
	if !ok {
		header = s.around.headers[""]
	}
	f := frame{Site: s.around, Title: title, Description: description, Header: header, Main: main}
	if path != "" {
		f.Canonical = s.catalog.Site.Absolute(path)
	}
	return f
}

// surround renders the surroundings.
func (s *site) surround() error {
	site := s.catalog.Site
	b := bounds{
		Title: site.Titel, Home: s.url("/"), Manifest: s.url("/site.webmanifest"),
		Sample: site.Voorbeeld, Organisation: site.Organisatie, Contact: contactOf(site.Telefoon, site.Email),
		Made: schedule.DateWords(s.catalog.Today), MadeISO: s.catalog.Today.String(),
	}
	if logo, ok := s.assets.find(site.Thema.Logo); ok && site.Thema.Logo != "" {
		b.Logo = s.url("/" + logo.path)
	}
	for _, p := range s.catalog.Paginas {
		if p.Menu > 0 {
			b.Links = append(b.Links, link{Title: p.Titel, URL: s.url(p.Page())})
		}
	}
	s.around = &surroundings{
		Title: b.Title, Description: site.InEenZin, Home: b.Home, Contact: b.Contact,
		headers: map[string]template.HTML{},
	}
	items := site.Menu
	if len(items) == 0 {
		items = defaultMenu
	}
	sections := []string{""}
	for _, item := range items {
		sections = append(sections, item.Adres)
	}
	var err error
	for _, section := range sections {
		b.Menu = s.menu(items, section)
		if s.around.headers[section], err = s.templates.fragment("header", b); err != nil {
			return err
		}
	}
	if s.around.Head, err = s.templates.fragment("head", b); err != nil {
		return err
	}
	s.around.Footer, err = s.templates.fragment("footer", b)
	return err
}

// menu is the menu as it stands in one of its sections.
func (s *site) menu(items []content.MenuItem, section string) []menuItem {
	menu := make([]menuItem, len(items))
	for i, item := range items {
		address := item.Adres
		if strings.HasPrefix(address, "/") {
			address = s.url(address)
		}
		menu[i] = menuItem{item.Titel, address, item.Adres == section}
	}
	return menu
}
