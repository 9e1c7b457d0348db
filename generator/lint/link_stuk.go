package lint

import (
	"fmt"
	"net/url"
	"strings"

	"pleinwijzer/generator/diag"
)

var linkStuk = &Check{
	Explanation: diag.Explanation{
		Code: "link-stuk", Title: "Een link naar een pagina die er niet is",
		Text:  "Deze link gaat naar een pagina die de site niet heeft. Misschien is de naam verkeerd gespeld, of is het nog een concept. Kijk welk adres in uw browser staat.",
		Wrong: "[Plein Goirle](/pleinen/goirle/)",
		Right: "[Plein Goirle](/pleinen/plein-goirle/)",
	},
	links: func(r *record, pages Pages, add adder) {
		for _, l := range r.links {
			if l.Destination == "" {
				add(r.base, l.at, "deze link gaat nergens heen", "schrijf tussen de ronde haken een adres dat begint met https:// of met een schuine streep")
				continue
			}
			if path, _, ok := r.target(l); ok && !pages.Has(path) {
				what := "de pagina"
				if l.Image {
					what = "de afbeelding"
				}
				add(r.base, l.at, fmt.Sprintf("%s %q bestaat niet", what, path), "kijk het adres na; een adres op de site begint met een schuine streep")
			}
		}
	},
}

// target returns the page of the site that a link leads to, and the id of the place on
// that page.
func (r *record) target(l link) (path, id string, ok bool) {
	u, err := url.Parse(l.Destination)
	if err != nil || r.base == nil || u.Scheme != "" || u.Host != "" {
		return "", "", false
	}
	base := url.URL{Path: r.page()}
	to := base.ResolveReference(u)
	return strings.TrimSpace(to.Path), u.Fragment, true
}
