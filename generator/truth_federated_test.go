package generator_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/google/uuid"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/kept"
	"pleinwijzer/generator/pagetest"
	"pleinwijzer/generator/schedule"
)

// region is the content of a directory that has nothing of its own.
const region = "titel = \"Regio\"\nadres = \"https://regio.example\"\nnaamruimte = \"regio.example\"\n" +
	"[[sluitingen]]\nvan = \"2026-12-01\"\ntot_en_met = \"2027-03-01\"\nreden = \"De regio is dicht.\"\n"

// keptOf is what a directory keeps of a source.
func keptOf(t testing.TB, name string, files map[string][]byte) fstest.MapFS {
	t.Helper()
	return pagetest.Keep(t, name, files, nil)
}

// regionOf is the content of a directory that shows another one.
func regionOf(t *testing.T, from truthSite) *content.Content {
	t.Helper()
	own, problems, err := contentfs.Read(fstest.MapFS{
		"site.toml":        {Data: []byte(region)},
		"onderwerpen.toml": {Data: []byte("[geld]\nnaam = \"Geld\"\n")},
		"bronnen.toml":     {Data: []byte("[bron]\ntitel = \"De bron\"\nadres = \"https://bron.example/feeds/v1/\"\nlicentie = \"CC0-1.0\"\n")},
	})
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	all, problems, err := kept.NewReader(keptOf(t, "bron", from.files)).Join(own, schedule.DateOf(truthNow))
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	if _, unresolved := catalog.Resolve(all, catalog.Options{Now: truthNow}); len(unresolved) > 0 {
		t.Fatal(unresolved)
	}
	return all
}

// TestFederatedTimes wants a directory to say of a spreekuur of another one exactly what
// the feeds and the calendars of that one say, on every day that these cover.
func TestFederatedTimes(t *testing.T) {
	directories := 12
	if testing.Short() {
		directories = 2
	}
	compared, missing := 0, 0
	for seed := range directories + 1 {
		records := sampleContent(t)
		if seed > 0 {
			records = randomContent(t, uint64(100+seed))
		}
		from := feedTruth(t, records)
		region := feedTruth(t, regionOf(t, from))
		byID := map[uuid.UUID]*catalog.Spreekuur{}
		for _, s := range region.Spreekuren {
			byID[s.ID] = s
		}
		for _, s := range from.Spreekuren {
			here := byID[s.ID]
			if here == nil {
				if !s.Ended() {
					missing++
					t.Errorf("%s is lost", s.Slug)
				}
				continue
			}
			if here.Page() != "/bron"+s.Page() {
				t.Errorf("%s is at %s", s.Slug, here.Page())
			}
			if !s.Active() {
				continue
			}
			until := min(here.From.Known.Until, from.last())
			name := fmt.Sprint("site ", seed)
			for _, f := range []format{{"JSON", jsonTruth, true, true}, {"iCalendar", icsTruth, true, false}} {
				theirs, covered := f.read(t, from, s)
				until := min(until, covered)
				ours := truthOf(region, here, until, f)
				upTo := func(lines []string) []string {
					return slices.DeleteFunc(lines, func(line string) bool { return line[:len("2026-11-28")] > until.String() })
				}
				n, _ := f.compare(t, name+" "+f.name, s, heldDates{upTo(theirs.held), upTo(theirs.cancelled)}, ours)
				compared += n
			}
			if got, want := here.Ended(), s.Ended(); got != want {
				t.Errorf("%s: ended %t, want %t", s.Slug, got, want)
			}
		}
	}
	t.Logf("%d dates compared", compared)
	if compared < 5000 && !testing.Short() {
		t.Error("too few")
	}
}

// TestFederatedRule wants the words of a rule to be those of the source.
func TestFederatedRule(t *testing.T) {
	from := feedTruth(t, randomContent(t, 7))
	region := feedTruth(t, regionOf(t, from))
	words := func(site truthSite) map[string]string {
		var feed struct {
			Spreekuren []struct{ ID, Regel, Tekst string }
		}
		if err := json.Unmarshal(site.files["feeds/v1/spreekuren.json"], &feed); err != nil {
			t.Fatal(err)
		}
		all := map[string]string{}
		for _, s := range feed.Spreekuren {
			all[s.ID] = s.Regel + "|" + s.Tekst
		}
		return all
	}
	want, got := words(from), words(region)
	for id, rule := range want {
		if got[id] != rule {
			t.Errorf("%q, want %q", got[id], rule)
		}
	}
}

// TestFederationOfFederations takes a directory over by way of another one. Its records keep
// their ids and say who keeps them, their times are the same, and nothing comes back to the
// directory that they are from.
func TestFederationOfFederations(t *testing.T) {
	from := feedTruth(t, randomContent(t, 11))
	region := feedTruth(t, regionOf(t, from))
	country := feedTruth(t, regionOf(t, region))
	held := map[uuid.UUID]*catalog.Spreekuur{}
	for _, s := range region.Spreekuren {
		held[s.ID] = s
	}
	f := format{"catalog", nil, true, true}
	for _, s := range country.Spreekuren {
		before := held[s.ID]
		until := min(s.From.Known.Until, before.From.Known.Until)
		got, want := truthOf(country, s, until, f), truthOf(region, before, until, f)
		f.compare(t, "country", s, got, want)
		if credit := s.From.Credit(); credit.Name != "De bron" || credit.URL != before.From.URL || s.Slug != "bron/bron-"+before.From.Name {
			t.Errorf("%s: %+v", s.Slug, credit)
		}
	}
	if len(country.Spreekuren) != len(region.Spreekuren) {
		t.Errorf("%d of %d", len(country.Spreekuren), len(region.Spreekuren))
	}
	own := *from.Content()
	own.Sources = []*content.Source{{Slug: "bron", Titel: "De regio"}}
	empty := &content.Content{Site: own.Site, Sources: own.Sources} // as if all was deleted since
	for round, files := range []map[string][]byte{region.files, country.files} {
		for _, at := range []*content.Content{&own, empty} {
			back, problems, err := kept.NewReader(keptOf(t, "bron", files)).Join(at, schedule.DateOf(truthNow))
			if err != nil || len(problems) > 0 {
				t.Fatal(err, problems)
			}
			for _, item := range back.Items() {
				if item.File().From != nil {
					t.Errorf("%s comes back by way of %d others", item.File().Slug, round+1)
				}
			}
		}
	}
}
