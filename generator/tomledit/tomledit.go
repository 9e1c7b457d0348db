// Package tomledit changes a TOML text in place. What is not changed stays as it is, byte
// for byte: comments, order, blank lines, spelling, and keys that nobody asked about.
//
// The same table can be written in four ways: below a header, with dots in its keys,
// between braces, or by the headers of what is in it. A new key is written in the way of
// what is there already.
package tomledit

import (
	"strings"

	"pleinwijzer/generator/tomlindex"
)

// An Editor collects changes to one text. Paths are those of the original text, also after
// blocks of a list were moved. The text must be valid, and so must all that is put into it.
type Editor struct {
	source
	layout
	fresh int // how many blocks were added
}

// A source is the part of the original text that an editor changes, by lines.
type source struct {
	text        string
	from, until int
	newline     string
}

// A layout is where everything is.
type layout struct {
	order  Order
	nodes  map[string]*node // fields and items, by their paths
	places [][]*section     // what is in each place; the first place has what is above all headers
	gaps   []gap            // above each place, and below the last
}

// Order returns the keys of a table in the order in which people write them.
type Order func(table tomlindex.Path) []string

// A node is a field with its value, or an item of a list, in the original text.
type node struct {
	tomlindex.Piece
	section  *section
	around   *node   // the list or table between braces that it is in, or nil
	children []*node // in the original text

	removed bool
	now     []element // of a list or table that has changed: what it has now
	changed bool
}

// A section is a header with the fields below it.
type section struct {
	path   tomlindex.Path
	start  int // of its own lines, in the original text
	end    int
	header tomlindex.Entry
	fields []*node
	above  string // the blank lines above it

	splices []splice
	added   int
	lines   []string // of a new one
}

// A gap is blank lines and remarks that belong to no section.
type gap struct{ start, end int }

// A splice replaces a part of the original text. An empty part comes before one that
// begins at the same place.
type splice struct {
	start, end int
	text       string // one or more lines if the part is empty
	container  *node  // or else a list or table that has changed
}

// New returns an editor for the text between two offsets. Lines that it adds end in newline.
func New(text string, from, until int, newline string, order Order) *Editor {
	e := &Editor{source: source{text[:until], from, until, newline}, layout: layout{order: order, nodes: map[string]*node{}}}
	e.read()
	return e
}

// read finds the sections and the nodes.
func (e *Editor) read() {
	all := []*section{{start: e.from, end: e.from}}
	var open []*node
	for _, p := range tomlindex.Pieces(e.text, e.from) {
		last := all[len(all)-1]
		if p.Header {
			all, open = append(all, &section{path: p.Path, header: p.Entry}), nil
			continue
		}
		n := &node{Piece: p, section: last}
		e.nodes[p.Path.String()] = n
		for len(open) > 0 && open[len(open)-1].ValueEnd <= p.KeyStart {
			open = open[:len(open)-1]
		}
		if len(open) > 0 {
			n.around = open[len(open)-1]
			n.around.children = append(n.around.children, n)
		} else {
			last.fields = append(last.fields, n)
		}
		open = append(open, n)
	}
	e.measure(all)
}

// measure finds which lines belong to which section. Remarks directly above a header belong
// to it, and so do those directly below its last field.
func (e *Editor) measure(all []*section) {
	at := e.from
	for i, s := range all {
		if i > 0 {
			s.start = e.remarksAbove(e.lineStart(s.header.KeyStart), at)
			s.end = e.lineEnd(s.header.KeyEnd)
		}
		if n := len(s.fields); n > 0 {
			s.end = e.lineEnd(s.fields[n-1].ValueEnd)
		}
		blank := e.blankAbove(s.start, at)
		s.above = e.lines(e.text[blank:s.start])
		e.gaps = append(e.gaps, gap{at, s.start})
		e.places = append(e.places, []*section{s})
		at = s.end
		if i > 0 || len(s.fields) > 0 {
			at = e.remarksBelow(s)
		}
		s.end = at
	}
	e.gaps = append(e.gaps, gap{at, e.until})
}

func (e *source) lineStart(at int) int {
	return max(e.from, strings.LastIndexByte(e.text[:at], '\n')+1)
}

// lineEnd returns the offset after the end of the line.
func (e *source) lineEnd(at int) int {
	if n := strings.IndexByte(e.text[at:], '\n'); n >= 0 {
		return at + n + 1
	}
	return e.until
}

// remarksAbove returns where the remarks begin that stand directly above a line.
func (e *source) remarksAbove(at, until int) int {
	for at > until {
		start := e.lineStart(at - 1)
		if !strings.HasPrefix(strings.TrimLeft(e.text[start:at], " \t"), "#") || start < until {
			break
		}
		at = start
	}
	return at
}

func (e *source) blankAbove(at, until int) int {
	for at > until {
		start := e.lineStart(at - 1)
		if strings.TrimSpace(e.text[start:at]) != "" || start < until {
			break
		}
		at = start
	}
	return at
}

// remarksBelow returns where the remarks end that stand directly below a section, unless
// they stand directly above the next header.
func (e *source) remarksBelow(s *section) int {
	at := s.end
	for at < e.until {
		end := e.lineEnd(at)
		line := strings.TrimSpace(e.text[at:end])
		switch {
		case strings.HasPrefix(line, "["):
			return s.end
		case !strings.HasPrefix(line, "#"):
			return at
		}
		at = end
	}
	return at
}

// under reports whether a path is below another one, or the same.
func under(path, above tomlindex.Path) bool {
	if len(path) < len(above) {
		return false
	}
	for i, step := range above {
		if path[i] != step {
			return false
		}
	}
	return true
}

// sectionAt returns the section with exactly that path.
func (e *layout) sectionAt(path tomlindex.Path) *section {
	for s := range e.sections {
		if len(s.path) == len(path) && under(s.path, path) {
			return s
		}
	}
	return nil
}

// sections yields all sections in the order in which they are now.
func (e *layout) sections(yield func(s *section) bool) {
	for _, all := range e.places {
		for _, s := range all {
			if !yield(s) {
				return
			}
		}
	}
}

func (n *node) isTable(text string) bool { return strings.HasPrefix(text[n.ValueStart:], "{") }
