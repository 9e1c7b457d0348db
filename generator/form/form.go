// Package form is the form for one content file: what it asks, and what the file becomes
// when someone has filled it in. It knows nothing of disks, pages or the time.
//
// # Names
//
// Each input of a form has a name, which is the path of the value in the file, with a dot
// between its parts: "titel", "gids.id", "vertaling.en.titel", "afwijkend.0.reden". The text
// of a record is "tekst", wherever it is in the file.
//
// A list of blocks has, under its own name, one value for each block, in the order in which
// the blocks should be: the number of the block in the file, or any other word for a new
// block. The inputs of a block have that word in their names:
//
//	afwijkend        = 1, 0, n1
//	afwijkend.0.reden = De zaal wordt geverfd.
//	afwijkend.n1.datum = 2026-12-24
//
// A value that is "" counts for nothing, so a page can always send one, and say with it
// that there are no blocks. In the names of the inputs of a new block ([Field.Blank]) there
// is a "+" in the place of that word.
//
// What is not posted stays as it is in the file.
package form

import (
	"net/url"
	"time"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/edit"
	"pleinwijzer/generator/frontmatter"
	"pleinwijzer/generator/schedule"
)

// Form is what a page shows for one file.
type Form struct {
	Kind   content.Kind
	File   string // "" for a new one
	Fields []Field
}

// Field is one input of a form, or a group of them.
type Field struct {
	frontmatter.Field // its label, help, example …

	edit.Input        // its widget, and the options that it offers
	Name       string // see the package comment

	// Texts are its values as a person would type them:
	//
	//	Lines, Dates, Choices  any number of texts
	//	Markdown               one text, of any number of lines
	//	Switch, Maybe          "ja", "nee" or ""
	//	Date                   2026-12-24, or whatever else is in the file
	//	any other              one text
	//
	// There are none if the file does not have the field.
	Texts []string

	// Odd is what the file has here if it is something that the form cannot show, such as a
	// list of numbers, as it is spelled there. It stays in the file unless someone fills in
	// something else; a group or a list of blocks cannot be filled in until it is gone.
	Odd string

	Blocks [][]Field // of Group: one; of Blocks: those in the file
	Titles []string  // what each of the blocks is about, such as the name of a language
	Fixed  bool      // of Blocks: none can be added, removed or moved, as with languages
	Blank  []Field   // a block to add
}

// Read returns the form of a file as it is. A file that cannot be read as a whole has no
// form, since it is not certain what it says.
func Read(kind content.Kind, file string, data []byte, lists edit.Lists) (*Form, *diag.Diagnostic) {
	return &Form{Kind: kind, File: file}, nil
}

// New returns the form of a file that is not there yet.
func New(kind content.Kind, lists edit.Lists) *Form { return &Form{Kind: kind} }

// Change returns the bytes of a file after a post. Where a value is what [Read] gave, every
// byte stays as it was; so do comments, order, line ends and all that a form does not show.
// Names that begin with "_" are the page's own. If anything in the post is refused, the
// result is nil and nothing has changed. Without data the file is a new one.
//
// What is wrong with the values themselves is not refused: the file is as the editor wants
// it, and package reading says what is wrong with it.
func Change(kind content.Kind, file string, data []byte, posted url.Values) ([]byte, diag.List) {
	return data, nil
}

// FieldAt returns the name of the field that a problem in the file is about, or "" if it is
// about the file as a whole.
func FieldAt(kind content.Kind, file string, data []byte, at diag.Range) string { return "" }

// An Explanation reads a rule back to whoever wrote it.
type Explanation struct {
	Rule  string // "Elke dinsdag van 10.00 tot 12.00 uur."; "" if there is none that can be read
	Dates []Day  // the next dates, those on which it is not held included
}

// A Day is one date of a rule.
type Day struct {
	Date      schedule.Date
	When      string // "dinsdag 1 december 2026, 10.00 tot 12.00 uur"
	Different string // a sentence: "Gaat niet door. De zaal wordt geverfd."; "" if it is as usual
}

// Explain puts into words when a spreekuur is held, a plein is open or an agendapunt is,
// with the next three dates, as the file would have it if it were saved in this content.
func Explain(kind content.Kind, file string, data []byte, c *content.Content, now time.Time) Explanation {
	return Explanation{}
}
