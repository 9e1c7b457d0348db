package diag

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// excerptWidth is the most characters of a line that an excerpt shows. A longer line is
// cut on both sides of the problem.
const excerptWidth = 100

// Text writes the problems for a person at a terminal: the place, message and code, then
// the line, with carets under the part that is wrong and the hint after them. Problems
// are separated by an empty line.
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

// String returns "file:line:column", or only the file if there is no line.
func (r Range) String() string {
	if r.Line == 0 {
		return r.File
	}
	return fmt.Sprintf("%s:%d:%d", r.File, r.Line, max(r.Column, 1))
}

// crop makes a line fit on a terminal. It cuts a long line on both sides of the marked
// part, and returns how many characters then precede that part and how long it is.
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

// widthOf returns the length in bytes of the first n characters of a text.
func widthOf(text string, n int) int {
	for at := range text {
		if n == 0 {
			return at
		}
		n--
	}
	return len(text)
}

// Visible replaces characters that would not take up exactly one column: a tab would move
// the carets, and a control character could send commands to the terminal.
func Visible(r rune) rune {
	switch {
	case r == '\t':
		return ' '
	case unicode.IsControl(r) || unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp):
		return '\uFFFD'
	}
	return r
}
