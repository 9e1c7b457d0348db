package main

import (
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"os"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"pleinwijzer/generator/lint"
)

// TestBrowserStaysOutside checks that this machine is never contacted: not by address,
// not by name, and not after a redirect.
func TestBrowserStaysOutside(t *testing.T) {
	forget(t)
	var asked atomic.Int32
	inside := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { asked.Add(1) }))
	defer inside.Close()
	_, port, _ := net.SplitHostPort(strings.TrimPrefix(inside.URL, "http://"))
	b := newBrowser(time.Now)
	b.pause = 0
	for _, address := range []string{inside.URL, "http://localhost:" + port, "http://[::ffff:127.0.0.1]:" + port, "http://0.0.0.0:" + port, "http://127.1.1.1:" + port} {
		if _, err := b.status(t.Context(), address); !errors.Is(err, lint.ErrPrivate) {
			t.Errorf("%s: %v", address, err)
		}
	}
	first := httptest.NewServer(http.RedirectHandler("http://127.0.0.2:"+port, http.StatusFound))
	defer first.Close()
	b.transport = newOutside(func(a netip.Addr) bool { return a == netip.MustParseAddr("127.0.0.1") })
	if _, err := b.status(t.Context(), first.URL); !errors.Is(err, lint.ErrPrivate) {
		t.Errorf("after a redirect: %v", err)
	}
	if n := asked.Load(); n > 0 {
		t.Errorf("asked %d times", n)
	}
}

// TestBrowserOddAnswers checks that a site which responds counts as reachable, however
// odd the response.
func TestBrowserOddAnswers(t *testing.T) {
	forget(t)
	site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, err := r.Cookie("been")
		switch {
		case r.URL.Path == "/lus", r.URL.Path == "/koekje" && err != nil:
			http.SetCookie(w, &http.Cookie{Name: "been", Value: "here"})
			http.Redirect(w, r, r.URL.Path, http.StatusFound)
		case r.URL.Path == "/onzin":
			c, _, err := w.(http.Hijacker).Hijack()
			if err != nil {
				t.Error(err)
				return
			}
			fmt.Fprint(c, "geen http\r\n\r\n")
			c.Close()
		case r.URL.Path == "/bestand":
			http.Redirect(w, r, "file:///etc/passwd", http.StatusFound)
		}
	}))
	defer site.Close()
	secure := httptest.NewUnstartedServer(nil)
	secure.Config.ErrorLog = log.New(io.Discard, "", 0)
	secure.StartTLS()
	defer secure.Close()
	gone := httptest.NewServer(nil)
	gone.Close()
	b := anyBrowser(time.Now)
	for address, want := range map[string]struct {
		status int
		err    error
	}{
		site.URL + "/lus": {302, nil}, site.URL + "/koekje": {200, nil}, site.URL + "/onzin": {0, lint.ErrGarbled},
		site.URL + "/bestand": {0, lint.ErrGarbled}, secure.URL: {0, lint.ErrUnsafe},
	} {
		if status, err := b.status(t.Context(), address); status != want.status || !errors.Is(err, want.err) {
			t.Errorf("%s: %d, %v", address, status, err)
		}
	}
	if _, err := b.status(t.Context(), gone.URL); err == nil || errors.Is(err, lint.ErrGarbled) {
		t.Errorf("a site that is gone: %v", err)
	}
}

// TestBrowserDamagedMemory checks that a damaged memory is ignored.
func TestBrowserDamagedMemory(t *testing.T) {
	memory := forget(t)
	site := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}))
	defer site.Close()
	later := time.Now().Add(time.Hour).Format(time.RFC3339)
	for _, text := range []string{
		"", "null", "[]", "{", "\x00", `{"` + site.URL + `":null}`, `{"` + site.URL + `":{"status":404,"at":"` + later + `"}}`,
		`{"` + site.URL + `":{"status":-1,"at":"` + time.Now().Format(time.RFC3339) + `"}}`,
		`{"` + site.URL + `":{"status":404,"at":"` + time.Now().Format(time.RFC3339) + `"},"b":7}`,
	} {
		if err := os.WriteFile(memory, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		b := anyBrowser(time.Now)
		if status, err := b.status(t.Context(), site.URL); status != 200 || err != nil {
			t.Errorf("%q: %d, %v", text, status, err)
		}
		b.save()
		if data, _ := os.ReadFile(memory); !strings.Contains(string(data), `"status":200`) {
			t.Errorf("%q became %q", text, data)
		}
	}
}
