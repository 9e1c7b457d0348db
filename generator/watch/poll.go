package watch

import (
	"context"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"time"

	"pleinwijzer/generator"
)

// How long the watcher waits before it looks again. To look may take only a small part of
// the time, so that a large folder does not keep a computer busy.
const (
	seldom    = 2 * time.Second        // while the system seems to tell everything
	soon      = time.Second            // to see whether the system still tells what was found
	often     = 500 * time.Millisecond // once it turned out that it does not
	onePart   = 100                    // looking seldom takes at most 1 %
	moreParts = 20                     // and often at most 5 %
)

// A stamp tells whether a file is still the one that was seen before. A folder has none
// of its own: what is in it has.
type stamp struct {
	mode    fs.FileMode
	size    int64
	changed int64 // in nanoseconds since 1970
}

// poll is what looking has come to so far.
type poll struct {
	deaf     bool             // the system does not tell everything
	took     time.Duration    // by the last look
	stamps   map[string]stamp // of everything, when it was last looked at
	suspects []string         // changed at the last look, without a word from the system
	heard    [2]map[string]bool
}

// hear remembers that the system told about a file: in the first of two sets, of which the
// other is that of the time before the last look.
func (p *poll) hear(name string) {
	if p.heard[0] == nil {
		p.heard[0] = map[string]bool{}
	}
	p.heard[0][name] = true
}

// told reports whether the system told about a file lately, or about a folder around it.
func (p *poll) told(name string) bool {
	for {
		if p.heard[0][name] || p.heard[1][name] {
			return true
		}
		parent := filepath.Dir(name)
		if parent == name {
			return false
		}
		name = parent
	}
}

func (p *poll) pause() time.Duration {
	switch {
	case p.deaf:
		return max(often, moreParts*p.took)
	case len(p.suspects) > 0:
		return soon
	}
	return max(seldom, onePart*p.took)
}

// A look is what one look at everything found.
type look struct {
	stamps map[string]stamp
	took   time.Duration
}

// lookOnce sends what it finds to looked.
func (w *Watcher) lookOnce(ctx context.Context, looked chan<- look) {
	begun := time.Now()
	found := w.stamps(ctx)
	select {
	case looked <- look{found, time.Since(begun)}:
	case <-ctx.Done():
	}
}

// stamps looks at everything that is watched. What cannot be seen is not there.
func (w *Watcher) stamps(ctx context.Context) map[string]stamp {
	found := map[string]stamp{}
	for _, root := range w.roots() {
		filepath.WalkDir(root, func(name string, e fs.DirEntry, err error) error {
			switch {
			case ctx.Err() != nil:
				return ctx.Err()
			case err != nil:
				return nil
			case name != root && ignored(name):
				if e.IsDir() {
					return fs.SkipDir
				}
				return nil
			case e.IsDir():
				found[name] = stamp{mode: fs.ModeDir}
				return nil
			}
			if info, err := e.Info(); err == nil {
				found[name] = stamp{info.Mode().Type(), info.Size(), info.ModTime().UnixNano()}
			}
			return nil
		})
	}
	return found
}

// compare returns what changed without a word from the system. The word may still be under
// way, so as long as the system was never silent, a change has to be there at two looks in
// a row before that counts.
func (w *Watcher) compare(found map[string]stamp) generator.Change {
	p := &w.poll
	changed := differing(p.stamps, found)
	p.stamps = found
	silent := slices.DeleteFunc(p.suspects, p.told)
	p.suspects = slices.DeleteFunc(changed, p.told)
	p.heard = [2]map[string]bool{nil, p.heard[0]}
	if p.deaf {
		silent, p.suspects = append(silent, p.suspects...), nil
	}
	return w.silent(silent)
}

// silent turns files that changed without a word into a change. A watched folder that
// comes or goes as a whole proves nothing about the system: it tells nothing either when
// a folder higher up gets another name.
func (w *Watcher) silent(names []string) (change generator.Change) {
	moved := slices.DeleteFunc(w.roots(), func(root string) bool { return !slices.Contains(names, root) })
	for _, name := range names {
		change = change.With(w.change(name))
		if !slices.ContainsFunc(moved, func(root string) bool { return within(root, name) }) {
			w.turnDeaf()
		}
	}
	if len(moved) > 0 && w.events != nil {
		for _, root := range moved {
			w.leave(root)
		}
		w.followAll() // on an error, looking is all there is
	}
	return change
}

func (w *Watcher) turnDeaf() {
	if !w.poll.deaf {
		w.poll.deaf = true
		w.deaf()
	}
}

// hearAll makes that nothing which changed up to now is taken for silence.
func (w *Watcher) hearAll() {
	for _, root := range w.roots() {
		w.poll.hear(root)
	}
}

// differing returns the names that are new, gone or changed, in order.
func differing(a, b map[string]stamp) []string {
	all := map[string]bool{}
	for name, s := range a {
		if b[name] != s {
			all[name] = true
		}
	}
	for name := range b {
		if _, known := a[name]; !known {
			all[name] = true
		}
	}
	return slices.Sorted(maps.Keys(all))
}
