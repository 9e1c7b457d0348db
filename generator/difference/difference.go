// Package difference finds what differs between two versions of a content file, in words
// for an editor: "Tijd: was 13.30 tot 15.00 uur, wordt 14.00 tot 16.00 uur".
//
// It compares what the fields say, not how that is written down. Blocks of a list are
// matched with each other by what they are about, such as a date (blocks.go), and the
// paragraphs of a text by what they have in common (text.go), so that a new one between
// them is one difference.
package difference

import (
	"bytes"
	"path"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/frontmatter"
)

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

	// Values are what differs. Of a new file they are all that it says; a file that is gone
	// has none.
	Values []Value

	// Unread says, in Dutch, which version could not be read. Then Values has lines of
	// text instead of fields.
	Unread string

	// OnlyForm says that all fields say the same: only remarks, order or spelling differ.
	OnlyForm bool
}

// Value is a value that differs. An empty text means that the field is not filled in.
type Value struct {
	Label    string // as people know it: "Tijd", "Afwijkende dagen (donderdag 24 december 2026): Reden"
	Was, Now string
	Prose    bool // sentences, which may have several lines
}

// String returns the difference as a sentence without a full stop.
func (v Value) String() string {
	was, now := v.Was, v.Now
	if v.Prose {
		was, now = quoted(was), quoted(now)
	}
	switch {
	case v.Was == "":
		return v.Label + ": nieuw is " + now
	case v.Now == "":
		return v.Label + ": was " + was + ", is nu weg"
	}
	return v.Label + ": was " + was + ", wordt " + now
}

func quoted(text string) string { return "“" + text + "”" }

// Names gives the name of a record that a field refers to by its slug. It may be nil, and
// may return "".
type Names func(f *frontmatter.Field, slug string) string

// Of compares two versions of the file at a path; nil stands for a file that is not there.
func Of(path string, before, after []byte, names Names) File {
	return Moved(path, path, before, after, names)
}

// Moved compares the file at a path with what it was at another.
func Moved(old, path string, before, after []byte, names Names) File {
	kind, _ := contentfs.KindOf(path)
	f := File{Path: path, Kind: kind.Name}
	was, now := read(old, before), read(path, after)
	switch {
	case before == nil:
		f.What = New
	case after == nil:
		f.What, f.Title = Gone, was.title()
		return f
	case old != path:
		f.What, f.Old = Renamed, old
	}
	if f.Title = now.title(); f.Title == "" {
		f.Title = was.title()
	}
	c := &comparison{names: names}
	if f.Unread = unread(was, now); f.Unread != "" {
		c.lines(Legible(before), Legible(after))
	} else {
		c.record(kind, was, now)
	}
	f.Values = c.found
	f.OnlyForm = len(f.Values) == 0 && !bytes.Equal(before, after)
	return f
}

// version is one version of a file. One that is not there says nothing.
type version struct {
	values  map[string]any
	text    string
	problem string // why it cannot be read, or ""
}

func read(file string, data []byte) version {
	if data == nil {
		return version{}
	}
	parse := frontmatter.Parse
	if kind, _ := contentfs.KindOf(file); kind.Name == content.Clauses.Name {
		parse = frontmatter.ParseText
	}
	doc, problem := parse(file, data)
	if problem != nil {
		return version{problem: problem.Message}
	}
	values, _ := doc.Values() // lines that cannot be read are left out
	v := version{values: values, text: doc.Body()}
	if v.values == nil || doc.Partial() {
		v.problem = "niet alle regels met velden zijn te begrijpen"
	}
	if text, ok := v.values[textKey].(string); ok && path.Ext(file) == ".toml" && strings.Contains(file, "/") {
		v.text = text // of a record, whichever kind of file it is in
	}
	return v
}

const textKey = "tekst"

// title is what people call the record.
func (v version) title() string {
	for _, key := range []string{"titel", "naam"} {
		if text, ok := v.values[key].(string); ok {
			return strings.TrimSpace(text)
		}
	}
	return ""
}

func unread(was, now version) string {
	switch {
	case was.problem != "" && now.problem != "":
		return "beide versies zijn niet te lezen: " + now.problem
	case was.problem != "":
		return "de vorige versie is niet te lezen: " + was.problem
	case now.problem != "":
		return "deze versie is niet te lezen: " + now.problem
	}
	return ""
}

// Legible returns the bytes of a file for a person to read, also if they are in an encoding
// that the site does not read.
func Legible(data []byte) string {
	decoder := charmap.Windows1252.NewDecoder()
	switch {
	case bytes.HasPrefix(data, []byte{0xfe, 0xff}), bytes.HasPrefix(data, []byte{0xff, 0xfe}):
		decoder = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder()
	case utf8.Valid(data):
		return strings.TrimPrefix(string(data), "\ufeff")
	}
	text, err := decoder.Bytes(data)
	if err != nil {
		return strings.ToValidUTF8(string(data), "\ufffd")
	}
	return string(text)
}
