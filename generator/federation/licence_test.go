package federation

import "testing"

// TestSameLicence wants each spelling of a licence to be that one, and no other.
func TestSameLicence(t *testing.T) {
	for _, same := range [][]string{
		{"CC0-1.0", "cc0", "CC0", "CC 0", "CC-0 1.0", " cc0-1.0 ", "CC0 1.0 Universal", "https://creativecommons.org/publicdomain/zero/1.0/",
			"http://creativecommons.org/publicdomain/zero/1.0", "https://creativecommons.org/publicdomain/zero/1.0/deed.nl",
			"https://spdx.org/licenses/CC0-1.0.html", "http://publications.europa.eu/resource/authority/licence/CC0"},
		{"CC-BY-4.0", "cc by 4.0", "CC BY 4.0 International", "https://creativecommons.org/licenses/by/4.0/legalcode",
			"http://publications.europa.eu/resource/authority/licence/CC_BY_4_0"},
		{"CC-BY-NC-SA-4.0", "https://creativecommons.org/licenses/by-nc-sa/4.0/", "http://publications.europa.eu/resource/authority/licence/CC_BYNCSA_4_0"},
		{"CC-BY-3.0"}, {"CC-BY"}, {"CC-BY-SA-4.0"}, {"CC-BY-ND-4.0"}, {"CC-BY-NC-4.0"}, {"https://creativecommons.org/licenses/by/3.0/nl/"},
		{"https://creativecommons.org/publicdomain/mark/1.0/"}, {"Alleen voor ons"}, {"alle rechten voorbehouden"}, {"CC0-1.0-kwaad"}, {""},
	} {
		for _, a := range same {
			for _, b := range same {
				if !sameLicence(a, b) {
					t.Errorf("%q is not %q", a, b)
				}
			}
			for _, other := range []string{"CC0-1.0", "CC-BY-4.0", "CC-BY-NC-SA-4.0"} {
				if sameLicence(a, other) != (same[0] == other) {
					t.Errorf("%q and %q", a, other)
				}
			}
		}
	}
}
