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
			if path, _, ok := r.target(l); ok && !pages.Has(path) {
				add(r.base, l.at, fmt.Sprintf("de pagina %q bestaat niet", path), "kijk het adres na; een pagina van de site begint met een schuine streep")
			}
		}
	},
}

var ankerStuk = &Check{
	Explanation: diag.Explanation{
		Code: "anker-stuk", Title: "Een link naar een plek die er niet is",
		Text:  "Wat na het hekje staat, is een plek op de pagina. Die plek bestaat niet. De link gaat nu naar het begin van de pagina. Haal het deel vanaf het hekje weg.",
		Wrong: "[Meenemen](/spreekuren/taalhuis-goirle/#meenemen)",
		Right: "[Taalhuis Goirle](/spreekuren/taalhuis-goirle/)",
	},
	links: func(r *record, pages Pages, add adder) {
		for _, l := range r.links {
			if path, id, ok := r.target(l); ok && id != "" && pages.Has(path) && !pages.HasAnchor(path, id) {
				add(r.base, l.at, fmt.Sprintf("op de pagina %q is geen plek %q", path, id), "haal het deel vanaf het hekje weg")
			}
		}
	},
}

// target is the page of the site, and the place on it, that a link leads to.
func (r *record) target(l link) (path, id string, ok bool) {
	u, err := url.Parse(l.Destination)
	if err != nil || r.base == nil || u.Scheme != "" || u.Host != "" {
		return "", "", false
	}
	base := url.URL{Path: r.page()}
	to := base.ResolveReference(u)
	return strings.TrimSpace(to.Path), u.Fragment, true
}
