package tomledit

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Piece is a part of the new text: a part of the original text, or else a new one.
type Piece struct {
	Start, End int
	Text       string
}

// Pieces returns the new text.
func (e *Editor) Pieces() []Piece {
	e.dropEmpty()
	e.dropHeaders()
	w := &writer{Editor: e}
	for place, all := range e.places {
		w.place(e.gaps[place], all)
	}
	w.gap(e.gaps[len(e.places)])
	if last := len(w.out) - 1; last >= 0 && e.until > e.from && e.text[e.until-1] != '\n' {
		w.out[last].Text = strings.TrimSuffix(w.out[last].Text, e.newline)
	}
	return w.out
}

// writer writes the sections and the gaps between them.
type writer struct {
	*Editor
	out   []Piece
	fresh bool // the last section is a new one
	first bool // nothing is left above, so blank lines are not needed
}

func (w *writer) add(pieces ...Piece) {
	for _, p := range pieces {
		if p.End > p.Start || p.Text != "" {
			w.out = append(w.out, p)
			w.first = false
		}
	}
}

// line ends the line, if necessary.
func (w *writer) line() {
	if n := len(w.out); n > 0 && !w.endsLine(w.out[n-1]) {
		w.add(Piece{Text: w.newline})
	}
}

func (e *source) endsLine(p Piece) bool {
	if p.Text != "" {
		return strings.HasSuffix(p.Text, "\n")
	}
	return e.text[p.End-1] == '\n'
}

func (w *writer) gap(g gap) {
	if w.first {
		for g.start < g.end && strings.TrimSpace(w.text[g.start:w.lineEnd(g.start)]) == "" {
			g.start = min(w.lineEnd(g.start), g.end)
		}
	}
	if g.end > g.start {
		w.line()
		w.add(Piece{Start: g.start, End: g.end})
		w.fresh = false
	}
}

// place writes what is in one place. Where nothing is left, neither are the blank lines.
func (w *writer) place(g gap, all []*section) {
	written := make([][]Piece, len(all))
	left := 0
	for i, s := range all {
		written[i] = w.section(s)
		left += len(written[i])
	}
	if left == 0 {
		if g.end > g.start {
			g.end = w.blankAbove(g.end, g.start)
			w.gap(g)
		}
		w.first = w.first || len(w.out) == 0
		return
	}
	w.gap(g)
	begun := false
	for i, s := range all {
		if len(written[i]) == 0 {
			continue
		}
		isNew := s.lines != nil
		switch {
		case len(w.out) == 0:
		case !begun && !isNew && !w.fresh, !begun && g.end > g.start:
		case isNew || s.above == "" && w.fresh:
			w.line()
			w.add(Piece{Text: w.newline})
		case begun:
			w.line()
			w.add(Piece{Text: s.above})
		}
		w.line()
		w.add(written[i]...)
		begun, w.fresh = true, isNew
	}
}

func (e *Editor) section(s *section) []Piece {
	if s.lines != nil {
		return []Piece{{Text: strings.Join(s.lines, "")}}
	}
	return e.inside(s, s.start, s.end)
}

// inside returns a part of a section as it is now.
func (e *Editor) inside(s *section, from, until int) []Piece {
	w := &writer{Editor: e}
	at := from
	for _, sp := range sorted(s.splices) {
		if sp.start < at || sp.end > until {
			continue
		}
		w.add(Piece{Start: at, End: sp.start})
		switch {
		case sp.container != nil:
			w.add(e.container(sp.container)...)
		case sp.start == sp.end:
			w.line()
			w.add(Piece{Text: sp.text})
		default:
			w.add(Piece{Text: sp.text})
		}
		at = sp.end
	}
	w.add(Piece{Start: at, End: until})
	return w.out
}

// sorted puts splices in order: an addition before what it stands above, and a list before
// what is in it.
func sorted(splices []splice) []splice {
	all := slices.Clone(splices)
	slices.SortStableFunc(all, func(a, b splice) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b2i(a.end > a.start), b2i(b.end > b.start)), cmp.Compare(b.end, a.end))
	})
	return all
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Quote formats text as a TOML string, over several lines if necessary. Text with
// quotation marks is put in single quotes if possible, since people read these more
// easily than backslashes.
func Quote(text string) string {
	switch {
	case strings.Contains(text, "\n") && hasFence(text):
		return `"` + strings.ReplaceAll(escape(text), "\n", `\n`) + `"`
	case strings.Contains(text, "\n"):
		return `"""` + "\n" + escape(text) + "\n" + `"""`
	case strings.ContainsAny(text, `"\`) && !strings.Contains(text, "'") && strings.IndexFunc(text, unicode.IsControl) < 0:
		return "'" + text + "'"
	}
	return `"` + escape(text) + `"`
}

// hasFence reports whether a line of the text would end the fields of a .md file.
func hasFence(text string) bool {
	for line := range strings.Lines(text) {
		if strings.TrimSpace(line) == "+++" {
			return true
		}
	}
	return false
}

// escape escapes what cannot be in a quoted string as it is. Bytes that are not UTF-8
// are kept, so that whoever reads the file reports them.
func escape(text string) string {
	var b strings.Builder
	for i, r := range text {
		_, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == '"' || r == '\\':
			b.WriteString(`\` + string(r))
		case unicode.IsControl(r) && r != '\n':
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteString(text[i : i+size])
		}
	}
	return b.String()
}
