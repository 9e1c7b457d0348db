package federation

import (
	"bytes"
	"fmt"
	"net/http"
	"net/http/httptest"
	"path"
	"strings"
	"testing"
	"time"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/typed"
)

// most is how much memory one source may take.
const most = 64 << 20

// TestMemory fetches a source whose feed is about as large as one can be, twice, and wants
// it never to be in memory as a whole.
func TestMemory(t *testing.T) {
	if testing.Short() {
		t.Skip("it reads forty megabytes")
	}
	feeds := published(t)
	text := string(feeds["spreekuren.json"])
	head, rest, _ := strings.Cut(text, "[\n")
	record, _, _ := strings.Cut(rest, ",\n{")
	var large bytes.Buffer
	large.WriteString(head + "[\n")
	for i := 0; large.Len() < Largest-100_000; i++ {
		if i > 0 {
			large.WriteString(",\n")
		}
		large.WriteString(strings.Replace(record, `"id":"`+record[7:15], fmt.Sprintf(`"id":"%08x`, i), 1))
	}
	large.WriteString("\n]}\n")
	feeds["spreekuren.json"] = large.Bytes()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { w.Write(feeds[path.Base(r.URL.Path)]) }))
	defer server.Close()
	updater, err := NewUpdater(http.DefaultTransport, t.TempDir(), time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC))
	if err != nil {
		t.Fatal(err)
	}
	source := &content.Source{Slug: "groot", Adres: typed.Web(server.URL + "/feeds/v1/"), Licentie: "CC0-1.0"}
	for range 2 {
		var result *Result
		grown := peakOf(func() { result, err = updater.Update(t.Context(), source, false) })
		if err != nil || !result.Passed() {
			t.Fatal(err, result.Fault, result.Holds)
		}
		t.Logf("%d MiB more", grown>>20)
		if grown > most {
			t.Errorf("%d bytes, and a source may take %d", grown, most)
		}
	}
}
