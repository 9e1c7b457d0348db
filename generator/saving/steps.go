package saving

import "time"

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

// Steps returns what was saved, the oldest first.
func (f *Folder) Steps() []Step { return nil }

// Undo takes back the step with that number, whichever was the last, and Redo does it
// again. The file must be as the step left it, or as it was before: otherwise the error is
// a *[Conflict], and nothing is done.
func (f *Folder) Undo(number int) (Step, error) { return Step{}, nil }

// Redo does a step again that was undone.
func (f *Folder) Redo(number int) (Step, error) { return Step{}, nil }
