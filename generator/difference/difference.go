// Package difference finds what differs between two versions of a content file, in words
// for an editor: "Tijd: was 13.30 tot 15.00 uur, wordt 14.00 tot 16.00 uur".
//
// It compares what the fields say, not how that is written down. Blocks of a list are
// matched with each other by what they are about, such as a date, so that a new block
// among them is one difference.
package difference

import "pleinwijzer/generator/frontmatter"

// What says what happened to a file.
type What int

const (
	Altered What = iota
	New
	Gone
	Renamed // and perhaps altered as well
)

// File is a file that differs.
type File struct {
	Path  string
	Old   string // its previous path, if it was renamed
	What  What
	Kind  string // the name of its kind, or ""
	Title string // the name by which people know the record, or ""

	Values []Value

	// Unread says, in Dutch, which version could not be read. Then Values has lines of
	// text instead of fields.
	Unread string

	// OnlyForm says that all fields say the same: only remarks, order or spelling differ.
	OnlyForm bool
}

// Value is a value that differs. An empty text means that the field is not filled in.
type Value struct {
	Name     string // the path of the field, as in a form: "tijd", "afwijkend.0.reden"; of the new version, or of the old one if it is gone
	Label    string // as people know it: "Tijd", "Afwijkende dagen (donderdag 24 december 2026): Reden"
	Was, Now string
}

// String returns the difference as a sentence without a full stop.
func (v Value) String() string {
	switch {
	case v.Was == "":
		return v.Label + ": nieuw: " + v.Now
	case v.Now == "":
		return v.Label + ": was " + v.Was + ", is nu weg"
	}
	return v.Label + ": was " + v.Was + ", wordt " + v.Now
}

// Names gives the name of a record that a field refers to by its slug. It may be nil, and
// may return "".
type Names func(f *frontmatter.Field, slug string) string

// Of compares two versions of the file at a path; nil stands for a file that is not there.
func Of(path string, before, after []byte, names Names) File { return File{} }
