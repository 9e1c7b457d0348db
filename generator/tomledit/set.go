package tomledit

import (
	"regexp"
	"slices"
	"strings"

	"pleinwijzer/generator/tomlindex"
)

// Set gives the value at the path another spelling, or adds it.
func (e *Editor) Set(path tomlindex.Path, spelled string) {
	n := e.nodes[path.String()]
	if n == nil {
		e.add(path, spelled)
		return
	}
	n.section.splices = append(n.section.splices, splice{start: n.ValueStart, end: n.ValueEnd, text: e.lines(spelled)})
}

// lines gives a text the line ends of the file.
func (e *source) lines(text string) string {
	return strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\n", e.newline)
}

// add writes a new field in the nearest table around it that is there, in its way.
func (e *Editor) add(path tomlindex.Path, spelled string) {
	for n := len(path) - 1; ; n-- {
		table, rest := path[:n], path[n:]
		if around := e.nodes[tomlindex.Path(table).String()]; around != nil && n > 0 {
			e.addInside(around, rest, spelled)
			return
		}
		if like := e.dotted(table); like != nil && n > 0 {
			if like.around != nil {
				e.addInside(like.around, path[len(like.around.Path):], spelled)
			} else {
				e.addLine(like.section, path[len(like.section.path):], spelled)
			}
			return
		}
		s := e.sectionAt(table)
		switch {
		case s == nil && n > 0:
		case len(rest) == 1 || s != nil && n > 0 && s.dots():
			e.addLine(s, rest, spelled)
			return
		default:
			fresh := e.insert(path[:len(path)-1], "["+keys(path[:len(path)-1])+"]")
			e.addLine(fresh, path[len(path)-1:], spelled)
			return
		}
	}
}

// dotted returns a field whose key has the path of the table in it: in the table x,
// "x.y = 1".
func (e *layout) dotted(table tomlindex.Path) *node {
	var last *node
	for _, n := range e.nodes {
		from := len(n.section.path)
		if n.around != nil {
			from = len(n.around.Path)
		}
		if from < len(table) && len(n.Path) > len(table) && under(n.Path, table) && (last == nil || n.KeyStart > last.KeyStart) {
			last = n
		}
	}
	return last
}

// dots reports whether the section has fields with a dot in their keys.
func (s *section) dots() bool {
	return slices.ContainsFunc(s.fields, func(n *node) bool { return len(n.Path) > len(s.path)+1 })
}

// addLine adds a field to a section, after the nearest one that comes before it.
func (e *Editor) addLine(s *section, rest tomlindex.Path, spelled string) {
	line := keys(rest) + " = " + e.lines(spelled) + e.newline
	s.added++
	if s.lines != nil {
		s.lines = append(s.lines, line)
		return
	}
	at := e.from
	if s.header.KeyEnd > 0 {
		at = e.lineEnd(s.header.KeyEnd)
	}
	for _, key := range e.order(s.path) {
		for _, n := range s.fields { // with the key itself: others of the same table
			if n.Path[len(s.path)] == key {
				at = e.lineEnd(n.ValueEnd)
			}
		}
		if key == rest[0] {
			break
		}
	}
	s.splices = append(s.splices, splice{start: at, end: at, text: line})
}

// addInside adds a field to a table between braces.
func (e *Editor) addInside(table *node, rest tomlindex.Path, spelled string) {
	table.change()
	at := 0
	for _, key := range e.order(table.Path) {
		if key == rest[0] {
			break
		}
		for i, el := range table.now {
			if el.key == key {
				at = i + 1
			}
		}
	}
	table.now = slices.Insert(table.now, at, element{text: keys(rest) + " = " + spelled, key: rest[0].(string)})
}

// Remove takes away the value at the path. A remark on its line stays; a remark inside a
// list goes with its item.
func (e *Editor) Remove(path tomlindex.Path) {
	if n := e.nodes[path.String()]; n != nil && !n.removed {
		e.remove(n)
	}
}

func (e *Editor) remove(n *node) {
	n.removed = true
	if around := n.around; around != nil {
		around.change()
		around.now = slices.DeleteFunc(around.now, func(el element) bool { return el.node == n })
		return
	}
	s, end := n.section, e.lineEnd(n.ValueEnd)
	gone := splice{start: e.lineStart(n.KeyStart), end: end}
	if remark := strings.IndexByte(e.text[n.ValueEnd:end], '#'); remark >= 0 {
		gone = splice{start: n.KeyStart, end: n.ValueEnd + remark}
	}
	s.splices = slices.DeleteFunc(s.splices, func(other splice) bool {
		return other.start >= gone.start && other.end <= gone.end && other.end > other.start
	})
	s.splices = append(s.splices, gone)
}

// dropEmpty removes the tables between braces of which all fields are gone.
func (e *Editor) dropEmpty() {
	for again := true; again; {
		again = false
		for _, n := range e.nodes {
			_, item := lastOf(n.Path).(int)
			if n.changed && !n.removed && !item && len(n.now) == 0 && n.isTable(e.text) {
				e.remove(n)
				again = true
			}
		}
	}
}

// dropHeaders removes the headers of tables of which all fields are gone.
func (e *Editor) dropHeaders() {
	for s := range e.sections {
		_, item := lastOf(s.path).(int)
		left := slices.ContainsFunc(s.fields, func(n *node) bool { return !n.removed })
		if len(s.path) == 0 || item || len(s.fields) == 0 || s.lines != nil || left || s.added > 0 || e.hasBelow(s) {
			continue
		}
		start, end := e.lineStart(s.header.KeyStart), e.lineEnd(s.header.KeyEnd)
		if remark := strings.IndexByte(e.text[s.header.KeyEnd:end], '#'); remark >= 0 {
			end = s.header.KeyEnd + remark
		}
		s.splices = append(s.splices, splice{start: start, end: end})
	}
}

func (e *layout) hasBelow(s *section) bool {
	for other := range e.sections {
		if len(other.path) > len(s.path) && under(other.path, s.path) {
			return true
		}
	}
	return false
}

func lastOf(path tomlindex.Path) any {
	if len(path) == 0 {
		return nil
	}
	return path[len(path)-1]
}

var bareKey = regexp.MustCompile(`^[A-Za-z0-9_-]+$`)

// keys writes a path as a key with dots. Numbers of blocks are not written.
func keys(path tomlindex.Path) string {
	var parts []string
	for _, step := range path {
		key, ok := step.(string)
		switch {
		case !ok:
		case bareKey.MatchString(key):
			parts = append(parts, key)
		default:
			parts = append(parts, Quote(key))
		}
	}
	return strings.Join(parts, ".")
}
