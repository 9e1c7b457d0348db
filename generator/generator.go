package generator

import (
	"context"
	"io/fs"
	"slices"
	"sync"
	"time"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/cms"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/feed"
	"pleinwijzer/generator/hsds"
	"pleinwijzer/generator/lint"
	"pleinwijzer/generator/page"
	"pleinwijzer/generator/publish"
	"pleinwijzer/generator/schedule"
)

// Folders are where a site comes from.
type Folders struct{ Content, Layouts, Static fs.FS }

// Site is a directory of pleinen, ready to be published or shown. With an error
// among its problems it has no files.
type Site struct {
	Files    []publish.File
	Problems diag.List

	// Pictures lists what else a published site has: the pictures that other
	// sites show beside a link. A preview can do without.
	Pictures func() []publish.File

	// Advice lists what could be better in content that is not wrong. A build
	// can do without. It may be asked for at any time, also while the next site is
	// made.
	Advice func() diag.List

	// Source says which file of the content the page at a path is about.
	Source func(path string) (Source, bool)

	// At makes the site of the same content as it is at another moment.
	At func(now time.Time) (*Site, error)

	// External asks other sites whether the links to them work.
	External func(context.Context, lint.Fetch) diag.List
}

// Generator makes a site, and makes it again after a change with no more work
// than the change asks for.
type Generator struct {
	// Began, if set, is told when each stage begins.
	Began func(Stage)

	// Past, if set, finds out what the records were before. A preview does without:
	// it would have to do so again after every edit.
	Past func(*catalog.Catalog) (*catalog.Past, error)

	folders Folders
	reader  *content.Reader

	making sync.Mutex // a site of now and one of another moment are made in turn
	pages  *page.Renderer

	linting sync.Mutex // advice about an older site may still be asked for
	linter  lint.Linter
}

// New makes a Generator; nothing is read yet.
func New(f Folders) *Generator {
	return &Generator{folders: f, reader: content.NewReader(f.Content)}
}

// A Change says what may differ from the last time: paths in the content
// folder, or the layouts and assets.
type Change struct {
	Content []string
	Look    bool
}

// Site is the whole pipeline, from files to files.
func (g *Generator) Site(changed Change, o catalog.Options) (*Site, error) {
	g.began(Reading)
	g.reader.On(schedule.DateOf(o.Now))
	records, problems, err := g.reader.Refresh(changed.Content...)
	if err != nil {
		return nil, err
	}
	return g.site(records, problems, changed.Look, o)
}

// site is the pipeline from records on.
func (g *Generator) site(records *content.Content, read diag.List, look bool, o catalog.Options) (*Site, error) {
	g.making.Lock()
	defer g.making.Unlock()
	g.began(Resolving)
	shown, unresolved := catalog.Resolve(records, o)
	problems := slices.Concat(read, unresolved)
	g.began(Templating)
	if g.pages == nil || look {
		var err error
		if g.pages, err = page.New(g.folders.Layouts, g.folders.Static); err != nil {
			return nil, err
		}
	}
	problems.Add(g.pages.Problems(shown)...)
	problems.Add(lint.Ignored(records)...)
	problems.Sort()
	problems = problems.Fewer()
	if problems.HasErrors() {
		return &Site{Problems: problems}, nil
	}
	shown.Dutch = g.pages.Dutch()
	if g.Past != nil {
		g.began(LookingBack)
		past, err := g.Past(shown)
		if err != nil {
			return nil, err
		}
		shown = shown.With(past)
	}
	g.began(Listing)
	pages, err := g.pages.Files(shown)
	if err != nil {
		return nil, err
	}
	files := slices.Concat(pages, feed.Files(shown), hsds.Files(shown), cms.Files(records))
	if err := g.pages.Clash(files); err != nil {
		return nil, err
	}
	return &Site{
		Files: files, Problems: problems,
		Pictures: func() []publish.File { return g.pages.Pictures(shown) },
		Advice: func() diag.List {
			g.linting.Lock()
			defer g.linting.Unlock()
			return g.linter.Check(records, shown, published(files, shown))
		},
		Source: sources(shown),
		At: func(now time.Time) (*Site, error) {
			then := o
			then.Now = now
			return g.site(records, read, false, then)
		},
		External: func(ctx context.Context, fetch lint.Fetch) diag.List { return lint.External(ctx, records, fetch) },
	}, nil
}

// A Stage is a step of the pipeline.
type Stage int

// The stages, in order.
const (
	Reading     Stage = iota // files to records
	Resolving                // records to a catalog
	Templating               // layouts and assets to a renderer
	LookingBack              // what was there before
	Listing                  // a catalog to a list of files
)

func (g *Generator) began(s Stage) {
	if g.Began != nil {
		g.Began(s)
	}
}
