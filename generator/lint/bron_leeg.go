package lint

import (
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
)

var bronLeeg = &Check{
	Explanation: diag.Explanation{
		Code: "bron-leeg", Title: "Een bron waarvan niets op de site staat",
		Text:  "Van deze bron staat niets op de site. Is hij al opgehaald? Staat er iets bij \"pleinen\"? Kijk dan of die namen kloppen: het zijn de namen in de adressen van die site.",
		Wrong: "(een nieuwe bron in bronnen.toml)", Right: "pleinwijzer bronnen",
	},
	whole: func(_ *content.Content, c *catalog.Catalog, add adder) {
		shown := map[*content.Source]bool{}
		for r := range c.Records() {
			if from := r.File().From; from != nil {
				shown[from.Source] = true
			}
		}
		for _, s := range c.Content().Sources {
			switch {
			case shown[s] || s.Vanaf > c.Today:
			case len(s.Pleinen) > 0:
				add(nil, s.At("pleinen"), "van deze pleinen staat er geen op de site", "haal de bron op met: pleinwijzer bronnen "+s.Slug+"; kloppen de namen niet, verander ze")
			default:
				add(nil, s.Key(), "van deze bron staat nog niets op de site", "geef de opdracht: pleinwijzer bronnen "+s.Slug)
			}
		}
	},
}
