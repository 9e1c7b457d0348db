// Package embed makes what partners show on their own sites, and the page on which they
// choose it.
//
// All of it is below /embed/, also in other languages, as in /embed/en/pleinen/…, rather
// than below the folder of the language. That way one rule allows other sites to frame
// it, and nothing else. Its scripts and styles are in static/embed and keep their names,
// because partners' pages refer to them.
package embed

import (
	"encoding/json"
	"io"
	"slices"
	"strings"

	"pleinwijzer/generator/asset"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/publish"
)

// embedded is some of the spreekuren, as a partner chooses them.
type embedded struct {
	kind       string // the attribute of the element: "plein", "partner", "onderwerp"
	slug       string
	name       string
	page       string // the path of the page with the same
	framed     bool   // there is a page for a frame, and plain HTML
	spreekuren []*catalog.Spreekuur
	plein      *catalog.Plein // where all of it is, or nil
	about      catalog.Entry
	foreign    bool // the name is Dutch on a page in another language
}

// guests are the spreekuren of other pleinen that come to this one.
func (e embedded) guests() []*catalog.Spreekuur {
	if e.plein == nil {
		return nil
	}
	return e.plein.Gasten
}

// selectionsOf are all that can be embedded.
func selectionsOf(s *layout.Site) []embedded {
	c := s.Catalog
	list := make([]embedded, 0, len(c.Pleinen)+len(c.Partners)+len(c.Onderwerpen))
	for _, p := range c.Pleinen {
		list = append(list, embedded{"plein", p.Slug, p.Naam, p.Page(), true, p.Spreekuren, p, p, s.Foreign()})
	}
	for _, p := range c.Partners {
		list = append(list, partnerEmbed(s, p))
	}
	for _, o := range c.Onderwerpen {
		list = append(list, embedded{"onderwerp", o.Slug, o.Naam, o.Page(), false, o.Spreekuren, nil, o, s.Foreign()})
	}
	return list
}

func partnerEmbed(s *layout.Site, p *catalog.Partner) embedded {
	return embedded{"partner", p.Slug, p.NaamInUitingen, p.Page(), true, p.Spreekuren, nil, p, s.Foreign()}
}

// ownKind is that of a spreekuur by itself. Nobody chooses it: it is what a link to its page
// becomes where somebody pastes one (oEmbed). So it is there as a page for a frame alone.
const ownKind = "spreekuur"

func ownOf(s *layout.Site, x *catalog.Spreekuur) embedded {
	name, foreign := layout.Titled(s, x.Vertaling, x.Titel)
	return embedded{ownKind, x.Slug, name, x.Page(), true, []*catalog.Spreekuur{x}, nil, x, foreign}
}

// label names what is embedded in a title.
func (e embedded) label(s *layout.Site) string {
	if e.kind == ownKind {
		return e.name
	}
	return s.Word("spreekuren-van", e.name)
}

// The paths of what is made from a page.
func dataPath(s *layout.Site, page string) string {
	return asset.EmbedFolder + "/v1" + s.Prefix + layout.JSONPath(page)
}

func framePath(s *layout.Site, page string) string { return asset.EmbedFolder + s.Prefix + page }

func fragmentPath(s *layout.Site, page string) string { return framePath(s, page) + asset.FragmentFile }

// Pages are those that partners put in a frame.
func Pages(s *layout.Site) []layout.Page {
	var all []layout.Page
	for _, e := range selectionsOf(s) {
		if e.framed {
			all = append(all, framePage(s, e))
		}
	}
	for _, x := range s.Catalog.Spreekuren {
		if layout.EmbedsItself(x) {
			all = append(all, framePage(s, ownOf(s, x)))
		}
	}
	return all
}

func framePage(s *layout.Site, e embedded) layout.Page {
	return layout.Page{
		Path: e.page, Layout: "embed", Title: e.name, About: e.about, Reach: layout.Hidden, Framed: true,
		View: layout.Shows(func() any { return embedOf(s, e) }),
	}
}

// Files are what else partners show on their own sites: data, the page for those that may
// not be read, and a page to fetch and put into one of theirs.
func Files(s *layout.Site) []publish.File {
	files := []publish.File{roosterFile(s)}
	for _, e := range selectionsOf(s) {
		files = append(files, publish.File{
			Path: dataPath(s, e.page)[1:], Render: func(w io.Writer) error { return writeData(w, s, e) },
		})
		if !e.framed {
			continue
		}
		fragment := layout.Page{Layout: "fragment", View: layout.Shows(func() any { return embedOf(s, e) })}
		files = append(files,
			publish.File{Path: fragmentPath(s, e.page)[1:], Render: func(w io.Writer) error { return s.Bare(w, fragment) }},
			jsonFile(layout.OEmbedPath(s, e.page), func() any { return oembedOf(s, e) }),
		)
	}
	for _, x := range s.Catalog.Spreekuren {
		if layout.EmbedsItself(x) {
			files = append(files, jsonFile(layout.OEmbedPath(s, x.Page()), func() any { return oembedOf(s, ownOf(s, x)) }))
		}
	}
	return files
}

func jsonFile(path string, view func() any) publish.File {
	return publish.File{Path: path[1:], Render: func(w io.Writer) error { return encode(w, view()) }}
}

func encode(w io.Writer, value any) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false) // the file is JSON, not a script in a page
	return encoder.Encode(value)
}

// embed is the view of those pages.
type embed struct {
	Policy        string
	Name, Label   string
	Foreign       bool   // the name is Dutch on a page in another language
	URL           string // of the page on the site
	Address       string // the same, to read: links may do nothing in a frame
	Script, Style string
	Changed       *layout.Day // when what it shows changed last; nil where that is not known
	Empty         string      // what to say where there are no days
	Credit        *layout.Credit
	Days          []embedDay
}

func embedOf(s *layout.Site, e embedded) embed {
	d := embedDataOf(s, e)
	d.Spreekuren = slices.Collect(d.records(s, e))
	_, address, _ := strings.Cut(d.URL, "://")
	return embed{
		Policy: layout.FramePolicy(s), Name: e.name, Foreign: e.foreign, Label: d.Woorden.Naam, URL: d.URL, Address: address,
		Script: s.URL(asset.EmbedFolder + "/frame.js"), Style: s.URL(asset.EmbedFolder + "/frame.css"),
		Changed: s.Changed(e.about), Empty: d.Woorden.Leeg, Credit: layout.CreditOf(s, e.about), Days: embedWeek(&d, e.plein == nil),
	}
}
