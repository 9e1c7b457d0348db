package generator_test

import (
	"bytes"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"pleinwijzer/generator"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/history"
	"pleinwijzer/generator/publish"
	"pleinwijzer/generator/randomsite"
	"pleinwijzer/layouts"
	"pleinwijzer/static"
)

// TestSameBasis changes one thing that a site is made from at a time: each gives it
// another basis, and the same things give the same.
func TestSameBasis(t *testing.T) {
	t.Parallel()
	type input struct {
		content fstest.MapFS
		layouts fstest.MapFS
		static  fstest.MapFS
		program string
		options catalog.Options
	}
	make := func() input {
		return input{edited(t), fstest.MapFS{}, fstest.MapFS{}, "program", catalog.Options{Now: truthNow}}
	}
	key := func(t *testing.T, in input) string {
		g := generator.New(generator.Folders{
			Content: in.content, Layouts: generator.Overlay(in.layouts, layouts.Files), Static: generator.Overlay(in.static, static.Files),
		})
		g.Program = in.program
		site, err := g.Site(generator.Change{}, in.options)
		if err != nil || site.Problems.HasErrors() {
			t.Fatal(err, site.Problems)
		}
		return site.Basis.Key
	}
	first := key(t, make())
	if first == "" || key(t, make()) != first {
		t.Fatal("the same does not give the same, or nothing")
	}
	const file = "spreekuren/nieuw.md"
	text := []byte("+++\ntitel = \"Nieuw\"\nplein = \"oisterwijk\"\npartner = \"contour\"\ndag = \"maandag\"\ntijd = \"10-12\"\n+++\n")
	for what, change := range map[string]func(in *input){
		"a text": func(in *input) {
			for _, name := range slices.Sorted(maps.Keys(in.content)) {
				if bytes.HasPrefix(in.content[name].Data, []byte("+++\n")) {
					in.content[name].Data = append(slices.Clone(in.content[name].Data), "\nMeer.\n"...)
					return
				}
			}
		},
		"a file that is gone": func(in *input) {
			for _, name := range slices.Sorted(maps.Keys(in.content)) {
				if len(name) > 10 && name[:10] == "berichten/" {
					delete(in.content, name)
					return
				}
			}
		},
		"a layout":         func(in *input) { in.layouts["404.html"] = &fstest.MapFile{Data: layoutOf(t, "404.html")} },
		"a file in static": func(in *input) { in.static["robot.txt"] = &fstest.MapFile{Data: text} },
		"the program":      func(in *input) { in.program = "another" },
		"the address":      func(in *input) { in.options.BaseURL = "https://elders.example" },
		"the drafts":       func(in *input) { in.options.Drafts = true },
		"the history": func(in *input) {
			in.options.History = []history.Commit{{ID: "1", Time: truthNow.AddDate(0, 0, -1), Files: []history.File{{Path: file}}}}
		},
	} {
		in := make()
		change(&in)
		if key(t, in) == first {
			t.Errorf("%s changed, and the basis did not", what)
		}
	}
	without := make()
	without.program = ""
	if key(t, without) != "" {
		t.Error("there is a basis, of a program that nobody knows")
	}
}

func layoutOf(t *testing.T, name string) []byte {
	data, err := layouts.Files.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return append(data, "<!-- anders -->"...)
}

// TestSameUntil renders sites at a moment, and just before the first one at which they say
// that they have other bytes: they have the same until then. Files that tell the exact
// moment are few: a screen for each plein, and some for the whole site.
func TestSameUntil(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(12, 28))
	soon := 0
	for i := range 6 {
		folder := fs.FS(os.DirFS("../content"))
		if i > 0 {
			folder = rightOnly(t, files(randomsite.Files(uint64(i), randomsite.Shape{Pleinen: 4, Partners: 3, Spreekuren: 40})))
		}
		now := randomsite.First.At(0).Add(time.Duration(random.IntN(300*24*60)) * time.Minute)
		at := func(now time.Time) (map[string][]byte, *generator.Site) {
			site := generatedAt(t, folder, now)
			if site.Problems.HasErrors() {
				t.Fatal(site.Problems)
			}
			pleinen := 0
			for _, f := range site.Files {
				if strings.HasSuffix(f.Path, "/scherm/index.html") {
					pleinen++
				}
			}
			lasting := slices.DeleteFunc(slices.Clone(site.Files), func(f publish.File) bool { return f.Timed })
			if timed := len(site.Files) - len(lasting); timed == 0 || timed > 10+pleinen {
				t.Errorf("%d files tell the moment", timed)
			}
			return renderAll(t, lasting), site
		}
		before, site := at(now)
		until := site.Basis.Until()
		if !until.After(now) || until.After(now.AddDate(0, 0, 1).Add(time.Hour)) {
			t.Fatalf("at %s it holds until %s", now, until)
		}
		if until.Sub(now) < 10*time.Hour {
			soon++
		}
		after, _ := at(until.Add(-1))
		for path, text := range before {
			if !bytes.Equal(text, after[path]) {
				t.Errorf("%s at %s is not what it is just before %s", path, now, until)
			}
		}
	}
	if soon == 0 {
		t.Error("no site had anything to come on the same day: the test shows nothing")
	}
}

// rightOnly leaves out the files with errors, and then those that have errors without them.
func rightOnly(t *testing.T, folder fstest.MapFS) fstest.MapFS {
	t.Helper()
	for {
		problems := generatedAt(t, folder, truthNow).Problems
		if !problems.HasErrors() {
			return folder
		}
		for _, problem := range problems {
			if problem.Severity == diag.Error {
				delete(folder, problem.File)
			}
		}
	}
}

func generatedAt(t *testing.T, folder fs.FS, now time.Time) *generator.Site {
	t.Helper()
	g := generator.New(generator.Folders{Content: folder, Layouts: layouts.Files, Static: static.Files})
	site, err := g.Site(generator.Change{}, catalog.Options{Now: now})
	if err != nil {
		t.Fatal(err)
	}
	return site
}
