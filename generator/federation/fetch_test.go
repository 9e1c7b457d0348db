package federation

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pleinwijzer/generator/feed"
	"pleinwijzer/generator/pagetest"
	"pleinwijzer/generator/public"
)

// published are the JSON feeds of the shipped site, by name.
func published(t *testing.T) map[string][]byte {
	t.Helper()
	c := pagetest.Shipped(t)
	texts := map[string][]byte{}
	for _, f := range feed.Files(c) {
		if strings.HasPrefix(f.Path, "feeds/v1/") && !strings.HasSuffix(f.Path, ".schema.json") {
			var text bytes.Buffer
			if err := f.Render(&text); err != nil {
				t.Fatal(err)
			}
			texts[strings.TrimPrefix(f.Path, "feeds/v1/")] = text.Bytes()
		}
	}
	return texts
}

// TestRead wants every feed that we publish to be one that we take over, and the first
// thing that is wrong with others.
func TestRead(t *testing.T) {
	all, err := shapes()
	if err != nil {
		t.Fatal(err)
	}
	texts := published(t)
	if len(all) != len(texts) || len(all) < 5 {
		t.Fatalf("%d shapes for %d feeds", len(all), len(texts))
	}
	for _, s := range all {
		text := texts[s.File]
		doc, err := s.read(bytes.NewReader(text))
		if err != nil {
			t.Errorf("%s: %v", s.File, err)
			continue
		}
		if want := bytes.Count(text, []byte("\n{")); len(doc.Records) != want {
			t.Errorf("%s: %d records of %d", s.File, len(doc.Records), want)
		}
		if doc.Licence == "" || doc.Made.IsZero() || doc.Version != "1" {
			t.Errorf("%s: %+v", s.File, doc.Head)
		}
		for _, half := range []int{1, len(text) / 2, len(text) - 3} {
			if _, err := s.read(bytes.NewReader(text[:half])); !errors.Is(err, errNotJSON) {
				t.Errorf("%s, cut at %d: %v", s.File, half, err)
			}
		}
		var wrong *mismatch
		for _, other := range []string{
			strings.Replace(string(text), `"`+s.Key+`":[`, `"lijst":[`, 1),
			strings.Replace(string(text), `"versie":"1"`, `"versie":1`, 1),
			strings.Replace(string(text), `"slug":"`, `"slug":"Niet Goed `, 1),
		} {
			if _, err := s.read(strings.NewReader(other)); !errors.As(err, &wrong) {
				t.Errorf("%s: %v", s.File, err)
			}
		}
		more := strings.Replace(string(text), `"versie":"1"`, `"versie":"1","later":{"a":[1]}`, 1)
		if _, err := s.read(strings.NewReader(more)); err != nil {
			t.Errorf("%s with a field of later: %v", s.File, err)
		}
	}
}

// TestGet plays what can go wrong at another directory.
func TestGet(t *testing.T) {
	other := httptest.NewServer(http.NotFoundHandler())
	defer other.Close()
	site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/goed":
			w.Header().Set("ETag", `"1"`)
			if r.Header.Get("If-None-Match") == `"1"` {
				w.WriteHeader(http.StatusNotModified)
				return
			}
			w.Header().Set("Content-Type", "application/json")
			w.Write([]byte("{}"))
		case "/verhuisd":
			http.Redirect(w, r, "/goed", http.StatusMovedPermanently)
		case "/elders":
			http.Redirect(w, r, other.URL, http.StatusFound)
		case "/rond":
			http.Redirect(w, r, "/rond", http.StatusFound)
		case "/pagina":
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			w.Write([]byte("<!doctype html>"))
		case "/groot":
			w.Header().Set("Content-Type", "application/json")
			w.Write(bytes.Repeat([]byte(" "), Largest+1))
		case "/half":
			w.Header().Set("Content-Length", "1000")
			w.Write([]byte("{"))
		case "/304":
			w.WriteHeader(http.StatusNotModified)
		default:
			w.WriteHeader(http.StatusInternalServerError)
		}
	}))
	defer site.Close()
	for path, want := range map[string]Code{
		"/goed": "", "/verhuisd": "", "/elders": Elsewhere, "/rond": NoAnswer, "/pagina": NotFeed, "/groot": TooLarge,
		"/half": NoAnswer, "/304": BadStatus, "/stuk": BadStatus,
	} {
		dir := t.TempDir()
		got, fault := Fetcher{http.DefaultTransport}.Get(t.Context(), site.URL+path, "", dir)
		switch {
		case fault == nil && want != "", fault != nil && fault.Code != want:
			t.Errorf("%s: %v, want %q", path, fault, want)
		case fault == nil && got.Tag != `"1"`:
			t.Errorf("%s: tag %q", path, got.Tag)
		}
		if left, _ := os.ReadDir(dir); fault != nil && len(left) > 0 {
			t.Errorf("%s leaves %v", path, left)
		}
	}
	if got, fault := (Fetcher{http.DefaultTransport}).Get(t.Context(), site.URL+"/goed", `"1"`, t.TempDir()); fault != nil || !got.Unchanged {
		t.Errorf("%+v, %v", got, fault)
	}
}

// TestGetSlow wants a file that never ends to be given up.
func TestGetSlow(t *testing.T) {
	site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Write([]byte("{"))
		w.(http.Flusher).Flush()
		<-r.Context().Done()
	}))
	defer site.Close()
	ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond) // rather than patience
	defer cancel()
	if _, fault := (Fetcher{http.DefaultTransport}).Get(ctx, site.URL, "", t.TempDir()); fault == nil || fault.Code != TooSlow {
		t.Errorf("%v", fault)
	}
}

// private is a network on which no address is public.
type private struct{}

func (private) RoundTrip(*http.Request) (*http.Response, error) {
	return nil, fmt.Errorf("127.0.0.1:80: %w", public.ErrPrivate)
}

// TestGetHere tells what is wrong here from what is wrong at the source.
func TestGetHere(t *testing.T) {
	if _, fault := (Fetcher{private{}}).Get(t.Context(), "http://intern.example/", "", t.TempDir()); fault == nil || fault.Code != Private {
		t.Errorf("a private address: %v", fault)
	}
	var site *httptest.Server
	site = httptest.NewTLSServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/http" {
			http.Redirect(w, r, "http"+strings.TrimPrefix(site.URL, "https")+"/", http.StatusFound)
			return
		}
		w.Write([]byte("{}"))
	}))
	defer site.Close()
	fetcher := Fetcher{site.Client().Transport}
	if _, fault := fetcher.Get(t.Context(), site.URL+"/http", "", t.TempDir()); fault == nil || fault.Code != Insecure {
		t.Errorf("to http: %v", fault)
	}
	var full *DiskError
	if _, fault := fetcher.Get(t.Context(), site.URL, "", filepath.Join(t.TempDir(), "weg")); fault == nil || !errors.As(fault, &full) {
		t.Errorf("no folder: %v", fault)
	}
	file, err := os.Open(os.DevNull) // it cannot be written to
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if _, err := (disk{file}).Write([]byte("x")); !errors.As(err, &full) {
		t.Errorf("a full disk: %v", err)
	}
}
