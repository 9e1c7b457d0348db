// Package tomlindex knows where the keys and values of a TOML text stand, and how the
// characters of a string are spelled there. The parser that reads the values tells nothing
// of either.
package tomlindex

import (
	"strconv"
	"strings"
)

// An Entry is where one key and its value stand, as byte offsets in the file.
// A table has the range of its header as key and no value.
type Entry struct {
	KeyStart, KeyEnd     int
	ValueStart, ValueEnd int
	Implicit             bool // the place of something in it: [a.b] for a
}

// A Path names a value in the front matter: keys as strings, places in a list
// as numbers from 0, as in Path{"afwijkend", 1, "datum"}.
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

// An Index has the places of keys and values, by Path.String.
type Index map[string]Entry

// Of indexes a text from an offset on. What cannot be read is skipped.
func Of(text string, from int) Index {
	s := newScanner(text, from)
	s.document()
	return s.index
}

// Unclosed is where something begins in the text that has no end, such as a list, or -1.
func Unclosed(text string, from int) int {
	s := newScanner(text, from)
	s.document()
	return s.open
}

// At is the place of what the path names. For a path that is not there it is that of the
// nearest thing round it.
func (x Index) At(path Path) (Entry, bool) {
	for len(path) > 0 {
		if e, ok := x[path.String()]; ok {
			return e, true
		}
		path = path[:len(path)-1]
	}
	return Entry{}, false
}
