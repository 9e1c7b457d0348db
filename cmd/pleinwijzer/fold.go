package main

import (
	"io"
	"os"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/term"
)

// A fold writes to a terminal and breaks lines between words. It asks for the width every
// time, since a window can be resized.
type fold struct {
	out   io.Writer
	width func() int // in columns; 0 if unknown
}

// foldTo returns a writer that folds if w is a terminal, and otherwise w itself.
func foldTo(w io.Writer) io.Writer {
	if l, ok := w.(*legible); ok {
		return &legible{out: foldTo(l.out)}
	}
	f, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return w
	}
	return fold{w, func() int {
		width, _, err := term.GetSize(int(f.Fd()))
		if err != nil {
			return 0
		}
		return width
	}}
}

// Write implements [io.Writer].
func (f fold) Write(p []byte) (int, error) {
	var b strings.Builder
	width := f.width()
	for line := range strings.Lines(string(p)) {
		foldLine(&b, line, width)
	}
	if _, err := io.WriteString(f.out, b.String()); err != nil {
		return 0, err
	}
	return len(p), nil
}

// margin matches the indentation of a line, including its number in a list.
var margin = regexp.MustCompile(`^(?: +(?:\d+ +)?)?`)

// foldLine breaks a line and aligns the continuation with its first word. A word that is
// longer than a line stays whole, so that an address can be copied.
func foldLine(b *strings.Builder, line string, width int) {
	indent := margin.FindString(line)
	if utf8.RuneCountInString(strings.TrimRight(line, "\n")) <= width || width <= len(indent) {
		b.WriteString(line)
		return
	}
	b.WriteString(indent)
	at := len(indent)
	for i, word := range strings.Split(line[len(indent):], " ") {
		n := utf8.RuneCountInString(strings.TrimRight(word, "\n"))
		switch {
		case i == 0:
		case at+1+n > width:
			b.WriteString("\n" + strings.Repeat(" ", len(indent)))
			at = len(indent)
		default:
			b.WriteByte(' ')
			at++
		}
		b.WriteString(word)
		at += n
	}
}
