package generator_test

import (
	"go/scanner"
	"go/token"
	"io/fs"
	"os"
	"path"
	"strings"
	"testing"
	"unicode/utf8"
)

// longest is the maximum length of a line of code, in characters.
const longest = 140

// TestLines checks that longer lines are wrapped. Texts cannot be, so a line of which
// half is in quotes may be longer: a message, the tag of a field, a pattern, a row of a
// table, a file that a test writes.
func TestLines(t *testing.T) {
	err := fs.WalkDir(os.DirFS(root), ".", func(name string, e fs.DirEntry, err error) error {
		switch base := path.Base(name); {
		case err != nil:
			return err
		case e.IsDir() && (base == "testdata" || base != "." && strings.HasPrefix(base, ".")):
			return fs.SkipDir
		case e.IsDir() || path.Ext(name) != ".go":
			return nil
		}
		source, err := os.ReadFile(path.Join(root, name))
		if err != nil {
			return err
		}
		for _, n := range longLines(source) {
			t.Errorf("%s:%d: longer than %d characters, and half of it is no text in quotes", name, n, longest)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// longLines returns the numbers of the lines of a Go file that are too long.
func longLines(source []byte) []int {
	quoted := map[int]int{} // the number of characters in quotes, by line
	file := token.NewFileSet().AddFile("", -1, len(source))
	var s scanner.Scanner
	s.Init(file, source, nil, 0)
	for pos, kind, text := s.Scan(); kind != token.EOF; pos, kind, text = s.Scan() {
		if kind != token.STRING {
			continue
		}
		for i, line := range strings.Split(text, "\n") {
			quoted[file.Line(pos)+i] += utf8.RuneCountInString(line)
		}
	}
	var long []int
	n := 0
	for line := range strings.Lines(string(source)) {
		n++
		if width := utf8.RuneCountInString(strings.TrimRight(line, "\n")); width > longest && 2*quoted[n] < width {
			long = append(long, n)
		}
	}
	return long
}

func TestLongLines(t *testing.T) {
	text, code := `"`+strings.Repeat("é", 98)+`"`, strings.Repeat("x", 101)
	tests := map[string]struct {
		source string
		long   bool
	}{
		"short":            {"package p\nvar s = " + text, false},
		"text":             {"package p\nvar s = " + text + " + " + code[:70], false},
		"code":             {"package p\nvar s = " + text + " + " + code, true},
		"comment":          {"package p\n// " + text + " " + code[:50], true},
		"letters":          {"package p\nvar " + strings.Repeat("é", 130) + " = 1", false},
		"a text of lines":  {"package p\nvar s = `\n" + code + code + "\n`", false},
		"behind such text": {"package p\nvar s = `\n` + " + code + code, true},
	}
	for name, test := range tests {
		if got := longLines([]byte(test.source)); (len(got) > 0) != test.long {
			t.Errorf("%s: long lines %v", name, got)
		}
	}
}
