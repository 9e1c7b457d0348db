package browsertest

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestHost(t *testing.T) {
	host := Host("/hulp/", map[string][]byte{
		"index.html":              []byte("home"),
		"404.html":                []byte("gone"),
		"en/404.html":             []byte("lost"),
		"_redirects":              []byte("/hulp/hsds/:id /hulp/hsds/:id.json 200\n/hulp/en/* /hulp/en/404.html 404\n"),
		"static/a.css":            []byte("css"),
		"pleinen/noord/uren.json": []byte("{}"),
		"embed/noord/index.html":  []byte("embed"),
		"_headers": []byte("# a comment\n/hulp/*\n  Content-Security-Policy: default-src 'none'; img-src data:\n  X-A: all\n" +
			"/hulp/static/*\n  Cache-Control: immutable\n/hulp/pleinen/:plein/uren.json\n  X-A: one\n/hulp/embed/*\n  Content-Security-Policy: frame-ancestors *\n"),
	})
	const strict = "default-src 'none'; img-src data:"
	tests := []struct {
		path, body, policy, cache, a, kind string
		status                             int
	}{
		{"/hulp/", "home", strict, "public, max-age=0, must-revalidate", "all", "text/html; charset=utf-8", 200},
		{"/hulp/niets/", "gone", strict, "public, max-age=0, must-revalidate", "all", "text/html; charset=utf-8", 404},
		{"/hulp/en/niets/", "lost", strict, "public, max-age=0, must-revalidate", "all", "text/html; charset=utf-8", 404},
		{"/hulp/static/a.css", "css", strict, "immutable", "all", "text/css; charset=utf-8", 200},
		{"/hulp/pleinen/noord/uren.json", "{}", strict, "public, max-age=0, must-revalidate", "one", "application/json", 200},
		{"/hulp/embed/noord/", "embed", "frame-ancestors *", "public, max-age=0, must-revalidate", "all", "text/html; charset=utf-8", 200},
		{"/elders", "gone", "", "public, max-age=0, must-revalidate", "", "text/html; charset=utf-8", 404},
	}
	for _, test := range tests {
		w := httptest.NewRecorder()
		host.ServeHTTP(w, httptest.NewRequest(http.MethodGet, test.path, nil))
		got, h := test, w.Header()
		got.status, got.body = w.Code, w.Body.String()
		got.policy, got.cache, got.a, got.kind = h.Get("Content-Security-Policy"), h.Get("Cache-Control"), h.Get("X-A"), h.Get("Content-Type")
		if got != test {
			t.Errorf("%s\n got %+v\nwant %+v", test.path, got, test)
		}
	}
}
