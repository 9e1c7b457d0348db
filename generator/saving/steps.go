package saving

import (
	"bytes"
	"io/fs"
	"slices"
	"strings"
	"time"

	"pleinwijzer/generator/contentfs"
)

// What says what a step did.
type What int

const (
	Saved    What = iota // a file changed
	Created              // a new file
	Uploaded             // a new picture
)

// A Step is something that was saved since the program started, and that can be undone.
type Step struct {
	Number int // from 1
	What   What
	File   string // in the content folder; a picture begins with Beside
	Time   time.Time
	Before Version // gone for what is new
	After  Version
	Undone bool
}

// mostSteps is how many steps are remembered.
const mostSteps = 200

// did remembers a step that has just been done.
func (f *Folder) did(s Step) {
	s.Number = 1
	if len(f.steps) > 0 {
		s.Number = f.steps[len(f.steps)-1].Number + 1
	}
	tree, name := f.treeOf(s.File)
	s.Time = tree.changed(name)
	f.steps = append(f.steps, s)
	if len(f.steps) > mostSteps {
		f.steps = slices.Delete(f.steps, 0, 1)
	}
	if s.What != Uploaded {
		f.remember(s.After)
	}
}

// Steps returns what was saved, the oldest first, also what was undone.
func (f *Folder) Steps() []Step {
	f.mu.Lock()
	defer f.mu.Unlock()
	return slices.Clone(f.steps)
}

// Undo takes back the step with that number. It need not be the last one, but the file
// must be as the step left it. If it is not, since it was changed again or by someone
// else, the error is a *[Conflict] and nothing is done.
func (f *Folder) Undo(number int) (Step, error) { return f.turn(number, true) }

// Redo does a step again that was undone, if the file is as it was before the step.
func (f *Folder) Redo(number int) (Step, error) { return f.turn(number, false) }

func (f *Folder) turn(number int, undo bool) (Step, error) {
	defer f.hold()()
	at := slices.IndexFunc(f.steps, func(s Step) bool { return s.Number == number })
	if at < 0 || f.steps[at].Undone == undo {
		return Step{}, noStep(undo)
	}
	s := &f.steps[at]
	from, to := s.After, s.Before
	if !undo {
		from, to = to, from
	}
	tree, name := f.treeOf(s.File)
	now, err := tree.read(name, s.File)
	switch {
	case err != nil && !isGone(err):
		return Step{}, err
	case now.Sum == to.Sum: // somebody put it back themselves
	case now.Sum != from.Sum:
		return Step{}, &Conflict{File: s.File, Now: now, Was: from, Undo: true}
	default:
		if err := f.move(*s, from, to); err != nil {
			return Step{}, err
		}
	}
	s.Undone = undo
	return *s, nil
}

// move makes of a file that is as in one version what it is in another.
func (f *Folder) move(s Step, from, to Version) error {
	tree, name := f.treeOf(s.File)
	switch {
	case to.Gone():
		if user := f.userOf(s); user != "" {
			return stillUsed(s.File, user)
		}
		return tree.remove(name, s.File, from)
	case from.Gone():
		return tree.create(name, s.File, to.Data)
	}
	return tree.replace(name, s.File, from, to.Data)
}

// userOf returns a file that names a picture, or "".
func (f *Folder) userOf(s Step) (user string) {
	picture, ok := strings.CutPrefix(s.File, Beside)
	if !ok {
		return ""
	}
	fs.WalkDir(f.content.files, ".", func(name string, _ fs.DirEntry, err error) error {
		if err != nil || !contentfs.Holds(name) {
			return nil
		}
		if data, err := f.content.files.ReadFile(name); err == nil && bytes.Contains(data, []byte(picture)) {
			user = name
			return fs.SkipAll
		}
		return nil
	})
	return user
}
