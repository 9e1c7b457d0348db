// Package watch tells when files in some folders change.
//
// The operating system reports most changes. But it says nothing about those that another
// computer makes: on a network drive, on a disk of Windows in WSL, or in a folder that
// Docker shares. So now and then the watcher also looks for itself (poll.go). If it finds
// what it was not told, it says so once, and from then on looks all the time.
package watch

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/fsnotify/fsnotify"

	"pleinwijzer/generator"
	"pleinwijzer/generator/litter"
)

// An editor saves a file in several steps, and several saves in a row are best built
// together. So a change is passed on when nothing was saved for the duration quiet, and
// no later than after patience.
const (
	quiet    = 10 * time.Millisecond
	patience = 100 * time.Millisecond
)

// A Watcher watches folders with everything below them. It also watches the parent of each
// folder, so that it notices when a folder is created, removed or replaced.
type Watcher struct {
	events  *fsnotify.Watcher // nil if the system has none to give
	content string            // this and the paths in look are absolute, without links
	look    []string
	poll    poll
	deaf    func() // called when it turns out that the system does not tell everything
}

// New starts to watch the content folder and folders for the look. They need not exist
// yet. It calls deaf at most once: if the system does not tell what changes.
func New(deaf func(), content string, look ...string) *Watcher {
	w := &Watcher{content: realPath(content), deaf: deaf}
	for _, folder := range look { // if the folder itself is a link it is not read, so the target is not watched either
		w.look = append(w.look, filepath.Join(realPath(filepath.Dir(folder)), filepath.Base(folder)))
	}
	events, err := fsnotify.NewWatcher()
	if err == nil {
		w.events = events
		err = w.followAll()
	}
	w.poll.stamps = w.stamps(context.Background()) // what changed before this is in them, and need not be told
	if err != nil {                                // too many folders are watched already, or the disk does not support it
		w.turnDeaf()
	}
	return w
}

// realPath makes a path absolute and resolves links in it, even if the folder does not
// exist yet.
func realPath(name string) string {
	abs, err := filepath.Abs(name)
	if err != nil {
		return name
	}
	if found, err := filepath.EvalSymlinks(abs); err == nil {
		return found
	}
	if found, err := filepath.EvalSymlinks(filepath.Dir(abs)); err == nil {
		return filepath.Join(found, filepath.Base(abs))
	}
	return abs
}

func (w *Watcher) followAll() error {
	for _, folder := range w.roots() {
		if err := w.events.Add(filepath.Dir(folder)); err != nil {
			return err
		}
		if err := w.follow(folder); err != nil {
			return err
		}
	}
	return nil
}

// follow watches a folder and all folders in it. It does nothing if root does not exist
// or is not a folder. Each folder is watched before it is listed, so that a folder which
// is created meanwhile is not missed.
func (w *Watcher) follow(root string) error {
	return filepath.WalkDir(root, func(name string, e fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil
		case err != nil:
			return err
		case !e.IsDir():
			return nil
		case ignored(name):
			return fs.SkipDir
		}
		err = w.events.Add(name)
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		return err
	})
}

// leave stops watching a folder that was moved or removed. The operating system would
// continue to report what happens in a moved folder under its old name.
func (w *Watcher) leave(root string) {
	for _, name := range w.events.WatchList() {
		if within(root, name) {
			w.events.Remove(name) // an error means that it is already gone
		}
	}
}

// Run sends changes to out until ctx is done. It never stops accepting events, not even
// while a build keeps out from being received.
func (w *Watcher) Run(ctx context.Context, out chan<- generator.Change) {
	var running sync.WaitGroup
	defer running.Wait()
	events, errs := w.channels()
	if events != nil {
		defer w.events.Close()
	}
	looked, next := make(chan look), time.After(w.poll.pause())
	var pending generator.Change
	var calm, late <-chan time.Time   // only set while a change is pending
	var ready chan<- generator.Change // set to out once it is time to send
	add := func(change generator.Change) {
		if change.IsEmpty() {
			return
		}
		if pending.IsEmpty() {
			late = time.After(patience)
		}
		pending, calm = pending.With(change), time.After(quiet)
	}
	for {
		select {
		case <-ctx.Done():
			return
		case event := <-events:
			w.poll.hear(event.Name)
			add(w.take(event))
		case err := <-errs:
			if err != nil { // events were lost
				w.hearAll()
				w.followAll() // on an error, changes go unnoticed until the next look
				pending, ready = generator.Everything, out
			}
		case <-next:
			running.Go(func() { w.lookOnce(ctx, looked) })
		case found := <-looked:
			w.poll.took = found.took
			add(w.compare(found.stamps))
			next = time.After(w.poll.pause())
		case <-calm:
			ready, calm = out, nil
		case <-late:
			ready, late = out, nil
		case ready <- pending:
			pending, calm, late, ready = generator.Change{}, nil, nil, nil
		}
	}
}

// channels returns those of the system, which are nil if it has none.
func (w *Watcher) channels() (<-chan fsnotify.Event, <-chan error) {
	if w.events == nil {
		return nil, nil
	}
	return w.events.Events, w.events.Errors
}

// roots are the folders that are watched.
func (w *Watcher) roots() []string { return append([]string{w.content}, w.look...) }

// take turns an event into a change, and keeps the list of watched folders up to date.
func (w *Watcher) take(event fsnotify.Event) generator.Change {
	if event.Op == fsnotify.Chmod || event.Name == "" || ignored(event.Name) {
		return generator.Change{}
	}
	change := w.change(event.Name)
	if change.IsEmpty() {
		return generator.Change{}
	}
	if event.Has(fsnotify.Remove) || event.Has(fsnotify.Rename) {
		w.leave(event.Name)
	}
	if event.Has(fsnotify.Create) {
		if info, err := os.Lstat(event.Name); err == nil && info.IsDir() {
			w.follow(event.Name) // on an error, changes in it go unnoticed
		}
	}
	return change
}

// change returns what a change to a file means for the site.
func (w *Watcher) change(name string) generator.Change {
	if within(w.content, name) {
		rel, err := filepath.Rel(w.content, name)
		if err != nil {
			return generator.Everything
		}
		return generator.Change{Content: []string{filepath.ToSlash(rel)}}
	}
	for _, folder := range w.look {
		if within(folder, name) {
			return generator.Change{Look: true}
		}
	}
	return generator.Change{}
}

// within reports whether name is the folder or is inside it.
func within(folder, name string) bool {
	return name == folder || strings.HasPrefix(name, folder+string(filepath.Separator))
}

// ignored reports whether a file belongs to an editor or a system rather than to the
// content.
func ignored(name string) bool { return litter.Is(filepath.Base(name)) }
