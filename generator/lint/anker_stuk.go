package lint

import (
	"fmt"

	"pleinwijzer/generator/diag"
)

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
