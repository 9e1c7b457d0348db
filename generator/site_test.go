package generator_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"net/url"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"

	"pleinwijzer/generator"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/publish"
	"pleinwijzer/layouts"
	"pleinwijzer/static"
)

// shipped builds the content that ships with the program.
func shipped(t *testing.T, o catalog.Options) []publish.File {
	t.Helper()
	return siteOf(t, os.DirFS("../content"), o)
}

func siteOf(t *testing.T, content fs.FS, o catalog.Options) []publish.File {
	t.Helper()
	return siteFor(t, content, o).Files
}

func siteFor(t *testing.T, content fs.FS, o catalog.Options) *generator.Site {
	t.Helper()
	g := generator.New(generator.Folders{Content: content, Layouts: layouts.Files, Static: static.Files})
	site, err := g.Site(generator.Change{}, o)
	if err != nil {
		t.Fatal(err)
	}
	for _, problem := range site.Problems {
		if problem.Code != "vertaling-ontbreekt" { // already reported by TestTranslated of package i18n
			t.Errorf("%s: %s [%s]", problem.Range, problem.Message, problem.Code)
		}
	}
	return site
}

func render(tb testing.TB, files []publish.File, name string) []byte {
	tb.Helper()
	i := slices.IndexFunc(files, func(f publish.File) bool { return f.Path == name })
	if i < 0 {
		tb.Fatalf("no file %s", name)
	}
	var b bytes.Buffer
	if err := files[i].Render(&b); err != nil {
		tb.Fatalf("%s: %v", name, err)
	}
	return b.Bytes()
}

func renderAll(t *testing.T, files []publish.File) map[string][]byte {
	t.Helper()
	all := make(map[string][]byte, len(files))
	for _, f := range files {
		var b bytes.Buffer
		if err := f.Render(&b); err != nil {
			t.Errorf("%s: %v", f.Path, err)
		}
		if _, double := all[f.Path]; double {
			t.Errorf("%s is there twice", f.Path)
		}
		all[f.Path] = b.Bytes()
	}
	return all
}

// TestShippedSite builds the real content at several times and base addresses, and reads
// every page as a browser and a visitor would.
func TestShippedSite(t *testing.T) {
	tests := map[string]catalog.Options{
		"today":          {Now: now},
		"drafts":         {Now: now, Drafts: true},
		"in a folder":    {Now: now, BaseURL: "https://voorbeeld.nl/hulp"},
		"years from now": {Now: now.AddDate(6, 0, 0)},
		"years ago":      {Now: now.AddDate(-6, 0, 0)},
	}
	for name, options := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			base, err := url.Parse(options.BaseURL)
			if err != nil {
				t.Fatal(err)
			}
			files := shippedFiles(t)
			if name != "today" {
				files = renderAll(t, shipped(t, options))
			}
			checkSite(t, files, base.Path, name == "today")
		})
	}
}

// foreign matches pages in a language other than Dutch.
var foreign = regexp.MustCompile(`^[a-z]{2}/`)

// checkSite checks the Dutch pages, or all of them if told to. Pages in other languages
// differ only in their words.
func checkSite(t *testing.T, files map[string][]byte, prefix string, all bool) {
	pages := 0
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if path.Ext(name) != ".html" || path.Base(name) == "fragment.html" || foreign.MatchString(name) && !all {
			continue
		}
		pages++
		checkPage(t, name, files, prefix)
	}
	if pages < 100 {
		t.Errorf("only %d pages", pages)
	}
}

// checkPage parses a page, checks that its ids are unique and that references to ids are
// valid, and follows every link and asset on it.
func checkPage(t *testing.T, name string, files map[string][]byte, prefix string) {
	doc, err := html.Parse(bytes.NewReader(files[name]))
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return
	}
	ids := map[string]bool{}
	headings := 0
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if n.Data == "h1" {
			headings++
		}
		if id := attribute(n, "id"); id != "" {
			if ids[id] {
				t.Errorf("%s: id %q is there twice", name, id)
			}
			ids[id] = true
		}
	}
	if headings != 1 {
		t.Errorf("%s: %d h1 headings, want 1", name, headings)
	}
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		for _, key := range []string{"aria-labelledby", "aria-describedby", "for"} {
			if id := attribute(n, key); id != "" && !ids[id] {
				t.Errorf("%s: %s refers to %q, which is not there", name, key, id)
			}
		}
		for _, key := range []string{"href", "src"} {
			if address := attribute(n, key); address != "" {
				checkLink(t, name, address, ids, files, prefix)
			}
		}
	}
}

func checkLink(t *testing.T, page, address string, ids map[string]bool, files map[string][]byte, prefix string) {
	u, err := url.Parse(address)
	switch {
	case err != nil:
		t.Errorf("%s: link %q: %v", page, address, err)
	case u.Scheme == "tel" || u.Scheme == "mailto" || u.Host != "":
	case u.Path == "" && u.Fragment != "":
		if !ids[u.Fragment] {
			t.Errorf("%s: link %q goes nowhere", page, address)
		}
	case !strings.HasPrefix(u.Path, prefix+"/"):
		t.Errorf("%s: link %q is outside the site", page, address)
	default:
		target := strings.TrimPrefix(u.Path, prefix+"/")
		if target == "" || strings.HasSuffix(target, "/") {
			target += "index.html"
		}
		if _, ok := files[target]; !ok {
			t.Errorf("%s: link %q goes to nothing", page, address)
		}
	}
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// TestSameBytes builds twice, with the same content at the same moment.
func TestSameBytes(t *testing.T) {
	first, second := shippedFiles(t), renderAll(t, shipped(t, catalog.Options{Now: now}))
	for name, data := range first {
		if !bytes.Equal(data, second[name]) {
			t.Errorf("%s differs between two builds", name)
		}
	}
	if len(first) != len(second) {
		t.Errorf("%d and %d files", len(first), len(second))
	}
}

// TestReservedNames checks that no free page and no source can take a name that is in use at
// the top level of the site.
func TestReservedNames(t *testing.T) {
	files := shipped(t, catalog.Options{Now: now})
	free := []string{"over-deze-site", "privacy", "toegankelijkheid", "voor-partners"}
	short := map[string]bool{} // the addresses of pleinen at the root, which a free page may take
	for _, f := range files {
		if slug, ok := strings.CutPrefix(path.Dir(f.Path), "pleinen/"); ok {
			short[slug] = true
		}
	}
	seen := map[string]bool{}
	needs, taken := map[string]string{}, map[string]string{"site.toml": "titel = \"T\"\nadres = \"https://x.example\""}
	for _, f := range files {
		first, rest, _ := strings.Cut(f.Path, "/")
		if seen[first] {
			continue
		}
		seen[first] = true
		if (slices.Contains(free, first) || short[first]) && rest == "index.html" {
			continue
		}
		name := strings.TrimSuffix(first, path.Ext(first))
		if strings.HasPrefix(name, "_") || name == "" || strings.Contains(name, "sitemap-") {
			continue // cannot be a slug
		}
		page := "paginas/" + name + ".md"
		needs[page], taken[page] = f.Path, "+++\ntitel = \"T\"\n+++\nTekst."
	}
	var blocks strings.Builder
	for page, file := range maps.Clone(needs) {
		name := strings.TrimSuffix(path.Base(page), ".md")
		fmt.Fprintf(&blocks, "[%s]\ntitel = \"T\"\nadres = \"https://%s.example/feeds/v1/\"\nlicentie = \"CC0-1.0\"\n", name, name)
		needs["the source "+name] = file
	}
	taken["bronnen.toml"] = blocks.String()
	for _, p := range generatedAt(t, mapFS(taken), now).Problems {
		if p.Code == "adres-bezet" && p.File == "bronnen.toml" {
			delete(needs, "the source "+strings.Trim(p.Excerpt, "[]"))
		} else if p.Code == "adres-bezet" {
			delete(needs, p.File)
		}
	}
	for page, path := range needs {
		t.Errorf("%s could be, and takes the place of %s", page, path)
	}
}

func mapFS(files map[string]string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}
