package generator

import (
	"errors"
	"io/fs"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/changes"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/dcat"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/edit"
	"pleinwijzer/generator/feed"
	"pleinwijzer/generator/hsds"
	"pleinwijzer/generator/kept"
	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/lint"
	"pleinwijzer/generator/page"
	"pleinwijzer/generator/publish"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/sense"
)

// Folders are the file systems that a site is made from. Kept is the folder with what was
// taken over from other directories; without it there are none.
type Folders struct{ Content, Kept, Layouts, Static fs.FS }

// Generator makes a site, and makes it again after a change with no more work than the
// change requires.
type Generator struct {
	// Began, if set, is called at the start of each stage.
	Began func(Stage)

	// Past, if set, finds out how the records have changed over time. A preview leaves it
	// out, since it would have to be repeated after every edit.
	Past func(*catalog.Catalog) (*changes.Past, error)

	// Program, if set, identifies the program exactly: every other build of it has another
	// value. Without it a site has no [publish.Basis].
	Program string

	folders Folders
	kinds   []layout.Kind

	reading sync.Mutex // a trial may be asked for while files are read
	reader  *contentfs.Reader
	records *content.Content // as last read, or nil

	keeping sync.Mutex
	kept    *kept.Reader

	making sync.Mutex // the current site and that of another time share pages, so they are made in turn
	pages  *page.Renderer
	icons  atomic.Pointer[icons]

	linting sync.Mutex // advice about an older site may still be requested
	linter  lint.Linter
}

// New returns a Generator. It does not read anything yet.
func New(f Folders) *Generator {
	if f.Kept == nil {
		f.Kept = nothing{}
	}
	f = Folders{newWitness(f.Content), newWitness(f.Kept), newWitness(f.Layouts), newWitness(f.Static)}
	return &Generator{folders: f, kinds: page.Kinds, reader: contentfs.NewReader(f.Content), kept: kept.NewReader(f.Kept)}
}

// nothing is a folder that does not exist.
type nothing struct{}

func (nothing) Open(name string) (fs.File, error) {
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

// join adds the records of other directories to those of the content folder.
func (g *Generator) join(own *content.Content, now time.Time) (*content.Content, diag.List, error) {
	g.keeping.Lock()
	defer g.keeping.Unlock()
	return g.kept.Join(own, schedule.DateOf(now))
}

// Site runs the whole pipeline, from reading the content to listing the files.
func (g *Generator) Site(changed Change, o catalog.Options) (*Site, error) {
	g.began(Reading)
	records, problems, err := g.read(changed.Content, o)
	if err != nil {
		return nil, err
	}
	return g.site(records, problems, changed.Look, o)
}

func (g *Generator) read(changed []string, o catalog.Options) (*content.Content, diag.List, error) {
	g.reading.Lock()
	defer g.reading.Unlock()
	g.reader.On(schedule.DateOf(o.Now))
	records, problems, err := g.reader.Refresh(changed...)
	g.records = records
	return records, problems, err
}

// Records returns the content as it was last read, errors included, or nil.
func (g *Generator) Records() *content.Content {
	g.reading.Lock()
	defer g.reading.Unlock()
	return g.records
}

// Try returns the site as it would be if one file contained data: what an editor has
// typed and not yet saved. The next call of Site knows nothing of it. Site must have been
// called before. look says whether layouts or assets may have changed.
func (g *Generator) Try(file string, data []byte, look bool, o catalog.Options) (*Site, error) {
	g.reading.Lock()
	if g.records == nil {
		g.reading.Unlock()
		return nil, errors.New("nothing was read yet")
	}
	records, problems := g.reader.With(file, data)
	g.reading.Unlock()
	return g.site(records, problems, look, o)
}

// site is the part of the pipeline that starts from records.
func (g *Generator) site(records *content.Content, read diag.List, look bool, o catalog.Options) (*Site, error) {
	g.making.Lock()
	defer g.making.Unlock()
	g.began(Resolving)
	o.Reserved = page.Reserved(g.kinds)
	all, broken, err := g.join(records, o.Now)
	if err != nil {
		return nil, err
	}
	shown, unresolved := catalog.Resolve(all, o)
	problems := slices.Concat(read, broken, unresolved, sense.Check(shown))
	g.began(Templating)
	faults, err := g.look(look)
	if err != nil {
		return nil, err
	}
	problems.Add(faults...)
	if g.pages != nil {
		problems.Add(g.pages.Problems(shown)...)
	}
	problems.Add(lint.Ignored(records)...)
	problems.Sort()
	problems = problems.Fewer()
	if problems.HasErrors() {
		return &Site{Problems: problems, Now: o.Now}, nil
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
	var forPrograms []publish.File // listed in parallel with the pages, since an editor waits for both
	var listing sync.WaitGroup
	listing.Go(func() { forPrograms = slices.Concat(feed.Files(shown), hsds.Files(shown), dcat.Files(shown)) })
	pages, err := g.pages.Site(shown)
	listing.Wait()
	if err != nil {
		faults, err := page.Faults(err)
		return &Site{Problems: append(problems, faults...), Now: o.Now}, err
	}
	files := slices.Concat(pages.Files, forPrograms, edit.AdminFiles(records, g.lists(records)))
	if clashes := g.pages.Clashes(files); len(clashes) > 0 {
		problems.Add(clashes...)
		problems.Sort()
		return &Site{Problems: problems, Now: o.Now}, nil
	}
	basis, err := g.basis(o, shown)
	if err != nil {
		return nil, err
	}
	made := &made{generator: g, records: records, read: read, options: o, shown: shown, files: files, list: pages.Pages, pages: g.pages}
	return &Site{files, pages.Pages, problems, o.Now, basis, made}, nil
}

// A Stage is a stage of the pipeline.
type Stage int

// The stages, in order.
const (
	Reading     Stage = iota // turns files into records
	Resolving                // turns records into a catalog
	Templating               // turns layouts and assets into a renderer
	LookingBack              // finds out how the records have changed over time
	Listing                  // turns the catalog into a list of files
)

func (g *Generator) began(s Stage) {
	if g.Began != nil {
		g.Began(s)
	}
}
