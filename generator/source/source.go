// Package source has the text of one file, and finds the line and the column of any
// part of it.
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

// Lines is the text of a file by lines. Offsets are bytes in it.
type Lines struct {
	File string // relative to the content folder, with forward slashes

	text       string
	startsOnce sync.Once
	starts     []int // the offset of each line
}

// New returns the lines of a text, in which lines end with \n.
func New(file, text string) *Lines { return &Lines{File: file, text: text} }

// Text returns the whole text.
func (l *Lines) Text() string { return l.text }

// From yields each line after an offset, with the offset of its start.
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

// Range converts two byte offsets into a place that a person can find. A range over
// several lines ends with its first line.
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

// lineStarts is made on demand and kept, since a file with one problem may have a
// thousand, and each needs its line.
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

// lineAt returns the number, from 1, of the line with an offset.
func (l *Lines) lineAt(offset int) int {
	return sort.Search(len(l.lineStarts()), func(i int) bool { return l.starts[i] > offset })
}

// Whole returns the place of the file as a whole, for what is missing from it.
func (l *Lines) Whole() diag.Range {
	return diag.Range{File: l.File, Line: 1, Column: 1}
}

// Line returns the place of a whole line of the file.
func (l *Lines) Line(number int) diag.Range {
	starts := l.lineStarts()
	if last := len(starts) - 1; starts[last] == len(l.text) {
		starts = starts[:max(last, 1)] // there is no line after the last line end
	}
	number = min(max(number, 1), len(starts))
	return l.Range(starts[number-1], len(l.text))
}

// Problem returns a problem about the text between two offsets.
func (l *Lines) Problem(code string, start, end int, message string) diag.Diagnostic {
	return diag.Diagnostic{Range: l.Range(start, end), Code: code, Message: message}
}
