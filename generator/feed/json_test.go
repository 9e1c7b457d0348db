package feed

import (
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/teambition/rrule-go"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/publish"
	"pleinwijzer/generator/recurrence"
	"pleinwijzer/generator/say"
	"pleinwijzer/generator/schedule"
)

// keys are the names that the design of the feed knows, by the object they
// stand in. A name that is not here may be added, but never by accident.
var keys = map[string]string{
	"":                               "$schema versie gemaakt geldig_tot bron titel organisatie licentie tijdzone spreekuren pleinen partners agenda berichten",
	".spreekuren":                    "id slug url bron titel in_een_zin tekst tekst_html regel rooster uitzonderingen inloop komende plein partners onderwerpen doelgroepen talen kosten aanmelden telefoon email website meenemen niet verwijs status reden opvolger vertaling gecontroleerd gewijzigd",
	".spreekuren.rooster":            "rrule data begin eind vanaf tot_en_met",
	".spreekuren.uitzonderingen":     "datum begin eind status was reden plein locatie adres postcode plaats breedtegraad lengtegraad",
	".spreekuren.uitzonderingen.was": "begin eind",
	".spreekuren.vertaling":          "taal titel in_een_zin tekst",
	".spreekuren.plein.verhuizingen": "vanaf locatie adres postcode plaats breedtegraad lengtegraad toegankelijkheid route reden",
	".spreekuren.verwijs":            "vraag spreekuur partner website hoe",
	".spreekuren.verwijs.spreekuur":  "slug titel url",
	".spreekuren.verwijs.partner":    "slug naam url website",
	".spreekuren.inloop":             "begin eind",
	".spreekuren.komende":            "begin eind status reden plein locatie adres postcode plaats breedtegraad lengtegraad",
	".spreekuren.plein":              "slug naam url locatie adres postcode plaats breedtegraad lengtegraad telefoon email verhuizingen",
	".spreekuren.partners":           "slug naam url website",
	".spreekuren.onderwerpen":        "slug naam",

	".pleinen":                       "id slug url bron naam in_een_zin tekst tekst_html locatie adres postcode plaats breedtegraad lengtegraad gemeente provincie verhuizingen telefoon email website kartrekker openingstijden opening_hours afwijkend toegankelijkheid route proef partners spreekuren agenda berichten",
	".pleinen.verhuizingen":          "vanaf locatie adres postcode plaats breedtegraad lengtegraad toegankelijkheid route reden",
	".pleinen.kartrekker":            "slug naam url website",
	".pleinen.openingstijden":        "dag tijden gesloten",
	".pleinen.openingstijden.tijden": "begin eind",
	".pleinen.afwijkend":             "datum tijden gesloten reden",
	".pleinen.afwijkend.tijden":      "begin eind",
	".pleinen.proef":                 "van tot_en_met",
	".pleinen.partners":              "slug naam url website",
	".pleinen.spreekuren":            "slug titel url",
	".pleinen.agenda":                "slug titel url",
	".pleinen.berichten":             "slug titel url",

	".partners":            "id slug url bron naam in_een_zin tekst tekst_html telefoon email website kvk nieuwsbrief kanalen logo pleinen spreekuren berichten",
	".partners.kanalen":    "naam url",
	".partners.pleinen":    "slug naam url",
	".partners.spreekuren": "slug titel url",
	".partners.berichten":  "slug titel url",

	".agenda":           "id slug url bron titel in_een_zin tekst tekst_html datum tot_en_met begin eind dag keren plein waar programma sprekers vragen voor doelgroepen kosten aanmelden aanmelden_tot plaatsen website telefoon email partners",
	".agenda.keren":     "datum begin eind",
	".agenda.plein":     "slug naam url",
	".agenda.waar":      "locatie adres postcode plaats breedtegraad lengtegraad tekst website",
	".agenda.programma": "begin eind titel optioneel",
	".agenda.sprekers":  "naam rol organisatie",
	".agenda.partners":  "slug naam url website",

	".berichten":            "id slug url bron titel datum tot_en_met belangrijk in_een_zin tekst tekst_html pleinen partners spreekuren",
	".berichten.pleinen":    "slug naam url",
	".berichten.partners":   "slug naam url website",
	".berichten.spreekuren": "slug titel url",

	".spreekuren.bron": "naam url licentie", ".pleinen.bron": "naam url licentie", ".partners.bron": "naam url licentie",
	".agenda.bron": "naam url licentie", ".berichten.bron": "naam url licentie",
}

// isData reports whether a file is a JSON feed: the schemas are no data.
func isData(f publish.File) bool {
	return strings.HasSuffix(f.Path, ".json") && !strings.HasSuffix(f.Path, ".schema.json")
}

func TestJSONKeys(t *testing.T) {
	for name, c := range map[string]*catalog.Catalog{"small": site(t, small), "shipped": shipped(t), "random": site(t, randomSite(3))} {
		for _, f := range Files(c) {
			if isData(f) {
				checkValue(t, name+" "+f.Path, "", decode(t, renderFile(t, f)))
			}
		}
	}
}

func decode(t *testing.T, text string) map[string]any {
	t.Helper()
	var value map[string]any
	if err := json.Unmarshal([]byte(text), &value); err != nil {
		t.Fatalf("%v: %.200s", err, text)
	}
	return value
}

// checkValue wants known names, and nothing that is empty but the rooster of who has no
// hours.
func checkValue(t *testing.T, file, at string, value any) {
	t.Helper()
	switch value := value.(type) {
	case map[string]any:
		known := strings.Fields(keys[at])
		for key, member := range value {
			if !slices.Contains(known, key) {
				t.Errorf("%s: unknown name %s.%s", file, at, key)
			}
			checkValue(t, file, at+"."+key, member)
		}
	case []any:
		if len(value) == 0 && strings.Count(at, ".") > 1 && at != ".spreekuren.rooster" {
			t.Errorf("%s: %s is empty", file, at)
		}
		for _, item := range value {
			checkValue(t, file, at, item)
		}
	case string:
		if strings.TrimSpace(value) == "" {
			t.Errorf("%s: %s is empty", file, at)
		}
	case nil:
		t.Errorf("%s: %s is null", file, at)
	}
}

func TestJSONStream(t *testing.T) {
	type record struct {
		Naam string `json:"naam"`
	}
	for _, tt := range []struct {
		records []record
		want    string
	}{
		{nil, "{\"versie\":\"1\",\"lijst\":[\n]}\n"},
		{[]record{{"a"}}, "{\"versie\":\"1\",\"lijst\":[\n{\"naam\":\"a\"}\n]}\n"},
		{[]record{{"<a>"}, {"\n"}, {"c"}}, "{\"versie\":\"1\",\"lijst\":[\n{\"naam\":\"<a>\"},\n{\"naam\":\"\\n\"},\n{\"naam\":\"c\"}\n]}\n"},
	} {
		var b strings.Builder
		head := struct {
			Versie string `json:"versie"`
		}{"1"}
		if err := (jsonFeed{head, "lijst", encoded(slices.Values(tt.records))}).write(&b); err != nil {
			t.Fatal(err)
		}
		if b.String() != tt.want {
			t.Errorf("got %q, want %q", b.String(), tt.want)
		}
		decode(t, b.String())
	}
}

// full is a disk without room for more than n writes.
type full struct{ n int }

var errFull = errors.New("disk full")

func (f *full) Write(p []byte) (int, error) {
	if f.n--; f.n < 0 {
		return 0, errFull
	}
	return len(p), nil
}

func TestWriteErrors(t *testing.T) {
	for _, f := range Files(site(t, small)) {
		for n := range 2 {
			err := f.Render(&full{n})
			if !isData(f) && n == 1 {
				continue // it fits in one write
			}
			if !errors.Is(err, errFull) {
				t.Errorf("%s: error %v after %d writes", f.Path, err, n)
			}
		}
	}
}

// TestRoosterAgainstRule has another program expand what the feed says of the
// rule.
func TestRoosterAgainstRule(t *testing.T) {
	c := site(t, randomSite(8))
	last := c.Today.Add(recurrence.Horizon)
	for _, s := range c.Spreekuren {
		if !s.Active() {
			continue
		}
		bare := s.Schedule
		bare.Exceptions, bare.Calendar, bare.SchoolWeeksOnly = nil, nil, false
		bare.Home = &schedule.Place{Opening: s.Plein.Schedule.Opening, HasOpening: s.Plein.Schedule.HasOpening}
		want := map[string]bool{}
		for o := range bare.Days(c.Today, last) {
			want[o.Date.String()+" "+o.Span.String()] = true
		}
		got := map[string]bool{}
		for _, entry := range rooster(c, s) {
			for _, date := range entryDates(t, entry, c.Today, last) {
				got[date+" "+entry.Begin+" - "+entry.Eind] = true
			}
		}
		if !maps.Equal(got, want) {
			t.Errorf("%s (%s): %d dates, want %d", s.Slug, say.Dutch(c).Rule(s), len(got), len(want))
		}
	}
}

func entryDates(t *testing.T, entry roosterJSON, from, last schedule.Date) []string {
	t.Helper()
	if entry.RRule == "" {
		return slices.DeleteFunc(entry.Data, func(date string) bool { return date > last.String() })
	}
	option, err := rrule.StrToROption(entry.RRule)
	if err != nil {
		t.Fatal(err)
	}
	option.Dtstart = from.At(0)
	for _, bound := range []struct {
		text string
		set  *time.Time
	}{{entry.Vanaf, &option.Dtstart}, {entry.TotEnMet, &option.Until}} {
		if bound.text != "" {
			date, err := schedule.ParseDate(bound.text)
			if err != nil {
				t.Fatal(err)
			}
			*bound.set = date.At(0)
		}
	}
	rule, err := rrule.NewRRule(*option)
	if err != nil {
		t.Fatal(err)
	}
	var dates []string
	for _, at := range rule.Between(from.At(0), last.At(0), true) {
		dates = append(dates, at.Format(time.DateOnly))
	}
	return dates
}

// TestMovedDates wants the address of each coming date that is not at today's
// door.
func TestMovedDates(t *testing.T) {
	defer func(saved time.Time) { now = saved }(now)
	now = time.Date(2027, time.February, 10, 12, 0, 0, 0, schedule.Amsterdam)
	feed := decode(t, render(t, site(t, small), "feeds/v1/spreekuren.json"))
	for _, item := range feed["spreekuren"].([]any) {
		s := item.(map[string]any)
		if s["slug"] != "brieven" {
			continue
		}
		if street := s["plein"].(map[string]any)["adres"]; street != "Kerkstraat 1" {
			t.Errorf("the plein is today at %v", street)
		}
		for _, item := range s["komende"].([]any) {
			date := item.(map[string]any)
			moved := date["begin"].(string) >= "2027-03-01"
			if (date["adres"] == "Nieuwstraat 2") != moved {
				t.Errorf("on %v: address %v", date["begin"], date["adres"])
			}
		}
	}
}

// TestStreamInPieces wants no more in memory than a record at a time.
func TestStreamInPieces(t *testing.T) {
	c := site(t, randomSite(5))
	for _, f := range Files(c) {
		largest := &largestWrite{}
		if err := f.Render(largest); err != nil {
			t.Fatal(err)
		}
		if largest.size > 64<<10 {
			t.Errorf("%s: a write of %d bytes", f.Path, largest.size)
		}
	}
}

type largestWrite struct{ size int }

func (l *largestWrite) Write(p []byte) (int, error) {
	l.size = max(l.size, len(p))
	return len(p), nil
}

// BenchmarkFeeds writes all feeds of a site with 10,000 spreekuren.
func BenchmarkFeeds(b *testing.B) {
	c := site(b, largeSite(10_000))
	for _, ext := range []string{".json", ".ics"} {
		b.Run(ext[1:], func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				count := &counter{}
				for _, f := range Files(c) {
					if !strings.HasSuffix(f.Path, ext) {
						continue
					}
					if err := f.Render(count); err != nil {
						b.Fatal(err)
					}
				}
				b.SetBytes(count.n)
			}
		})
	}
}

type counter struct{ n int64 }

func (c *counter) Write(p []byte) (int, error) {
	c.n += int64(len(p))
	return len(p), nil
}
