package lint

import (
	"fmt"
	"strings"

	"pleinwijzer/generator/diag"
)

var linktekst = &Check{
	Explanation: diag.Explanation{
		Code: "linktekst", Title: "Een link die niet zegt waar hij heen gaat",
		Text:  "Mensen die een pagina laten voorlezen, horen vaak alleen de links. \"Klik hier\" zegt dan niets, en een webadres ook niet. Schrijf waar de link heen gaat.",
		Wrong: "[Klik hier](/pleinen/plein-goirle/) voor het plein in Goirle.",
		Right: "Kijk bij [Plein Goirle](/pleinen/plein-goirle/).",
	},
	links: func(r *record, _ Pages, add adder) {
		for _, l := range r.links {
			text := strings.ToLower(strings.Trim(l.Text, " .!:»>"))
			switch {
			case l.Image:
			case text == "" && !l.Bare:
				add(r.base, l.at, "deze link heeft geen tekst", "schrijf waar de link heen gaat")
			case vague[text]:
				add(r.base, l.at, fmt.Sprintf("%q zegt niet waar de link heen gaat", l.Text), "schrijf waar de link heen gaat")
			case strings.HasPrefix(text, "http:") || strings.HasPrefix(text, "https:") || strings.HasPrefix(text, "www."):
				add(r.base, l.at, "hier staat een webadres in plaats van woorden", fmt.Sprintf("schrijf [waar het heen gaat](%s)", l.Destination))
			}
		}
	},
}

var vague = func() map[string]bool {
	m := map[string]bool{}
	for phrase := range strings.SplitSeq("hier|klik|klik hier|klik dan hier|lees meer|lees verder|meer|meer lezen|meer info|meer informatie|link|deze link|deze pagina|website|deze website|site|verder|kijk hier", "|") {
		m[phrase] = true
	}
	return m
}()
