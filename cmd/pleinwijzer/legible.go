package main

import (
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"pleinwijzer/generator/diag"
)

// legible writes to a person's terminal. The output contains text from files and
// spreadsheets that others wrote. Control characters in it could send commands to the
// terminal, and characters that change the direction of text could make a name look
// different. Each is replaced by a visible sign.
type legible struct {
	out    io.Writer
	half   []byte // the start of a character whose rest comes with the next write
	before func() // called before each write, if set
}

// Write implements [io.Writer].
func (l *legible) Write(p []byte) (int, error) {
	if l.before != nil {
		l.before()
	}
	text := append(l.half, p...)
	var b strings.Builder
	for len(text) > 0 && utf8.FullRune(text) {
		r, size := utf8.DecodeRune(text)
		text = text[size:]
		if r != '\n' && r != '\t' {
			r = diag.Visible(r)
		}
		b.WriteRune(r)
	}
	l.half = append([]byte(nil), text...)
	if _, err := io.WriteString(l.out, b.String()); err != nil {
		return 0, err
	}
	return len(p), nil
}

// forShell makes a text that others wrote safe to paste into a command. It only accepts
// characters that stand for themselves within double quotes in a POSIX shell, in
// PowerShell and in cmd, so that it does not matter which of these a person uses. For a
// text with any other character it returns false.
func forShell(text string) (word string, ok bool) {
	bare := text != ""
	for _, r := range text {
		switch {
		case r < utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r)), strings.ContainsRune("._/", r):
		case r == '-':
			bare = bare && !strings.HasPrefix(text, "-")
		case unicode.In(r, unicode.L, unicode.M, unicode.Nd), strings.ContainsRune(" ,'&()+:", r):
			bare = false
		default:
			return "", false
		}
	}
	if bare {
		return text, true
	}
	return `"` + text + `"`, true
}
