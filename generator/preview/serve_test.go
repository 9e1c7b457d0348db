package preview_test

import (
	"io"
	"net/http"
	"strings"
	"testing"
)

func TestAddresses(t *testing.T) {
	p := start(t)
	p.save("content/pleinen/loon op zand.md", "plein")
	p.wait("/pleinen/loon%20op%20zand/", 200, "plein")
	tests := []struct {
		path, want string
		status     int
	}{
		{"/css/site.css", "text/css; charset=utf-8", 200},
		{"/agenda.ics", "text/calendar; charset=utf-8", 200},
		{"/feeds/a.geojson", "application/geo+json", 200},
		{"/_redirects", "text/plain; charset=utf-8", 200},
		{"/", "text/html; charset=utf-8", 200},
		{"/index.html", "text/html; charset=utf-8", 200},
		{"/niets/", "text/html; charset=utf-8", 404},
		{"/niets.css", "text/html; charset=utf-8", 404},
		{"/css/site.css/", "text/html; charset=utf-8", 404},
		{"/../../etc/passwd", "text/html; charset=utf-8", 404},
	}
	for _, test := range tests {
		status, _, header := p.get(test.path)
		if got := header.Get("Content-Type"); status != test.status || got != test.want {
			t.Errorf("%s: %d %s, want %d %s", test.path, status, got, test.status, test.want)
		}
		if header.Get("Cache-Control") != "no-store" {
			t.Errorf("%s: a browser may keep it", test.path)
		}
	}
	p.wait("/pl/niets/", 404, "nie ma")
	p.wait("/plein/niets/", 404, "niets")
	redirects := []struct{ path, to string }{
		{"/pleinen/loon%20op%20zand?a=b", "/pleinen/loon%20op%20zand/?a=b"},
		{"//pleinen//loon%20op%20zand", "/pleinen/loon%20op%20zand/"},
		{"/oud/", "/nieuw/"},
		{"/oud?a=b", "/nieuw/?a=b"},
	}
	for _, test := range redirects {
		status, _, header := p.get(test.path)
		if got := header.Get("Location"); status != 301 || got != test.to {
			t.Errorf("%s: %d to %q, want %q", test.path, status, got, test.to)
		}
	}
	if status, body, _ := p.get("/css/site.css"); status != 200 || body != "body{}" {
		t.Errorf("a style sheet is not left as it is: %q", body)
	}
	if _, body, _ := p.get("/"); !strings.HasSuffix(body, "></script></body>") {
		t.Errorf("the script is not at the end of the body: %q", body)
	}
}

func TestHostsAndMethods(t *testing.T) {
	p := start(t)
	tests := []struct {
		method, host string
		status       int
	}{
		{"GET", "localhost:1313", 200},
		{"GET", "proef.localhost", 200},
		{"GET", "127.0.0.1:1313", 200},
		{"GET", "[::1]:1313", 200},
		{"GET", "mijnpc:1313", 200},
		{"GET", "MijnPC.local:1313", 200},
		{"GET", "mijnpc.local.:1313", 403},
		{"GET", "pc.mijnpc.local", 403},
		{"GET", "kwaad.example:1313", 403},
		{"GET", "localhost.kwaad.example", 403},
		{"HEAD", "localhost", 200},
		{"POST", "localhost", 405},
	}
	for _, test := range tests {
		request, err := http.NewRequest(test.method, p.url, nil)
		p.must(err)
		request.Host = test.host
		r, err := http.DefaultClient.Do(request)
		p.must(err)
		r.Body.Close()
		if r.StatusCode != test.status {
			t.Errorf("%s %s: %d, want %d", test.method, test.host, r.StatusCode, test.status)
		}
	}
}

// TestNoWorker requests the service worker of the site the way a browser does.
func TestNoWorker(t *testing.T) {
	p := start(t)
	request, err := http.NewRequest("GET", p.url+"/sw.js", nil)
	p.must(err)
	request.Header.Set("Service-Worker", "script")
	r, err := http.DefaultClient.Do(request)
	p.must(err)
	defer r.Body.Close()
	body, err := io.ReadAll(r.Body)
	p.must(err)
	if r.Header.Get("Content-Type") != "text/javascript; charset=utf-8" ||
		!strings.Contains(string(body), "unregister") || strings.Contains(string(body), "fetch") {
		t.Errorf("the service worker is %s\n%s", r.Header.Get("Content-Type"), body)
	}
}
