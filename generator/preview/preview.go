// Package preview shows a [generator.Site] to the editor who is working on it: it renders
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
	"pleinwijzer/generator/diag"
)

// Config says what a site is made from, and how.
type Config struct {
	// Content, Layouts and Static are the folders to watch, as the operating
	// system names them. A folder that is not there yet is watched for.
	Content, Layouts, Static string

	// Shown is the content folder as editors see it before the name of a file. From
	// the working folder it leads to Content, with forward slashes.
	Shown string

	// Build makes the site anew, as of now. It runs in one goroutine at a time.
	Build func(generator.Change) (*generator.Site, error)

	// Says is what an error of Build is in Dutch, for the editor.
	Says func(error) string

	// Advised, if set, is told what advice there is once a page asked for it.
	Advised func(diag.List)

	// Host is a host name that browsers may use for the server, beside
	// localhost and IP addresses.
	Host string
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
	s.current.Store(&state{config: &c})
	s.build(generator.Everything)

	ctx, cancel := context.WithCancel(ctx)
	changes := make(chan generator.Change)
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
	owed   generator.Change // what the builds that failed have not taken in
}

// state is what there is to see between two builds. It does not change, but for the
// other days that it keeps.
type state struct {
	config   *Config
	version  string // differs from that of any other state, in any run
	problems diag.List
	failure  string        // an error that kept the site from being made, or ""
	site     *site         // the last good one, or nil
	replaced chan struct{} // is closed when there is a newer state
	days     days          // the same on other days
	another  *another      // nil where this is the site of now
}

// broken reports whether the site is behind the content, since that is wrong.
func (s *state) broken() bool { return s.failure != "" || s.problems.HasErrors() }

// take is how a state comes to know what was made.
func (s *state) take(made *generator.Site, err error) {
	if err != nil {
		s.failure = s.config.Says(err)
		return
	}
	if s.problems = made.Problems.In(s.config.Shown); !s.broken() {
		s.site = newSite(made, s.config)
	}
}

// build takes a change in. After an error it is unknown how far the build came,
// so the change is passed again with the next one.
func (s *server) build(change generator.Change) {
	s.owed = s.owed.With(change)
	s.builds++
	old := s.current.Load()
	next := &state{
		config:   &s.config,
		version:  s.run + "-" + strconv.Itoa(s.builds),
		site:     old.site,
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
}
