package layout

import (
	"html/template"
	"strings"

	"golang.org/x/text/language"

	"pleinwijzer/generator/asset"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/picture"
	"pleinwijzer/generator/schemaorg"
	"pleinwijzer/generator/share"
)

// Frame is what every page shows round its own content.
type Frame struct {
	Site        *shell
	Title       string // of the page alone
	Description string
	Canonical   string // the full address; "" for a page without one of its own
	Header      template.HTML
	Shared      shared
	Draft       bool
	From        *origin // of what was taken over from another directory
	Feeds       []feedLink
	OEmbed      string // the full address of its oEmbed answer, or ""
	Main        any    // the view of the page itself
	Pages       *pages // the other parts of a list that is cut in pieces, or nil
	Languages   []languageLink
	Default     string            // the full address of the page in the first language, where there are more
	Subject     schemaorg.Subject // what the page is about, for programs
	Age         Age

	path string
}

// shared is what other sites and apps show beside a link to the page (ogp.me).
type shared struct {
	URL, Type     string
	Picture, Text string // the address of a picture, and what stands there for who cannot see it
	Width, Height int
}

// languageLink leads to the same page in another language.
type languageLink struct {
	Code, Name, Dir string
	URL, Absolute   string
	Current         bool
}

// shell are the parts of a frame that are the same on every page, or on
// every page of a section. They are rendered once, from partials of the same
// names, since they are half of what a template does for a page.
type shell struct {
	Title             string
	Home              string
	Locale            string // as Open Graph has it: "nl_NL"
	Contact           *Contact
	Top, Head, Footer template.HTML
	Words             template.HTML // for scripts
	Policy            string
	headers           map[string]template.HTML // by section
}

// shellView is what those partials are made from.
type shellView struct {
	Title, Home, Manifest string
	Foreign               bool // the title is Dutch on a page in another language
	Menu                  []menuItem
	Logo                  *Logo
	Sample                bool
	Organisation          string
	Contact               *Contact
	Links                 []Link
	Feeds                 string // the address of the page about them
}

// feedLink is an address at which a program finds what the page shows.
type feedLink struct{ Type, Title, URL string }

// frame is round a page all that follows from what the page is.
func (s *Site) frame(p Page) Frame {
	header, ok := s.Shell.headers[p.Section]
	if !ok {
		header = s.Shell.headers[""]
	}
	f := Frame{
		Site: s.Shell, Title: p.Title, Description: p.Description, Header: header, Age: s.ageOf(p),
		path: p.Path, Shared: s.shared(p), From: originOf(s, p),
	}
	if !p.Once {
		if f.Languages = s.inLanguages(p.Path); len(f.Languages) > 0 {
			f.Default = f.Languages[0].Absolute
		}
	}
	if p.Reach == Hidden {
		return f
	}
	f.Canonical = s.Catalog.Site.Absolute(s.Prefix + p.Path)
	if from := OriginOf(p); from != nil && isOwnPage(p) {
		if f.Canonical = from.Credit().URL; from.Gone != 0 {
			f.Canonical = "" // there is nothing to find there any more
		}
	}
	f.Feeds = s.feeds(firstPart(p.Path))
	if record, ok := p.About.(catalog.Record); ok {
		f.Draft = record.File().Concept
	}
	return f
}

// shared is the page beside a link to it. That to a page that is not there may be any.
func (s *Site) shared(p Page) shared {
	site := s.Catalog.Site
	shown := shared{
		Type: "website", Text: s.Shell.Title,
		Picture: site.Absolute(share.Path(s.Catalog, p.About)), Width: picture.Width, Height: picture.Height,
	}
	if _, ok := p.About.(*catalog.Bericht); ok {
		shown.Type = "article"
	}
	if p.Title != "" {
		shown.Text = p.Title + " · " + s.Shell.Title
	}
	if p.Path != NotFound {
		shown.URL = site.Absolute(s.Prefix + p.Path)
	}
	return shown
}

// inLanguages are the addresses of a page in all languages of the site; none
// where there is one.
func (s *Site) inLanguages(path string) []languageLink {
	if len(s.Spoken) < 2 {
		return nil
	}
	list := make([]languageLink, len(s.Spoken))
	for i, l := range s.Spoken {
		there := s.PrefixOf(i) + path
		list[i] = languageLink{
			Code: l.Code, Name: l.Name, Dir: l.Dir, Current: l == s.Language,
			URL: s.URL(there), Absolute: s.Catalog.Site.Absolute(there),
		}
	}
	return list
}

// PrefixOf is the path of a language by its place among those of the site.
func (s *Site) PrefixOf(i int) string {
	if i == 0 {
		return ""
	}
	return "/" + s.Spoken[i].Code
}

// Surround renders the shell.
func (s *Site) Surround(pages []Placed) error {
	site := s.Catalog.Site
	b := shellView{
		Home: s.Link("/"), Manifest: s.URL("/site.webmanifest"),
		Sample: site.Voorbeeld, Organisation: site.Organisatie, Contact: ContactOf(site.Telefoon, site.Email),
	}
	b.Title, b.Foreign = siteTitle(s)
	b.Logo = LogoOf(s, site.Thema.Logo)
	b.Feeds = s.URL(FeedsPath)
	b.Links = footLinks(s)
	s.Shell = &shell{
		Title: b.Title, Home: b.Home, Contact: b.Contact, Locale: localeOf(s.Language.Code),
		Policy: Policy, headers: map[string]template.HTML{},
	}
	items := s.menuItems(pages)
	places := []string{""}
	for _, item := range items {
		places = append(places, item.section)
	}
	var err error
	for _, section := range places {
		b.Menu = menuIn(items, section)
		if s.Shell.headers[section], err = s.Templates.Fragment("header", b); err != nil {
			return err
		}
	}
	for name, into := range map[string]*template.HTML{"top": &s.Shell.Top, "head": &s.Shell.Head, "footer": &s.Shell.Footer} {
		if *into, err = s.Templates.Fragment(name, b); err != nil {
			return err
		}
	}
	if s.Shell.Words, err = s.Templates.Fragment("woorden", ScriptWords(s)); err != nil {
		return err
	}
	return nil
}

// localeOf is a language with the country in which most speak it.
func localeOf(code string) string {
	region, _ := language.Make(code).Region()
	return code + "_" + region.String()
}

// Foreign reports whether the page is in another language than the content.
func (s *Site) Foreign() bool { return s.Language.Code != "nl" }

// Policy lets a page use the site's own files and nothing else. It is in each
// page too, for a host that does not read _headers; what only a header may say,
// who may frame a page, is added there.
//
// The default is not 'none': Firefox asks it, and nothing more specific, about
// the file of pictograms that <use> refers to (bugzilla.mozilla.org, 1773976).
const Policy = "default-src 'self'; img-src 'self' data:; object-src 'none'; frame-src 'none'; form-action 'self'; base-uri 'none'"

// FramePolicy is that of a page in a frame on another site. WordPress gives a frame no
// origin (sandbox), and then WebKit knows no 'self'; so its files are named by address.
func FramePolicy(s *Site) string {
	return strings.Replace(Policy, "'self'", "'self' "+s.Absolute(asset.EmbedFolder+"/"), 1)
}
