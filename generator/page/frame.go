package page

import (
	"html/template"
	"slices"
	"strings"

	"pleinwijzer/generator/content"
)

// frame is what every page shows round its own content.
type frame struct {
	Site        *surroundings
	Title       string // of the page alone
	Description string
	Canonical   string // the full address; "" for a page without one of its own
	Header      template.HTML
	Picture     string // the address of what to show beside a link to the page, or ""
	Draft       bool
	Feeds       []feedLink
	Main        any    // the view of the page itself
	Pages       *pages // the other parts of a list that is cut in pieces, or nil
	Languages   []languageLink
}

// languageLink leads to the same page in another language.
type languageLink struct {
	Code, Name, Dir string
	URL, Absolute   string
	Current         bool
}

// surroundings are the parts of a frame that are the same on every page, or on
// every page of a section. They are rendered once, from partials of the same
// names, since they are half of what a template does for a page.
type surroundings struct {
	Title, Description string
	Home               string
	Contact            *contact
	Head, Footer       template.HTML
	Words              template.HTML // for scripts
	Policy             string
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

// sections are the pages that a menu usually leads to, with the keys of their
// names. They are the menu of a site without [[menu]].
var sections = []struct{ path, word string }{
	{"/pleinen/", "pleinen"}, {"/spreekuren/", "spreekuren"}, {"/onderwerpen/", "onderwerpen"}, {"/dagen/", "dagen"},
	{"/partners/", "partners"}, {"/agenda/", "agenda"}, {"/berichten/", "nieuws"},
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
		f.Canonical = s.catalog.Site.Absolute(s.prefix + path)
		f.Languages = s.inLanguages(path)
	}
	return f
}

// inLanguages are the addresses of a page in all languages of the site; none
// where there is one, as there is for G!DS.
func (s *site) inLanguages(path string) []languageLink {
	if len(s.spoken) < 2 || strings.HasPrefix(path, gidsPath) {
		return nil
	}
	list := make([]languageLink, len(s.spoken))
	for i, l := range s.spoken {
		there := s.prefixOf(i) + path
		list[i] = languageLink{
			Code: l.Code, Name: l.Name, Dir: l.Dir, Current: l == s.language,
			URL: s.url(there), Absolute: s.catalog.Site.Absolute(there),
		}
	}
	return list
}

// prefixOf is the path of a language by its place among those of the site.
func (s *site) prefixOf(i int) string {
	if i == 0 {
		return ""
	}
	return "/" + s.spoken[i].Code
}

// surround renders the surroundings.
func (s *site) surround() error {
	site := s.catalog.Site
	b := bounds{
		Title: site.Titel, Home: s.link("/"), Manifest: s.url("/site.webmanifest"),
		Sample: site.Voorbeeld, Organisation: site.Organisatie, Contact: contactOf(site.Telefoon, site.Email),
		Made: s.phrases.Date(s.catalog.Today), MadeISO: s.catalog.Today.String(),
	}
	if logo, ok := s.assets.find(site.Thema.Logo); ok && site.Thema.Logo != "" {
		b.Logo = s.url("/" + logo.path)
	}
	b.Links = append(b.Links, link{Title: s.word("wat-is-een-plein-titel"), URL: s.link(explanationPath)})
	for _, p := range s.catalog.Paginas {
		if p.Menu > 0 {
			b.Links = append(b.Links, link{Title: p.Titel, URL: s.link(p.Page()), Foreign: s.foreign()})
		}
	}
	s.around = &surroundings{
		Title: b.Title, Description: site.InEenZin, Home: b.Home, Contact: b.Contact,
		Policy: policy, headers: map[string]template.HTML{},
	}
	items := s.menuItems()
	places := []string{""}
	for _, item := range items {
		places = append(places, item.Adres)
	}
	var err error
	for _, section := range places {
		b.Menu = s.menu(items, section)
		if s.around.headers[section], err = s.templates.fragment("header", b); err != nil {
			return err
		}
	}
	if s.around.Head, err = s.templates.fragment("head", b); err != nil {
		return err
	}
	if s.around.Words, err = s.templates.fragment("woorden", s.words()); err != nil {
		return err
	}
	s.around.Footer, err = s.templates.fragment("footer", b)
	return err
}

// menuItems are the lines of the menu. In another language than the content's, a
// line that leads to a section has the name of the section in that language.
func (s *site) menuItems() []content.MenuItem {
	items := slices.Clone(s.catalog.Site.Menu)
	if len(items) == 0 {
		for _, section := range sections {
			items = append(items, content.MenuItem{Titel: s.word(section.word), Adres: section.path})
		}
	}
	for i := range items {
		for _, section := range sections {
			if s.foreign() && items[i].Adres == section.path {
				items[i].Titel = s.word(section.word)
			}
		}
	}
	return items
}

// foreign reports whether the page is in another language than the content.
func (s *site) foreign() bool { return s.language.Code != "nl" }

// menu is the menu as it stands in one of its sections.
func (s *site) menu(items []content.MenuItem, section string) []menuItem {
	menu := make([]menuItem, len(items))
	for i, item := range items {
		address := item.Adres
		if strings.HasPrefix(address, "/") {
			address = s.link(address)
		}
		menu[i] = menuItem{item.Titel, address, item.Adres == section}
	}
	return menu
}
