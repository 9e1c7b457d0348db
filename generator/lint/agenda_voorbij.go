package lint

import (
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
)

// keptFor is the number of days after an event during which its page is still useful.
const keptFor = 183

var agendaVoorbij = &Check{
	Explanation: diag.Explanation{
		Code: "agenda-voorbij", Title: "Een agendapunt dat voorbij is",
		Text:  "Dit agendapunt is voorbij, maar er staat nog dat mensen zich aanmelden. Of het is langer dan een half jaar geleden. Haal \"aanmelden\" weg, of verwijder het bestand.",
		Wrong: "datum = \"2026-01-21\"\naanmelden = \"verplicht\"",
		Right: "datum = \"2027-01-21\"\naanmelden = \"verplicht\"",
	},
	whole: func(_ *content.Content, c *catalog.Catalog, add adder) {
		for _, a := range c.Agenda {
			switch {
			case !a.Past(c.Today):
			case a.Last() < c.Today.Add(-keptFor):
				add(&a.Record, a.Doc.Value("datum"), "dit is langer dan een half jaar geleden", "verwijder het bestand")
			case a.Aanmelden == content.Required || a.Aanmelden == content.Allowed:
				add(&a.Record, a.Doc.Value("aanmelden"), "dit is voorbij, maar mensen kunnen zich nog aanmelden", "haal deze regel weg")
			}
		}
	},
}
