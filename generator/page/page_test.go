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

	"golang.org/x/net/html"

	"pleinwijzer/generator/asset"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/host"
	"pleinwijzer/generator/pagetest"
	"pleinwijzer/generator/publish"
	"pleinwijzer/layouts"
	"pleinwijzer/static"
)

var rewrite = flag.Bool("update", false, "rewrite the golden files")

func filesOf(t *testing.T, c *catalog.Catalog) []publish.File {
	t.Helper()
	r, err := New(layouts.Files, static.Files, Kinds)
	if err != nil {
		t.Fatal(err)
	}
	site, err := r.Site(c)
	if err != nil {
		t.Fatal(err)
	}
	return site.Files
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
	{"avond", "dagen/avond/index.html"},
	{"plaats", "plaatsen/tilburg/index.html"},
	{"agenda", "agenda/index.html"},
	{"agendapunt", "agenda/markt/index.html"},
	{"berichten", "berichten/index.html"},
	{"bericht", "berichten/dicht/index.html"},
	{"pagina", "over/index.html"},
	{"toegankelijkheid", "toegankelijkheid/index.html"},
	{"404", "404.html"},
	{"mijn", "mijn-spreekuren/index.html"},
	{"meegeven", "meegeven/index.html"},
	{"offline", "offline/index.html"},
	{"poster", "pleinen/noord/poster/index.html"},
	{"kaart", "spreekuren/brieven/kaart/index.html"},
	{"nieuwsbrief", "pleinen/noord/nieuwsbrief/index.html"},
	{"team", "pleinen/noord/team/index.html"},
	{"wijzer", "pleinen/noord/wijzer/index.html"},
	{"", "pleinen/noord/scherm/index.html"},
	{"turflijst", "pleinen/noord/turflijst/index.html"},
	{"", "pleinen/noord/turflijst/maand.csv"},
	{"afspraken", "pleinen/noord/afspraken/bieb/index.html"},
	{"", "partners/taalhuis/poster/index.html"},
	{"", "partners/taalhuis/nieuwsbrief/index.html"},
	{"tafelbordje", "partners/taalhuis/tafelbordje/index.html"},
	{"kanalen", "partners/taalhuis/kanalen/index.html"},
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
	{"hulp", "hulp/index.html"},
	{"vraag", "hulp/ik-heb-schulden/index.html"},
}

func TestGolden(t *testing.T) {
	files := filesOf(t, pagetest.Complete(t))
	for _, g := range goldens {
		t.Run(g.path, func(t *testing.T) {
			got := pagetest.Rendered(t, files, g.path)
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
	r, err := New(layouts.Files, static.Files, Kinds)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range r.parsed["nl"].Pages {
		if !slices.ContainsFunc(goldens, func(g struct{ layout, path string }) bool { return g.layout == name }) {
			t.Errorf("layouts/%s.html has no golden page", name)
		}
	}
	for _, f := range filesOf(t, pagetest.Complete(t)) {
		if err := f.Render(io.Discard); err != nil {
			t.Errorf("%s: %v", f.Path, err)
		}
	}
}

// TestMinifiedTemplates wants a page from minified templates to say the same as
// one from templates as written: the same elements, attributes and words, and a
// space between two words where there was one.
func TestMinifiedTemplates(t *testing.T) {
	c := pagetest.Complete(t)
	small := filesOf(t, c)
	full := func() []publish.File {
		set := asset.Minifier
		defer func() { asset.Minifier = set }()
		asset.Minifier = nil
		return filesOf(t, c)
	}()
	for i, f := range small {
		if filepath.Ext(f.Path) != ".html" || strings.HasPrefix(f.Path, "static/") {
			continue
		}
		got, want := outline(t, pagetest.Rendered(t, small[i:], f.Path)), outline(t, pagetest.Rendered(t, full, f.Path))
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
	page := string(pagetest.Rendered(t, filesOf(t, pagetest.Complete(t)), "spreekuren/brieven/index.html"))
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
		"syntax":         {map[string]string{"base.html": "\n{{if}}"}, "base.html:2"},
		"unknown word":   {map[string]string{"base.html": "\n\n{{t \"bestaat-niet\"}}"}, "base.html: line 3: unknown word"},
		"words in words": {map[string]string{"i18n/nl.toml": "naam = \"N\"\n" + strings.Repeat("a.", 50_000) + "a = 1\n"}, "nl.toml: line 2: deze naam"},
		"lists in lists": {map[string]string{"i18n/nl.toml": "a = " + strings.Repeat("[", 50_000)}, "nl.toml: line 1: hier staan"},
		"many actions":   {map[string]string{"base.html": strings.Repeat("{{.}}", 100_000)}, "base.html: alle sjablonen samen"},
		"many files": {map[string]string{
			"a.html": strings.Repeat("{{.}}", 15_000), "b.html": strings.Repeat("{{.}}", 15_000),
		}, "b.html: alle sjablonen samen"},
		"long":             {map[string]string{"base.html": strings.Repeat("a", 1_000_000)}, "base.html: een sjabloon heeft"},
		"unknown function": {map[string]string{"base.html": "{{zoek .}}"}, `function "zoek" not defined`},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			fsys := fstest.MapFS{}
			for _, name := range pagetest.Must(fs.Glob(layouts.Files, "i18n/*.toml")) {
				fsys[name] = &fstest.MapFile{Data: pagetest.Must(fs.ReadFile(layouts.Files, name))}
			}
			for name, text := range test.files {
				fsys[name] = &fstest.MapFile{Data: []byte(text)}
			}
			_, err := New(fsys, static.Files, Kinds)
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v, want an error with %q", err, test.want)
			}
		})
	}
}

// TestSitemapIndex splits a sitemap that is over the limit of the protocol.
func TestSitemapIndex(t *testing.T) {
	c := pagetest.Complete(t)
	for range host.SitemapSize {
		c.Berichten = append(c.Berichten, c.Berichten[0])
	}
	files := filesOf(t, c)
	index := string(pagetest.Rendered(t, files, "sitemap.xml"))
	if strings.Count(index, "<loc>") != 2 || !strings.Contains(index, "<loc>https://pleinen.example/mb/sitemap-2.xml</loc>") {
		t.Errorf("index: %s", index)
	}
	if n := bytes.Count(pagetest.Rendered(t, files, "sitemap-1.xml"), []byte("<loc>")); n != host.SitemapSize {
		t.Errorf("%d addresses in the first part, want %d", n, host.SitemapSize)
	}
}

// TestLongList cuts a list of 250 lines in three pages that lead to each other.
func TestLongList(t *testing.T) {
	c := pagetest.Complete(t)
	for len(c.Partners) < 250 {
		c.Partners = append(c.Partners, c.Partners[0])
	}
	files := filesOf(t, c)
	second := string(pagetest.Rendered(t, files, "partners/bladzijde/2/index.html"))
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
	if last := string(pagetest.Rendered(t, files, "partners/bladzijde/3/index.html")); strings.Contains(last, `rel="next"`) {
		t.Error("the last page has a next one")
	}
}
