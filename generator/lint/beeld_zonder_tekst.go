package lint

import (
	"strings"

	"pleinwijzer/generator/diag"
)

var beeldZonderTekst = &Check{
	Explanation: diag.Explanation{
		Code: "beeld-zonder-tekst", Title: "Een afbeelding zonder beschrijving",
		Text:  "Wie niet kan zien, hoort wat er tussen de haken staat. Schrijf kort wat er op de afbeelding te zien is.",
		Wrong: "![](/kaart.png)",
		Right: "![Kaart met de ingang aan de achterkant](/kaart.png)",
	},
	links: func(r *record, _ Pages, add adder) {
		for _, l := range r.links {
			if l.Image && strings.TrimSpace(l.Text) == "" {
				add(r.base, l.at, "deze afbeelding heeft geen beschrijving", "schrijf tussen de haken wat er te zien is")
			}
		}
	},
}
