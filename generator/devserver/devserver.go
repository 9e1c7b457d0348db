// Package devserver shows a site to the editor who is working on it: it renders
// the files that a browser asks for, watches the folders that the site is made
// from, and tells the browser when there is something new to see.
//
// While the content is wrong every page is replaced by one that says what is
// wrong and where (problems.go). The last good site is one click away, and its
// style sheets and calendars stay served. The page comes back by itself once the
// content is mended.
//
// Below each page stands a bar that only the preview has (bar.go): the file that
// the page is from and advice about what is on it (about.go), and the way to the
// same page on another day (days.go). It lives in a shadow tree, so that its style
// and that of the site leave each other alone. It keeps no page waiting: a script
// asks for advice, and for the files of the cards, when the page is there.
//
// Three goroutines do the work, and Run waits for each before it returns: one
// collects what is saved (watch.go), one builds (in this file), and net/http
// serves. The second gives the third a new state by replacing a pointer, so a
// request sees one state from begin to end. Nothing here asks the clock: the
// only timers are those that wait for an editor to finish saving.
package devserver

import (
	"context"
	"crypto/rand"
	"errors"
	"net"
	"net/http"
	"slices"
	"strconv"
	"sync"
	"sync/atomic"
	"time"

	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/publish"
	"pleinwijzer/generator/schedule"
)

// Config says what a site is made from, and how.
type Config struct {
	// Content, Layouts and Static are the folders to watch, as the operating
	// system names them. A folder that is not there yet is watched for.
	Content, Layouts, Static string

	// Build makes the site anew, as of now. It runs in one goroutine at a time.
	// Its error is shown to the editor, so it is in Dutch.
	Build func(Change) (*Site, error)

	// Host is a host name that browsers may use for the server, beside
	// localhost and IP addresses.
	Host string
}

// A Change says what was saved since the last build that came to its end.
type Change struct {
	// Content holds paths in the content folder, files or folders, with
	// forward slashes, sorted; "." for all of it.
	Content []string
	Look    bool // whether a layout or an asset was saved
}

// everything is the change before the first build.
var everything = Change{Content: []string{"."}, Look: true}

// Site is what a build made. With an error among its problems it has nothing
// else. The names of files of the content are shown as they are, and are those that
// the operating system knows from the working folder, but with forward slashes.
type Site struct {
	Files    []publish.File
	Problems diag.List

	// Now is the moment as of which the site is made.
	Now time.Time

	// Advice lists what could be better. That may take seconds, so it is asked
	// for when a page is there already, and once.
	Advice func() diag.List

	// Source says which file the page at a path is about.
	Source func(path string) (Source, bool)

	// On makes the same content as of another day, at the same time of the day.
	// It may run at any time, beside Build too.
	On func(schedule.Date) (*Site, error)
}

// A Source is where the content of a page stands.
type Source struct {
	Title string
	diag.Range
	Draft bool
}

// Run builds the site and serves it on l until ctx is done, which is no error.
// It closes l.
func Run(ctx context.Context, l net.Listener, c Config) error {
	defer l.Close()
	w, err := newWatcher(c.Content, c.Layouts, c.Static)
	if err != nil {
		return err
	}
	s := &server{config: c, run: rand.Text()}
	s.current.Store(&state{})
	s.build(everything)

	ctx, cancel := context.WithCancel(ctx)
	changes := make(chan Change)
	web := &http.Server{
		Handler:           s,
		ReadHeaderTimeout: 10 * time.Second,
		BaseContext:       func(net.Listener) context.Context { return ctx },
	}
	var running sync.WaitGroup
	running.Go(func() { w.run(ctx, changes); close(changes) })
	running.Go(func() {
		for change := range changes {
			s.build(change)
		}
	})
	running.Go(func() { <-ctx.Done(); shutDown(web) })

	err = web.Serve(l)
	cancel()
	running.Wait()
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return err
}

// shutDown lets the requests at hand finish, but not for ever.
func shutDown(web *http.Server) {
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
	defer cancel()
	if web.Shutdown(ctx) != nil {
		web.Close()
	}
}

// server is a running preview.
type server struct {
	config  Config
	run     string // tells this run from the one before, in versions
	current atomic.Pointer[state]

	// These two are for build alone.
	builds int
	owed   Change // what the builds that failed have not taken in
}

// state is what there is to see between two builds. It does not change, but for the
// other days that it keeps.
type state struct {
	version  string // differs from that of any other state, in any run
	problems diag.List
	err      error
	site     *site         // the last good one, or nil
	replaced chan struct{} // is closed when there is a newer state
	days     days          // the same on other days
	another  *another      // nil where this is the site of now
}

// broken reports whether the site is behind the content, since that is wrong.
func (s *state) broken() bool { return s.err != nil || s.problems.HasErrors() }

// take is how a state comes to know what was made.
func (s *state) take(made *Site, err error) {
	if s.err = err; err != nil {
		return
	}
	if s.problems = made.Problems; !s.broken() {
		s.site = newSite(made)
	}
}

// build takes a change in. After an error it is unknown how far the build came,
// so the change is passed again with the next one.
func (s *server) build(change Change) {
	s.owed = s.owed.with(change)
	s.builds++
	old := s.current.Load()
	next := &state{
		version:  s.run + "-" + strconv.Itoa(s.builds),
		site:     old.site,
		replaced: make(chan struct{}),
	}
	next.take(s.config.Build(s.owed))
	if next.err == nil {
		s.owed = Change{}
	}
	s.current.Store(next)
	if old.replaced != nil {
		close(old.replaced)
	}
}

// manyPaths is the number of changed paths above which it is as fast to read the
// whole folder: after a switch to another branch, say.
const manyPaths = 200

// with returns what both changes say.
func (c Change) with(other Change) Change {
	paths := slices.Concat(c.Content, other.Content)
	slices.Sort(paths)
	paths = slices.Compact(paths)
	if len(paths) > manyPaths || slices.Contains(paths, ".") {
		paths = []string{"."}
	}
	return Change{Content: paths, Look: c.Look || other.Look}
}

func (c Change) empty() bool { return len(c.Content) == 0 && !c.Look }
