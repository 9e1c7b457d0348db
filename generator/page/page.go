// Package page makes the pages that people read, and the few files round them
// that browsers and hosts ask for.
//
// Each page is a publish.File that renders itself from the catalog when it is
// asked for. What a template shows is its view, a struct of its own: the frame
// for base.html, which every page has, and within it the view of the page for
// the template of that page. To add a page: a template in layouts/, a file here
// with its view, and a line in Files.
package page

import (
	"html/template"
	"io"
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
}

// New reads the templates, the words and the assets. The error is for one that
// is wrong; [Faults] says where.
func New(layouts, static fs.FS) (*Renderer, error) {
	languages, err := i18n.Load(layouts)
	if err != nil {
		return nil, err
	}
	r := &Renderer{layouts: layouts, languages: languages, parsed: map[string]*layout{}}
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
	parsed, err := parse(r.layouts, l)
	if err == nil {
		r.parsed[l.Code] = parsed
	}
	return parsed, err
}

// Files lists every page and asset of the site.
func (r *Renderer) Files(c *catalog.Catalog) ([]publish.File, error) {
	spoken := r.spoken(c)
	assets := r.assets.themed(c.Site.Thema).worded(spoken)
	graph := graphOf(c, assets)
	calendars := feed.Calendars(c)
	files := assets.files(spoken) // first, so that no page is published before its style
	for i, l := range spoken {
		s := &site{catalog: c, language: l, say: say.In(l, c), assets: assets, graph: graph, spoken: spoken, calendars: calendars}
		s.prefix = s.prefixOf(i)
		parsed, err := r.layout(l)
		if err != nil {
			return nil, err
		}
		s.templates = bind(parsed, functions(s))
		if err := s.surround(); err != nil {
			return nil, err
		}
		files = append(files, s.pages()...)
		if i == 0 {
			files = append(files, s.hosting()...)
		}
	}
	return files, nil
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
	around    *surroundings
	fragments fragments
}

// pages lists the pages in one language.
func (s *site) pages() []publish.File {
	return slices.Concat(
		s.home(),
		s.pleinen(),
		s.spreekuren(),
		s.partners(),
		s.dagen(),
		s.onderwerpen(),
		s.plaatsen(),
		s.zoeken(),
		s.mijn(),
		s.agenda(),
		s.berichten(),
		s.paginas(),
		s.explanation(),
		s.papers(),
		s.embeds(),
		s.insluiten(),
		s.gids(),
		s.redirects(),
	)
}

// word is a word of the interface in the language of the page.
func (s *site) word(key string, args ...string) string { return s.language.Word(key, args...) }

// page makes the file of a page: path is its address on the site, layout its
// template, and view is asked for only when the page is rendered.
func (s *site) page(path, layout string, view func() frame) publish.File {
	return s.pageOrError(path, layout, func() (frame, error) { return view(), nil })
}

// pageOrError is page for a view that may fail.
func (s *site) pageOrError(path, layout string, view func() (frame, error)) publish.File {
	name := s.prefix + path
	if path != notFound {
		name += "index.html"
	}
	return publish.File{Path: name[1:], Render: func(w io.Writer) error {
		f, err := view()
		if err != nil {
			return err
		}
		return s.templates.page(w, layout, f)
	}}
}

func (s *site) markdown(source string) template.HTML { return s.markdownBelow(1, source) }

// markdownBelow is markdown for a text below a heading of that level.
func (s *site) markdownBelow(level int, source string) template.HTML {
	return markdown.HTML(source, markdown.Options{Path: s.catalog.Site.Path, Below: level})
}
