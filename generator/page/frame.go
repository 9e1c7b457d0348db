package page

import (
	"html/template"
	"slices"
	"strings"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/schemaorg"
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
	OEmbed      string // the full address of its oEmbed answer, or ""
	Main        any    // the view of the page itself
	Pages       *pages // the other parts of a list that is cut in pieces, or nil
	Languages   []languageLink
	Subject     schemaorg.Subject // what the page is about, for programs

	path string
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
	Feeds                 string // the address of the page about them
	Made, MadeISO         string // the day of this build
}

// menuItem is a line of the menu, which may be where the page belongs.
type menuItem struct {
	Title, URL string
	Current    bool
	Foreign    bool // the title is Dutch on a page in another language

	section string // the address as in site.toml
}

// feedLink is an address at which a program finds what the page shows.
type feedLink struct{ Type, Title, URL string }

// frame is round a page all that follows from what the page is.
func (s *site) frame(p Page) frame {
	header, ok := s.around.headers[p.Section]
	if !ok {
		header = s.around.headers[""]
	}
	f := frame{Site: s.around, Title: p.Title, Description: p.Description, Header: header, path: p.Path}
	if !p.Once {
		f.Languages = s.inLanguages(p.Path)
	}
	if p.Reach == Hidden {
		return f
	}
	f.Canonical = s.catalog.Site.Absolute(s.prefix + p.Path)
	f.Feeds = s.feeds(firstPart(p.Path))
	if record, ok := p.About.(catalog.Record); ok {
		f.Draft = record.File().Concept
	}
	return f
}

// inLanguages are the addresses of a page in all languages of the site; none
// where there is one.
func (s *site) inLanguages(path string) []languageLink {
	if len(s.spoken) < 2 {
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
func (s *site) surround(pages []Placed) error {
	site := s.catalog.Site
	b := bounds{
		Title: site.Titel, Home: s.link("/"), Manifest: s.url("/site.webmanifest"),
		Sample: site.Voorbeeld, Organisation: site.Organisatie, Contact: contactOf(site.Telefoon, site.Email),
		Made: s.say.Date(s.catalog.Today), MadeISO: s.catalog.Today.String(),
	}
	if logo, ok := s.assets.find(site.Thema.Logo); ok && site.Thema.Logo != "" {
		b.Logo = s.url("/" + logo.path)
	}
	b.Feeds = s.url(feedsPath)
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
	items := s.menuItems(pages)
	places := []string{""}
	for _, item := range items {
		places = append(places, item.section)
	}
	var err error
	for _, section := range places {
		b.Menu = menuIn(items, section)
		if s.around.headers[section], err = s.templates.fragment("header", b); err != nil {
			return err
		}
	}
	if s.around.Head, err = s.templates.fragment("head", b); err != nil {
		return err
	}
	if s.around.Words, err = s.templates.fragment("woorden", scriptWords(s)); err != nil {
		return err
	}
	s.around.Footer, err = s.templates.fragment("footer", b)
	return err
}

// menuItems are the lines of the menu. In another language than the content's, a
// line that leads to a section has the name of the section in that language.
func (s *site) menuItems(pages []Placed) []menuItem {
	var items []menuItem
	for _, line := range s.catalog.Site.Menu {
		item := menuItem{Title: line.Titel, URL: line.Adres, Foreign: s.foreign(), section: line.Adres}
		if list, ok := s.lists[line.Adres]; ok && s.foreign() && list.InMenu {
			item.Title, item.Foreign = list.Title, false
		}
		if strings.HasPrefix(line.Adres, "/") {
			item.URL = s.link(line.Adres)
		}
		items = append(items, item)
	}
	if len(items) > 0 {
		return items
	}
	for _, p := range pages {
		if p.InMenu {
			items = append(items, menuItem{Title: p.Title, URL: s.link(p.Path), section: p.Path})
		}
	}
	return items
}

// foreign reports whether the page is in another language than the content.
func (s *site) foreign() bool { return s.language.Code != "nl" }

// menuIn is the menu as it stands in one of its sections.
func menuIn(items []menuItem, section string) []menuItem {
	menu := slices.Clone(items)
	for i := range menu {
		menu[i].Current = menu[i].section == section
	}
	return menu
}
