package reading

import (
	"strings"
	"testing"

	"pleinwijzer/generator/content"
)

// TestPlaces wants an error for every place that is none in the country.
func TestPlaces(t *testing.T) {
	for where, want := range map[string]string{
		"breedtegraad = 51.6\nlengtegraad = 5.0": "",
		"":                                       "",
		"breedtegraad = 1e308\nlengtegraad = 5.0":   "plek-ver",
		"breedtegraad = 51.6\nlengtegraad = -1e308": "plek-ver",
		"breedtegraad = 1e308\nlengtegraad = 0":     "plek-ver",
		"breedtegraad = nan\nlengtegraad = 5.0":     "plek-ver",
		"breedtegraad = 51.6\nlengtegraad = nan":    "plek-ver",
		"breedtegraad = inf\nlengtegraad = -inf":    "plek-ver",
		"breedtegraad = 0\nlengtegraad = 0":         "plek-ver",
		"breedtegraad = 0.0\nlengtegraad = 5.0":     "plek-ver",
		"breedtegraad = 51.6\nlengtegraad = 0":      "plek-ver",
		"breedtegraad = 51.6":                       "plek-half",
		"breedtegraad = 1e308":                      "plek-half",
		"breedtegraad = 91\nlengtegraad = 181":      "plek-ver",
		"breedtegraad = 1e999\nlengtegraad = 5.0":   "",
	} {
		_, problems := Parse(content.KindOf("plein"), "pleinen/x.md", []byte("+++\nnaam = \"X\"\n"+where+"\n+++\nKom.\n"))
		got := ""
		for _, p := range problems {
			if strings.HasPrefix(p.Code, "plek-") {
				got = strings.TrimSpace(got + " " + p.Code)
			}
		}
		if got != want && !(strings.Contains(where, "1e999") && problems.HasErrors()) {
			t.Errorf("%q: %s, want %s", where, got, want)
		}
	}
}
