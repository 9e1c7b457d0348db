// Package preview shows a [generator.Site] to the editor who is working on it. It renders
// the files that a browser asks for, watches the folders that the site is made from, and
// tells the browser when there is something new to see.
//
// While there are errors in the content, every page is replaced by one that says what is
// wrong and where (problems.go). The last good version of the site is one click away, and
// its style sheets and calendars are still served. The page comes back by itself once the
// content is fixed.
//
// At the bottom of each page is a bar that only the preview has (bar.go). It shows the
// file that the page is made from and advice about it (about.go), and lets the editor
// view the same page on another day (days.go). It is in a shadow tree, so that its styles
// and those of the site do not affect each other. It does not delay any page: a script
// asks for advice, and for the files behind the cards, after the page has loaded.
//
// If the content may be changed here, the bar and each card have a link to a form. Those
// pages are in package desk; the page beside a form is the page of a trial site.
//
// Three goroutines do the work, and Run waits for all of them before it returns. One
// collects changes to files (package watch), one builds (in this file), and net/http serves.
// The second passes a new state to the third by replacing a pointer, so a request sees
// the same state from begin to end. Nothing here asks what time it is; the only timers
// are those that wait for an editor to finish saving.
package preview

import (
	"context"
	"crypto/rand"
	"errors"
	"net"
	"net/http"
	"strconv"
	"sync"
	"sync/atomic"
	"time"

	"pleinwijzer/generator"
	"pleinwijzer/generator/desk"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/watch"
)

// Config says what a site is made from and how.
type Config struct {
	// Content, Layouts and Static are the folders to watch, as paths of the operating
	// system. A folder need not exist yet.
	Content, Layouts, Static string

	// Shown is the path of the content folder that editors see in front of file names. It is
	// the path from the working directory to Content, with forward slashes.
	Shown string

	// Build rebuilds the site as of now. It is called from one goroutine at a time.
	Build func(generator.Change) (*generator.Site, error)

	// Says puts an error of Build into Dutch, for the editor.
	Says func(error) string

	// Editing, if set, lets people change the content in forms.
	Editing *desk.Config

	// Advised, if set, is called with the advice when a page has asked for it.
	Advised func(diag.List)

	// Silent, if set, is called once if the disk does not tell when files on it change, so
	// that the preview has to look for itself all the time.
	Silent func()

	// Failed and Mended, if set, are called when a page cannot be rendered, with the error
	// as Says puts it, and when it can be again. They are called once for each error,
	// however many pages have it.
	Failed, Mended func(string)

	// Host is a host name that browsers may use for the server, in addition to localhost and
	// IP addresses; Names are more of them.
	Host  string
	Names []string
}

func (c *Config) silent() {
	if c.Silent != nil {
		c.Silent()
	}
}

// Run builds the site and serves it on l until ctx is done, in which case it returns nil.
// It closes l.
func Run(ctx context.Context, l net.Listener, c Config) error {
	defer l.Close()
	w := watch.New(c.silent, c.Content, c.Layouts, c.Static)
	s := &server{config: c, run: rand.Text()}
	if c.Editing != nil {
		s.desk = desk.New(*c.Editing)
	}
	s.current.Store(&state{config: &c, faults: &faults{config: &c}})
	s.build(generator.Everything)

	ctx, cancel := context.WithCancel(ctx)
	changes := make(chan generator.Change)
	web := &http.Server{
		Handler:           s,
		ReadHeaderTimeout: 10 * time.Second,
		BaseContext:       func(net.Listener) context.Context { return ctx },
	}
	var running sync.WaitGroup
	running.Go(func() { w.Run(ctx, changes); close(changes) })
	running.Go(func() {
		for change := range changes {
			s.build(change)
		}
	})
	running.Go(func() { <-ctx.Done(); shutDown(web) })

	err := web.Serve(l)
	cancel()
	running.Wait()
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return err
}

// shutDown lets requests in progress finish, but not for ever.
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
	desk    *desk.Desk // nil if nothing can be changed here
	run     string     // distinguishes the versions of this run from those of earlier ones
	current atomic.Pointer[state]

	// Only build uses these two.
	builds int
	owed   generator.Change // the changes that failed builds may not have taken into account
}

// state is what the server shows between two builds. It does not change, except for its
// cache of other days.
type state struct {
	config   *Config
	version  string // different for every state of every run
	problems diag.List
	failure  string        // an error because of which the site could not be made, or ""
	site     *site         // the last good version, or nil
	replaced chan struct{} // closed when there is a newer state
	faults   *faults       // the pages that could not be rendered, of all states
	days     days          // the same content on other days
	another  *another      // nil unless this is the state of another day
	trial    bool          // it is shown beside a form, so with nothing around it
}

// broken reports whether the site is out of date because there are errors in the content.
func (s *state) broken() bool { return s.failure != "" || s.problems.HasErrors() }

// take puts the result of a build into the state.
func (s *state) take(made *generator.Site, err error) {
	if err != nil {
		s.failure = s.config.Says(err)
		return
	}
	if s.problems = made.Problems.In(s.config.Shown); !s.broken() {
		s.site = newSite(made, s.config)
	}
}

// build takes a change into account. After an error it is unknown how far the build got,
// so the change is included in the next build as well.
func (s *server) build(change generator.Change) {
	s.owed = s.owed.With(change)
	s.builds++
	old := s.current.Load()
	next := &state{
		config:   &s.config,
		version:  s.run + "-" + strconv.Itoa(s.builds),
		site:     old.site,
		faults:   old.faults,
		replaced: make(chan struct{}),
	}
	next.take(s.config.Build(s.owed))
	if next.failure == "" {
		s.owed = generator.Change{}
	}
	s.current.Store(next)
	if old.replaced != nil {
		close(old.replaced)
	}
	if !next.broken() {
		next.faults.recheck(next.site)
	}
}
