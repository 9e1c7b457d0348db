package lint_test

import (
	"fmt"
	"slices"
	"testing"
	"testing/fstest"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/lint"
)

// TestTranslated counts what visitors read, and checks that what helps most comes first:
// what is on every page, then what is on many.
func TestTranslated(t *testing.T) {
	const hour = "+++\ntitel = \"Taal\"\nplein = \"plein-bieb\"\npartner = \"taalhuis\"\ndag = \"dinsdag\"\ntijd = \"10-12\"\nin_een_zin = \"Wij lezen.\"\n%s\n+++\nTekst.\n"
	fsys := fstest.MapFS{}
	for name, text := range surroundings {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	for name, text := range map[string]string{
		"site.toml": surroundings["site.toml"] + "talen = [\"nl\", \"en\", \"tr\", \"pl\", \"uk\"]\n[vertaling.en]\ntitel = \"Places\"\n[vertaling.tr]\ntitel = \"Yerler\"\n[vertaling.pl]\ntitel = \"Miejsca\"\n",
		"onderwerpen.toml": "[geld]\nnaam = \"Geld\"\nsynoniemen = [\"schuld\"]\n[geld.vertaling.en]\nnaam = \"Money\"\nsynoniemen = [\"debt\"]\n[geld.vertaling.pl]\nnaam = \"Pieniądze\"\n" +
			"[taal]\nnaam = \"Taal\"\n[taal.vertaling.en]\nnaam = \"Language\"\n[taal.vertaling.pl]\nnaam = \"Język\"\n",
		"spreekuren/een.md":   fmt.Sprintf(hour, "[vertaling.en]\ntitel = \"Language\"\nin_een_zin = \"We read.\"\n[vertaling.pl]\nin_een_zin = \"Czytamy.\""),
		"spreekuren/twee.md":  fmt.Sprintf(hour, "[vertaling.en]\ntitel = \"Language\""),
		"spreekuren/drie.md":  fmt.Sprintf(hour, "[vertaling.en]\ntitel = \"Language\""),
		"spreekuren/weg.md":   fmt.Sprintf(hour, "status = \"gestopt\"\nreden = \"Weg.\""),
		"spreekuren/later.md": fmt.Sprintf(hour, "concept = true"),
		"berichten/oud.md":    "+++\ntitel = \"Oud\"\ndatum = \"2020-01-01\"\nin_een_zin = \"Oud nieuws.\"\n+++\nTekst.\n",
	} {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	c, problems, err := contentfs.Read(fsys)
	if err != nil || problems.HasErrors() {
		t.Fatal(err, problems)
	}
	shown, more := catalog.Resolve(c, catalog.Options{Now: now})
	if more.HasErrors() {
		t.Fatal(more)
	}
	var got []string
	for _, p := range lint.Translated(c, shown) {
		got = append(got, fmt.Sprintf("%s %d/%d = %d: %s", p.Language, p.Done, p.Total, p.Percent(), p.Next))
	}
	// The title of the site, three texts of topics, and three texts of each of three
	// spreekuren.
	want := []string{
		"en 8/13 = 61: 1 van de 3 spreekuren heeft een zin in het Engels.",
		"tr 1/13 = 7: 2 onderwerpen hebben nog geen naam in het Turks.",
		"pl 4/13 = 30: 1 onderwerp heeft nog geen andere woorden in het Pools.",
		"uk 0/13 = 0: De site heeft nog geen titel in het Oekraïens.",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%q\nwant\n%q", got, want)
	}
}
