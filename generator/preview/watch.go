package preview

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"

	"pleinwijzer/generator"
	"pleinwijzer/generator/litter"
)

// An editor saves a file in several steps, and a burst of saves is best taken in
// at once. So a change is passed on when nothing was saved for the time quiet,
// and at the latest when the time patience is over.
const (
	quiet    = 10 * time.Millisecond
	patience = 100 * time.Millisecond
)

// watcher follows folders and all below them, and the folder that each lies in,
// so that it notices one that comes, goes or is replaced.
type watcher struct {
	events  *fsnotify.Watcher
	content string // this folder and those in look are absolute, without links
	look    []string
}

func newWatcher(content string, look ...string) (*watcher, error) {
	events, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	w := &watcher{events: events, content: realPath(content)}
	for _, folder := range look { // which is not read where it is a link, so where that leads is not followed either
		w.look = append(w.look, filepath.Join(realPath(filepath.Dir(folder)), filepath.Base(folder)))
	}
	if err := w.followAll(); err != nil {
		events.Close()
		return nil, err
	}
	return w, nil
}

// realPath makes a name absolute and follows links, also for a folder that is
// not there yet.
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

func (w *watcher) followAll() error {
	for _, folder := range append([]string{w.content}, w.look...) {
		if err := w.events.Add(filepath.Dir(folder)); err != nil {
			return err
		}
		if err := w.follow(folder); err != nil {
			return err
		}
	}
	return nil
}

// follow watches a folder and those in it, if it is a folder and there at all.
// Each is watched before it is listed, so that no folder that is made meanwhile
// is missed.
func (w *watcher) follow(root string) error {
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

// leave forgets a folder that was moved or removed. The operating system would
// go on to report what happens in a moved one under its old name.
func (w *watcher) leave(root string) {
	for _, name := range w.events.WatchList() {
		if within(root, name) {
			w.events.Remove(name) // an error says that it was gone already
		}
	}
}

// run sends what changes on to out, until ctx is done. It always has room for
// more events, also while a build keeps out waiting.
func (w *watcher) run(ctx context.Context, out chan<- generator.Change) {
	defer w.events.Close()
	var pending generator.Change
	var calm, late <-chan time.Time   // run only while there is something pending
	var ready chan<- generator.Change // out, once it is time
	for {
		select {
		case <-ctx.Done():
			return
		case event := <-w.events.Events:
			change := w.take(event)
			if change.IsEmpty() {
				continue
			}
			if pending.IsEmpty() {
				late = time.After(patience)
			}
			pending, calm = pending.With(change), time.After(quiet)
		case err := <-w.events.Errors:
			if err != nil { // events were lost
				w.followAll()
				pending, ready = generator.Everything, out
			}
		case <-calm:
			ready, calm = out, nil
		case <-late:
			ready, late = out, nil
		case ready <- pending:
			pending, calm, late, ready = generator.Change{}, nil, nil, nil
		}
	}
}

// take makes a change of an event, and keeps the list of watched folders right.
func (w *watcher) take(event fsnotify.Event) generator.Change {
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
			w.follow(event.Name) // at worst, saves in it go unnoticed
		}
	}
	return change
}

// change says what it means for the site that something happened to name.
func (w *watcher) change(name string) generator.Change {
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

// within reports whether name is the folder, or lies in it.
func within(folder, name string) bool {
	return name == folder || strings.HasPrefix(name, folder+string(filepath.Separator))
}

// ignored reports whether name is a leftover of an editor or a system.
func ignored(name string) bool { return litter.Is(filepath.Base(name)) }
