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
	"pleinwijzer/generator/markdown"
	"pleinwijzer/generator/publish"
)

// Renderer holds what every build of the site needs again: the templates,
// parsed and minified once, and the assets under their hashed names.
type Renderer struct {
	templates *template.Template
	names     []string
	assets    *assets
}

// New reads the templates and the assets. The error is for a template or a
// style sheet that is wrong: it names file and line.
func New(layouts, static fs.FS) (*Renderer, error) {
	assets, err := newAssets(static)
	if err != nil {
		return nil, err
	}
	r := &Renderer{assets: assets}
	if r.templates, r.names, err = parse(layouts); err != nil {
		return nil, err
	}
	return r, nil
}

// Files lists every page and asset of the site.
func (r *Renderer) Files(c *catalog.Catalog) ([]publish.File, error) {
	s := &site{catalog: c, assets: r.assets}
	s.templates = bind(r.templates, r.names, functions(s))
	if err := s.surround(); err != nil {
		return nil, err
	}
	return slices.Concat(
		r.assets.files(), // first, so that no page is published before its style
		s.home(),
		s.pleinen(),
		s.spreekuren(),
		s.partners(),
		s.dagen(),
		s.onderwerpen(),
		s.plaatsen(),
		s.agenda(),
		s.berichten(),
		s.paginas(),
		s.redirects(),
		s.hosting(),
	), nil
}

// site is one catalog, about to be rendered.
type site struct {
	catalog   *catalog.Catalog
	templates *templates
	assets    *assets
	around    *surroundings
	fragments fragments
}

// page makes the file of a page: path is its address on the site, layout its
// template, and view is asked for only when the page is rendered.
func (s *site) page(path, layout string, view func() frame) publish.File {
	name := path + "index.html"
	if path == notFound {
		name = path
	}
	return publish.File{Path: name[1:], Render: func(w io.Writer) error {
		return s.templates.page(w, layout, view())
	}}
}

func (s *site) markdown(source string) template.HTML {
	return markdown.HTML(source, markdown.Options{Path: s.catalog.Site.Path})
}
