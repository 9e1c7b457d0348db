package tomledit

import "strings"

// Lists and tables between braces.

// An element is one of what a list or a table between braces has now: a node of the
// original text, or a new text.
type element struct {
	node *node
	key  string // of a field in a table
	text string
}

// change prepares a list or table for other elements.
func (n *node) change() {
	if n.changed {
		return
	}
	n.changed = true
	for _, child := range n.children {
		el := element{node: child}
		el.key, _ = child.Path[len(n.Path)].(string)
		n.now = append(n.now, el)
	}
	n.section.splices = append(n.section.splices, splice{start: n.ValueStart, end: n.ValueEnd, container: n})
}

// A seam is what stands around an element in the original text: blanks and remarks above it,
// what comes before its comma, and the remark on its line.
type seam struct {
	lead, before, beside span
	comma                bool
}

type span struct{ start, end int }

// seams returns the seam of each child, and what stands above the closing sign.
func (e *source) seams(n *node) (seams []seam, closing span) {
	at, last := n.ValueStart+1, n.ValueEnd-1
	for _, child := range n.children {
		s := seam{lead: span{at, child.KeyStart}}
		at = child.ValueEnd
		comma := e.skip(at, last)
		if comma < last && e.text[comma] == ',' {
			s.comma, s.before = true, span{at, comma}
			at = comma + 1
		}
		end := at + len(e.text[at:last]) - len(strings.TrimLeft(e.text[at:last], " \t"))
		s.beside = span{at, at}
		if end < last && e.text[end] == '#' {
			s.beside.end = min(e.lineEnd(end)-1, last)
		}
		at = s.beside.end
		seams = append(seams, s)
	}
	return seams, span{at, last}
}

// skip passes blanks, line ends and remarks.
func (e *source) skip(at, until int) int {
	for at < until {
		switch e.text[at] {
		case ' ', '\t', '\r', '\n':
			at++
		case '#':
			at = e.lineEnd(at)
		default:
			return at
		}
	}
	return until
}

// container writes a list or table that has changed.
func (e *Editor) container(n *node) []Piece {
	w := &inline{Editor: e, n: n}
	w.seams, w.closing = e.seams(n)
	w.keep(span{n.ValueStart, n.ValueStart + 1})
	trailing := len(w.seams) > 0 && w.seams[len(w.seams)-1].comma
	for i, el := range n.now {
		w.element(i, el, i < len(n.now)-1 || trailing)
	}
	w.close()
	w.keep(span{n.ValueEnd - 1, n.ValueEnd})
	return w.out
}

// inline writes one list or table between braces.
type inline struct {
	*Editor
	n       *node
	seams   []seam
	closing span
	out     []Piece
	remark  bool // the line ends in a remark
}

func (w *inline) keep(s span) {
	if s.end > s.start {
		w.out = append(w.out, Piece{Start: s.start, End: s.end})
	}
}

func (w *inline) write(text string) {
	if text != "" {
		w.out = append(w.out, Piece{Text: text})
	}
}

// blank reports whether a part of the original text has no remark.
func (w *inline) blank(s span) bool { return strings.TrimSpace(w.text[s.start:s.end]) == "" }

func (w *inline) element(i int, el element, comma bool) {
	if el.node == nil {
		w.write(w.lead(i))
		w.write(w.lines(el.text))
		if comma {
			w.write(",")
		}
		w.remark = false
		return
	}
	own := 0
	for w.n.children[own] != el.node {
		own++
	}
	s := w.seams[own]
	if w.blank(s.lead) && (i == 0) != (own == 0) || w.remark && !strings.Contains(w.text[s.lead.start:s.lead.end], "\n") {
		w.write(w.lead(i))
	} else {
		w.keep(s.lead)
	}
	w.out = append(w.out, w.inside(el.node.section, el.node.KeyStart, el.node.ValueEnd)...)
	if s.comma && (comma || !w.blank(s.before)) {
		w.keep(s.before)
	}
	if comma {
		w.write(",")
	}
	w.keep(s.beside)
	w.remark = s.beside.end > s.beside.start
}

// lead is what stands above a new element, as it does above those that are there.
func (w *inline) lead(i int) string {
	var first, other string
	for at, s := range w.seams {
		lead := w.text[s.lead.start:s.lead.end]
		if line := strings.LastIndexByte(lead, '\n'); line >= 0 {
			lead = w.newline + lead[line+1:]
		}
		switch {
		case at == 0:
			first = lead
		case other == "":
			other = lead
		}
	}
	switch {
	case len(w.seams) == 0 && (i > 0 || w.n.isTable(w.text)):
		first = " "
	case i > 0 && other != "":
		first = other
	case i > 0 && !strings.Contains(first, "\n"):
		first = " "
	}
	if w.remark && !strings.Contains(first, "\n") {
		return w.newline + first
	}
	return first
}

// close writes what stands above the closing sign.
func (w *inline) close() {
	text := w.text[w.closing.start:w.closing.end]
	switch {
	case len(w.n.now) == 0 && w.blank(w.closing):
	case len(w.seams) == 0 && w.n.isTable(w.text) && text == "":
		w.write(" ")
	case w.remark && !strings.Contains(text, "\n"):
		w.write(w.newline + text)
	default:
		w.keep(w.closing)
	}
}
