package main

import (
	"bytes"
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"pleinwijzer/generator/hsds"
	"pleinwijzer/generator/pagetest"
)

// newHSDS is another system: its API, by path and query, and what goes wrong with one of its
// addresses.
func newHSDS(t *testing.T, wrong map[string]http.HandlerFunc) *feedSource {
	t.Helper()
	f := &feedSource{feeds: map[string][]byte{}}
	for _, file := range hsds.Files(pagetest.Shipped(t)) {
		name := strings.TrimSuffix(strings.Replace(file.Path, "/page/", "?page=", 1), ".json")
		var b bytes.Buffer
		if err := file.Render(&b); err != nil {
			t.Fatal(err)
		}
		f.feeds[strings.TrimSuffix("/"+name, "/index")] = b.Bytes()
	}
	f.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := r.URL.RequestURI()
		if answer := wrong[name]; answer != nil {
			answer(w, r)
			return
		}
		if f.feeds[name] == nil {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		w.Write(f.feeds[name])
	}))
	t.Cleanup(f.Close)
	return f
}

func newFetchingHSDS(t *testing.T, source *feedSource, address string) *fetching {
	t.Helper()
	return &fetching{t: t, source: source, now: pagetest.Noon, dir: contentOf(t, map[string]string{
		"site.toml":    "titel = \"Regio\"\nadres = \"https://regio.example\"\n",
		"bronnen.toml": fmt.Sprintf("[bron]\ntitel = \"De bron\"\nsoort = \"hsds\"\nadres = %q\nlicentie = \"CC0-1.0\"\n", address),
	})}
}

// TestBronnenHSDS takes over another system, says what does not fit, and keeps what there is
// when something is wrong with any of its files.
func TestBronnenHSDS(t *testing.T) {
	wrong := map[string]http.HandlerFunc{}
	source := newHSDS(t, wrong)
	f := newFetchingHSDS(t, source, "http://bron.example/hsds")
	if err := f.run(); err != nil {
		t.Fatal(err, f.out.String())
	}
	told := []string{
		"in hsds staat geen licentie; wij gaan uit van CC0-1.0, uit bronnen.toml", "past niet bij onze velden: ", " × service.contacts",
	}
	f.says(append(told, "63 spreekuren")...)
	f.run("-toon")
	f.says(append(told, "gemaakt op 2026-11-22")...)
	first := f.files()
	if !strings.Contains(first["slot.toml"], "[[past_niet]]\nwat = \"") {
		t.Errorf("the lock does not say what does not fit:\n%s", first["slot.toml"])
	}
	if err := f.run(); err != nil || !maps.Equal(first, f.files()) {
		t.Errorf("a second time on one day: %v", err)
	}

	answer := func(kind, body string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", kind)
			w.Write([]byte(body))
		}
	}
	elsewhere, record := http.RedirectHandler("http://elders.example/", http.StatusFound), ""
	for name := range source.feeds {
		if strings.HasPrefix(name, "/hsds/services/") {
			record = name
			break
		}
	}
	for name, test := range map[string]struct {
		address string
		wrong   http.HandlerFunc
		want    []string
	}{
		"another version":  {"/hsds", answer("application/json", `{"version":"1.1"}`), []string{"dit is geen HSDS 3 [geen-hsds]"}},
		"a page":           {"/hsds", answer("text/html", "<!doctype html>"), []string{"hier staat een webpagina, en geen API [geen-feed]"}},
		"no list":          {"/hsds/services?page=1", http.NotFound, []string{"[status]", "daarachter hoort /services te werken"}},
		"half a record":    {record, answer("application/json", `{"id":`), []string{"het bestand is niet heel [kapot]", record}},
		"another host":     {record, elsewhere.ServeHTTP, []string{"[ander-adres]"}},
		"nothing any more": {"/hsds/services?page=1", answer("application/json", `{"total_pages":1,"contents":[]}`), []string{"zijn ineens weg [krimp]"}},
	} {
		clear(wrong)
		wrong[test.address] = test.wrong
		before := f.feeds()
		if err := f.run(); err != errProblems || !maps.Equal(f.feeds(), before) {
			t.Errorf("%s: %v, changed: %t", name, err, !maps.Equal(f.feeds(), before))
		}
		f.says(append(test.want, "op de site blijft staan wat er was")...)
	}
	for name, odd := range map[string]http.HandlerFunc{
		"no such record": http.NotFound,
		"another type":   answer("application/json", `{"id":"x","name":["a"]}`),
	} {
		clear(wrong)
		wrong[record] = odd
		if err := f.run(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		f.says("1 × dienst die wij niet kunnen lezen", "is weg; de pagina blijft 180 dagen staan en zegt dat")
		clear(wrong)
		if err := f.run(); err != nil {
			t.Error(err)
		}
	}

	f = newFetchingHSDS(t, source, "http://bron.example/hsds/services")
	if err := f.run(); err != errProblems {
		t.Error(err)
	}
	f.says("dit is niet het adres van de API [bron-adres]", `schrijf "http://bron.example/hsds"`)
}
