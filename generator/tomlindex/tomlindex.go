// Package tomlindex finds the places of the keys and values in a TOML text, and how the
// characters of a string are written there. The parser that reads the values does not
// report either.
package tomlindex

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// An Entry is the place of one key and its value, as byte offsets in the file. A table
// has the range of its header as its key, and no value.
type Entry struct {
	KeyStart, KeyEnd     int
	ValueStart, ValueEnd int
	Implicit             bool // it is the place of something inside it, such as [a.b] for a
}

// A Path identifies a value in the front matter: keys are strings, indexes in a list
// are numbers from 0, as in Path{"afwijkend", 1, "datum"}.
type Path []any

func (p Path) String() string {
	var b strings.Builder
	for _, step := range p {
		switch step := step.(type) {
		case string:
			b.WriteString(strconv.Quote(step))
		case int:
			b.WriteString(strconv.Itoa(step))
		}
		b.WriteByte('.')
	}
	return b.String()
}

// An Index has the places of keys and values by Path.String.
type Index map[string]Entry

// Of indexes a text from an offset on. What cannot be read is skipped.
func Of(text string, from int) Index {
	s := newScanner(text, from)
	s.document()
	return s.index
}

// A Piece is one header, one field with its value, or one item of a list.
type Piece struct {
	Path Path
	Entry
	Header bool
}

// Pieces returns what a text has from an offset on, in its order; what is inside a value
// comes after it.
func Pieces(text string, from int) []Piece {
	s := newScanner(text, from)
	s.document()
	slices.SortStableFunc(s.pieces, func(a, b Piece) int {
		return cmp.Or(cmp.Compare(a.KeyStart, b.KeyStart), cmp.Compare(b.ValueEnd, a.ValueEnd))
	})
	return s.pieces
}

// Unclosed returns where something begins in the text that is never closed, such as a
// list, or -1.
func Unclosed(text string, from int) int {
	s := newScanner(text, from)
	s.document()
	return s.open
}

// At returns the place of what the path identifies, or else of the nearest thing around
// it.
func (x Index) At(path Path) (Entry, bool) {
	for len(path) > 0 {
		if e, ok := x[path.String()]; ok {
			return e, true
		}
		path = path[:len(path)-1]
	}
	return Entry{}, false
}
