package feed

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"

	"pleinwijzer/generator/browsertest"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/recurrence"
	"pleinwijzer/generator/schedule"
)

func TestOpeningHours(t *testing.T) {
	const bare = "naam = \"P\"\nadres = \"Weg 1\"\npostcode = \"5161 CC\"\nplaats = \"Dorp\"\ntelefoon = \"013 000 00 01\"\n"
	for _, tt := range []struct{ plein, want string }{
		{"", ""},
		{"feestdagen = \"open\"\n[openingstijden]\nmaandag = \"gesloten\"", "off"},
		{"feestdagen = \"open\"\n[openingstijden]\nmaandag = \"9.00-12.00 en 13.00-17.00\"\ndinsdag = \"9.00-17.00\"\nwoensdag = \"9.00-17.00\"\nvrijdag = \"9.00-17.00\"\nzondag = \"20.00-24.00\"",
			"Mo 09:00-12:00,13:00-17:00; Tu-We,Fr 09:00-17:00; Su 20:00-24:00"},
		{"feestdagen = [\"eerste_kerstdag\", \"tweede_kerstdag\", \"koningsdag\"]\n[openingstijden]\nvrijdag = \"9.00-17.00\"\nzaterdag = \"9.00-17.00\"\ndinsdag = \"9.00-17.00\"",
			"Tu,Fr-Sa 09:00-17:00; 2026 Dec 25-2026 Dec 26,2027 Apr 27,2027 Dec 25 off"},
		{"feestdagen = \"open\"\n[openingstijden]\ndonderdag = \"9.00-17.00\"\nvrijdag = \"9.00-17.00\"\n[[afwijkend]]\nvan = \"2026-12-31\"\ntot_en_met = \"2027-01-01\"\ntijd = \"9.00-12.00\"\n[[afwijkend]]\ndatum = \"2026-12-06\"\ntijd = \"13.00-15.00\"\n[[afwijkend]]\ndatum = \"2026-12-10\"\ngesloten = true",
			"Th-Fr 09:00-17:00; 2026 Dec 06 13:00-15:00; 2026 Dec 10 off; 2026 Dec 31-2027 Jan 01 09:00-12:00"},
	} {
		c := site(t, with(map[string]string{"pleinen/p.toml": bare + tt.plein}))
		for _, p := range c.Pleinen {
			if p.Slug != "p" {
				continue
			}
			if got := OpeningHours(c, p); got != tt.want {
				t.Errorf("%s\ngot  %s\nwant %s", tt.plein, got, tt.want)
			}
		}
	}
}

// evaluator is the library that maps on OpenStreetMap read such values with.
const evaluator = "../../.ci/node_modules/opening_hours"

// intervals asks the library when each value is open, in minutes since the begin.
// In UTC no hour of the clock is skipped or there twice.
const intervals = `
const opening_hours = require(process.argv[1]);
const {values, from, until} = JSON.parse(require("fs").readFileSync(0, "utf8"));
const [begin, end] = [new Date(from), new Date(until)];
process.stdout.write(JSON.stringify(values.map((value) =>
	new opening_hours(value, null).getOpenIntervals(begin, end).map(([from, to]) => [(from - begin) / 60000, (to - begin) / 60000]))));
`

// TestOpeningHoursAgainstEvaluator wants the same to be open in each minute of a
// year as the catalog says.
func TestOpeningHoursAgainstEvaluator(t *testing.T) {
	_, err := os.Stat(evaluator)
	browsertest.Needs(t, err == nil, "opening_hours")
	for name, c := range map[string]*catalog.Catalog{"small": site(t, small), "shipped": shipped(t), "random": site(t, randomSite(11))} {
		var pleinen []*catalog.Plein
		var values []string
		for _, p := range c.Pleinen {
			if value := OpeningHours(c, p); value != "" {
				pleinen, values = append(pleinen, p), append(values, value)
			}
		}
		for i, open := range evaluate(t, values, c.Today, recurrence.KnownAt(c.Today)) {
			wantOpen(t, name, values[i], open, pleinen[i], c)
		}
	}
}

func wantOpen(t *testing.T, name, value string, open [][2]int, p *catalog.Plein, c *catalog.Catalog) {
	t.Helper()
	const day = 24 * 60
	days := int(recurrence.KnownAt(c.Today)-c.Today) + 1
	got, want := make([]bool, days*day), make([]bool, days*day)
	for _, span := range open {
		fill(got, span[0], span[1])
	}
	for i := range days {
		hours, _, _ := p.Schedule.HoursOn(c.Today.Add(i), c.Site.Calendar)
		for _, span := range hours {
			fill(want, i*day+int(span.Begin), i*day+int(span.End))
		}
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("%s, %s: on %s at %s open is %t, want %t: %s", name, p.Slug, c.Today.Add(i/day), schedule.Clock(i%day), got[i], want[i], value)
			return
		}
	}
}

func fill(minutes []bool, from, to int) {
	for i := from; i < to; i++ {
		minutes[i] = true
	}
}

// evaluate runs the library.
func evaluate(t *testing.T, values []string, first, last schedule.Date) [][][2]int {
	t.Helper()
	in, err := json.Marshal(map[string]any{
		"values": values, "from": first.String() + "T00:00:00Z", "until": last.Add(1).String() + "T00:00:00Z",
	})
	if err != nil {
		t.Fatal(err)
	}
	command := exec.CommandContext(t.Context(), "node", "-e", intervals, evaluator)
	command.Env = append(os.Environ(), "TZ=UTC")
	command.Stdin = strings.NewReader(string(in))
	out, err := command.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	var open [][][2]int
	if err := json.Unmarshal(out, &open); err != nil {
		t.Fatalf("%v: %.300s", err, out)
	}
	return open
}

// TestGeoJSON wants each plein with a position at that position, longitude first,
// and in the Netherlands.
func TestGeoJSON(t *testing.T) {
	for name, c := range map[string]*catalog.Catalog{"small": site(t, small), "shipped": shipped(t)} {
		var read struct {
			Type     string
			Features []struct {
				Type, ID string
				Geometry struct {
					Type        string
					Coordinates []float64
				}
				Properties struct {
					Slug          string
					Opening_hours string
					Spreekuren    int
				}
			}
		}
		if err := json.Unmarshal([]byte(render(t, c, "feeds/pleinen.geojson")), &read); err != nil {
			t.Fatal(err)
		}
		var got, want []string
		for _, f := range read.Features {
			at := f.Geometry.Coordinates
			if f.Type != "Feature" || f.Geometry.Type != "Point" || len(at) != 2 || at[0] < 3.2 || at[0] > 7.3 || at[1] < 50.7 || at[1] > 53.7 {
				t.Errorf("%s: %s, %s at %v", name, f.Type, f.Geometry.Type, at)
			}
			got = append(got, fmt.Sprintln(f.ID, f.Properties, at))
		}
		for _, p := range c.Pleinen {
			at := p.Adres(c.Today)
			if at.Breedtegraad == 0 {
				continue
			}
			properties := struct {
				Slug, Opening string
				Spreekuren    int
			}{Slug: p.Slug, Opening: OpeningHours(c, p)}
			for _, s := range p.Spreekuren {
				if s.Active() {
					properties.Spreekuren++
				}
			}
			want = append(want, fmt.Sprintln(p.ID, properties, []float64{at.Lengtegraad, at.Breedtegraad}))
		}
		if read.Type != "FeatureCollection" || len(want) == 0 || strings.Join(got, "") != strings.Join(want, "") {
			t.Errorf("%s: %s\ngot\n%s\nwant\n%s", name, read.Type, strings.Join(got, ""), strings.Join(want, ""))
		}
	}
}
