package federation

import (
	"regexp"
	"strings"
)

// sameLicence reports whether two texts name one licence. Those of Creative Commons have many
// spellings: CC0-1.0, "CC0 1.0", the address of the deed, that of SPDX, that of Europe.
func sameLicence(a, b string) bool {
	return a == b || strings.TrimSpace(a) != "" && canonical(a) == canonical(b)
}

var (
	deed      = regexp.MustCompile(`^creativecommons\.org/(?:licenses|publicdomain)/([a-z-]+)/([0-9.]+)(?:/(?:deed|legalcode)[a-z.-]*)?$`)
	european  = regexp.MustCompile(`_([0-9])_([0-9])$`)
	gap       = regexp.MustCompile(`[ _-]+`)
	versioned = regexp.MustCompile(`^cc(0|zero|by(?:nc)?(?:sa|nd)?)([0-9]\.[0-9])?$`)
)

// canonical writes a licence in one way. What it does not know stays as it is.
func canonical(text string) string {
	text = strings.ToLower(strings.TrimSpace(text))
	for _, start := range []string{"https://", "http://", "www.", "spdx.org/licenses/", "publications.europa.eu/resource/authority/licence/"} {
		text = strings.TrimPrefix(text, start)
	}
	for _, end := range []string{"/", ".html", ".json", " universal", " international"} {
		text = strings.TrimSuffix(text, end)
	}
	if m := deed.FindStringSubmatch(text); m != nil {
		text = "cc-" + m[1] + "-" + m[2]
	}
	text = european.ReplaceAllString(text, "-$1.$2")
	switch m := versioned.FindStringSubmatch(gap.ReplaceAllString(text, "")); {
	case m == nil:
		return text
	case m[1] == "0" || m[1] == "zero":
		return "cc0" // there is one version of it
	default:
		return "cc" + m[1] + m[2]
	}
}
