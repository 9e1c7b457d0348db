package sense_test

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/sense"
)

var isoDate = regexp.MustCompile(`"\d{4}-\d\d-\d\d"`)

// TestProposedDatesAreRight puts a date on which there is nothing in an exception, and
// then each date that is proposed for it: of that nothing may be told.
func TestProposedDatesAreRight(t *testing.T) {
	rules := []string{
		"woensdag", "elke dinsdag en vrijdag", "werkdagen", "1e dinsdag van de maand", "laatste vrijdag van de maand", "om de week op donderdag",
		"even weken op maandag", "5e woensdag van de maand",
	}
	found := func(fsys fstest.MapFS) diag.List {
		c, problems, err := contentfs.Read(fsys)
		if err != nil || problems.HasErrors() {
			t.Fatal(err, problems)
		}
		shown, more := catalog.Resolve(c, catalog.Options{Now: time.Date(2026, time.November, 20, 9, 0, 0, 0, time.UTC)})
		return append(more, sense.Check(shown)...)
	}
	rnd, proposed := rand.New(rand.NewPCG(14, 9)), 0
	for range 400 {
		wrong := schedule.NewDate(2026, time.November, 20).Add(rnd.IntN(500))
		fsys := folder(fmt.Sprintf(`dag = %q
vanaf = "2026-10-01"
tot_en_met = "2027-12-31"
`, rules[rnd.IntN(len(rules))]) + fmt.Sprintf("[[afwijkend]]\ndatum = %q\nvervalt = true\n[[afwijkend]]\ndatum = %q\nplein = \"kade\"\n", wrong, wrong.Add(1+rnd.IntN(9))))
		for _, d := range found(fsys) {
			if d.Code != "afwijkend-mist" && d.Code != "vanaf-andere-dag" {
				t.Fatalf("%s: %s", d.Code, d.Message)
			}
			text := string(fsys[d.File].Data)
			if !strings.Contains(d.Hint, "schrijf") {
				continue
			}
			for _, value := range isoDate.FindAllString(d.Hint, -1) {
				proposed++
				mended := folder("")
				mended[d.File] = &fstest.MapFile{Data: []byte(mend(text, d.Range, value))}
				for _, next := range found(mended) {
					if next.Line == d.Line {
						t.Fatalf("%s\n%s %s\nand then %s: %s %s", text, d.Message, d.Hint, value, next.Message, next.Hint)
					}
				}
			}
		}
	}
	if proposed < 300 {
		t.Errorf("only %d dates were proposed", proposed)
	}
}

// folder has two pleinen, and a spreekuur at one of them with the fields given.
func folder(fields string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for name, text := range map[string]string{
		"site.toml":             "titel = \"Site\"\nadres = \"https://site.example\"\n",
		"partners/hulp.toml":    "naam = \"Hulp\"\n",
		"pleinen/markt.toml":    "naam = \"Markt\"\nadres = \"Markt 1\"\npostcode = \"5000 AA\"\nplaats = \"Dorp\"\ntelefoon = \"013 000 00 01\"\n",
		"pleinen/kade.toml":     "naam = \"Kade\"\nadres = \"Kade 1\"\npostcode = \"5000 AB\"\nplaats = \"Dorp\"\ntelefoon = \"013 000 00 01\"\n",
		"spreekuren/proef.toml": "titel = \"Proef\"\nplein = \"markt\"\npartner = \"hulp\"\ntijd = \"10.00 tot 12.00 uur\"\nin_een_zin = \"Hulp.\"\ntekst = \"Tekst.\"\n" + fields,
	} {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

// mend puts a value in the place of the wrong one.
func mend(text string, at diag.Range, value string) string {
	lines := strings.Split(text, "\n")
	line := []rune(lines[at.Line-1])
	lines[at.Line-1] = string(line[:at.Column-1]) + value + string(line[at.Column-1+at.Length:])
	return strings.Join(lines, "\n")
}
