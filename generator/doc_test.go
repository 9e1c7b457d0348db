package generator_test

import (
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestDocNamesFiles looks for each file that doc.go tells an heir to change.
func TestDocNamesFiles(t *testing.T) {
	text, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	named := regexp.MustCompile(`[\w./]*\w\.(go|html|toml|txtar|svg|js)\b`).FindAllString(string(text), -1)
	if len(named) < 20 {
		t.Errorf("only %d files are named", len(named))
	}
	for _, name := range named {
		found := false
		for _, pattern := range []string{name, "*/" + name, "../" + name, "../*/" + name, "../*/*/" + name} {
			matches, _ := filepath.Glob(pattern)
			found = found || len(matches) > 0
		}
		if !found {
			t.Errorf("there is no %s", name)
		}
	}
}

// TestDocNamesDisk compares the packages that doc.go says use the disk with those that do.
func TestDocNamesDisk(t *testing.T) {
	text, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	sentence := regexp.MustCompile(`(?s)above only ([a-z, \n/]+?)\s+import os`).FindStringSubmatch(string(text))
	if sentence == nil {
		t.Fatal("doc.go does not say which packages import os")
	}
	forTests := []string{"browsertest", "goldentest", "handbooktest", "pagetest", "randomsite"}
	names, err := filepath.Glob("*/*.go")
	if err != nil {
		t.Fatal(err)
	}
	using := map[string]bool{}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") || slices.Contains(forTests, filepath.Dir(name)) {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			t.Fatal(err)
		}
		for _, imported := range file.Imports {
			if path, _ := strconv.Unquote(imported.Path.Value); path == "os" {
				using[filepath.Dir(name)] = true
			}
		}
	}
	want := slices.Sorted(maps.Keys(using))
	got := regexp.MustCompile(`[a-z]+`).FindAllString(strings.ReplaceAll(sentence[1], " and ", " "), -1)
	if !slices.Equal(got, want) {
		t.Errorf("doc.go says %v, and it is %v", got, want)
	}
}
