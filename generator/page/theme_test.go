package page

import (
	"bytes"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"pleinwijzer/generator/asset"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/pagetest"
	"pleinwijzer/generator/typed"
	"pleinwijzer/layouts"
	"pleinwijzer/static"
)

// TestTheme puts the colours of a house style in the style sheet, under another
// hash, and leaves a site without one alone.
func TestTheme(t *testing.T) {
	c := pagetest.Complete(t)
	plain := sheet(t, c)
	c.Site.Thema = content.Thema{Accent: "#0b5c2e", Tekst: "#101010"}
	themed := sheet(t, c)
	if plain.name == themed.name {
		t.Errorf("%s has other styles under the same name", plain.name)
	}
	if want := "--plein-color-accent:#0b5c2e;--plein-color-text:#101010;"; !strings.Contains(themed.text, want) {
		t.Errorf("no %q in the style sheet", want)
	}
	for name, test := range map[string]struct {
		content.Thema
		has, hasNot string
	}{
		"page":      {content.Thema{Achtergrond: "#eef6ff"}, "--plein-color-page:#eef6ff;--plein-color-surface:#", "-accent:"},
		"dark page": {content.Thema{Achtergrond: "#102030", Tekst: "#ffffff", Accent: "#ffd37a"}, "--plein-day-ma:#9cc4ec;", ""},
		"its head":  {content.Thema{Achtergrond: "#102030", Tekst: "#ffffff", Accent: "#ffd37a"}, "--plein-page-header-color:#ffffff;", ""},
		"its forms": {content.Thema{Achtergrond: "#102030", Tekst: "#ffffff", Accent: "#ffd37a"}, "color-scheme:dark}}", ""},
		"no more":   {content.Thema{Accent: "#8a3b12"}, "{:root{--plein-color-accent:#8a3b12;}}", ""},
	} {
		c.Site.Thema = test.Thema
		_, own, _ := strings.Cut(sheet(t, c).text, "@media screen and (prefers-color-scheme:light)")
		if !strings.Contains(own, test.has) || test.hasNot != "" && strings.Contains(own, test.hasNot) {
			t.Errorf("%s: the style sheet ends with %s", name, own)
		}
	}
}

type styles struct{ name, text string }

func sheet(t *testing.T, c *catalog.Catalog) styles {
	t.Helper()
	files := filesOf(t, c)
	for _, f := range files {
		if strings.HasPrefix(f.Path, "static/css/site.") {
			return styles{f.Path, string(pagetest.Rendered(t, files, f.Path))}
		}
	}
	t.Fatal("no style sheet")
	return styles{}
}

func TestLogo(t *testing.T) {
	svg := `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>`
	assets := map[string]string{
		"logo.svg":   svg,
		"groot.png":  "\x89PNG\r\n\x1a\n" + strings.Repeat("x", asset.LogoLimit),
		"tekst.png":  "dit is geen plaatje",
		"goed.png":   "\x89PNG\r\n\x1a\n",
		"leeg.svg":   "<p/>",
		"a/diep.svg": svg,
	}
	tests := map[string]string{ // logo to the code of its problem
		"/logo.svg": "", "logo.svg": "", "/goed.png": "", "/a/diep.svg": "", "/a/../logo.svg": "",
		"/lgo.svg": "logo-ontbreekt", "/groot.png": "logo-groot", "/tekst.png": "logo-geen-plaatje", "/leeg.svg": "logo-geen-plaatje",
		"../../etc/passwd": "logo-ontbreekt",
	}
	fsys := fstest.MapFS{}
	for name, text := range assets {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	r, err := New(layouts.Files, fsys, Kinds)
	if err != nil {
		t.Fatal(err)
	}
	for _, logo := range slices.Sorted(maps.Keys(tests)) {
		c := pagetest.Complete(t)
		c.Site.Thema.Logo = typed.Picture(logo)
		var codes []string
		for _, p := range r.Problems(c) {
			codes = append(codes, p.Code)
		}
		if got := strings.Join(codes, " "); got != tests[logo] {
			t.Errorf("logo %q: problems %q, want %q", logo, got, tests[logo])
		}
	}
}

// TestUnknownLanguage names the languages that there are.
func TestUnknownLanguage(t *testing.T) {
	r, err := New(layouts.Files, fstest.MapFS{}, Kinds)
	if err != nil {
		t.Fatal(err)
	}
	c := pagetest.Complete(t)
	c.Site.Talen = []typed.Language{"nl", "fr", "en"}
	problems := r.Problems(c)
	if len(problems) != 1 || problems[0].Code != "taal-onbekend" || !strings.Contains(problems[0].Hint, "ar, en, nl, pl, tr, uk") {
		t.Errorf("problems: %v", problems)
	}
}

// TestUnreadTranslation warns of a translation that no page shows, wherever it stands, and
// says what makes it read.
func TestUnreadTranslation(t *testing.T) {
	r := pagetest.Must(New(layouts.Files, fstest.MapFS{}, Kinds))
	const nowhere, to = "deze vertaling staat nergens: de site is niet in het Pools", `schrijf in site.toml: talen = ["nl", "pl"], of haal elk blok [vertaling.pl] weg`
	for name, test := range map[string]struct{ file, text, message, hint string }{
		"spreekuur": {"spreekuren/brief.md", "[vertaling.pl]\ntitel = \"Listy\"", nowhere, to},
		"topic":     {"onderwerpen.toml", "[geld.vertaling.fr]\nnaam = \"Argent\"", "deze vertaling staat nergens: de site kan niet in het Frans", "haal elk blok [vertaling.fr] weg"},
		"some":      {"onderwerpen.toml", "[geld.vertaling.fr]\n[werk]\nnaam = \"Werk\"\n[werk.vertaling.fr]\n[taal]\nnaam = \"Taal\"\n[taal.vertaling.fr]", "deze vertaling en nog 2 staan nergens: de site kan niet in het Frans", "haal elk blok [vertaling.fr] weg"},
		"question":  {"onderwerpen.toml", "[[geld.vragen]]\nzin = \"Ik heb schulden.\"\nvertaling.fr.zin = \"J'ai des dettes.\"", "deze vertaling staat nergens: de site kan niet in het Frans", "haal elk blok [vertaling.fr] weg"},
		"site":      {"site.toml", "[vertaling.pl]\ntitel = \"Pomoc\"", nowhere, to},
		"menu":      {"site.toml", "[[menu]]\ntitel = \"Over\"\nadres = \"/over/\"\n[menu.vertaling.pl]\ntitel = \"O nas\"", nowhere, to},
		"plein":     {"pleinen/markt.md", "[vertaling.pl]\nin_een_zin = \"Pomoc.\"", nowhere, to},
		"empty":     {"partners/hulp.md", "[vertaling.pl]", nowhere, to},
		"no words":  {"spreekuren/brief.md", "[vertaling.fr]\ntitel = \"Lettres\"", "deze vertaling staat nergens: de site kan niet in het Frans", "haal elk blok [vertaling.fr] weg"},
		"Dutch":     {"spreekuren/brief.md", "[vertaling.nl]\ntitel = \"Brieven\"", "dit is geen vertaling: wat boven dit blok staat, is al Nederlands", "zet de tekst in de velden erboven, en haal dit blok weg"},
	} {
		t.Run(name, func(t *testing.T) {
			problems := r.Problems(pagetest.Winter(t, map[string]string{test.file: test.text}))
			if len(problems) != 1 || problems.HasErrors() || problems[0].Code != "vertaling-zonder-taal" || problems[0].Message != test.message ||
				problems[0].Hint != test.hint || problems[0].File != test.file || problems[0].Line == 0 {
				t.Errorf("problems: %+v", problems)
			}
		})
	}
	winter := pagetest.Winter(t, map[string]string{"onderwerpen.toml": "[geld.vertaling.pl]\nnaam = \"Pieniądze\""})
	if problems := r.Problems(winter); len(problems) > 0 {
		t.Errorf("the topics of the program: %v", problems)
	}
	mended := pagetest.Winter(t, map[string]string{"site.toml": "talen = [\"nl\", \"pl\"]", "spreekuren/brief.md": "[vertaling.pl]\ntitel = \"Listy\""})
	if problems := r.Problems(mended); len(problems) > 0 {
		t.Errorf("mended: %v", problems)
	}
}

// TestUnknownPictogram names the right one, or all of them.
func TestUnknownPictogram(t *testing.T) {
	r := pagetest.Must(New(layouts.Files, static.Files, Kinds))
	const question = "[[geld.vragen]]\nzin = \"Ik heb schulden.\"\npictogram = "
	for name, test := range map[string]struct{ text, message, hint string }{
		"near":          {question + `"rekning"`, `er is geen pictogram "rekning"`, `bedoelt u "rekening"?`},
		"of a topic":    {"pictogram = \"gelt\"", `er is geen pictogram "gelt"`, `bedoelt u "geld"?`},
		"far":           {question + `"olifant"`, `er is geen pictogram "olifant"`, "kies uit: aangifte, aankomst, baby, "},
		"one of topics": {question + `"ontmoeten"`, `er is geen pictogram "ontmoeten"`, "kies uit: "},
	} {
		t.Run(name, func(t *testing.T) {
			problems := r.Problems(pagetest.Winter(t, map[string]string{"onderwerpen.toml": test.text}))
			if len(problems) != 1 || problems[0].Code != "pictogram-onbekend" || problems[0].Message != test.message ||
				!strings.HasPrefix(problems[0].Hint, test.hint) || problems[0].Line < 3 {
				t.Errorf("problems: %+v", problems)
			}
		})
	}
	mended := pagetest.Winter(t, map[string]string{"onderwerpen.toml": "pictogram = \"geld\"\n" + question + `"rekening"`})
	if problems := r.Problems(mended); len(problems) > 0 {
		t.Errorf("mended: %v", problems)
	}
}

// TestMissingWord warns of a word that English takes from Dutch.
func TestMissingWord(t *testing.T) {
	fsys := fstest.MapFS{"base.html": {Data: []byte(`{{template "main" .}}`)}}
	for _, name := range []string{"i18n/nl.toml", "i18n/en.toml"} {
		data := pagetest.Must(fs.ReadFile(layouts.Files, name))
		if name == "i18n/en.toml" {
			data = bytes.Replace(data, []byte("\ngaat-niet-door = "), []byte("\n# "), 1)
		}
		fsys[name] = &fstest.MapFile{Data: data}
	}
	r, err := New(fsys, fstest.MapFS{}, Kinds)
	if err != nil {
		t.Fatal(err)
	}
	c := pagetest.Complete(t)
	c.Site.Talen = []typed.Language{"nl", "en"}
	problems := r.Problems(c)
	if len(problems) != 1 || problems.HasErrors() || !strings.HasSuffix(problems[0].Hint, "en.toml aan: gaat-niet-door") {
		t.Errorf("problems: %v", problems)
	}
}
