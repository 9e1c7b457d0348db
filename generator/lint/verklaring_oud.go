package lint

import (
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/schedule"
)

// examinedFor is how many months a site may wait until people look at it again. The law
// asks for an examination every three years.
const examinedFor = 36

var verklaringOud = &Check{
	Explanation: diag.Explanation{
		Code: "verklaring-oud", Title: "Een toegankelijkheidsverklaring van lang geleden",
		Text:  "Een onderzoek naar toegankelijkheid geldt 3 jaar. Daarna kan er veel veranderd zijn. Laat de site opnieuw onderzoeken, en pas de verklaring aan.",
		Wrong: "[[verklaring.onderzoeken]]\nnaam = \"Onderzoek door een bureau\"\ndatum = \"2022-03-01\"",
		Right: "[[verklaring.onderzoeken]]\nnaam = \"Onderzoek door een bureau\"\ndatum = \"2026-03-01\"",
	},
	whole: func(_ *content.Content, c *catalog.Catalog, add adder) {
		last, at := schedule.Date(0), -1
		for i, o := range c.Site.Verklaring.Onderzoeken {
			if o.Datum > last {
				last, at = o.Datum, i
			}
		}
		year, month, day := c.Today.Civil()
		if at >= 0 && last < schedule.NewDate(year, month-examinedFor, day) {
			add(nil, c.Site.At("verklaring", "onderzoeken", at, "datum"), "dit onderzoek is ouder dan 3 jaar", "laat de site opnieuw onderzoeken")
		}
	},
}
