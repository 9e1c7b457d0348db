// Package page lists the pages of a site, of all kinds and in all languages, from the
// rooms that make them: see [Kinds]. To add a kind of page: a template in layouts/, a file
// with its view in the room where it belongs, and a line in Kinds.
package page

import (
	"io/fs"
	"slices"

	"pleinwijzer/generator/asset"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/feed"
	"pleinwijzer/generator/host"
	"pleinwijzer/generator/i18n"
	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/piece"
	"pleinwijzer/generator/publish"
	"pleinwijzer/generator/say"
	"pleinwijzer/generator/share"
	"pleinwijzer/generator/typed"
)

// Renderer holds what every build of the site needs again: the templates,
// parsed and minified once for each language, and the assets under their hashed
// names. It is not for use by two goroutines at once; the files it lists are.
type Renderer struct {
	layouts   fs.FS
	languages map[string]*i18n.Language
	parsed    map[string]*layout.Parsed // by language
	assets    *asset.Assets
	kinds     []layout.Kind
}

// New reads the templates, the words and the assets, for a site of those kinds of
// pages. The error is for a file that is wrong; [Faults] says where.
func New(layouts, static fs.FS, kinds []layout.Kind) (*Renderer, error) {
	if err := layout.Bounded(layouts); err != nil {
		return nil, err
	}
	languages, err := i18n.Load(layouts)
	if err != nil {
		return nil, err
	}
	r := &Renderer{layouts: layouts, languages: languages, parsed: map[string]*layout.Parsed{}, kinds: kinds}
	if r.assets, err = asset.NewAssets(static); err != nil {
		return nil, err
	}
	_, err = r.layout(languages["nl"])
	return r, err
}

// Dutch has the words of the site in the language of its editors, which the feeds
// speak.
func (r *Renderer) Dutch() *i18n.Language { return r.languages["nl"] }

// layout parses the templates in a language the first time it is asked for.
func (r *Renderer) layout(l *i18n.Language) (*layout.Parsed, error) {
	if parsed, ok := r.parsed[l.Code]; ok {
		return parsed, nil
	}
	parsed, err := layout.Parse(r.layouts, l, piece.FragmentFunctions)
	if err == nil {
		r.parsed[l.Code] = parsed
	}
	return parsed, err
}

// Clashes are the files of static/ that cannot stand beside others of the site.
func (r *Renderer) Clashes(files []publish.File) diag.List { return r.assets.Clashes(files) }

// Pictures lists the pictures that other sites show beside a link. They stand apart
// from the files of Site, since no visitor of the site sees them and to name them all
// takes as long as the rest of an edit in the preview.
func (r *Renderer) Pictures(c *catalog.Catalog) []publish.File {
	return share.Files(c)
}

// Site is all pages of a site and what goes with them.
type Site struct {
	Pages []layout.Placed
	Files []publish.File // of those pages, their assets, and what hosts and programs ask for
}

// Site lists every page and asset of the site.
func (r *Renderer) Site(c *catalog.Catalog) (*Site, error) {
	spoken := r.spoken(c)
	assets := r.assets.Themed(c.Site.Thema).Worded(spoken)
	graph := layout.GraphOf(c, assets)
	calendars := feed.Calendars(c)
	all := &Site{}
	others := make([][]publish.File, len(spoken))
	ends := make([]int, len(spoken)) // of the pages in each language
	for i, l := range spoken {
		s := &layout.Site{Catalog: c, Language: l, Say: say.In(l, c), Assets: assets, Graph: graph, Spoken: spoken, Calendars: calendars}
		s.Prefix = s.PrefixOf(i)
		parsed, err := r.layout(l)
		if err != nil {
			return nil, err
		}
		s.Bind(parsed)
		var pages []layout.Placed
		pages, others[i] = s.Listed(r.kinds)
		if err := s.Surround(pages); err != nil {
			return nil, err
		}
		all.Pages = append(slices.Grow(all.Pages, len(pages)*(len(spoken)-i)), pages...)
		ends[i] = len(all.Pages)
	}
	all.Files = filesBeside(c, assets, spoken) // first, so that no page is published before its style
	for i, begin := 0, 0; i < len(spoken); begin, i = ends[i], i+1 {
		all.Files = slices.Grow(all.Files, ends[i]-begin+len(others[i]))
		for n := begin; n < ends[i]; n++ {
			all.Files = append(all.Files, all.Pages[n].File())
		}
		all.Files = append(all.Files, others[i]...)
	}
	all.Files = append(all.Files, host.Files(all.Pages[0].Site, all.Pages)...)
	return all, nil
}

// filesBeside are the assets and the photos. Also those of drafts are not published as they are.
func filesBeside(c *catalog.Catalog, assets *asset.Assets, spoken []*i18n.Language) []publish.File {
	var hidden, shown []string
	for _, p := range c.Content().Pleinen {
		hidden = append(hidden, p.Photos()...)
	}
	for _, p := range c.Pleinen {
		shown = append(shown, p.Photos()...)
	}
	return append(assets.Files(spoken, hidden), assets.PhotoFiles(shown)...)
}

// spoken are the languages of the site, the one of the addresses without a code
// first. A language that there are no words for is left out; Problems says so.
func (r *Renderer) spoken(c *catalog.Catalog) []*i18n.Language {
	var spoken []*i18n.Language
	for _, code := range append([]typed.Language{c.Site.Taal}, c.Site.Talen...) {
		if l := r.languages[string(code)]; l != nil && !slices.Contains(spoken, l) {
			spoken = append(spoken, l)
		}
	}
	if len(spoken) == 0 {
		spoken = append(spoken, r.languages["nl"])
	}
	return spoken
}
