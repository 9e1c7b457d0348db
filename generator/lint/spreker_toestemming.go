package lint

import (
	"fmt"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
)

var sprekerToestemming = &Check{
	Explanation: diag.Explanation{
		Code: "spreker-toestemming", Title: "Een spreker zonder toestemming",
		Text: "De naam van een spreker mag alleen op de site als deze persoon dat goed vindt. Vraag het, en schrijf bij \"toestemming\" op welke dag hij of zij ja zei. " +
			"Geen antwoord? Noem dan alleen de rol.",
		Wrong: "[[sprekers]]\nnaam = \"A. Voorbeeld\"",
		Right: "[[sprekers]]\nnaam = \"A. Voorbeeld\"\ntoestemming = \"2027-01-10\"",
	},
	whole: func(c *content.Content, _ *catalog.Catalog, add adder) {
		for _, a := range c.Agenda {
			for i, s := range a.Sprekers {
				if s.Naam != "" && s.Toestemming == 0 {
					add(&a.Record, a.Doc.Value("sprekers", i, "naam"), fmt.Sprintf("van %q staat er niet bij of hij of zij dit goed vindt", s.Naam),
						`vraag het, en voeg dan toe op welke dag: toestemming = "2027-01-10"; of haal de naam weg en noem de rol`)
				}
			}
		}
	},
}
