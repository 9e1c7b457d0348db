package generator_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path"
	"slices"
	"strings"
	"testing"

	"pleinwijzer/generator/browsertest"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/publish"
)

// foreignEach is how many pages of a kind are looked at in each other language: but for the
// words they are those in Dutch, of which none is left out.
const foreignEach = 2

// TestConformance checks the HTML of the shipped site against the standard, using
// html-validate: every page in Dutch, and some of each kind in other languages.
func TestConformance(t *testing.T) {
	t.Parallel() // most of the work is done by Node
	site, seen := siteFor(t, os.DirFS("../content"), catalog.Options{Now: now}), map[string]int{}
	skipped := map[string]bool{}
	for _, p := range site.Pages {
		if p.Language() == "nl" {
			continue
		}
		kind := p.Layout + " " + string(p.Language())
		seen[kind]++
		skipped[p.File().Path] = seen[kind] > foreignEach
	}
	files := slices.DeleteFunc(site.Files, func(f publish.File) bool { return skipped[f.Path] || path.Ext(f.Path) != ".html" })
	if len(files) < 500 {
		t.Fatalf("only %d pages", len(files))
	}
	conform(t, renderAll(t, files))
}

// conform checks pages with html-validate.
func conform(t *testing.T, pages map[string][]byte) {
	t.Helper()
	const program = "../.ci/node_modules/.bin/html-validate"
	_, err := os.Stat(program)
	browsertest.Needs(t, err == nil, "html-validate")
	dir := t.TempDir()
	config, err := json.Marshal(map[string]any{
		"root":    true,
		"extends": []string{"html-validate:standard"},
		"rules":   map[string]any{},
	})
	if err != nil {
		t.Fatal(err)
	}
	write(t, dir, ".htmlvalidate.json", config)
	for name, data := range pages {
		if path.Base(name) == "fragment.html" { // a part of a page, to be inserted into any other
			data = slices.Concat([]byte("<!doctype html><html lang=\"nl\"><title>Fragment</title><h1>Fragment</h1>"), data)
		}
		write(t, dir, strings.ReplaceAll(name, "/", "~"), data)
	}
	absolute, err := exec.LookPath(program)
	if err != nil {
		t.Fatal(err)
	}
	command := exec.Command(absolute, "--config", dir+"/.htmlvalidate.json", "--formatter", "text", dir)
	if out, err := command.CombinedOutput(); err != nil {
		t.Errorf("html-validate: %v\n%.4000s", err, out)
	}
}

func write(t *testing.T, dir, name string, data []byte) {
	t.Helper()
	if err := os.WriteFile(dir+"/"+name, data, 0o644); err != nil {
		t.Fatal(err)
	}
}
