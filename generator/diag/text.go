package diag

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// excerptWidth is the number of characters of a line that an excerpt shows: a
// long paragraph is cut round the problem.
const excerptWidth = 100

// Text writes the problems for a person at a terminal: place, message and
// code, then the line with carets under the piece that is wrong and the mend
// behind them. Problems are set apart by an empty line.
func Text(w io.Writer, l List) error {
	for i, d := range l.shown() {
		text := d.text()
		if i > 0 {
			text = "\n" + text
		}
		if _, err := io.WriteString(w, text); err != nil {
			return err
		}
	}
	return nil
}

func (d Diagnostic) text() string {
	var b strings.Builder
	severity := ""
	if d.Severity != Error {
		severity = d.Severity.String() + ": "
	}
	fmt.Fprintf(&b, "%s: %s%s [%s]\n", d.Range, severity, d.Message, d.Code)
	gutter := strings.Repeat(" ", 2+len(strconv.Itoa(d.Line)))
	if d.Line > 0 && d.Excerpt != "" {
		line, before, length := crop(d.Excerpt, d.Column, d.Length)
		mark := strings.Repeat(" ", before) + strings.Repeat("^", max(length, 1))
		if d.Hint != "" {
			mark += " " + d.Hint
		}
		fmt.Fprintf(&b, "  %d | %s\n%s | %s\n", d.Line, line, gutter, mark)
	} else if d.Hint != "" {
		fmt.Fprintf(&b, "%s = %s\n", gutter, d.Hint)
	}
	if d.Example != "" {
		const lead = " = bijvoorbeeld: "
		below := "\n" + gutter + strings.Repeat(" ", len(lead))
		fmt.Fprintf(&b, "%s%s%s\n", gutter, lead, strings.ReplaceAll(d.Example, "\n", below))
	}
	for _, r := range d.Related {
		fmt.Fprintf(&b, "%s = zie ook %s\n", gutter, r)
	}
	return b.String()
}

// String is "file:line:column", or the file alone where there is no line.
func (r Range) String() string {
	if r.Line == 0 {
		return r.File
	}
	return fmt.Sprintf("%s:%d:%d", r.File, r.Line, max(r.Column, 1))
}

// crop makes a line fit for a terminal: it cuts a long one round the marked
// piece, and answers how many characters then stand before that piece and how
// long it is.
func crop(line string, column, length int) (text string, before, marked int) {
	runes := utf8.RuneCountInString(line)
	before = min(max(column, 1)-1, runes)
	marked = min(length, runes-before)
	if runes <= excerptWidth {
		return strings.Map(Visible, line), before, marked
	}
	start := min(max(before-excerptWidth/2, 0), runes-excerptWidth)
	text = line[widthOf(line, start):]
	text = strings.Map(Visible, text[:widthOf(text, excerptWidth)])
	before -= start
	marked = min(marked, excerptWidth-before)
	if start > 0 {
		text = "…" + text
		before++
	}
	if start+excerptWidth < runes {
		text += "…"
	}
	return text, before, marked
}

// widthOf is how many bytes the first n characters of a text are.
func widthOf(text string, n int) int {
	for at := range text {
		if n == 0 {
			return at
		}
		n--
	}
	return len(text)
}

// Visible makes of each character one that takes one place: tabs would push the
// carets aside, and control characters could command the terminal.
func Visible(r rune) rune {
	switch {
	case r == '\t':
		return ' '
	case unicode.IsControl(r) || unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp):
		return '\uFFFD'
	}
	return r
}
