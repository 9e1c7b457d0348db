package pagetest

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/fstest"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/typed"
)

// Large is a directory of n spreekuren, whose texts have a vocabulary that
// grows as that of a language does: few common words and many rare ones.
func Large(t *testing.T, n int) *catalog.Catalog {
	t.Helper()
	random := rand.New(rand.NewPCG(7, 7))
	zipf := rand.NewZipf(random, 1.2, 8, 9_999)
	vocabulary := make([]string, 10_000)
	for i := range vocabulary {
		vocabulary[i] = pronounceable(random)
	}
	phrase := func(least, most int) string {
		words := make([]string, least+random.IntN(most-least+1))
		for i := range words {
			words[i] = vocabulary[zipf.Uint64()]
		}
		return capital(strings.Join(words, " "))
	}
	fsys := fstest.MapFS{"site.toml": {Data: []byte("titel = \"Pleinen\"\nadres = \"https://pleinen.example\"\n")}}
	add := func(name, format string, values ...any) {
		fsys[name] = &fstest.MapFile{Data: fmt.Appendf(nil, format, values...)}
	}
	var topics strings.Builder
	for i := range 15 {
		fmt.Fprintf(&topics, "[onderwerp-%d]\nnaam = %q\nsynoniemen = [%q, %q]\n", i, phrase(1, 2), phrase(1, 1), phrase(1, 1))
	}
	add("onderwerpen.toml", "%s", topics.String())
	for i := range n / 20 {
		add(fmt.Sprintf("pleinen/plein-%d.toml", i), "naam = %q\nadres = \"Weg %d\"\npostcode = \"%d AB\"\nplaats = %q\nemail = \"a@b.example\"\nbreedtegraad = 5%d.%04d\nlengtegraad = %d.%04d\n",
			phrase(1, 3), i+1, 1000+i%8000, fmt.Sprint("Plaats ", i/4), 1+i%2, random.IntN(10_000), 4+i%3, random.IntN(10_000))
	}
	for i := range n / 10 {
		add(fmt.Sprintf("partners/partner-%d.toml", i), "naam = %q\n", phrase(1, 3))
	}
	days := []string{
		"maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "dinsdag en donderdag", "werkdagen",
		"1e dinsdag van de maand", "laatste vrijdag van de maand", "om de week op woensdag", "even weken op maandag",
	}
	for i := range n {
		title, begin := phrase(2, 5), 9+random.IntN(9)
		half := 30 * random.IntN(2)
		add(fmt.Sprintf("spreekuren/%s-%d.md", typed.Slugify(title), i), "+++\ntitel = %q\nplein = \"plein-%d\"\npartner = \"partner-%d\"\ndag = %q\ntijd = \"%d.%02d-%d.00\"\nvanaf = \"2026-01-0%d\"\nin_een_zin = %q\nonderwerpen = [\"onderwerp-%d\"]\nmeenemen = [%q, %q]\nniet = [%q]\n+++\n%s.\n\n%s.\n",
			title, i%(n/20), random.IntN(n/10), days[random.IntN(len(days))], begin, half,
			begin+1+random.IntN(3), 1+i%9, phrase(7, 13)+".", random.IntN(15),
			phrase(1, 4), phrase(1, 4), phrase(3, 8), phrase(15, 25), phrase(15, 25))
	}
	records, problems, err := contentfs.Read(fsys)
	if err != nil {
		t.Fatal(err)
	}
	c, unresolved := catalog.Resolve(records, catalog.Options{Now: Noon})
	if all := append(problems, unresolved...); all.HasErrors() { // some count from another day of the week
		t.Fatal(all)
	}
	return c
}

// pronounceable is a made-up word of two to four syllables.
func pronounceable(random *rand.Rand) string {
	var b strings.Builder
	for range 2 + random.IntN(3) {
		b.WriteByte("bdfghjklmnprstvwz"[random.IntN(17)])
		b.WriteByte("aeiou"[random.IntN(5)])
		if random.IntN(3) == 0 {
			b.WriteByte("klmnrst"[random.IntN(7)])
		}
	}
	return b.String()
}

func capital(text string) string { return strings.ToUpper(text[:1]) + text[1:] }
