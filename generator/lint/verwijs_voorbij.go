package lint

import (
	"fmt"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
)

var verwijsVoorbij = &Check{
	Explanation: diag.Explanation{
		Code: "verwijs-voorbij", Title: "Een verwijzing naar een spreekuur dat voorbij is",
		Text:  "De laatste dag van dat spreekuur is geweest. De bezoeker leest dan dat er geen nieuwe datums zijn. Noem een ander spreekuur. Of zet bij het oude spreekuur nieuwe datums of een opvolger.",
		Wrong: `naar = "belasting-2026"`,
		Right: `naar = "belasting-2027"`,
	},
	whole: func(_ *content.Content, c *catalog.Catalog, add adder) {
		for _, s := range catalog.Running(c.Spreekuren) {
			for i, r := range s.Verwijs {
				if r.Spreekuur != nil && r.Spreekuur.Ended() {
					add(&s.Record, s.Doc.Value("verwijs", i, "naar"), fmt.Sprintf("de laatste dag van spreekuur %q is voorbij", r.Spreekuur.Slug),
						"noem een ander spreekuur, of zet bij dat spreekuur nieuwe datums of een opvolger", diag.Range{File: r.Spreekuur.Doc.File})
				}
			}
		}
	},
}
