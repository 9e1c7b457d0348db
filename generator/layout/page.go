// Package layout knows what a page is and puts it in its frame.
//
// A [Page] is a value that says where a page is, whom it is for and what it is about.
// All else that must know of pages follows from the list of them: files, menu,
// breadcrumbs and languages here, sitemap and headers in package host, and in package
// generator the file of the content that a page is made from.
//
// What a template shows is its view, a struct of its own: plain fields with words and
// addresses. A template could read the records of the catalog, and that would work, but a
// promoted field or a method costs html/template ten times what a plain field costs. The
// [Frame] is the view of base.html, which every page has; within it stands the view of
// the page for the template of that page.
//
// So template.HTML comes from package markdown, from templates of our own that were
// executed, and from linked.go, for the JSON-LD that encoding/json escaped for HTML.
package layout

import (
	"io"
	"slices"
	"strings"

	"pleinwijzer/generator/asset"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/publish"
	"pleinwijzer/generator/typed"
)

// A Page is a page of the site as a value: all that others must know of it. It is
// rendered when somebody asks for it.
type Page struct {
	Path        string // its address, below that of the language: "/pleinen/noord/"
	Layout      string // the name of its template in layouts/
	Title       string // "" for the first page, which has that of the site
	Description string
	Section     string        // the path of the line of the menu that it belongs to, or ""
	About       catalog.Entry // what it is about; nil for a list, and for a page by itself
	InMenu      bool          // a menu leads to it where the editors made none
	Empty       bool          // a list in which nothing stands yet: no menu leads to it
	Reach       Reach
	Once        bool   // it is not made again for each language, but in the first alone
	Daily       bool   // it says on which day the site was made, and so changes every night
	Framed      bool   // sites of others may show it in a frame, so it has none of ours
	Whole       bool   // its template is all of it, without a header or a menu of ours
	Timed       bool   // it knows when it was made, to tell that without a connection
	MovedTo     string // the path of the page that is there instead, or ""

	View func(*Frame) error // fills in what the template shows, and what only the page knows
}

// Reach is how a page is found.
type Reach int

// The ways, the widest first.
const (
	InSitemap Reach = iota // search engines are told of it, in the sitemap
	Linked                 // search engines may find it, by links
	Hidden                 // by links alone: it says nothing to those who search, or says it again
)

// A Kind is one kind of pages.
type Kind struct {
	// Folder is the address below which they are, such as "/pleinen/". No free page
	// can take it. "" where they are below others.
	Folder string

	Pages func(*Site) []Page
	Files func(*Site) []publish.File // beside them, for programs; or nil
}

// Placed is a page in one language.
type Placed struct {
	Page
	Site *Site
}

// Listed are the pages of all kinds in the language, and the files beside them.
func (s *Site) Listed(kinds []Kind) (pages []Placed, others []publish.File) {
	s.lists = map[string]Page{}
	for _, kind := range kinds {
		list := kind.Pages(s)
		pages = slices.Grow(pages, len(list))
		for _, p := range list {
			if p.Once && s.Prefix != "" {
				continue
			}
			pages = append(pages, Placed{p, s})
			if p.About == nil && p.Reach == InSitemap {
				s.lists[p.Path] = p
			}
		}
		if kind.Files != nil {
			others = append(others, kind.Files(s)...)
		}
	}
	return pages, others
}

// Address is the path of the page below the site's own. What others may frame is in
// one folder for all languages, so that one rule of a host lets them.
func (p Placed) Address() string {
	address := p.Site.Prefix + p.Path
	if p.Framed {
		address = asset.EmbedFolder + address
	}
	return address
}

// Language is the code of its language.
func (p Placed) Language() typed.Language { return typed.Language(p.Site.Language.Code) }

// File returns the file of the page. It refers to p, since copies of all pages of a large
// site would take megabytes.
func (p *Placed) File() publish.File {
	name := p.Address()[1:]
	if strings.HasSuffix(p.Path, "/") {
		name += "index.html"
	}
	return publish.File{Path: name, Timed: p.Timed, Render: func(w io.Writer) error {
		switch {
		case p.MovedTo != "":
			return redirect(w, *p)
		case p.Framed || p.Whole:
			return p.Site.Bare(w, p.Page)
		}
		f := p.Site.frame(p.Page)
		if err := p.View(&f); err != nil {
			return err
		}
		return p.Site.Templates.page(w, p.Layout, f)
	}}
}

// Bare writes a page without a frame of ours: its template is whole.
func (s *Site) Bare(w io.Writer, p Page) error {
	var f Frame
	if err := p.View(&f); err != nil {
		return err
	}
	html, err := s.Templates.Fragment(p.Layout, f.Main)
	if err == nil {
		_, err = io.WriteString(w, string(html))
	}
	return err
}

// Shows is the View of a page that has nothing to say but what its template shows.
func Shows(view func() any) func(*Frame) error {
	return func(f *Frame) error {
		f.Main = view()
		return nil
	}
}
