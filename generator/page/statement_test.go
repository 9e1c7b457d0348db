package page

import (
	"strings"
	"testing"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/pagetest"
)

// TestNoStatement: until people looked, the page about accessibility says what was tested
// and claims no more. It is there without a file too, in each language, and the foot of
// every page leads to it.
func TestNoStatement(t *testing.T) {
	const site = "-- site.toml --\ntitel = \"Pleinen\"\nadres = \"https://pleinen.example\"\ntalen = [\"nl\", \"en\"]\n"
	const file = "-- paginas/toegankelijkheid.md --\n+++\ntitel = \"Voor iedereen\"\nvoet = 1\n+++\nWij letten op letters.\n"
	const statement = "[verklaring]\nstatus = \"C\"\ndatum = \"2026-11-02\"\nreikwijdte = \"Alles.\"\nmelden = \"info@pleinen.example\"\n"
	for _, test := range []struct{ name, content, path, want, not string }{
		{"nothing", site, "toegankelijkheid", "Daarom staat hier geen status.", "Status "},
		{"nothing, in English", site, "en/toegankelijkheid", "So there is no status here.", "Status "},
		{"a file", site + file, "toegankelijkheid", "Wij letten op letters.", "Status "},
		{"a file, and what was tested", site + file, "toegankelijkheid", "Wat is er getest?", "Iedereen moet"},
		{"a statement", site + statement, "toegankelijkheid", "Status C: de eerste stappen", "geen status"},
		{"a statement, in English", site + statement, "en/toegankelijkheid", "Status C: the first steps", "no status"},
		{"a statement and a file", site + statement + file, "toegankelijkheid", "Wij letten op letters.", "getest?"},
		{"a Dutch scope in English", site + statement, "en/toegankelijkheid", `<p lang="nl" dir="ltr">Alles.</p>`, "no status"},
	} {
		t.Run(test.name, func(t *testing.T) {
			files := filesOf(t, pagetest.Of(t, []byte(test.content), catalog.Options{Now: pagetest.Noon}))
			page := string(pagetest.Rendered(t, files, test.path+"/index.html"))
			if !strings.Contains(page, test.want) || strings.Contains(page, test.not) {
				t.Errorf("want %q and not %q in\n%s", test.want, test.not, page)
			}
			if home := string(pagetest.Rendered(t, files, "index.html")); !strings.Contains(home, `href="/toegankelijkheid/"`) {
				t.Error("the first page does not lead to it")
			}
		})
	}
}
