package generator_test

import (
	"bytes"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"pleinwijzer/generator"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/layout"
	"pleinwijzer/layouts"
	"pleinwijzer/static"
)

// A new kind of page consists of a template, its words, and this code. It has a page for
// each municipality, and a list of them.

const (
	gemeenteLayout  = `<h1>{{.Title}}</h1>{{with .Text}}<p{{nl}}>{{.}}</p>{{end}}`
	gemeentenFolder = "/gemeenten/"
)

var gemeenten = layout.Kind{Folder: gemeentenFolder, Pages: func(s *layout.Site) []layout.Page {
	list := layout.Page{
		Path: gemeentenFolder, Layout: "gemeente", Title: s.Word("gemeenten"), Section: gemeentenFolder, InMenu: true,
		View: layout.Shows(func() any { return layout.Link{Title: s.Word("gemeenten")} }),
	}
	all := []layout.Page{list}
	for _, p := range s.Catalog.Pleinen {
		all = append(all, layout.Page{
			Path: gemeentenFolder + p.Slug + "/", Layout: "gemeente", Title: p.Naam, Description: p.InEenZin, Section: gemeentenFolder, About: p,
			View: layout.Shows(func() any { return layout.Link{Title: p.Naam, Text: p.InEenZin} }),
		})
	}
	return all
}}

// TestNewKind checks that everything that follows from a page also follows for a kind
// that nothing else in the program knows about.
func TestNewKind(t *testing.T) {
	look := fstest.MapFS{"gemeente.html": {Data: []byte(gemeenteLayout)}}
	for code, word := range map[string]string{"nl": "Gemeenten", "en": "Municipalities"} {
		name := "i18n/" + code + ".toml"
		words, err := fs.ReadFile(layouts.Files, name)
		if err != nil {
			t.Fatal(err)
		}
		look[name] = &fstest.MapFile{Data: bytes.Replace(words, []byte("[woorden]\n"), []byte("[woorden]\ngemeenten = \""+word+"\"\n"), 1)}
	}
	content := map[string]string{
		"site.toml":          "titel = \"T\"\nadres = \"https://x.example\"\ntalen = [\"nl\", \"en\"]\n",
		"partners/bieb.md":   "+++\nnaam = \"Bieb\"\n+++\n",
		"pleinen/noord.md":   "+++\nnaam = \"Plein Noord\"\nin_een_zin = \"Hulp in Noord.\"\nadres = \"Markt 1\"\npostcode = \"5000 AA\"\nplaats = \"Dorp\"\ntelefoon = \"013 000 00 01\"\n+++\n",
		"paginas/privacy.md": "+++\ntitel = \"Privacy\"\n+++\nTekst.",
	}
	build := func() *generator.Site {
		g := generator.New(generator.Folders{Content: mapFS(content), Layouts: generator.Overlay(look, layouts.Files), Static: static.Files})
		g.Add(gemeenten)
		site, err := g.Site(generator.Change{}, catalog.Options{Now: now})
		if err != nil {
			t.Fatal(err)
		}
		return site
	}
	site := build()
	for _, problem := range site.Problems {
		t.Errorf("%s: %s", problem.Range, problem.Message)
	}
	for file, want := range map[string][]string{
		"gemeenten/noord/index.html": {
			`<link rel="canonical" href="https://x.example/gemeenten/noord/">`,
			`hreflang="en" href="https://x.example/en/gemeenten/noord/"`,
			`<a href="/gemeenten/" aria-current="true">Gemeenten</a>`,  // in the menu
			`"name":"Gemeenten","item":"https://x.example/gemeenten/"`, // in the breadcrumb
			`rel="alternate" type="application/json"`,                  // the feeds of the site
		},
		"en/gemeenten/index.html": {`<title>Municipalities · T</title>`, `hreflang="nl" href="https://x.example/gemeenten/"`},
		"index.html":              {`<a href="/gemeenten/">Gemeenten</a>`},
		"sitemap.xml": {
			"<loc>https://x.example/gemeenten/</loc>", "<loc>https://x.example/gemeenten/noord/</loc>", "<loc>https://x.example/en/gemeenten/noord/</loc>",
		},
		"_headers": {"\n/gemeenten/*\n  Content-Security-Policy: "},
	} {
		text := string(render(t, site.Files, file))
		for _, want := range want {
			if !strings.Contains(text, want) {
				t.Errorf("%s has no %s", file, want)
			}
		}
	}
	for _, address := range []string{"/gemeenten/noord/", "/en/gemeenten/noord/"} {
		if source, ok := site.Source(address); !ok || source.File != "content/pleinen/noord.md" && source.File != "pleinen/noord.md" {
			t.Errorf("the source of %s is %v", address, source)
		}
	}
	if looked := toBrowse(site.Pages, nil); !slices.Contains(looked, "/gemeenten/") {
		t.Errorf("no browser looks at /gemeenten/, only at %q", looked)
	}
	content["paginas/gemeenten.md"] = "+++\ntitel = \"T\"\n+++\nTekst."
	if !slices.ContainsFunc(build().Problems, func(p diag.Diagnostic) bool { return p.Code == "adres-bezet" }) {
		t.Error("a free page takes its address")
	}
}
