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

// Site is a directory of pleinen, ready to be published or shown. With an error
// among its problems it has no files, and gives no answers.
type Site struct {
	Files    []publish.File
	Pages    []layout.Placed // of which the files of pages are made
	Problems diag.List
	Now      time.Time     // as of which it is
	Basis    publish.Basis // what it follows from

	Answers
}

// Answers are what can be asked of a site once it is made, so that no page waits for
// them. They may be asked for at any time, also while the next site is made.
type Answers interface {
	// Pictures lists what else a published site has: the pictures that other sites
	// show beside a link. A preview can do without.
	Pictures() []publish.File

	// Advice lists what could be better in content that is not wrong. That may take
	// seconds; a build can do without.
	Advice() diag.List

	// Translated is how much of the content is there in each language of the site.
	Translated() []lint.Progress

	// Source says which file of the content the page at a path is about.
	Source(path string) (Source, bool)

	// At makes the site of the same content as it is at another moment.
	At(now time.Time) (*Site, error)

	// External asks other sites whether the links to them work.
	External(context.Context, lint.Fetch) diag.List
}

// made is what a Generator made a site from.
type made struct {
	generator *Generator
	records   *content.Content
	read      diag.List // what was wrong with the files
	options   catalog.Options
	shown     *catalog.Catalog
	files     []publish.File
	list      []layout.Placed
	pages     *page.Renderer

	collecting sync.Once
	sources    map[string]Source
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

func (m *made) External(ctx context.Context, fetch lint.Fetch) diag.List {
	return lint.External(ctx, m.records, fetch)
}
