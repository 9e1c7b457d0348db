package frontmatter

import (
	"strconv"
	"strings"

	"pleinwijzer/generator/diag"
)

// An entry is where one key and its value stand, as byte offsets in the file.
// A table has the range of its header as key and no value.
type entry struct {
	keyStart, keyEnd     int
	valueStart, valueEnd int
	implicit             bool // the place of something in it: [a.b] for a
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

// Key is where the key at the path stands. For a path that is not in the file
// it answers with the nearest thing round it, in the end the file as a whole.
func (d *Document) Key(path ...any) diag.Range {
	e, found := d.find(path)
	if !found {
		return d.Whole()
	}
	return d.Range(e.keyStart, e.keyEnd)
}

// Value is where the value at the path stands; a table, which has none, answers
// with its header.
func (d *Document) Value(path ...any) diag.Range {
	e, found := d.find(path)
	switch {
	case !found:
		return d.Whole()
	case e.valueEnd == 0:
		return d.Range(e.keyStart, e.keyEnd)
	}
	return d.Range(e.valueStart, e.valueEnd)
}

// Has reports whether the file itself holds something at the path.
func (d *Document) Has(path ...any) bool {
	_, ok := d.positions()[Path(path).String()]
	return ok
}

// Spelled is the value at the path as the file has it, or "".
func (d *Document) Spelled(path ...any) string {
	e := d.positions()[Path(path).String()]
	return d.text[e.valueStart:e.valueEnd]
}

func (d *Document) find(path Path) (entry, bool) {
	for len(path) > 0 {
		if e, ok := d.positions()[path.String()]; ok {
			return e, true
		}
		path = path[:len(path)-1]
	}
	return entry{}, false
}

// positions is made on demand: most files have no problem to point at.
func (d *Document) positions() map[string]entry {
	d.indexOnce.Do(func() {
		s := newScanner(d.meta, d.metaStart)
		s.document()
		d.index = s.index
	})
	return d.index
}
