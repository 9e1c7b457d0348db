package preview

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

// TestFromElsewhere checks that another site in the browser gets none of the preview's
// own files, while the pages of the site itself keep working.
func TestFromElsewhere(t *testing.T) {
	for _, test := range []struct {
		key, value string
		elsewhere  bool
	}{
		{"Sec-Fetch-Site", "same-origin", false}, {"Sec-Fetch-Site", "none", false}, {"", "", false},
		{"Origin", "http://localhost:1313", false}, {"Origin", "https://localhost:1313", false},
		{"Sec-Fetch-Site", "cross-site", true}, {"Sec-Fetch-Site", "same-site", true}, {"Sec-Fetch-Site", "odd", true},
		{"Origin", "http://localhost:8080", true}, {"Origin", "https://evil.example", true}, {"Origin", "null", true},
	} {
		s := &server{}
		s.current.Store(&state{})
		for _, path := range []string{"herladen.js", sources, advices, versions, "nergens"} {
			if path == versions && !test.elsewhere {
				continue // never ends
			}
			r := httptest.NewRequest(http.MethodGet, "http://localhost:1313"+reserved+path, nil)
			if test.key != "" {
				r.Header.Set(test.key, test.value)
			}
			w := httptest.NewRecorder()
			s.ServeHTTP(w, r)
			if (w.Code == http.StatusForbidden) != test.elsewhere {
				t.Errorf("%s %q: %s answers %d", test.key, test.value, path, w.Code)
			}
		}
	}
}
