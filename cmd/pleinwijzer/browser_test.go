package main

import (
	"context"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// anyBrowser returns a browser that may also contact this machine, where tests run their
// sites, and that does not pause.
func anyBrowser(now func() time.Time) *browser {
	b := newBrowser(now)
	b.pause = 0
	b.transport = newOutside(func(netip.Addr) bool { return true })
	return b
}

func forget(t *testing.T) (memory string) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	t.Setenv("HOME", t.TempDir()) // other systems keep their caches there
	t.Setenv("LocalAppData", t.TempDir())
	memory = newBrowser(time.Now).memory
	if err := os.MkdirAll(filepath.Dir(memory), 0o755); err != nil {
		t.Fatal(err)
	}
	return memory
}

// TestBrowser checks that the browser identifies itself, tries HEAD first and then GET,
// and remembers a response for a day, even in the next run.
func TestBrowser(t *testing.T) {
	forget(t)
	var asked []string
	site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked = append(asked, r.Method+" "+r.URL.Path)
		if !strings.HasPrefix(r.UserAgent(), "Pleinwijzer") {
			t.Errorf("asked as %q", r.UserAgent())
		}
		if r.URL.Path == "/weg" || r.URL.Path == "/alleen-heel" && r.Method == http.MethodHead {
			http.Error(w, "no", http.StatusNotFound)
		}
		if r.URL.Path == "/storing" {
			http.Error(w, "no", http.StatusServiceUnavailable)
		}
	}))
	defer site.Close()
	day := time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)
	now := func() time.Time { return day }
	visit := func(path string, want int, wantAsked ...string) {
		t.Helper()
		asked = nil
		b := anyBrowser(now)
		got, err := b.status(t.Context(), site.URL+path)
		b.save()
		if err != nil || got != want || !slices.Equal(asked, wantAsked) {
			t.Errorf("%s: %d, %v, asked %q; want %d and %q", path, got, err, asked, want, wantAsked)
		}
	}
	visit("/", 200, "HEAD /")
	visit("/", 200)
	visit("/alleen-heel", 200, "HEAD /alleen-heel", "GET /alleen-heel")
	visit("/weg", 404, "HEAD /weg", "GET /weg")
	visit("/weg", 404)
	visit("/storing", 503, "HEAD /storing", "GET /storing")
	visit("/storing", 503, "HEAD /storing", "GET /storing")
	day = day.Add(25 * time.Hour)
	visit("/", 200, "HEAD /")
	site.Close()
	day = day.Add(25 * time.Hour)
	if _, err := anyBrowser(now).status(t.Context(), site.URL+"/"); err == nil {
		t.Error("a site that is gone gives an answer")
	}
}

// TestBrowserPauses checks that there is a pause between a response of a site and the
// next request to it, and so between requests as the site sees them, however slow it is.
func TestBrowserPauses(t *testing.T) {
	forget(t)
	var asked []time.Time
	site := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { asked = append(asked, time.Now()) }))
	defer site.Close()
	b := anyBrowser(time.Now)
	b.pause = 100 * time.Millisecond
	for _, path := range []string{"/een", "/twee", "/een", "/drie"} {
		if status, err := b.status(t.Context(), site.URL+path); status != 200 || err != nil {
			t.Fatal(path, status, err)
		}
	}
	if len(asked) != 3 || asked[1].Sub(asked[0]) < b.pause || asked[2].Sub(asked[1]) < b.pause {
		t.Errorf("asked at %v", asked)
	}
	stopped, stop := context.WithCancel(t.Context())
	stop()
	b.pause = time.Hour
	if _, err := b.status(stopped, site.URL+"/vier"); err == nil || len(asked) != 3 {
		t.Error("a browser that is stopped goes on")
	}
}
