package lint_test

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"golang.org/x/tools/txtar"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/kept"
	"pleinwijzer/generator/lint"
	"pleinwijzer/generator/schedule"
)

var now = time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)

// check returns all advice about a folder, which must be free of errors. The site has the
// pages of its own records, with the anchors in their texts.
func check(t *testing.T, fsys fs.FS) diag.List {
	t.Helper()
	c, problems, err := contentfs.Read(fsys)
	if err != nil {
		t.Fatal(err)
	}
	all := c
	if len(c.Sources) > 0 {
		cache, err := fs.Sub(fsys, contentfs.KeptFolder)
		if err != nil {
			t.Fatal(err)
		}
		var broken diag.List
		if all, broken, err = kept.NewReader(cache).Join(c, schedule.DateOf(now)); err != nil {
			t.Fatal(err)
		}
		problems.Add(broken...)
	}
	shown, more := catalog.Resolve(all, catalog.Options{Now: now})
	problems = append(append(problems, more...), lint.Ignored(c)...)
	if problems.HasErrors() {
		var b strings.Builder
		diag.Text(&b, problems)
		t.Fatalf("the fixture has errors:\n%s", b.String())
	}
	pages := map[string]bool{"/": true, "/pleinen/": true, "/partners/": true, "/insluiten/": true, "/feeds/": true}
	for _, s := range shown.Spreekuren {
		pages[s.Page()] = true
	}
	for _, p := range shown.Pleinen {
		pages[p.Page()] = true
	}
	for _, p := range shown.Partners {
		pages[p.Page()] = true
	}
	return new(lint.Linter).Check(c, shown, lint.Pages{
		Has:       func(path string) bool { return pages[path] },
		HasAnchor: func(_, id string) bool { return id == "inhoud" },
	})
}

// surroundings are files that are added to every fixture.
var surroundings = map[string]string{
	"site.toml":             "titel = \"Pleinen\"\nadres = \"https://pleinen.example\"\n",
	"partners/taalhuis.md":  "+++\nnaam = \"Taalhuis\"\n+++\n",
	"pleinen/plein-bieb.md": "+++\nnaam = \"Plein Bieb\"\nadres = \"Kerkstraat 1\"\npostcode = \"5041 AA\"\nplaats = \"Tilburg\"\ntelefoon = \"013 000 00 01\"\n+++\n",
	"pleinen/plein-hal.md":  "+++\nnaam = \"Plein Hal\"\nadres = \"Kerkstraat 3\"\npostcode = \"5041 AA\"\nplaats = \"Tilburg\"\ntelefoon = \"013 000 00 02\"\n+++\n",
}

// want matches an expectation, a line with the code and the part that must be underlined.
// It is about the line below it. See TestFixtures.
var want = regexp.MustCompile(`(?m)^(?:#|<!--) want ([a-z-]+): (.*?)(?: -->)?$`)

// TestFixtures checks each folder in testdata. A line "# want code: piece" or "<!-- want
// code: piece -->" expects a piece of advice about the first line below it that is not
// such a line itself. No other advice may be given.
func TestFixtures(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no fixtures", err)
	}
	tested := map[string]bool{}
	for _, name := range files {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			fsys, wanted := fstest.MapFS{}, map[string]int{}
			for name, text := range surroundings {
				fsys[name] = &fstest.MapFile{Data: []byte(text)}
			}
			for _, f := range archive.Files {
				text := expectations(f.Name, string(f.Data), wanted)
				fsys[f.Name] = &fstest.MapFile{Data: []byte(text)}
			}
			for w := range wanted {
				tested[strings.Fields(w)[1]] = true
			}
			got := map[string]int{}
			for _, d := range check(t, fsys) {
				got[expectation(d.File, d.Line, d.Code, piece(d.Range))]++
				if d.Severity != diag.Warning || d.Hint == "" || d.Message == "" {
					t.Errorf("no warning, or no hint: %+v", d)
				}
			}
			for _, e := range slices.Sorted(maps.Keys(wanted)) {
				if got[e] != wanted[e] {
					t.Errorf("want %d times %s", wanted[e], e)
				}
			}
			for _, e := range slices.Sorted(maps.Keys(got)) {
				if wanted[e] == 0 {
					t.Errorf("did not want %s", e)
				}
			}
		})
	}
	for _, c := range lint.Checks {
		if !tested[c.Code] && c.Code != "link-buiten" { // tested in link_buiten_test.go
			t.Errorf("%s has no fixture", c.Code)
		}
	}
}

func expectation(file string, line int, code, piece string) string {
	return fmt.Sprintf("%s:%d %s at «%s»", file, line, code, piece)
}

// expectations removes the expectations from a file, and counts them in wanted.
func expectations(name, text string, wanted map[string]int) string {
	var kept []string
	var open [][]string
	for line := range strings.SplitSeq(text, "\n") {
		if m := want.FindStringSubmatch(line); m != nil {
			open = append(open, m)
			continue
		}
		kept = append(kept, line)
		for _, m := range open {
			wanted[expectation(name, len(kept), m[1], m[2])]++
		}
		open = nil
	}
	return strings.Join(kept, "\n")
}

func piece(r diag.Range) string {
	line := []rune(r.Excerpt)
	if r.Length == 0 {
		return ""
	}
	return string(line[r.Column-1 : r.Column-1+r.Length])
}

// TestGoodTexts checks well-written texts, about which there must be no advice.
func TestGoodTexts(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/goed/goed.txtar")
	if err != nil {
		t.Fatal(err)
	}
	fsys := fstest.MapFS{}
	for name, text := range surroundings {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	for _, f := range archive.Files {
		fsys[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	if len(archive.Files) < 20 {
		t.Errorf("only %d texts", len(archive.Files))
	}
	silent(t, check(t, fsys))
}

// TestShippedContent checks the content that ships with the program, which is the example
// for editors.
func TestShippedContent(t *testing.T) {
	c, _, err := contentfs.Read(os.DirFS("../../content"))
	if err != nil {
		t.Fatal(err)
	}
	shown, _ := catalog.Resolve(c, catalog.Options{Now: now})
	silent(t, new(lint.Linter).Check(c, shown, everything))
}

func silent(t *testing.T, l diag.List) {
	t.Helper()
	if len(l) > 0 {
		var b strings.Builder
		diag.Text(&b, l)
		t.Errorf("nothing is wrong here, but:\n%s", b.String())
	}
}

// TestFiles checks that each check is in a file with its name.
func TestFiles(t *testing.T) {
	for _, c := range lint.Checks {
		name := strings.ReplaceAll(c.Code, "-", "_") + ".go"
		if source, err := os.ReadFile(name); err != nil || !strings.Contains(string(source), "Code: "+strconv.Quote(c.Code)) {
			t.Errorf("%s is not in %s", c.Code, name)
		}
	}
}

// TestExamples checks the wrong and the right examples in the explanations of checks of
// language.
func TestExamples(t *testing.T) {
	for _, c := range lint.Checks {
		if c.Title == "" || c.Text == "" || c.Wrong == "" || c.Right == "" {
			t.Errorf("%s is not explained", c.Code)
		}
		if strings.Contains(c.Wrong, "=") || !strings.HasSuffix(c.Wrong, ".") || c.Code == "leesbaarheid" {
			continue
		}
		for text, want := range map[string]bool{c.Wrong: true, c.Right: false} {
			fsys := fstest.MapFS{"paginas/x.md": {Data: []byte("+++\ntitel = \"X\"\n+++\n" + text + "\n")}}
			for name, text := range surroundings {
				fsys[name] = &fstest.MapFile{Data: []byte(text)}
			}
			found := slices.ContainsFunc(check(t, fsys), func(d diag.Diagnostic) bool { return d.Code == c.Code })
			if found != want {
				t.Errorf("%s: found is %v for %q", c.Code, found, text)
			}
		}
	}
}

// TestAgain changes one file of a folder and checks that the advice follows.
func TestAgain(t *testing.T) {
	fsys := fstest.MapFS{}
	for name, text := range surroundings {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	page := func(text string) {
		fsys["paginas/x.md"] = &fstest.MapFile{Data: []byte("+++\ntitel = \"X\"\n+++\n" + text + "\n")}
	}
	page("Dit is reeds klaar. Vraag het aan het UWV.")
	reader := contentfs.NewReader(fsys)
	var l lint.Linter
	look := func(changed ...string) string {
		c, _, err := reader.Refresh(changed...)
		if err != nil {
			t.Fatal(err)
		}
		shown, _ := catalog.Resolve(c, catalog.Options{Now: now})
		var codes []string
		for _, d := range l.Check(c, shown, everything) {
			codes = append(codes, d.Code)
		}
		return strings.Join(codes, " ")
	}
	if got := look(); got != "moeilijk-woord afkorting" {
		t.Errorf("first: %s", got)
	}
	if got := look(); got != "moeilijk-woord afkorting" {
		t.Errorf("again: %s", got)
	}
	page("Dit is al klaar. Vraag het aan het UWV.")
	if got := look("paginas/x.md"); got != "afkorting" {
		t.Errorf("mended: %s", got)
	}
	fsys["partners/uwv.md"] = &fstest.MapFile{Data: []byte("+++\nnaam = \"UWV\"\n+++\n")}
	if got := look("partners/uwv.md"); got != "" {
		t.Errorf("the name of a partner: %s", got)
	}
}
