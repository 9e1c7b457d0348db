package elsewhere_test

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/elsewhere"
	"pleinwijzer/generator/randomsite"
	"pleinwijzer/generator/schedule"
)

// saturday is the day on which the directories of these tests are made, at noon.
var saturday = time.Date(2026, 11, 28, 12, 0, 0, 0, schedule.Amsterdam)

// directory has three pleinen in a row, each further from the first.
func directory(t *testing.T, more map[string]string) *catalog.Catalog {
	t.Helper()
	files := map[string]string{
		"site.toml":         "titel = \"Pleinen\"\nadres = \"https://pleinen.example\"\n",
		"onderwerpen.toml":  "[geld]\nnaam = \"Geld\"\n",
		"partners/hulp.md":  "+++\nnaam = \"Hulp\"\ntelefoon = \"013 000 00 09\"\n+++\n",
		"partners/raad.md":  "+++\nnaam = \"Raad\"\n+++\n",
		"pleinen/hier.md":   plein("Hier", 51.50),
		"pleinen/nabij.md":  plein("Nabij", 51.55),
		"pleinen/verweg.md": plein("Ver weg", 51.90),
	}
	for name, text := range more {
		files[name] = text
	}
	return resolved(t, files, saturday)
}

func resolved(t *testing.T, files map[string]string, now time.Time) *catalog.Catalog {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	records, problems, err := contentfs.Read(fsys)
	if err != nil {
		t.Fatal(err)
	}
	c, more := catalog.Resolve(records, catalog.Options{Now: now})
	for _, p := range append(problems, more...) {
		if p.Severity == diag.Error && p.Code != "openingstijden-ontbreken" { // a random plein may lack hours
			t.Fatalf("%s: %s", p.Range, p.Message)
		}
	}
	return c
}

func plein(name string, latitude float64) string {
	spot := ""
	if latitude != 0 {
		spot = fmt.Sprintf("breedtegraad = %.2f\nlengtegraad = 5.10\n", latitude)
	}
	return fmt.Sprintf("+++\nnaam = %q\nadres = \"Markt 1\"\npostcode = \"5000 AA\"\nplaats = %q\ntelefoon = \"013 000 00 01\"\n%s+++\n", name, name, spot)
}

// hour is a spreekuur about money.
func hour(title, plein string, more ...string) string {
	return fmt.Sprintf("+++\ntitel = %q\nplein = %q\npartner = \"hulp\"\nonderwerpen = [\"geld\"]\nin_een_zin = \"Hulp.\"\n%s\n+++\nTekst.\n", title, plein, strings.Join(more, "\n"))
}

const (
	monday, friday = "dag = \"maandag\"\ntijd = \"10-12\"", "dag = \"vrijdag\"\ntijd = \"10-12\""
	asked          = "dag = \"op afspraak\"\ntelefoon = \"013 000 00 08\""
)

func find[T interface{ Name() string }](t *testing.T, all []T, name string) T {
	t.Helper()
	for _, x := range all {
		if x.Name() == name {
			return x
		}
	}
	t.Fatalf("no %s", name)
	panic("unreachable")
}

// told is a visit in a few words: the spreekuur, its plein and its day, or how else.
func told(v elsewhere.Visit) string {
	when := "nooit"
	switch {
	case v.Dated():
		when = v.Next.Date.String()
	case v.Helps():
		when = "op afspraak"
	}
	return fmt.Sprintf("%s, %s, %s", v.Spreekuur.Titel, v.Plein.Naam, when)
}

// TestHereAndNearest asks of directories who helps with money at the first plein, and who
// does nearest to it.
func TestHereAndNearest(t *testing.T) {
	tests := []struct {
		name    string
		hours   map[string]string
		here    []string
		nearest string // "" if there is none
	}{
		{"nobody", nil, nil, ""},
		{"here and near", map[string]string{"a": hour("A", "hier", friday), "b": hour("B", "hier", monday), "c": hour("C", "nabij", monday)},
			[]string{"B, Hier, 2026-11-30", "A, Hier, 2026-12-04"}, "C, Nabij, 2026-11-30"},
		{"the near one is later", map[string]string{"a": hour("A", "verweg", monday), "b": hour("B", "nabij", friday)}, nil, "B, Nabij, 2026-12-04"},
		{"the near one makes appointments", map[string]string{"a": hour("A", "verweg", monday), "b": hour("B", "nabij", asked)}, nil, "A, Ver weg, 2026-11-30"},
		{"all make appointments", map[string]string{"a": hour("A", "verweg", asked), "b": hour("B", "nabij", asked)}, nil, "B, Nabij, op afspraak"},
		{"appointments here", map[string]string{"a": hour("A", "hier", asked)}, []string{"A, Hier, op afspraak"}, ""},
		{"paused here", map[string]string{"a": hour("A", "hier", monday, "status = \"tijdelijk gestopt\""), "b": hour("B", "verweg", monday)},
			[]string{"A, Hier, nooit"}, "B, Ver weg, 2026-11-30"},
		{"stopped", map[string]string{"a": hour("A", "hier", monday, "status = \"gestopt\""), "b": hour("B", "nabij", monday, "status = \"gestopt\"")}, nil, ""},
		{"over", map[string]string{"a": hour("A", "hier", monday, "tot_en_met = \"2026-11-23\""), "b": hour("B", "nabij", monday, "tot_en_met = \"2026-11-23\"")}, nil, ""},
		{"cancelled", map[string]string{"a": hour("A", "hier", monday, "[[afwijkend]]\nvan = \"2026-11-30\"\ntot_en_met = \"2026-12-31\"\nvervalt = true")},
			[]string{"A, Hier, 2027-01-04"}, ""},
		{"a guest", map[string]string{"a": hour("A", "nabij", monday, "[[afwijkend]]\ndatum = \"2026-12-14\"\nplein = \"hier\"")},
			[]string{"A, Hier, 2026-12-14"}, "A, Nabij, 2026-11-30"},
		{"away for weeks", map[string]string{"a": hour("A", "hier", monday, "[[afwijkend]]\nvan = \"2026-11-30\"\ntot_en_met = \"2026-12-14\"\nplein = \"verweg\"")},
			[]string{"A, Hier, 2026-12-21"}, "A, Ver weg, 2026-11-30"},
		{"away for good", map[string]string{"a": hour("A", "hier", monday, "tot_en_met = \"2026-12-14\"\n[[afwijkend]]\nvan = \"2026-11-30\"\ntot_en_met = \"2026-12-14\"\nplein = \"verweg\"")},
			nil, "A, Ver weg, 2026-11-30"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			files := map[string]string{}
			for slug, text := range test.hours {
				files["spreekuren/"+slug+".md"] = text
			}
			c := directory(t, files)
			here := find(t, c.Pleinen, "Hier")
			var got []string
			for _, v := range elsewhere.Here(here, c.Onderwerpen[0]) {
				got = append(got, told(v))
			}
			if fmt.Sprint(got) != fmt.Sprint(test.here) {
				t.Errorf("here: %q, want %q", got, test.here)
			}
			nearest := ""
			if v, ok := elsewhere.Nearest(here, c.Onderwerpen[0].Spreekuren, c.Today); ok {
				nearest = told(v)
			}
			if nearest != test.nearest {
				t.Errorf("nearest: %q, want %q", nearest, test.nearest)
			}
		})
	}
}

// TestUnknownDistance takes the soonest of pleinen of which nobody knows how far they are,
// after those of which that is known.
func TestUnknownDistance(t *testing.T) {
	c := directory(t, map[string]string{
		"pleinen/ergens.md": plein("Ergens", 0), "pleinen/elders.md": plein("Elders", 0),
		"spreekuren/a.md": hour("A", "ergens", friday), "spreekuren/b.md": hour("B", "elders", monday),
	})
	here := find(t, c.Pleinen, "Hier")
	if v, _ := elsewhere.Nearest(here, c.Spreekuren, c.Today); told(v) != "B, Elders, 2026-11-30" {
		t.Error(told(v))
	}
	if _, known := elsewhere.Distance(here, find(t, c.Pleinen, "Elders"), c.Today); known {
		t.Error("the distance to a plein without a spot is known")
	}
	if km, known := elsewhere.Distance(here, find(t, c.Pleinen, "Nabij"), c.Today); !known || math.Abs(km-5.56) > 0.01 {
		t.Errorf("a twentieth of a degree is %.2f km", km)
	}
}

// TestDestination follows referrals.
func TestDestination(t *testing.T) {
	refer := func(to string) string {
		return "dag = \"dinsdag\"\ntijd = \"10-12\"\n[[verwijs]]\nvraag = \"U wilt meer.\"\n" + to
	}
	tests := []struct {
		name, to string
		hours    map[string]string
		want     string // "" for none
	}{
		{"a spreekuur", `naar = "a"`, map[string]string{"a": hour("A", "verweg", friday)}, "A, Ver weg, 2026-12-04"},
		{"its successor", `naar = "a"`, map[string]string{"a": hour("A", "nabij", friday, "status = \"gestopt\"\nopvolger = \"b\""), "b": hour("B", "verweg", friday)}, "B, Ver weg, 2026-12-04"},
		{"the successor of one that is over", `naar = "a"`, map[string]string{"a": hour("A", "nabij", friday, "tot_en_met = \"2026-11-20\"\nopvolger = \"b\""), "b": hour("B", "verweg", asked)}, "B, Ver weg, op afspraak"},
		{"the successor of one that is paused", `naar = "a"`, map[string]string{"a": hour("A", "nabij", friday, "status = \"tijdelijk gestopt\"\nopvolger = \"b\""), "b": hour("B", "verweg", monday)}, "B, Ver weg, 2026-11-30"},
		{"one that is over", `naar = "a"`, map[string]string{"a": hour("A", "nabij", friday, "tot_en_met = \"2026-11-20\"")}, "A, Nabij, nooit"},
		{"a partner here", `naar = "hulp"`, map[string]string{"a": hour("A", "nabij", monday), "b": hour("B", "hier", friday)}, "B, Hier, 2026-12-04"},
		{"a partner nearby", `naar = "hulp"`, map[string]string{"a": hour("A", "verweg", monday), "b": hour("B", "nabij", friday)}, "B, Nabij, 2026-12-04"},
		{"a partner with this spreekuur only", `naar = "hulp"`, nil, ""},
		{"a partner without spreekuren", `naar = "raad"`, nil, ""},
		{"a website", `website = "https://elders.example"`, nil, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			files := map[string]string{"spreekuren/van.md": hour("Van", "hier", refer(test.to))}
			for slug, text := range test.hours {
				files["spreekuren/"+slug+".md"] = text
			}
			c := directory(t, files)
			from, got := find(t, c.Spreekuren, "Van"), ""
			if v, ok := elsewhere.Destination(from.Plein, from, from.Verwijs[0], c.Today); ok {
				got = told(v)
			}
			if got != test.want {
				t.Errorf("%q, want %q", got, test.want)
			}
		})
	}
}

// TestNextDates compares the next visits of random directories with all dates one by one.
func TestNextDates(t *testing.T) {
	dated := 0
	for seed := range uint64(6) {
		files := randomsite.Files(seed, randomsite.Shape{Pleinen: 6, Partners: 4, Spreekuren: 30})
		c := resolved(t, files, saturday.AddDate(0, 0, int(seed)*37))
		for _, p := range c.Pleinen {
			for _, o := range c.Onderwerpen {
				for _, v := range elsewhere.Here(p, o) {
					if want := firstAt(c, v.Spreekuur, p); told(v) != told(elsewhere.Visit{Spreekuur: v.Spreekuur, Plein: p, Next: want}) {
						t.Errorf("seed %d: %s, want %v", seed, told(v), want)
					}
					if v.Dated() {
						dated++
					}
				}
				near, ok := elsewhere.Nearest(p, o.Spreekuren, c.Today)
				if ok && (near.Plein == p || near.Dated() && near.Next.End().Before(c.Moment.Now())) {
					t.Errorf("seed %d: from %s to %s", seed, p.Naam, told(near))
				}
			}
		}
	}
	if dated < 100 {
		t.Errorf("only %d dates were compared", dated)
	}
}

// firstAt is the first date at a plein that goes on and is not over.
func firstAt(c *catalog.Catalog, x *catalog.Spreekuur, p *catalog.Plein) *catalog.Occurrence {
	for o := range x.Between(c.Today, c.Today.Add(434)) {
		if !o.Cancelled() && o.Plein == p && o.End().After(c.Moment.Now()) {
			return &o
		}
	}
	return nil
}
