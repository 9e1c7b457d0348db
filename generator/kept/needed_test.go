package kept

import (
	"strings"
	"testing"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/sense"
)

// TestNeeded refers from files of the folder to records of a source, in every field where that
// can be. Whatever the source does to them, the folder can be built; where an editor has
// taken them away, the message says what to do.
func TestNeeded(t *testing.T) {
	const hour = `,"titel":"T","in_een_zin":"Z","regel":"elke dag","plein":{"slug":"p"},"status":"actief"`
	own := map[string]string{
		"pleinen/eigen.toml": "naam = \"Eigen\"\nadres = \"Weg 9\"\npostcode = \"5000 AB\"\nplaats = \"Dorp\"\ntelefoon = \"013 000 00 01\"\nkartrekker = \"a/o\"\n",
		"spreekuren/een.toml": "titel = \"Hulp\"\ntekst = \"Wij helpen.\"\nin_een_zin = \"Wij helpen.\"\nplein = \"a/p\"\npartner = \"a/o\"\ndag = \"dinsdag\"\ntijd = \"10:00-12:00\"\n" +
			"[[afwijkend]]\ndatum = \"2026-12-01\"\nplein = \"a/p\"\n[[verwijs]]\nvraag = \"Een andere vraag\"\nnaar = \"a/s\"\n",
		"spreekuren/open.toml": "titel = \"Open\"\ntekst = \"Wij helpen.\"\nin_een_zin = \"Wij helpen.\"\nplein = \"a/p\"\npartner = \"a/o\"\ndag = \"tijdens openingstijden\"\n",
		"spreekuren/oud.toml": "titel = \"Oud\"\ntekst = \"Wij hielpen.\"\nin_een_zin = \"Wij hielpen.\"\nplein = \"eigen\"\npartner = \"a/o\"\ndag = \"dinsdag\"\ntijd = \"10:00-12:00\"\n" +
			"status = \"gestopt\"\nopvolger = \"a/s\"\n",
		"berichten/nieuws.toml": "titel = \"Nieuws\"\ndatum = \"2026-11-01\"\nin_een_zin = \"Iets nieuws.\"\npleinen = [\"a/p\"]\npartners = [\"a/o\"]\nspreekuren = [\"a/s\"]\n",
	}
	plein, partner, spreekuur := plainPlein("p", "Weg 1"), record("o", `,"naam":"O"`), record("s", hour)
	all := directory{Pleinen: {plein}, Partners: {partner}, Spreekuren: {spreekuur}}
	stopped := directory{Pleinen: {plein}, Partners: {partner}, Spreekuren: {strings.Replace(spreekuur, "actief", "gestopt", 1)}}
	beside := directory{Pleinen: {plainPlein("q", "Weg 1")}}
	other := directory{Pleinen: {plainPlein("heel-iets-anders", "Weg 3")}}
	renamed := func(text string) string { return strings.Replace(text, `"slug":"`, `"slug":"nu-`, 1) }
	moved := directory{
		Pleinen: {renamed(plein)}, Partners: {renamed(partner)},
		Spreekuren: {strings.Replace(renamed(spreekuur), `{"slug":"p"`, `{"slug":"nu-p"`, 1)},
		"was":      {"pleinen p p", "partners o o", "spreekuren s s"},
	}
	for name, test := range map[string]struct {
		blocks  string
		sources map[string]directory
		want    string // parts of the first message
	}{
		"there":                 {block("a", ""), map[string]directory{"a": all}, ""},
		"gone for a day":        {block("a", ""), map[string]directory{"a": {"gone": {"pleinen 2026-11-27 " + plein, "partners 2026-11-27 " + partner, "spreekuren 2026-11-27 " + spreekuur}}}, ""},
		"gone for a year":       {block("a", ""), map[string]directory{"a": {"gone": {"pleinen 2025-11-27 " + plein, "partners 2025-11-27 " + partner, "spreekuren 2025-11-27 " + spreekuur}}}, ""},
		"stopped":               {block("a", ""), map[string]directory{"a": stopped}, ""},
		"with another name":     {block("a", ""), map[string]directory{"a": moved}, ""},
		"at another as well":    {block("a", "") + block("b", "voorrang = 1"), map[string]directory{"a": all, "b": all}, ""},
		"of the same building":  {block("a", "") + block("b", "voorrang = 1"), map[string]directory{"a": all, "b": beside}, ""},
		"not among the pleinen": {block("a", "pleinen = [\"q\"]"), map[string]directory{"a": all}, ""},
		"still to begin":        {block("a", "vanaf = \"2027-01-04\""), map[string]directory{"a": all}, "staat pas vanaf 2027-01-04 op de site; zet bij [a] in bronnen.toml een eerdere dag bij vanaf"},
		"not fetched":           {block("a", ""), nil, "staat nog niets op de site; geef de opdracht: pleinwijzer bronnen a"},
		"no such source":        {block("b", ""), map[string]directory{"b": {Pleinen: {plainPlein("ver", "Weg 3")}}}, "er is geen bron \"a\"; zet de bron in bronnen.toml"},
		"never there":           {block("a", ""), map[string]directory{"a": other}, "bron \"a\" heeft dit niet"},
	} {
		t.Run(name, func(t *testing.T) {
			files := map[string]string{"bronnen.toml": test.blocks}
			for name, text := range own {
				files[name] = text
			}
			c, told := joined(t, files, test.sources)
			shown, problems := catalog.Resolve(c, catalog.Options{Now: today.At(schedule.Clock(720))})
			problems.Add(sense.Check(shown)...)
			if told != "" || problems.HasErrors() != (test.want != "") {
				for _, p := range problems {
					t.Log(p.Range, p.Message, p.Hint)
				}
				t.Fatal(told)
			}
			for _, p := range problems {
				if p.Severity != diag.Error {
					continue
				}
				if got := p.Message + "; " + p.Hint; !strings.Contains(got, test.want) {
					t.Errorf("%s says %s, want %s", p.Range, got, test.want)
				}
			}
		})
	}
}
