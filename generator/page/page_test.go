package page

import (
	"bytes"
	"flag"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/tools/txtar"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/publish"
	"pleinwijzer/layouts"
	"pleinwijzer/static"
)

var rewrite = flag.Bool("update", false, "rewrite the golden files")

var noon = time.Date(2026, 11, 22, 11, 0, 0, 0, time.UTC)

// complete is the fixture that uses everything.
func complete(t *testing.T) *catalog.Catalog {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/complete.txtar")
	if err != nil {
		t.Fatal(err)
	}
	fsys := fstest.MapFS{}
	for _, f := range archive.Files {
		fsys[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	records, problems, err := content.Read(fsys)
	if err != nil {
		t.Fatal(err)
	}
	c, unresolved := catalog.Resolve(records, catalog.Options{Now: noon, Drafts: true})
	for _, p := range append(problems, unresolved...) {
		t.Errorf("%s: %s", p.Range, p.Message)
	}
	return c
}

func filesOf(t *testing.T, c *catalog.Catalog) []publish.File {
	t.Helper()
	r, err := New(layouts.Files, static.Files)
	if err != nil {
		t.Fatal(err)
	}
	files, err := r.Files(c)
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func rendered(t *testing.T, files []publish.File, path string) []byte {
	t.Helper()
	i := slices.IndexFunc(files, func(f publish.File) bool { return f.Path == path })
	if i < 0 {
		t.Fatalf("no file %s", path)
	}
	var b bytes.Buffer
	if err := files[i].Render(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// goldens has a page for every template in layouts/, and the files that are not
// a page.
var goldens = []struct{ layout, path string }{
	{"home", "index.html"},
	{"plein", "pleinen/noord/index.html"},
	{"spreekuur", "spreekuren/brieven/index.html"},
	{"partner", "partners/bieb/index.html"},
	{"lijst", "pleinen/index.html"},
	{"spreekuren", "spreekuren/index.html"},
	{"dag", "dagen/dinsdag/index.html"},
	{"plaats", "plaatsen/tilburg/index.html"},
	{"agenda", "agenda/index.html"},
	{"agendapunt", "agenda/markt/index.html"},
	{"berichten", "berichten/index.html"},
	{"bericht", "berichten/dicht/index.html"},
	{"pagina", "over/index.html"},
	{"404", "404.html"},
	{"mijn", "mijn-spreekuren/index.html"},
	{"poster", "pleinen/noord/poster/index.html"},
	{"kaart", "spreekuren/brieven/kaart/index.html"},
	{"nieuwsbrief", "pleinen/noord/nieuwsbrief/index.html"},
	{"zoeken", "zoeken/index.html"},
	{"feeds", "feeds/index.html"},
	{"gids", "feeds/gids/noord/index.html"},
	{"", "feeds/gids/index.html"},
	{"", "spreekuren/weg/index.html"},
	{"", "spreekuren/nieuw/index.html"},
	{"", "onderwerpen/leeg/index.html"},
	{"", "pleinen/plein-noord/index.html"},
	{"insluiten", "insluiten/index.html"},
	{"", "embed/pleinen/noord/index.html"},
	{"", "embed/partners/taalhuis/index.html"},
	{"", "embed/pleinen/noord/fragment.html"},
	{"", "embed/v1/pleinen/noord.json"},
	{"", "embed/v1/pleinen/zuid.json"},
	{"", "embed/v1/partners/taalhuis.json"},
	{"", "oembed/pleinen/noord.json"},
	{"", "_headers"},
	{"", "_redirects"},
	{"", "robots.txt"},
	{"", "site.webmanifest"},
	{"", "sitemap.xml"},
}

func TestGolden(t *testing.T) {
	files := filesOf(t, complete(t))
	for _, g := range goldens {
		t.Run(g.path, func(t *testing.T) {
			got := rendered(t, files, g.path)
			if filepath.Ext(g.path) == ".html" {
				got = bytes.ReplaceAll(got, []byte("><"), []byte(">\n<")) // a line per element, for whoever reads a difference
			}
			golden := filepath.Join("testdata", "golden", strings.ReplaceAll(g.path, "/", "~"))
			if *rewrite {
				if err := os.WriteFile(golden, got, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(got, want) {
				t.Errorf("%s differs from %s; look, and run with -update if it is right\n%s", g.path, golden, got)
			}
		})
	}
}

// TestEveryTemplate wants each page template in the table above, and every
// record of the fixture rendered without an error.
func TestEveryTemplate(t *testing.T) {
	r, err := New(layouts.Files, static.Files)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range r.parsed["nl"].pages {
		if !slices.ContainsFunc(goldens, func(g struct{ layout, path string }) bool { return g.layout == name }) {
			t.Errorf("layouts/%s.html has no golden page", name)
		}
	}
	for _, f := range filesOf(t, complete(t)) {
		if err := f.Render(io.Discard); err != nil {
			t.Errorf("%s: %v", f.Path, err)
		}
	}
}

// TestMinifiedTemplates wants a page from minified templates to say the same as
// one from templates as written: the same elements, attributes and words, and a
// space between two words where there was one.
func TestMinifiedTemplates(t *testing.T) {
	c := complete(t)
	small := filesOf(t, c)
	full := func() []publish.File {
		set := minifier
		defer func() { minifier = set }()
		minifier = nil
		return filesOf(t, c)
	}()
	for i, f := range small {
		if filepath.Ext(f.Path) != ".html" || strings.HasPrefix(f.Path, "static/") {
			continue
		}
		got, want := outline(t, rendered(t, small[i:], f.Path)), outline(t, rendered(t, full, f.Path))
		if got != want {
			t.Errorf("%s: minifying changed the page\n got %s\nwant %s", f.Path, got, want)
		}
	}
}

// outline is a page without the space that makes no difference.
func outline(t *testing.T, page []byte) string {
	t.Helper()
	doc, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for n := range doc.Descendants() {
		switch n.Type {
		case html.ElementNode:
			b.WriteString("<" + n.Data)
			for _, a := range n.Attr {
				b.WriteString(" " + a.Key + "=" + strings.ReplaceAll(a.Val, ", ", ","))
			}
			b.WriteString(">")
		case html.TextNode:
			b.WriteString(strings.Join(strings.Fields(n.Data), " "))
		}
	}
	return hash.ReplaceAllString(b.String(), "")
}

// hash is the part of an asset's name that minifying changes.
var hash = regexp.MustCompile(`\.[0-9a-f]{10}\.`)

// TestWordsApart looks for words that minifying glued together.
func TestWordsApart(t *testing.T) {
	page := string(rendered(t, filesOf(t, complete(t)), "spreekuren/brieven/index.html"))
	for _, want := range []string{
		"</svg> <strong>Gaat niet door:</strong> dinsdag 24 november. Ziekte.",
		"<strong>Let op: andere tijd en andere plek.</strong> Bij <a href=\"/mb/pleinen/zuid/\">Plein Zuid</a>, Weg 2, Tilburg. Verhuizing.",
		"5175 AA Loon op Zand",
		"Bel <a href=\"tel:&#43;31130000003\">013 000 00 03</a>",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("no %q in\n%s", want, page)
		}
	}
}

func TestTemplateErrors(t *testing.T) {
	tests := map[string]struct {
		files map[string]string
		want  string
	}{
		"syntax":           {map[string]string{"base.html": "\n{{if}}"}, "base.html:2"},
		"unknown word":     {map[string]string{"base.html": "\n\n{{t \"bestaat-niet\"}}"}, "base.html: line 3: unknown word"},
		"many actions":     {map[string]string{"base.html": strings.Repeat("{{.}}", 100_000)}, "base.html: more than"},
		"many files":       {map[string]string{"a.html": strings.Repeat("{{.}}", 15_000), "b.html": strings.Repeat("{{.}}", 15_000)}, "b.html: more than"},
		"long":             {map[string]string{"base.html": strings.Repeat("a", 1_000_000)}, "base.html: more than"},
		"unknown function": {map[string]string{"base.html": "{{zoek .}}"}, `function "zoek" not defined`},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			fsys := fstest.MapFS{}
			for _, name := range must(fs.Glob(layouts.Files, "i18n/*.toml")) {
				fsys[name] = &fstest.MapFile{Data: must(fs.ReadFile(layouts.Files, name))}
			}
			for name, text := range test.files {
				fsys[name] = &fstest.MapFile{Data: []byte(text)}
			}
			_, err := New(fsys, static.Files)
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v, want an error with %q", err, test.want)
			}
		})
	}
}

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

// TestSitemapIndex splits a sitemap that is over the limit of the protocol.
func TestSitemapIndex(t *testing.T) {
	c := complete(t)
	for range sitemapSize {
		c.Berichten = append(c.Berichten, c.Berichten[0])
	}
	s := &site{catalog: c}
	files := s.sitemaps()
	if len(files) != 3 {
		t.Fatalf("%d files, want two parts and an index", len(files))
	}
	index := string(rendered(t, files, "sitemap.xml"))
	if strings.Count(index, "<loc>") != 2 || !strings.Contains(index, "<loc>https://pleinen.example/mb/sitemap-2.xml</loc>") {
		t.Errorf("index: %s", index)
	}
	if n := bytes.Count(rendered(t, files, "sitemap-1.xml"), []byte("<loc>")); n != sitemapSize {
		t.Errorf("%d addresses in the first part, want %d", n, sitemapSize)
	}
}

// TestLongList cuts a list of 250 lines in three pages that lead to each other.
func TestLongList(t *testing.T) {
	c := complete(t)
	for len(c.Partners) < 250 {
		c.Partners = append(c.Partners, c.Partners[0])
	}
	files := filesOf(t, c)
	second := string(rendered(t, files, "partners/bladzijde/2/index.html"))
	for _, want := range []string{
		`<link rel="prev" href="/mb/partners/">`, `<link rel="next" href="/mb/partners/bladzijde/3/">`, "Bladzijde 2 van 3",
	} {
		if !strings.Contains(second, want) {
			t.Errorf("no %q in the second page", want)
		}
	}
	if n := strings.Count(second, `href="/mb/partners/bieb/"`); n != 100 {
		t.Errorf("%d lines on the second page, want 100", n)
	}
	if last := string(rendered(t, files, "partners/bladzijde/3/index.html")); strings.Contains(last, `rel="next"`) {
		t.Error("the last page has a next one")
	}
}
