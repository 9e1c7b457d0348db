package generator_test

import (
	"strings"
	"testing"
	"time"

	"pleinwijzer/generator"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/diag"
	"pleinwijzer/layouts"
	"pleinwijzer/static"
)

// TestTry wants what an editor types to be seen in a trial alone: in its pages, its problems,
// and the addresses of a record that no file has yet.
func TestTry(t *testing.T) {
	content := files(map[string]string{
		"site.toml":       "titel = \"T\"\nadres = \"https://x.example\"\n",
		"partners/bib.md": "+++\nnaam = \"Bieb\"\n+++\n",
	})
	g := generator.New(generator.Folders{Content: content, Layouts: layouts.Files, Static: static.Files})
	o := catalog.Options{Now: time.Date(2026, 11, 28, 12, 0, 0, 0, time.UTC), Drafts: true}
	if _, err := g.Try("partners/bib.md", nil, false, o); err == nil {
		t.Error("a trial before anything was read")
	}
	site := func(made *generator.Site, err error) *generator.Site {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return made
	}
	has := func(s *generator.Site, page, text string) bool {
		return strings.Contains(string(render(t, s.Files, page)), text)
	}
	before := site(g.Site(generator.Everything, o))
	changed := site(g.Try("partners/bib.md", []byte("+++\nnaam = \"Boekerij\"\n+++\n"), false, o))
	if !has(changed, "partners/bib/index.html", "Boekerij") || has(before, "partners/bib/index.html", "Boekerij") {
		t.Error("what was typed is not in the trial alone")
	}
	added := site(g.Try("partners/taal.md", []byte("+++\nnaam = \"Taalhuis\"\n+++\n"), false, o))
	if !has(added, "partners/taal/index.html", "Taalhuis") || has(added, "partners/bib/index.html", "Boekerij") {
		t.Error("a trial of a new file knows of an earlier trial, or not of the file")
	}
	wrong := site(g.Try("partners/bib.md", []byte("+++\nnam = \"B\"\n+++\n"), false, o))
	if wrong.Problems.Count(diag.Error) == 0 || wrong.Files != nil {
		t.Errorf("a mistake is no problem: %v", wrong.Problems)
	}
	if after := site(g.Site(generator.Change{}, o)); !has(after, "partners/bib/index.html", "Bieb") || len(after.Files) != len(before.Files) {
		t.Error("a trial changed what is read next")
	}
	if got := len(g.Records().Partners); got != 1 {
		t.Errorf("%d partners", got)
	}
}
