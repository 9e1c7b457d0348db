package main

import (
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"
)

// The browser says who it is, asks for the head first, asks again in full where
// that fails, and remembers an answer for a day, also for the next run.
func TestBrowser(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	t.Setenv("HOME", t.TempDir()) // where other systems keep their caches
	t.Setenv("LocalAppData", t.TempDir())
	var asked []string
	site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked = append(asked, r.Method+" "+r.URL.Path)
		if !strings.HasPrefix(r.UserAgent(), "Pleinwijzer") {
			t.Errorf("asked as %q", r.UserAgent())
		}
		if r.URL.Path == "/weg" || r.URL.Path == "/alleen-heel" && r.Method == http.MethodHead {
			http.Error(w, "no", http.StatusNotFound)
		}
	}))
	defer site.Close()
	day := time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)
	now := func() time.Time { return day }
	visit := func(path string, want int, wantAsked ...string) {
		t.Helper()
		asked = nil
		got, err := newBrowser(now).status(t.Context(), site.URL+path)
		if err != nil || got != want || !slices.Equal(asked, wantAsked) {
			t.Errorf("%s: %d, %v, asked %q; want %d and %q", path, got, err, asked, want, wantAsked)
		}
	}
	visit("/", 200, "HEAD /")
	visit("/", 200)
	visit("/alleen-heel", 200, "HEAD /alleen-heel", "GET /alleen-heel")
	visit("/weg", 404, "HEAD /weg", "GET /weg")
	visit("/weg", 404)
	day = day.Add(25 * time.Hour)
	visit("/", 200, "HEAD /")
	site.Close()
	day = day.Add(25 * time.Hour)
	if _, err := newBrowser(now).status(t.Context(), site.URL+"/"); err == nil {
		t.Error("a site that is gone gives an answer")
	}
}
