// Package source holds the text of one file, and says where a piece of it stands: on which
// line, in which column.
package source

import (
	"iter"
	"sort"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"pleinwijzer/generator/diag"
)

// Fence is the line before and after the front matter of a .md file.
const Fence = "+++"

// IsFence reports whether a line is a fence.
func IsFence(line string) bool { return strings.TrimRightFunc(line, unicode.IsSpace) == Fence }

// Lines is the text of a file, line by line. Offsets are bytes in it.
type Lines struct {
	File string // relative to the content folder, with forward slashes

	text       string
	startsOnce sync.Once
	starts     []int // where each line begins
}

// New takes the text of a file, with \n as line end.
func New(file, text string) *Lines { return &Lines{File: file, text: text} }

// Text is the whole text.
func (l *Lines) Text() string { return l.text }

// From yields each line from an offset on, with the offset of its start.
func (l *Lines) From(from int) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		for at := from; at < len(l.text); {
			line, _, _ := strings.Cut(l.text[at:], "\n")
			if !yield(at, line) {
				return
			}
			at += len(line) + 1
		}
	}
}

// Range turns two byte offsets into a place that a person can find. A range
// over several lines is cut at the end of its first.
func (l *Lines) Range(start, end int) diag.Range {
	start = min(start, len(l.text))
	number := l.lineAt(start)
	lineStart := l.lineStarts()[number-1]
	line, _, _ := strings.Cut(l.text[lineStart:], "\n")
	end = max(start, min(end, lineStart+len(line)))
	return diag.Range{
		File:    l.File,
		Line:    number,
		Column:  1 + utf8.RuneCountInString(l.text[lineStart:start]),
		Length:  utf8.RuneCountInString(l.text[start:end]),
		Excerpt: line,
	}
}

// lineStarts is made on demand, . A file with one problem may have a
// thousand, and each asks for its line.
func (l *Lines) lineStarts() []int {
	l.startsOnce.Do(func() {
		l.starts = []int{0}
		for i := range len(l.text) {
			if l.text[i] == '\n' {
				l.starts = append(l.starts, i+1)
			}
		}
	})
	return l.starts
}

// lineAt is the number of the line, from 1, on which an offset stands.
func (l *Lines) lineAt(offset int) int {
	return sort.Search(len(l.lineStarts()), func(i int) bool { return l.starts[i] > offset })
}

// Whole is the place of the file as a whole, for what is missing from it.
func (l *Lines) Whole() diag.Range {
	return diag.Range{File: l.File, Line: 1, Column: 1}
}

// Line is the place of one whole line of the file.
func (l *Lines) Line(number int) diag.Range {
	starts := l.lineStarts()
	if last := len(starts) - 1; starts[last] == len(l.text) {
		starts = starts[:max(last, 1)] // behind the last line end is no line
	}
	number = min(max(number, 1), len(starts))
	return l.Range(starts[number-1], len(l.text))
}

// Problem is what is wrong between two offsets.
func (l *Lines) Problem(code string, start, end int, message string) diag.Diagnostic {
	return diag.Diagnostic{Range: l.Range(start, end), Code: code, Message: message}
}
