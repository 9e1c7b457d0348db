package generator_test

import (
	"bytes"
	"os"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"pleinwijzer/generator"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/layouts"
	"pleinwijzer/static"
)

func TestSource(t *testing.T) {
	site := previewed(t, generator.New(generator.Folders{Content: withDraft(t), Layouts: layouts.Files, Static: static.Files}))
	tests := []struct {
		path, want string // want is the file with the position in it, or "" if there is none
		draft      bool
	}{
		{"/pleinen/dinsdagochtendplein/", "pleinen/dinsdagochtendplein.md", false},
		{"/ar/pleinen/dinsdagochtendplein/", "pleinen/dinsdagochtendplein.md", false},
		{"/spreekuren/taalhuis-wagnerplein/", "spreekuren/tilburg/taalhuis-wagnerplein.md", false},
		{"/partners/contourdetwern/", "partners/contourdetwern.md", false},
		{"/agenda/klik-en-tik-2027/", "agenda/klik-en-tik-2027.md", false},
		{"/berichten/banenmarkt-sprang-capelle/", "berichten/banenmarkt-sprang-capelle.md", false},
		{"/privacy/", "paginas/privacy.md", false},
		{"/nieuw/", "paginas/nieuw.md", true},
		{"/onderwerpen/geld/", "onderwerpen.toml:4:1", false},
		{"/", "site.toml", false},
		{"/ar/", "site.toml", false},
		{"/pleinen/", "", false},
		{"/ar/pleinen/", "", false},
		{"/dagen/dinsdag/", "", false},
		{"/plaatsen/tilburg/", "", false},
		{"/de/pleinen/dinsdagochtendplein/", "", false},
	}
	for _, test := range tests {
		found, ok := site.Source(test.path)
		got := ""
		if ok {
			got = found.Range.String()
		}
		if got != test.want || found.Draft != test.draft || ok && found.Title == "" {
			t.Errorf("%s: %+v, want %s, draft %v", test.path, found, test.want, test.draft)
		}
	}
}

// withDraft returns the shipped content with a draft of a page added.
func withDraft(t *testing.T) fstest.MapFS {
	fsys := edited(t)
	fsys["paginas/nieuw.md"] = &fstest.MapFile{Data: []byte("+++\ntitel = \"Nieuw\"\nconcept = true\n+++\nTekst.\n")}
	return fsys
}

func previewed(t *testing.T, g *generator.Generator) *generator.Site {
	t.Helper()
	site, err := g.Site(generator.Change{}, catalog.Options{Now: now, Drafts: true})
	if err != nil || site.Problems.HasErrors() {
		t.Fatal(err, site.Problems)
	}
	return site
}

// TestAt checks that the site of another time is byte for byte the same as a build at
// that time.
func TestAt(t *testing.T) {
	folders := generator.Folders{Content: os.DirFS("../content"), Layouts: layouts.Files, Static: static.Files}
	then := time.Date(2027, 3, 2, 9, 30, 0, 0, time.UTC)
	site, err := generator.New(folders).Site(generator.Change{}, catalog.Options{Now: now})
	if err != nil {
		t.Fatal(err)
	}
	other, err := site.At(then)
	if err != nil {
		t.Fatal(err)
	}
	want := renderAll(t, shipped(t, catalog.Options{Now: then}))
	got := renderAll(t, other.Files)
	if len(got) != len(want) {
		t.Errorf("%d files, want %d", len(got), len(want))
	}
	for name, text := range want {
		if !bytes.Equal(got[name], text) {
			t.Errorf("%s differs", name)
		}
	}
	if bytes.Equal(got["agenda/index.html"], render(t, site.Files, "agenda/index.html")) {
		t.Error("the other moment makes no difference to the agenda")
	}
}

// TestSiteIsMadeWhileAnotherIsAsked asks a site for advice and other days while the next
// site is made, as a preview does. The race detector should find nothing.
func TestSiteIsMadeWhileAnotherIsAsked(t *testing.T) {
	g := generator.New(generator.Folders{Content: withDraft(t), Layouts: layouts.Files, Static: static.Files})
	first := previewed(t, g)
	var all sync.WaitGroup
	for i := range 3 {
		all.Go(func() { first.Advice() })
		all.Go(func() {
			other, err := first.At(now.AddDate(0, i+1, 0))
			if err != nil {
				t.Error(err)
				return
			}
			other.Advice()
			other.Source("/privacy/")
		})
	}
	var last *generator.Site
	for range 3 {
		site, err := g.Site(generator.Change{Content: []string{"paginas"}, Look: true}, catalog.Options{Now: now, Drafts: true})
		if err != nil {
			t.Fatal(err)
		}
		last = site
	}
	all.Wait()
	if a, b := first.Advice(), last.Advice(); len(a) != len(b) {
		t.Errorf("the same content gives %d and %d advice", len(a), len(b))
	}
}
