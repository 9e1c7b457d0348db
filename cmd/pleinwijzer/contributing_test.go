package main

import (
	"bytes"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

const contributing = ".github/CONTRIBUTING.md"

var fuzzTarget = regexp.MustCompile(`(?m)^func (Fuzz\w+)\(`)

// TestFuzzList checks that the contributors' guide says how to run each fuzz target, with
// the options of .ci/fuzz. With -update it rewrites the list.
func TestFuzzList(t *testing.T) {
	root := os.DirFS("../..")
	script := readRepository(t, root, ".ci/fuzz")
	options := regexp.MustCompile(`-fuzzminimizetime \S+`).FindString(script)
	if options == "" || !strings.Contains(script, "${1:-2m}") {
		t.Fatal(".ci/fuzz is not as it was")
	}
	var lines []string
	eachFile(t, root, func(name string, data []byte) {
		if !strings.HasSuffix(name, "_test.go") {
			return
		}
		for _, target := range fuzzTarget.FindAllSubmatch(data, -1) {
			lines = append(lines, "    go test ./"+path.Dir(name)+" -run '^$' -fuzz '^"+string(target[1])+"$' -fuzztime 2m "+options)
		}
	})
	slices.Sort(lines)
	want := strings.Join(lines, "\n") + "\n"
	page := readRepository(t, root, contributing)
	list := regexp.MustCompile(`(?m)(^    go test \S+ -run '\^\$' -fuzz .*\n)+`)
	got := list.FindAllString(page, -1)
	if len(got) == 1 && got[0] == want {
		return
	}
	if !*update || len(got) != 1 {
		t.Fatalf("%s has another list of fuzz targets; go test ./cmd/pleinwijzer -run TestFuzzList -update writes it", contributing)
	}
	if err := os.WriteFile("../../"+contributing, []byte(strings.Replace(page, got[0], want, 1)), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestContributing checks that what the contributors' guide mentions exists.
func TestContributing(t *testing.T) {
	root := os.DirFS("../..")
	page := readRepository(t, root, contributing)
	var tests []byte
	eachFile(t, root, func(name string, data []byte) {
		if strings.HasSuffix(name, "_test.go") {
			tests = append(tests, data...)
		}
	})
	for _, name := range regexp.MustCompile(`-run '?(Test\w+)`).FindAllStringSubmatch(page, -1) {
		if !bytes.Contains(tests, []byte("func "+name[1]+"(")) {
			t.Errorf("no test %s", name[1])
		}
	}
	for _, link := range regexp.MustCompile(`\]\(([^)#:]+)\)`).FindAllStringSubmatch(page, -1) {
		readRepository(t, root, path.Join(".github", link[1]))
	}
	for _, name := range regexp.MustCompile("`((?:[\\w.]+/)?[\\w.]+\\.(?:yml|toml|mod|go|md))`").FindAllStringSubmatch(page, -1) {
		if _, err := fs.Stat(root, name[1]); err == nil {
			continue
		}
		readRepository(t, root, path.Join(".github/workflows", name[1]))
	}
	packages := regexp.MustCompile(`go test (\./[\w/]+)`).FindAllStringSubmatch(page, -1)
	for _, p := range packages {
		if info, err := fs.Stat(root, path.Clean(p[1])); err != nil || !info.IsDir() {
			t.Errorf("no package %s", p[1])
		}
	}
	if len(packages) < 5 {
		t.Error("the page is not as it was")
	}
}

// TestEditorConfig checks that files comply with .editorconfig.
func TestEditorConfig(t *testing.T) {
	eachFile(t, os.DirFS("../.."), func(name string, data []byte) {
		if bytes.IndexByte(data, 0) >= 0 || strings.Contains(name, "testdata/") {
			return
		}
		tabs := strings.HasSuffix(name, ".go") || path.Base(name) == "go.mod"
		html := strings.HasPrefix(name, "layouts/") && strings.HasSuffix(name, ".html")
		switch {
		case bytes.Contains(data, []byte("\r\n")):
			t.Errorf("%s has the line ends of Windows", name)
		case !html && len(data) > 0 && !bytes.HasSuffix(data, []byte("\n")):
			t.Errorf("%s has no line end at its end", name)
		case !tabs && bytes.Contains(data, []byte("\n\t")):
			t.Errorf("%s has a tab in front", name)
		}
	})
}

func readRepository(t *testing.T, root fs.FS, name string) string {
	t.Helper()
	data, err := fs.ReadFile(root, name)
	if err != nil {
		t.Error(err)
	}
	return string(data)
}

// eachFile visits the files of the repository, except for git's own and generated files.
func eachFile(t *testing.T, root fs.FS, visit func(name string, data []byte)) {
	t.Helper()
	err := fs.WalkDir(root, ".", func(name string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case e.IsDir() && slices.Contains([]string{".git", "node_modules", "public"}, e.Name()):
			return fs.SkipDir
		case !e.Type().IsRegular() || name == ".git":
			return nil
		}
		data, err := os.ReadFile(filepath.Join("../..", filepath.FromSlash(name)))
		visit(name, data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
