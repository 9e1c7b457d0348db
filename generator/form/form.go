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
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/edit"
	"pleinwijzer/generator/frontmatter"
	"pleinwijzer/generator/tomlindex"
)

// Form is what a page shows for one file.
type Form struct {
	Kind   content.Kind
	File   string // "" for a new one
	Fields []Field
}

// Field is one input of a form, or a group of them.
type Field struct {
	frontmatter.Field        // its label, help, example …
	edit.Input               // its widget, and the options that it offers
	Name              string // see the package comment

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
	Words  []string  // of Blocks in a [Form.Filled]: the word of each in the names; otherwise that is its number
	Titles []string  // what each of the blocks is about, such as the name of a language
	Fixed  bool      // of Blocks: none can be added, removed or moved, as with languages
	Blank  []Field   // a block to add

	at    tomlindex.Path
	steps []tomlindex.Path // of Blocks: where each of them is
	bare  bool             // the file has a date without quotation marks, or one value instead of a list
}

// Read returns the form of a file as it is. A file that cannot be read as a whole has no
// form, since it is not certain what it says.
func Read(kind content.Kind, file string, data []byte, lists edit.Lists) (*Form, *diag.Diagnostic) {
	r, problem := open(kind, file, data, lists)
	if problem != nil {
		return nil, problem
	}
	return &Form{Kind: kind, File: file, Fields: r.form()}, nil
}

// New returns the form of a file that is not there yet.
func New(kind content.Kind, lists edit.Lists) *Form {
	r, _ := open(kind, newFile(kind), nil, lists)
	return &Form{Kind: kind, Fields: r.form()}
}

// newFile is a name that a new file of the kind could have.
func newFile(kind content.Kind) string { return kind.Folder + "/nieuw.md" }
