// Package page makes the pages that people read, and the few files round them
// that browsers and hosts ask for.
//
// Each page is a value in one list (see Page), which says where it is, whom it is for
// and what it is about; files, sitemap, headers, menu, breadcrumbs and the preview
// follow from the list. What a template shows is its view, a struct of its own: the
// frame for base.html, which every page has, and within it the view of the page for
// the template of that page. To add a kind of page: a template in layouts/, a file
// here that lists its pages, and a line in kinds.
package page

import (
	"fmt"
	"html/template"
	"io/fs"
	"slices"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/feed"
	"pleinwijzer/generator/i18n"
	"pleinwijzer/generator/markdown"
	"pleinwijzer/generator/publish"
	"pleinwijzer/generator/say"
	"pleinwijzer/generator/schemaorg"
)

// Renderer holds what every build of the site needs again: the templates,
// parsed and minified once for each language, and the assets under their hashed
// names. It is not for use by two goroutines at once; the files it lists are.
type Renderer struct {
	layouts   fs.FS
	languages map[string]*i18n.Language
	parsed    map[string]*layout // by language
	assets    *assets
	kinds     []Kind
}

// New reads the templates, the words and the assets. The error is for one that
// is wrong: it names file and line.
func New(layouts, static fs.FS) (*Renderer, error) {
	languages, err := i18n.Load(layouts)
	if err != nil {
		return nil, fmt.Errorf("layouts/%w", err)
	}
	r := &Renderer{layouts: layouts, languages: languages, parsed: map[string]*layout{}, kinds: kinds}
	if r.assets, err = newAssets(static); err != nil {
		return nil, err
	}
	_, err = r.layout(languages["nl"])
	return r, err
}

// Dutch has the words of the site in the language of its editors, which the feeds
// speak.
func (r *Renderer) Dutch() *i18n.Language { return r.languages["nl"] }

// layout parses the templates in a language the first time it is asked for.
func (r *Renderer) layout(l *i18n.Language) (*layout, error) {
	if parsed, ok := r.parsed[l.Code]; ok {
		return parsed, nil
	}
	parsed, err := parse(r.layouts, l, fragmentFunctions)
	if err == nil {
		r.parsed[l.Code] = parsed
	}
	return parsed, err
}

// Clash is the error for files of static/ that cannot stand beside others of the site.
func (r *Renderer) Clash(files []publish.File) error { return r.assets.clash(files) }

// Pictures lists the pictures that other sites show beside a link. They stand apart
// from the files of Site, since no visitor of the site sees them and to name them all
// takes as long as the rest of an edit in the preview.
func (r *Renderer) Pictures(c *catalog.Catalog) []publish.File { return pictureFiles(c, r.Dutch()) }

// Site is all pages of a site and what goes with them.
type Site struct {
	Pages []Placed
	Files []publish.File // of those pages, their assets, and what hosts and programs ask for
}

// Site lists every page and asset of the site.
func (r *Renderer) Site(c *catalog.Catalog) (*Site, error) {
	spoken := r.spoken(c)
	assets := r.assets.themed(c.Site.Thema).worded(spoken)
	graph := graphOf(c, assets)
	calendars := feed.Calendars(c)
	all := &Site{Files: assets.files(spoken)} // first, so that no page is published before its style
	for i, l := range spoken {
		s := &site{catalog: c, language: l, say: say.In(l, c), assets: assets, graph: graph, spoken: spoken, calendars: calendars}
		s.prefix = s.prefixOf(i)
		parsed, err := r.layout(l)
		if err != nil {
			return nil, err
		}
		s.bind(parsed)
		pages, others := s.listed(r.kinds)
		if err := s.surround(pages); err != nil {
			return nil, err
		}
		all.Pages = append(all.Pages, pages...)
		for _, p := range pages {
			all.Files = append(all.Files, p.file())
		}
		all.Files = append(all.Files, others...)
	}
	all.Files = append(all.Files, hostingFiles(all.Pages[0].site, all.Pages)...)
	return all, nil
}

// spoken are the languages of the site, the one of the addresses without a code
// first. A language that there are no words for is left out; Problems says so.
func (r *Renderer) spoken(c *catalog.Catalog) []*i18n.Language {
	var spoken []*i18n.Language
	for _, code := range append([]content.Language{c.Site.Taal}, c.Site.Talen...) {
		if l := r.languages[string(code)]; l != nil && !slices.Contains(spoken, l) {
			spoken = append(spoken, l)
		}
	}
	if len(spoken) == 0 {
		spoken = append(spoken, r.languages["nl"])
	}
	return spoken
}

// site is one catalog in one language, about to be rendered.
type site struct {
	catalog   *catalog.Catalog
	language  *i18n.Language
	say       *say.Voice
	spoken    []*i18n.Language // all languages of the site
	prefix    string           // the path of the language: "" for the first
	templates *templates
	assets    *assets
	graph     *schemaorg.Graph
	calendars map[string]string // by the page that offers it, see feed.Calendars
	lists     map[string]Page   // the pages that are about nothing by itself, by path
	around    *surroundings
}

// word is a word of the interface in the language of the page.
func (s *site) word(key string, args ...string) string { return s.language.Word(key, args...) }

func (s *site) markdown(source string) template.HTML { return s.markdownBelow(1, source) }

// markdownBelow is markdown for a text below a heading of that level.
func (s *site) markdownBelow(level int, source string) template.HTML {
	return markdown.HTML(source, markdown.Options{Path: s.catalog.Site.Path, Below: level})
}
