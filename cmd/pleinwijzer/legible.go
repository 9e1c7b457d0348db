package main

import (
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"pleinwijzer/generator/diag"
)

// legible writes for a person's terminal. What it prints comes from files and
// spreadsheets of others: a control character in it could command the terminal,
// and one that turns the direction of text could show another name than there is.
// Each becomes a sign that something stood there.
type legible struct {
	out  io.Writer
	half []byte // of a character, of which the rest comes with the next write
}

func (l *legible) Write(p []byte) (int, error) {
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

// forShell makes a text that others wrote fit to be pasted in a command. Within
// double quotes every character that it lets through is itself to a POSIX shell, to
// PowerShell and to cmd alike, so that it matters not which of them a person has.
// Of a text with any other it makes no word at all.
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
