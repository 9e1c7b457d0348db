package generator_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/federation"
	"pleinwijzer/generator/hsds"
	"pleinwijzer/generator/kept"
	"pleinwijzer/generator/schedule"
)

// serveHSDS answers at the addresses of the API of a site, as a host with its rewrites does.
func serveHSDS(files map[string][]byte) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		for _, rule := range hsds.Rewrites() {
			to, ok := rule.To, true
			from, is := strings.Split(rule.From, "/"), strings.Split(r.URL.Path, "/")
			if ok = len(from) == len(is); ok {
				for i := range from {
					if strings.HasPrefix(from[i], ":") {
						to = strings.Replace(to, from[i], is[i], 1)
					} else {
						ok = ok && from[i] == is[i]
					}
				}
			}
			for _, part := range strings.Fields(rule.Query) {
				name, place, _ := strings.Cut(part, "=")
				ok = ok && r.URL.Query().Has(name)
				to = strings.Replace(to, place, r.URL.Query().Get(name), 1)
			}
			if data := files[to[1:]]; ok && data != nil {
				w.Header().Set("Content-Type", "application/json")
				w.Write(data)
				return
			}
		}
		http.NotFound(w, r)
	}
}

// fetchedHSDS is a directory that reads the HSDS of another one.
func fetchedHSDS(t *testing.T, from truthSite) (*catalog.Catalog, *kept.Lock) {
	t.Helper()
	server := httptest.NewServer(serveHSDS(from.files))
	defer server.Close()
	own, problems, err := contentfs.Read(fstest.MapFS{
		"site.toml": {Data: []byte(region)},
		"bronnen.toml": {Data: []byte("[bron]\ntitel = \"De bron\"\nsoort = \"hsds\"\n" +
			"adres = \"https://bron.example/hsds\"\nlicentie = \"CC0-1.0\"\n")},
	})
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	dir := t.TempDir()
	updater, err := federation.NewUpdater(toServer{server}, dir, truthNow)
	if err != nil {
		t.Fatal(err)
	}
	result, err := updater.Update(t.Context(), own.Sources[0], false)
	if err != nil || !result.Passed() {
		t.Fatal(err, result.Fault, result.Holds)
	}
	all, problems, err := kept.NewReader(os.DirFS(dir)).Join(own, schedule.DateOf(truthNow))
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	c, unresolved := catalog.Resolve(all, catalog.Options{Now: truthNow})
	if unresolved.HasErrors() {
		t.Fatal(unresolved)
	}
	return c, result.Lock
}

// toServer sends whatever is asked of the source to a server here.
type toServer struct{ *httptest.Server }

func (s toServer) RoundTrip(r *http.Request) (*http.Response, error) {
	r = r.Clone(r.Context())
	r.URL.Scheme, r.URL.Host = "http", s.Listener.Addr().String()
	return http.DefaultTransport.RoundTrip(r)
}

// TestHSDSTimes wants what is read back from our own HSDS to have the dates, hours and
// streets of our JSON feed. HSDS has no cancellations.
func TestHSDSTimes(t *testing.T) {
	directories := 3
	if testing.Short() {
		directories = 1
	}
	compared, rules := 0, 0
	for seed := range directories {
		from := buildTruth(t, sampleContent(t))
		if seed > 0 {
			from = randomTruth(t, uint64(200+seed))
		}
		site, lock := fetchedHSDS(t, from)
		for _, odd := range lock.Odd {
			if slices.Contains([]string{"rooster", "tijd", "klok", "utc", "plek"}, odd.Name) {
				t.Errorf("site %d: %d × %s", seed, odd.Count, odd.Name)
			}
		}
		byPage := map[string][]*catalog.Spreekuur{} // a place with a rule of its own makes another one
		for _, s := range site.Spreekuren {
			page, _, _ := strings.Cut(s.From.URL, "#")
			byPage[page] = append(byPage[page], s)
			for _, block := range s.Tijden {
				if !block.Dag.Listed() {
					rules++
				}
			}
		}
		f := format{"JSON", jsonTruth, true, false}
		for _, s := range from.Spreekuren {
			if s.Ended() {
				continue
			}
			here := byPage[from.Site.Absolute(s.Page())]
			if len(here) == 0 {
				t.Errorf("%s is lost", s.Slug)
				continue
			}
			theirs, covered := f.read(t, from, s)
			until := min(here[0].From.Known.Until, covered)
			if until < from.Today+399 && seed == 0 || until < from.Today+365 { // a random list of dates may end before that
				t.Errorf("%s is known until %s", s.Slug, until)
			}
			var ours heldDates
			for _, part := range here {
				ours.held = append(ours.held, truthOf(truthSite{Catalog: site}, part, until, f).held...)
			}
			want := heldDates{held: slices.DeleteFunc(theirs.held, func(line string) bool { return line[:len("2026-11-28")] > until.String() })}
			for i := range want.held {
				want.held[i] = strings.Replace(want.held[i], " - 24:00", " - 23:59", 1)
			}
			n, _ := f.compare(t, fmt.Sprint("site ", seed), s, ours, want)
			compared += n
			if here[0].Active() != s.Active() || here[0].Titel != s.Titel || here[0].InEenZin != s.InEenZin {
				t.Errorf("%s: %t %q %q", s.Slug, here[0].Active(), here[0].Titel, here[0].InEenZin)
			}
		}
	}
	t.Logf("%d dates compared, %d rules", compared, rules)
	if compared < 1000 || rules < 20 {
		t.Error("too few")
	}
}
