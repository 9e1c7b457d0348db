package generator_test

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"pleinwijzer/generator"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/diag"
	"pleinwijzer/layouts"
	"pleinwijzer/static"
)

func advice(t *testing.T, folders generator.Folders) string {
	t.Helper()
	site, err := generator.New(folders).Site(generator.Change{}, catalog.Options{Now: now})
	if err != nil || site.Problems.HasErrors() {
		t.Fatal(err, site.Problems)
	}
	var b strings.Builder
	if err := diag.Text(&b, site.Advice()); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestShippedContentNeedsNoAdvice checks the shipped content, which is the example for
// editors: there must be no advice about it, and each of its links must lead to a page on
// the site.
func TestShippedContentNeedsNoAdvice(t *testing.T) {
	got := advice(t, generator.Folders{Content: os.DirFS("../content"), Layouts: layouts.Files, Static: static.Files})
	if got != "" {
		t.Error(got)
	}
}

// TestAdviceKnowsThePages checks that links may lead to pages, feeds, places on pages,
// and old addresses.
func TestAdviceKnowsThePages(t *testing.T) {
	content := fstest.MapFS{
		"site.toml":        {Data: []byte("titel = \"P\"\nadres = \"https://p.example\"\n")},
		"partners/taal.md": {Data: []byte("+++\nnaam = \"Taal\"\naliassen = [\"oud\"]\n+++\n")},
		"paginas/x.md": {Data: []byte("+++\ntitel = \"X\"\n+++\n" +
			"[Een](/partners/taal/) [twee](/partners/oud/) [drie](/partners/taal) [vier](/feeds/) [vijf](/partners/taal/#inhoud) [zes](/sitemap.xml).\n\n" +
			"[Weg](/partners/weg/) en [weg](/partners/taal/#weg).\n")},
	}
	got := advice(t, generator.Folders{Content: content, Layouts: layouts.Files, Static: static.Files})
	var lines []string
	for line := range strings.Lines(got) {
		if strings.HasPrefix(line, "paginas/") {
			lines = append(lines, strings.TrimSpace(line))
		}
	}
	want := []string{
		`paginas/x.md:6:1: waarschuwing: de pagina "/partners/weg/" bestaat niet [link-stuk]`,
		`paginas/x.md:6:26: waarschuwing: op de pagina "/partners/taal/" is geen plek "weg" [anker-stuk]`,
	}
	if strings.Join(lines, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s", got)
	}
}
