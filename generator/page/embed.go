package page

import (
	"encoding/json"
	"io"
	"slices"
	"strings"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/i18n"
	"pleinwijzer/generator/publish"
)

// What partners show on sites of their own stands below one folder, in every
// language: it is all that another site may put in a frame (see headers), and
// nothing that a visitor's phone need keep.
const (
	embedFolder  = "/embed"
	embedScript  = embedFolder + "/v1.js"
	fragmentFile = "fragment.html"
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
}

// guests are the spreekuren of other pleinen that come to this one.
func (e embedded) guests() []*catalog.Spreekuur {
	if e.plein == nil {
		return nil
	}
	return e.plein.Gasten
}

// selections are all that can be embedded.
func selectionsOf(s *site) []embedded {
	c := s.catalog
	list := make([]embedded, 0, len(c.Pleinen)+len(c.Partners)+len(c.Onderwerpen))
	for _, p := range c.Pleinen {
		list = append(list, embedded{"plein", p.Slug, p.Naam, p.Page(), true, p.Spreekuren, p, p})
	}
	for _, p := range c.Partners {
		list = append(list, embedded{"partner", p.Slug, p.NaamInUitingen, p.Page(), true, p.Spreekuren, nil, p})
	}
	for _, o := range c.Onderwerpen {
		list = append(list, embedded{"onderwerp", o.Slug, o.Naam, o.Page(), false, o.Spreekuren, nil, o})
	}
	return list
}

// The paths of what is made from a page.
func dataPath(s *site, page string) string     { return embedFolder + "/v1" + s.prefix + jsonPath(page) }
func framePath(s *site, page string) string    { return embedFolder + s.prefix + page }
func fragmentPath(s *site, page string) string { return framePath(s, page) + fragmentFile }
func oembedPath(s *site, page string) string   { return "/oembed" + s.prefix + jsonPath(page) }

// jsonPath is the path of a file of JSON about a page.
func jsonPath(page string) string { return strings.TrimSuffix(page, "/") + ".json" }

// embedPages are those that partners put in a frame.
func embedPages(s *site) []Page {
	var all []Page
	for _, e := range selectionsOf(s) {
		if e.framed {
			all = append(all, Page{
				Path: e.page, Layout: "embed", Title: e.name, About: e.about, Reach: Hidden, Framed: true,
				View: shows(func() any { return embedOf(s, e) }),
			})
		}
	}
	return all
}

// embedFiles are what else partners show on their own sites: data, and a page to
// fetch and put into one of theirs.
func embedFiles(s *site) []publish.File {
	var files []publish.File
	for _, e := range selectionsOf(s) {
		files = append(files, jsonFile(dataPath(s, e.page), func() any { return embedDataOf(s, e) }))
		if !e.framed {
			continue
		}
		fragment := Page{Layout: "fragment", View: shows(func() any { return embedOf(s, e) })}
		files = append(files,
			publish.File{Path: fragmentPath(s, e.page)[1:], Render: func(w io.Writer) error { return s.bare(w, fragment) }},
			jsonFile(oembedPath(s, e.page), func() any { return oembedOf(s, e) }),
		)
	}
	return files
}

func jsonFile(path string, view func() any) publish.File {
	return publish.File{Path: path[1:], Render: func(w io.Writer) error {
		encoder := json.NewEncoder(w)
		encoder.SetEscapeHTML(false) // the file is JSON, not a script in a page
		return encoder.Encode(view())
	}}
}

// embed is the view of those pages.
type embed struct {
	Policy        string
	Name, Label   string
	URL           string // of the page on the site
	Address       string // the same, to read: links may do nothing in a frame
	Script, Style string
	Made, MadeISO string
	Days          []embedDay
}

func embedOf(s *site, e embedded) embed {
	d := embedDataOf(s, e)
	_, address, _ := strings.Cut(d.URL, "://")
	return embed{
		Policy: policy, Name: e.name, Label: d.Woorden.Naam, URL: d.URL, Address: address,
		Script: s.url(embedFolder + "/frame.js"), Style: s.url(embedFolder + "/frame.css"),
		Made: s.say.Date(s.catalog.Today), MadeISO: d.Gemaakt, Days: embedWeek(&d, e.plein == nil),
	}
}

// worded is the assets with the languages of the site in the script of the
// element, each with the sentence for when there is no data to take words from.
// The first language is that of the addresses without a code.
func (a *assets) worded(spoken []*i18n.Language) *assets {
	i := slices.IndexFunc(a.list, func(x asset) bool { return "/"+x.path == embedScript })
	if i < 0 {
		return a
	}
	languages := make([][2]string, len(spoken))
	for i, l := range spoken {
		languages[i] = [2]string{l.Code, l.Word("tijden-niet-opgehaald")}
	}
	list, _ := json.Marshal(languages) // strings always can
	worded := &assets{list: slices.Clone(a.list), byName: a.byName}
	worded.list[i].data = slices.Concat([]byte("{const languages="), list, []byte(";"), a.list[i].data, []byte("}\n"))
	return worded
}
