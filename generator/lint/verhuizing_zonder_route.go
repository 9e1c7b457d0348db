package lint

import (
	"strings"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
)

var verhuizingZonderRoute = &Check{
	Explanation: diag.Explanation{
		Code: "verhuizing-zonder-route", Title: "Een verhuizing zonder route of toegankelijkheid",
		Text: "De route en de toegankelijkheid van het plein horen bij het oude adres. Op de dag van de verhuizing haalt de site ze weg. " +
			"Schrijf in het blok [[verhuizing]] hoe de bezoeker bij het nieuwe adres komt, en wat er in dat gebouw is.",
		Wrong: "[[verhuizing]]\nvanaf = \"2027-02-01\"\nadres = \"Dorpsstraat 20\"\npostcode = \"5051 AC\"\nplaats = \"Goirle\"",
		Right: "[[verhuizing]]\nvanaf = \"2027-02-01\"\nadres = \"Dorpsstraat 20\"\npostcode = \"5051 AC\"\nplaats = \"Goirle\"\ntoegankelijkheid = [\"rolstoel\", \"toilet\"]\nroute = \"De ingang is achter de kerk.\"",
	},
	whole: func(_ *content.Content, c *catalog.Catalog, add adder) {
		for _, p := range c.Pleinen {
			for i, v := range p.Verhuizing {
				if missing := lost(p, v, c); len(missing) > 0 {
					what := strings.Join(missing, " en ")
					add(&p.Record, p.Doc.Key("verhuizing", i), "van dit adres ontbreekt: "+what,
						"zet "+what+" van dit gebouw in dit blok; wat bij het plein staat, geldt hier niet", p.Doc.Key(missing[0]))
				}
			}
		}
	},
}

// lost returns the fields that the plein has for its first address but not for this one,
// now or in the future.
func lost(p *catalog.Plein, v content.Verhuizing, c *catalog.Catalog) (missing []string) {
	here := p.Toegang(max(v.Vanaf, c.Today))
	if !p.Adres(max(v.Vanaf, c.Today)).SameDoor(v.Adres) {
		return nil // the plein has already moved on
	}
	if p.Plein.Route != "" && here.Route == "" {
		missing = append(missing, "route")
	}
	if len(p.Plein.Toegankelijkheid) > 0 && len(here.Toegankelijkheid) == 0 {
		missing = append(missing, "toegankelijkheid")
	}
	return missing
}
