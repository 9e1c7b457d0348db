package federation

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strings"
	"testing"
	"time"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/typed"
)

// TestMemoryHSDS fetches a system that is about as large as one can be: many services on one
// page, and on many pages.
func TestMemoryHSDS(t *testing.T) {
	if testing.Short() {
		t.Skip("it reads seventy megabytes")
	}
	const service = `{"id":"s%d","name":"Hulp %d","description":"<p>Wij lezen uw brief.</p><p>%s</p>","status":"active",
		"organization":{"id":"o%d","name":"Stichting %d","description":"Wij helpen.","email":"info@x.example"},
		"languages":[{"code":"nl"},{"code":"ar"}],"phones":[{"number":"013 000 00 01"}],"attributes":[{"taxonomy_term":{"name":"Geld"}}],
		"service_at_locations":[{"id":"v%d","location":{"id":"l%d","location_type":"physical","name":"Gebouw %d","latitude":51.5,"longitude":5.1,
			"addresses":[{"address_1":"Weg %d","city":"Dorp","postal_code":"5000 AA","country":"NL","address_type":"physical"}]},
			"schedules":[{"id":"r%d","freq":"WEEKLY","byday":"TU","opens_at":"10:00","closes_at":"12:00"}]}]}`
	spaces := strings.Repeat(" ", 1<<10)
	for name, test := range map[string]struct {
		pages, each, words, spaces int
		want                       Code
	}{
		"one page":         {1, 1000, 1000, 0, ""},
		"many pages":       {60, 10, 30, 0, ""},
		"more than it may": {3, 1, 1, 15 << 20, TooLarge},
	} {
		t.Run(name, func(t *testing.T) {
			server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				if r.URL.Path == "/api" {
					fmt.Fprint(w, `{"version":"3.1"}`)
					return
				}
				page := 0
				fmt.Sscan(r.URL.Query().Get("page"), &page)
				fmt.Fprintf(w, `{"total_pages":%d,"contents":[`, test.pages)
				for i := range test.each {
					if i > 0 {
						fmt.Fprint(w, ",")
					}
					n := page*test.each + i
					fmt.Fprintf(w, service, n, n, strings.Repeat("Kom gerust langs. ", test.words), n/5, n/5, n, n/5, n/5, n/5, n)
				}
				for range test.spaces >> 10 {
					fmt.Fprint(w, spaces)
				}
				fmt.Fprint(w, "]}")
			}))
			defer server.Close()
			updater, err := NewUpdater(http.DefaultTransport, t.TempDir(), time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC))
			if err != nil {
				t.Fatal(err)
			}
			source := &content.Source{Slug: "groot", Titel: "Groot", Soort: content.HSDS, Adres: typed.Web(server.URL + "/api"), Licentie: "CC0-1.0"}
			begin := time.Now()
			var result *Result
			grown := peakOf(func() { result, err = updater.Update(t.Context(), source, false) })
			switch {
			case err != nil, len(result.Holds) > 0, (result.Fault == nil) != (test.want == ""):
				t.Fatal(err, result.Fault, len(result.Holds))
			case result.Fault != nil && result.Fault.Code != test.want:
				t.Fatal(result.Fault)
			}
			count := 0
			if f := result.Lock.File("spreekuren.json"); f != nil {
				count = f.Count
			}
			t.Logf("%d spreekuren, %d MiB more, %s", count, grown>>20, time.Since(begin).Round(time.Millisecond))
			if grown > most {
				t.Errorf("%d bytes, and a source may take %d", grown, most)
			}
		})
	}
}

// peakOf is how much the memory in use grows while something is done.
func peakOf(do func()) int64 {
	runtime.GC()
	var before, now runtime.MemStats
	runtime.ReadMemStats(&before)
	var peak uint64
	stop, done := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(done)
		for {
			select {
			case <-stop:
				return
			case <-time.After(20 * time.Millisecond):
				runtime.ReadMemStats(&now)
				peak = max(peak, now.HeapAlloc)
			}
		}
	}()
	do()
	close(stop)
	<-done
	return int64(peak) - int64(before.HeapAlloc)
}
