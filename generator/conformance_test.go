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
)

// TestConformance checks the HTML of every page of the shipped site against the standard,
// using html-validate.
func TestConformance(t *testing.T) {
	t.Parallel() // most of the work is done by Node
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
	for name, data := range renderAll(t, shipped(t, catalog.Options{Now: now})) {
		if path.Base(name) == "fragment.html" { // a part of a page, to be inserted into any other
			data = slices.Concat([]byte("<!doctype html><html lang=\"nl\"><title>Fragment</title><h1>Fragment</h1>"), data)
		}
		if path.Ext(name) == ".html" {
			write(t, dir, strings.ReplaceAll(name, "/", "~"), data)
		}
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
