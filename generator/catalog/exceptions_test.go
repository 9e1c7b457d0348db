package catalog_test

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
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
		c, problems, err := content.Read(fsys)
		if err != nil || problems.HasErrors() {
			t.Fatal(err, problems)
		}
		_, more := catalog.Resolve(c, catalog.Options{Now: now})
		return more
	}
	rnd, proposed := rand.New(rand.NewPCG(14, 9)), 0
	for range 400 {
		fsys := base(t)
		wrong := date("2026-11-20").Add(rnd.IntN(500))
		spreekuur(fsys, "proef", fmt.Sprintf("dag = %q", rules[rnd.IntN(len(rules))]), `vanaf = "2026-10-01"`, `tot_en_met = "2027-12-31"`,
			fmt.Sprintf("[[afwijkend]]\ndatum = %q\nvervalt = true\n[[afwijkend]]\ndatum = %q\nplein = \"plein-goirle\"", wrong, wrong.Add(1+rnd.IntN(9))))
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
				mended := base(t)
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
