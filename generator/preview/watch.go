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

// An editor saves a file in several steps, and several saves in a row are best built
// together. So a change is passed on when nothing was saved for the duration quiet, and
// no later than after patience.
const (
	quiet    = 10 * time.Millisecond
	patience = 100 * time.Millisecond
)

// watcher watches folders with everything below them. It also watches the parent of each
// folder, so that it notices when a folder is created, removed or replaced.
type watcher struct {
	events  *fsnotify.Watcher
	content string // this and the paths in look are absolute, without links
	look    []string
}

func newWatcher(content string, look ...string) (*watcher, error) {
	events, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	w := &watcher{events: events, content: realPath(content)}
	for _, folder := range look { // if the folder itself is a link it is not read, so the target is not watched either
		w.look = append(w.look, filepath.Join(realPath(filepath.Dir(folder)), filepath.Base(folder)))
	}
	if err := w.followAll(); err != nil {
		events.Close()
		return nil, err
	}
	return w, nil
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

// follow watches a folder and all folders in it. It does nothing if root does not exist
// or is not a folder. Each folder is watched before it is listed, so that a folder which
// is created meanwhile is not missed.
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

// leave stops watching a folder that was moved or removed. The operating system would
// continue to report what happens in a moved folder under its old name.
func (w *watcher) leave(root string) {
	for _, name := range w.events.WatchList() {
		if within(root, name) {
			w.events.Remove(name) // an error means that it is already gone
		}
	}
}

// run sends changes to out until ctx is done. It never stops accepting events, not even
// while a build keeps out from being received.
func (w *watcher) run(ctx context.Context, out chan<- generator.Change) {
	defer w.events.Close()
	var pending generator.Change
	var calm, late <-chan time.Time   // only set while a change is pending
	var ready chan<- generator.Change // set to out once it is time to send
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

// take turns an event into a change, and keeps the list of watched folders up to date.
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
			w.follow(event.Name) // on an error, changes in it go unnoticed
		}
	}
	return change
}

// change returns what a change to a file means for the site.
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

// within reports whether name is the folder or is inside it.
func within(folder, name string) bool {
	return name == folder || strings.HasPrefix(name, folder+string(filepath.Separator))
}

// ignored reports whether a file belongs to an editor or a system rather than to the
// content.
func ignored(name string) bool { return litter.Is(filepath.Base(name)) }
