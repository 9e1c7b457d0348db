package desk

import (
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/edit"
	"pleinwijzer/generator/form"
	"pleinwijzer/generator/schedule"
)

// eachProblem visits the problems with which package catalog is tested, where their file has
// a form.
func eachProblem(t *testing.T, visit func(in, name, said string, d diag.Diagnostic)) {
	t.Helper()
	archives, err := filepath.Glob("../catalog/testdata/*.txtar")
	if err != nil || len(archives) < 50 {
		t.Fatal(archives, err)
	}
	base, err := txtar.ParseFile("../catalog/testdata/base.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, in := range archives {
		archive, err := txtar.ParseFile(in)
		if err != nil {
			t.Fatal(err)
		}
		files := map[string][]byte{}
		for _, f := range append(base.Files, archive.Files...) {
			if f.Name != "want" {
				files[f.Name] = f.Data
			}
		}
		records, problems := contentfs.ReadFiles(files)
		now := time.Date(2026, 11, 20, 10, 0, 0, 0, schedule.Amsterdam)
		_, unresolved := catalog.Resolve(records, catalog.Options{Now: now})
		for _, d := range append(problems, unresolved...) {
			kind, ok := contentfs.KindOf(d.File)
			if !ok {
				continue
			}
			if _, unreadable := form.Read(kind, d.File, files[d.File], edit.Lists{}); unreadable != nil {
				continue
			}
			name := form.FieldOf(kind, d.File, files[d.File], d)
			visit(filepath.Base(in), name, say(kind, name, d), d)
		}
	}
}

// aboutFiles are words and signs that nobody sees in a form.
var aboutFiles = regexp.MustCompile(`\.(md|toml)\b|\b(true|false)\b|\[\[|\]\]|"""|\+\+\+|[a-z] = |\b[a-z]+_[a-z_]+\b|\d{4}-\d\d-\d\d|^Het veld "[^"]*" (ontbreekt|is leeg)|\b(deze|de|nieuwe) regel\b|dat bestand|aanhalingstekens`)

// TestSay wants no problem beside a field to speak of a file.
func TestSay(t *testing.T) {
	seen := 0
	eachProblem(t, func(in, name, said string, d diag.Diagnostic) {
		seen++
		excused := name == "" || slices.Contains([]string{"veld-onbekend", "teken-onzichtbaar", "feestdag-onbekend"}, d.Code)
		if bad := aboutFiles.FindString(said); bad != "" && !excused {
			t.Errorf("%s, %s [%s] says %q: %s", in, name, d.Code, bad, said)
		}
		if said == "" || strings.Contains(said, "..") || strings.Contains(said, "‹") {
			t.Errorf("%s, %s says %q", in, name, said)
		}
	})
	if seen < 200 {
		t.Errorf("only %d problems were looked at", seen)
	}
}
