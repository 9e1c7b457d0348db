// Package goldentest keeps files beside a test with a reviewer's selection of what the
// program writes: one telling record of each kind, with long lists cut. Other tests
// prove that all of it is right.
package goldentest

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Keep compares texts with the files of those names in testdata, and wants no other file
// there; with update it writes them anew.
func Keep(t *testing.T, update bool, texts map[string]string) {
	t.Helper()
	const folder = "testdata"
	entries, err := os.ReadDir(folder)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	for _, e := range entries {
		if _, known := texts[e.Name()]; known || e.IsDir() {
			continue
		}
		if !update {
			t.Errorf("%s is of no test", e.Name())
		} else if err := os.Remove(filepath.Join(folder, e.Name())); err != nil {
			t.Fatal(err)
		}
	}
	for name, got := range texts {
		file := filepath.Join(folder, name)
		want, err := os.ReadFile(file)
		switch {
		case err == nil && string(want) == got:
		case update:
			if err := os.WriteFile(file, []byte(got), 0o666); err != nil {
				t.Fatal(err)
			}
		default:
			t.Errorf("differs from %s (rewrite it with -update):\n%s", file, FirstDifference(got, string(want)))
		}
	}
}

// FirstDifference is the first line that two texts do not share.
func FirstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return fmt.Sprintf("line %d\ngot  %s\nwant %s", i+1, g[i], w[i])
		}
	}
	return "one is longer"
}

// JSON is a text of JSON as a person reads it, with no more than most items of each list.
func JSON(t *testing.T, text []byte, most int) string {
	t.Helper()
	var indented bytes.Buffer
	if err := json.Indent(&indented, text, "", " "); err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	var lists []list // those that the line is in, the innermost last
	for line := range strings.Lines(indented.String() + "\n") {
		words := strings.TrimLeft(line, " ")
		depth := len(line) - len(words)
		if n := len(lists) - 1; n >= 0 && depth == lists[n].depth { // its closing bracket
			if more := lists[n].items - most; more > 0 {
				fmt.Fprintf(&out, "%*s… %d more\n", depth+1, "", more)
			}
			lists = lists[:n]
		} else if n >= 0 && depth == lists[n].depth+1 && words[0] != '}' && words[0] != ']' {
			lists[n].items++
		}
		if hidden := len(lists) > 0 && lists[len(lists)-1].items > most; !hidden {
			out.WriteString(line)
			if strings.HasSuffix(line, "[\n") {
				lists = append(lists, list{depth: depth})
			}
		}
	}
	return out.String()
}

type list struct{ depth, items int }
