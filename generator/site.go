package generator

import (
	"context"
	"sync"
	"time"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/lint"
	"pleinwijzer/generator/page"
	"pleinwijzer/generator/publish"
)

// Site is a directory of pleinen that is ready to be published or shown. If there is an
// error among its problems it has no files and no Answers.
type Site struct {
	Files    []publish.File
	Pages    []layout.Placed // the pages that some of the files are made from
	Problems diag.List
	Now      time.Time     // the moment that the site is made for
	Basis    publish.Basis // everything that the site depends on

	Answers
}

// Answers are what can be asked about a site after it is made, so that no page has to
// wait for them. They may be used at any time, even while the next site is being made.
type Answers interface {
	// Pictures lists the other files of a published site: the pictures that other sites show
	// next to a link. A preview does not need them.
	Pictures() []publish.File

	// Advice lists what could be better in content without errors. It may take seconds, and
	// a build does not need it.
	Advice() diag.List

	// Translated returns how much of the content is available in each language of the site.
	Translated() []lint.Progress

	// Source returns the content file that the page at a path is about.
	Source(path string) (Source, bool)

	// At returns the site of the same content at another time.
	At(now time.Time) (*Site, error)

	// External checks whether links to other sites work; Links is the number of those.
	External(context.Context, lint.Fetch) diag.List
	Links() int
}

// made is what a Generator used to make a site. It implements Answers.
type made struct {
	generator *Generator
	records   *content.Content
	read      diag.List // the problems in the files
	options   catalog.Options
	shown     *catalog.Catalog
	files     []publish.File
	list      []layout.Placed
	pages     *page.Renderer

	collecting sync.Once
	about      map[string]catalog.Entry
}

func (m *made) Pictures() []publish.File { return m.pages.Pictures(m.shown) }

func (m *made) Advice() diag.List {
	g := m.generator
	g.linting.Lock()
	defer g.linting.Unlock()
	return g.linter.Check(m.records, m.shown, published(m.files, m.list))
}

func (m *made) Translated() []lint.Progress { return lint.Translated(m.records, m.shown) }

func (m *made) At(now time.Time) (*Site, error) {
	then := m.options
	then.Now = now
	return m.generator.site(m.records, m.read, false, then)
}

func (m *made) Links() int { return lint.Links(m.records) }

func (m *made) External(ctx context.Context, fetch lint.Fetch) diag.List {
	return lint.External(ctx, m.records, fetch)
}
