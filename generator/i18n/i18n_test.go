package i18n

import (
	"maps"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"pleinwijzer/generator/schedule"
)

// codes are the languages of the site.
var codes = []string{"ar", "en", "nl", "pl", "tr", "uk"}

// load reads the languages that ship. Its success already proves a lot: there are no
// words that Dutch does not have, no lost placeholders and no missing phrases.
func load(t testing.TB) map[string]*Language {
	t.Helper()
	languages, err := Load(os.DirFS("../../layouts"))
	if err != nil {
		t.Fatal(err)
	}
	if got := slices.Sorted(maps.Keys(languages)); !slices.Equal(got, codes) {
		t.Fatalf("languages %v, want %v", got, codes)
	}
	return languages
}

// same lists the words that are the same in Dutch and in another language.
var same = map[string][]string{
	"en": {"contact", "kilometer", "menu"},
	"pl": {"kilometer", "menu"},
	"tr": {"kilometer"},
}

func TestTranslated(t *testing.T) {
	languages := load(t)
	dutch := languages["nl"]
	for code, l := range languages {
		for _, key := range l.Missing(dutch) {
			t.Errorf("layouts/i18n/%s.toml has no word %s, in Dutch %q", code, key, dutch.Words[key])
		}
		for key, text := range l.Words {
			if copied := text == dutch.Words[key]; l != dutch && copied != slices.Contains(same[code], key) {
				t.Errorf("%s: %s is %q, in Dutch %q", code, key, text, dutch.Words[key])
			}
		}
	}
}

// TestScripts detects a word in the wrong file by its script.
func TestScripts(t *testing.T) {
	scripts := map[string]*unicode.RangeTable{"ar": unicode.Arabic, "uk": unicode.Cyrillic}
	for code, l := range load(t) {
		for key, text := range l.Words {
			for other, script := range scripts {
				if has := strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(script, r) }); has != (code == other) {
					t.Errorf("%s: %s is %q", code, key, text)
				}
			}
		}
	}
}

// TestDutchPhrases checks that nl.toml, from which translators work, has the same phrases
// as schedule.Dutch, from which messages for editors and feeds are made.
func TestDutchPhrases(t *testing.T) {
	if got := load(t)["nl"].Phrases; !reflect.DeepEqual(got, schedule.Dutch) {
		t.Errorf("nl.toml has\n%+v\nwant\n%+v", got, schedule.Dutch)
	}
}

// TestLanguageNames compares the names of languages with those in CLDR, except where we
// deliberately differ.
func TestLanguageNames(t *testing.T) {
	ours := map[string]string{
		"tr nl": "Hollandaca",    // the everyday name
		"tr ti": "Tigrinya",      // without "dili", which means language
		"uk pt": "португальська", // without the ґ
	}
	languages := load(t)
	for code, l := range languages {
		if got, want := slices.Sorted(maps.Keys(l.Languages)), slices.Sorted(maps.Keys(languages["nl"].Languages)); !slices.Equal(got, want) {
			t.Errorf("%s names %v, want %v", code, got, want)
		}
		cldr := display.Languages(language.MustParse(code))
		for of, got := range l.Languages {
			want := cldr.Name(language.MustParse(of))
			if name, ok := ours[code+" "+of]; ok {
				want = name
			}
			if got != want {
				t.Errorf("%s: %s is %q, want %q", code, of, got, want)
			}
		}
		if want := display.Self.Name(language.MustParse(code)); !strings.EqualFold(l.Name, want) {
			t.Errorf("%s calls itself %q, want %q", code, l.Name, want)
		}
		if rtl := code == "ar"; rtl != (l.Dir == "rtl") {
			t.Errorf("%s is written %s", code, l.Dir)
		}
	}
}

// TestTextLength keeps the explanation of what a plein is short in every language.
func TestTextLength(t *testing.T) {
	for code, l := range load(t) {
		text := l.Word("wat-is-een-plein-tekst")
		if n := len(strings.Fields(text)); n < 90 || n > 180 {
			t.Errorf("%s: %d words", code, n)
		}
		if n := strings.Count(text, "\n- **"); n != 4 {
			t.Errorf("%s: %d of 4 points", code, n)
		}
	}
}

func TestWord(t *testing.T) {
	dutch := &Language{Words: map[string]string{"naam": "Naam", "van": "{1} van {2}"}}
	other := &Language{Words: map[string]string{"van": "{2}: {1}"}, base: dutch}
	for _, tt := range []struct {
		got, want string
	}{
		{dutch.Word("van", "a", "b"), "a van b"},
		{other.Word("van", "a", "b"), "b: a"},
		{other.Word("van", "{2}", "b"), "b: {2}"},
		{other.Word("van", "a"), "{2}: a"},
		{other.Word("naam"), "Naam"},
		{other.Word("nergens"), "nergens"},
	} {
		if tt.got != tt.want {
			t.Errorf("got %q, want %q", tt.got, tt.want)
		}
	}
	if got := other.Missing(dutch); !slices.Equal(got, []string{"naam"}) {
		t.Errorf("missing %q", got)
	}
}

func TestCapital(t *testing.T) {
	languages := load(t)
	for _, tt := range []struct{ code, text, want string }{
		{"nl", "elke dag", "Elke dag"},
		{"nl", "", ""},
		{"nl", "3 mei", "3 mei"},
		{"en", "in", "In"},
		{"tr", "iki haftada bir", "İki haftada bir"},
		{"uk", "щовівторка", "Щовівторка"},
		{"ar", "كل يوم", "كل يوم"},
	} {
		if got := languages[tt.code].Capital(tt.text); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.code, got, tt.want)
		}
	}
}

// TestLoadErrors changes one thing at a time in the files that ship.
func TestLoadErrors(t *testing.T) {
	for _, tt := range []struct {
		name, file, old, new string
		want                 string
	}{
		{"no TOML", "pl", "naam =", "naam", "i18n/pl.toml: toml: line "},
		{"unknown key", "pl", "richting =", "kant = 1\nrichting =", "i18n/pl.toml: unknown key kant"},
		{"no name", "pl", `naam = "Polski"`, "", "i18n/pl.toml: naam is missing"},
		{"direction", "ar", `"rtl"`, `"links"`, `i18n/ar.toml: richting is "links", and must be ltr or rtl`},
		{"empty word", "en", `menu = "Menu"`, `menu = " "`, "i18n/en.toml: woorden.menu: is empty"},
		{"lost placeholder", "en", "Page {1} of {2}", "Page {1}", "i18n/en.toml: woorden.bladzijde: has 1 placeholders where Dutch has 2"},
		{"gap", "en", "Page {1} of {2}", "Page {2}", "i18n/en.toml: woorden.bladzijde: has {2} and no {1}"},
		{"brace", "en", "Page {1}", "Page {{1}}", "i18n/en.toml: woorden.bladzijde: has a brace that is no placeholder"},
		{"not Dutch", "en", "[woorden]", "[woorden]\nextra = \"x\"", "i18n/en.toml: woorden.extra: is no word of nl.toml"},
		{"left out of Dutch", "nl", `menu = "Menu"`, "", "i18n/nl.toml: woorden.menu: is missing, and stands in ar, en, pl, tr, uk"},
		{"no phrases", "nl", "[tijd", "[onzin", "i18n/nl.toml: unknown key onzin"},
		{"empty phrase", "uk", `elke_dag = "щодня"`, "", "i18n/uk.toml: tijd.elke_dag is empty"},
		{"empty day", "uk", `"щонеділі"`, `""`, "i18n/uk.toml: tijd.elke[0] is empty"},
		{"lost blank", "tr", `om = "saat {begin}"`, `om = "saat"`, "i18n/tr.toml: tijd.om has no {begin}"},
		{"unknown blank", "tr", `om = "saat {begin}"`, `om = "{uur} {begin}"`, "i18n/tr.toml: tijd.om has {uur}, which is never filled in"},
		{"clock", "tr", `klok = "10:00"`, `klok = "10"`, "i18n/tr.toml: tijd.klok is \"10\""},
		{"gender", "pl", "geslachten = [1", "geslachten = [2", "i18n/pl.toml: tijd.per_maand.geslachten has 2"},
		{"six days", "en", `elke = ["Sunday", `, "elke = [", "i18n/en.toml: toml: "},
	} {
		files := shipped(t)
		name := "i18n/" + tt.file + ".toml"
		text := strings.ReplaceAll(string(files[name].Data), tt.old, tt.new)
		if text == string(files[name].Data) {
			t.Fatalf("%s: %s has no %q", tt.name, name, tt.old)
		}
		files[name] = &fstest.MapFile{Data: []byte(text)}
		_, err := Load(files)
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: error %v, want %q", tt.name, err, tt.want)
		} else if strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: more than one error: %v", tt.name, err)
		}
	}
	files := shipped(t)
	delete(files, "i18n/nl.toml")
	if _, err := Load(files); err == nil || !strings.Contains(err.Error(), "i18n/nl.toml: is missing") {
		t.Errorf("without Dutch: %v", err)
	}
}

// shipped returns the files of the languages that ship, for a test to change.
func shipped(t *testing.T) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	for _, code := range codes {
		name := "i18n/" + code + ".toml"
		text, err := os.ReadFile("../../layouts/" + name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = &fstest.MapFile{Data: text}
	}
	return files
}
