package lint

import (
	"regexp"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
)

var nietZonderVerwijs = &Check{
	Explanation: diag.Explanation{
		Code: "niet-zonder-verwijs", Title: "Wat u niet doet, zonder waar het wel kan",
		Text:  "De bezoeker leest wat u niet doet, maar niet waar hij dan heen kan. Noem die plek in een blok [[verwijs]]. Kan dat niet? Schrijf in de zin zelf waarom het zo is, of wat de bezoeker dan doet.",
		Wrong: `niet = ["Wij doen geen aangifte voor een bedrijf."]`,
		Right: "niet = [\"Wij doen geen aangifte voor een bedrijf.\"]\n\n[[verwijs]]\nvraag = \"U hebt een eigen bedrijf en moet aangifte doen.\"\nnaar = \"belasting-lochal\"",
	},
	whole: func(_ *content.Content, c *catalog.Catalog, add adder) {
		for _, s := range catalog.Running(c.Spreekuren) {
			if s.Concept || len(s.Verwijs) > 0 {
				continue
			}
			for i, text := range s.Niet {
				if !saysMore.MatchString(text) {
					add(&s.Record, s.Doc.Value("niet", i), "hier staat niet waar de bezoeker dan heen kan", "zet er een blok [[verwijs]] bij, of schrijf in deze zin waarom het zo is")
					break // one piece of advice for all of them
				}
			}
		}
	},
}

// saysMore finds a text that does not stop at what is not done: it gives a reason, says
// what is done instead, or goes on with another sentence.
var saysMore = regexp.MustCompile(`(?i)[.!?:;]\s+\pL|\b(want|omdat|alleen|wel|doet u|kunt u|gaat u|vraagt u|belt u)\b`)
