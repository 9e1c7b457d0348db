package page

import (
	"strings"
	"testing"

	"pleinwijzer/generator/pagetest"
)

// TestPagesInMenu puts a page into the menu at the place that it says, in each language,
// and into the foot only if it says so.
func TestPagesInMenu(t *testing.T) {
	const (
		own  = "talen = [\"nl\", \"ar\"]\n[[menu]]\ntitel = \"Pleinen\"\nadres = \"/pleinen/\"\n[[menu]]\ntitel = \"Partners\"\nadres = \"/partners/\"\n"
		also = "[[menu]]\ntitel = \"Wie wij zijn\"\nadres = \"/over/\"\n"
	)
	page := func(title, more string) string { return "+++\ntitel = \"" + title + "\"\n" + more + "\n+++\nTekst.\n" }
	for name, test := range map[string]struct {
		site, over, contact string // the last two are what the pages say of their place
		menu, foot          string
	}{
		"first":         {own, "menu = 1", "", "/over/ /pleinen/ /partners/", ""},
		"between":       {own, "menu = 2", "", "/pleinen/ /over/ /partners/", ""},
		"after all":     {own, "menu = 9", "", "/pleinen/ /partners/ /over/", ""},
		"two in order":  {own, "menu = 3", "menu = 1", "/contact/ /pleinen/ /over/ /partners/", ""},
		"same place":    {own, "menu = 1", "menu = 1", "/contact/ /over/ /pleinen/ /partners/", ""},
		"foot":          {own, "voet = 2", "voet = 1", "/pleinen/ /partners/", "/contact/ /over/"},
		"both":          {own, "menu = 1\nvoet = 1", "", "/over/ /pleinen/ /partners/", "/over/"},
		"nowhere":       {own, "", "", "/pleinen/ /partners/", ""},
		"in the own":    {own + also, "menu = 1", "", "/pleinen/ /partners/ /over/", ""},
		"without own":   {"talen = [\"nl\", \"ar\"]", "menu = 1", "menu = 99", "/over/ /pleinen/ /spreekuren/ /onderwerpen/ /dagen/ /partners/ /contact/", ""},
		"draft":         {own, "menu = 1\nconcept = true", "", "/pleinen/ /partners/", ""},
		"far apart":     {own, "menu = 5", "menu = 2", "/pleinen/ /contact/ /partners/ /over/", ""},
		"after another": {own, "menu = 2", "menu = 2", "/pleinen/ /contact/ /over/ /partners/", ""},
	} {
		t.Run(name, func(t *testing.T) {
			files := filesOf(t, pagetest.Winter(t, map[string]string{
				"site.toml": test.site, "paginas/over.md": page("Over ons", test.over), "paginas/contact.md": page("Contact", test.contact),
			}))
			for _, prefix := range []string{"", "/ar"} {
				home := pagetest.Rendered(t, files, strings.TrimPrefix(prefix+"/index.html", "/"))
				if got, want := strings.Join(menuOf(t, home), " "), inLanguage(prefix, test.menu)+" / /ar/"; got != want { // the languages come last
					t.Errorf("%q: the menu leads to %s\nwant %s", prefix, got, want)
				}
				foot := strings.Join(linksIn(t, home, "footer"), " ") + " "
				if want := inLanguage(prefix, "/wat-is-een-plein/ "+test.foot); !strings.HasPrefix(foot, strings.TrimSpace(want)+" ") {
					t.Errorf("%q: the foot leads to %s\nwant first %s", prefix, foot, want)
				}
			}
			if !strings.Contains(test.menu, "/over/") || name == "in the own" {
				return
			}
			there := string(pagetest.Rendered(t, files, "over/index.html"))
			if !strings.Contains(there, `<a href="/over/" aria-current="true">Over ons</a>`) {
				t.Error("the menu does not say that its page is the current one")
			}
			there = string(pagetest.Rendered(t, files, "ar/over/index.html"))
			if !strings.Contains(there, `<a href="/ar/over/" aria-current="true" lang="nl"`) {
				t.Error("the menu does not say in which language the title is")
			}
		})
	}
}

// inLanguage are addresses of pages in the language at prefix.
func inLanguage(prefix, addresses string) string {
	words := strings.Fields(addresses)
	for i := range words {
		words[i] = prefix + words[i]
	}
	return strings.Join(words, " ")
}
