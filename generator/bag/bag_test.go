package bag

import (
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"pleinwijzer/generator/content"
)

// kerkstraat is how the Locatieserver answers, with two addresses of which one has a letter.
const kerkstraat = `{"response": {"numFound": 2, "start": 0, "maxScore": 9.1, "docs": [
 {"weergavenaam": "Kerkstraat 1A, 5175AA Loon op Zand", "nummeraanduiding_id": "0809200000000002", "straatnaam": "Kerkstraat", "huis_nlt": "1A"},
 {"weergavenaam": "Kerkstraat 1, 5175AA Loon op Zand", "nummeraanduiding_id": "0809200000000001", "straatnaam": "Kerkstraat", "huis_nlt": "1"}]}}`

func register(t *testing.T, status int, body string) Register {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if fq := r.URL.Query()["fq"]; !slices.Contains(fq, "postcode:5175AA") || !slices.Contains(fq, "type:adres") {
			t.Errorf("asked for %s", r.URL.RawQuery)
		}
		w.WriteHeader(status)
		w.Write([]byte(body))
	}))
	t.Cleanup(server.Close)
	return Register{server.Client(), server.URL}
}

func TestFind(t *testing.T) {
	twice := strings.Replace(kerkstraat, `"huis_nlt": "1A"`, `"huis_nlt": "1"`, 1)
	for _, test := range []struct {
		street, body string
		want         string // the number; "" if a person has to choose
		others       int
	}{
		{"Kerkstraat 1", kerkstraat, "0809200000000001", 0},
		{"kerkstraat 1 a", kerkstraat, "0809200000000002", 0},
		{"Kerkstraat 1-A", kerkstraat, "0809200000000002", 0},
		{"Kerkstraat 11", kerkstraat, "", 2},
		{"Kerkstraat 1", twice, "", 2},
		{"Kerkstraat 1", `{"response": {"docs": []}}`, "", 0},
	} {
		found, others, err := register(t, http.StatusOK, test.body).Find(t.Context(),
			content.Adres{Straat: test.street, Postcode: "5175 AA", Plaats: "Loon op Zand"})
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if found != nil {
			got = string(found.Number)
		}
		if got != test.want || len(others) != test.others {
			t.Errorf("%s: %q and %d others, want %q and %d", test.street, got, len(others), test.want, test.others)
		}
	}
}

// TestNoAnswer wants an error of a register that is out of order, never an address that is
// not there.
func TestNoAnswer(t *testing.T) {
	at := content.Adres{Straat: "Kerkstraat 1", Postcode: "5175 AA"}
	for body, status := range map[string]int{"": http.StatusOK, "<html>": http.StatusOK, kerkstraat: http.StatusServiceUnavailable} {
		if found, _, err := register(t, status, body).Find(t.Context(), at); err == nil || found != nil {
			t.Errorf("%d %q: %v, %v", status, body, found, err)
		}
	}
}
