package wording

import (
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/edit"
	"pleinwijzer/generator/form"
	"pleinwijzer/generator/kept"
	"pleinwijzer/generator/lint"
	"pleinwijzer/generator/schedule"
)

// A said is a problem of a fixture, as a form says it.
type said struct {
	in, name, text string
	diag.Diagnostic
}

// expectation is a line with which package lint is tested.
var expectation = regexp.MustCompile(`(?m)^(?:#|<!--) want .*\n`)

// eachProblem visits the problems of the fixtures of package catalog, and the advice of those
// of package lint, where their file has a form.
func eachProblem(t *testing.T, visit func(said)) {
	t.Helper()
	for _, from := range []struct{ fixtures, base string }{
		{"../catalog/testdata/*.txtar", "../catalog/testdata/base.txtar"},
		{"../lint/testdata/*.txtar", "testdata/rond/advies.txtar"},
		{"testdata/*.txtar", "../catalog/testdata/base.txtar"},
	} {
		archives, err := filepath.Glob(from.fixtures)
		if err != nil || len(archives) == 0 {
			t.Fatal(archives, err)
		}
		for _, in := range archives {
			files := map[string][]byte{}
			for _, name := range []string{from.base, in} {
				archive, err := txtar.ParseFile(name)
				if err != nil {
					t.Fatal(err)
				}
				for _, f := range archive.Files {
					files[f.Name] = expectation.ReplaceAll(f.Data, nil)
				}
			}
			delete(files, "want")
			for _, d := range problemsOf(t, files) {
				kind, ok := contentfs.KindOf(d.File)
				if !ok {
					continue
				}
				if _, unreadable := form.Read(kind, d.File, files[d.File], edit.Lists{}); unreadable != nil {
					continue
				}
				name := FieldOf(kind, d.File, files[d.File], d)
				visit(said{filepath.Base(in), name, Say(kind, name, d), d})
			}
		}
	}
}

// problemsOf are the problems of a site, and the advice if it has no errors.
func problemsOf(t *testing.T, files map[string][]byte) diag.List {
	records, all := contentfs.ReadFiles(files)
	now := time.Date(2026, 11, 22, 12, 0, 0, 0, schedule.Amsterdam)
	joined := records
	if len(records.Sources) > 0 {
		copies := fstest.MapFS{}
		for name, data := range files {
			copies[name] = &fstest.MapFile{Data: data}
		}
		cache, err := fs.Sub(copies, contentfs.KeptFolder)
		if err != nil {
			t.Fatal(err)
		}
		if joined, _, err = kept.NewReader(cache).Join(records, schedule.DateOf(now)); err != nil {
			t.Fatal(err)
		}
	}
	shown, unresolved := catalog.Resolve(joined, catalog.Options{Now: now})
	all.Add(unresolved...)
	all.Add(lint.Ignored(records)...)
	if !all.HasErrors() {
		pages := map[string]bool{}
		for _, p := range shown.Pleinen {
			pages[p.Page()] = true
		}
		all.Add(new(lint.Linter).Check(records, shown, lint.Pages{
			Has:       func(address string) bool { return pages[address] },
			HasAnchor: func(string, string) bool { return false },
		})...)
	}
	return all
}

// aboutFiles are words and signs that nobody sees in a form.
var aboutFiles = regexp.MustCompile(`\.(md|toml)\b|\b(true|false)\b|\[\[|\]\]|\[[a-z_.]+\]|"""|\+\+\+|[a-z] = |\b[a-z]+_[a-z_]+\b|` +
	`\d{4}-\d\d-\d\d|^Het veld "[^"]*" (ontbreekt|is leeg)|\b(deze|de|die|nieuwe|eigen) regel\b|dat bestand|aanhalingstekens|haken|negeer|sleutel|teksteditor`)

// ofLines are words about a text as people type it.
var ofLines = regexp.MustCompile(`\b(deze|eigen) regel\b|haken`)

// ofPlace are the words of the text to which a problem points.
var ofPlace = regexp.MustCompile(`^Bij "[^:]*": `)

// TestSay wants no problem, and no advice, to speak of a file.
func TestSay(t *testing.T) {
	seen, advice, whole := 0, map[string]bool{}, 0
	eachProblem(t, func(s said) {
		seen++
		if s.Severity == diag.Warning {
			advice[s.Code] = true
		}
		if s.name == "" {
			whole++
		}
		text := s.text
		if own := quotedText.FindString(s.text); s.Code == "veld-onbekend" || s.Code == "feestdag-onbekend" {
			text = strings.Replace(text, own, "", 1) // what somebody wrote in the file
		}
		text = strings.ReplaceAll(ofPlace.ReplaceAllString(text, ""), "[woorden](adres)", "")       // as people type a link
		inText := strings.HasSuffix(s.name, "tekst") && ofLines.MatchString(text)                   // a text has lines and brackets
		ofName := slices.Contains([]string{"naam-verkeerd", "map-verkeerd", "lijkt-kopie"}, s.Code) // it is about nothing else
		if bad := aboutFiles.FindString(text); bad != "" && !inText && !ofName {
			t.Errorf("%s, %s [%s] says %q: %s", s.in, s.name, s.Code, bad, s.text)
		}
		if s.text == "" || strings.Contains(s.text, "..") || strings.Contains(s.text, "‹") {
			t.Errorf("%s, %s [%s] says %q", s.in, s.name, s.Code, s.text)
		}
	})
	if seen < 500 || whole < 5 {
		t.Errorf("only %d problems were looked at, %d of a file as a whole", seen, whole)
	}
	for _, c := range lint.Checks {
		if !advice[c.Code] && c.Code != "link-buiten" {
			t.Errorf("no advice %s was looked at", c.Code)
		}
	}
}
