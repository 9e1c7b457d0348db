package reading

import (
	"fmt"

	"pleinwijzer/generator/content"
)

// check compares a status with what it is based on: a statement that claims more than
// was found is worse than none.
func checkVerklaring(c *checker, v *content.Verklaring) {
	if !v.Given() {
		return
	}
	status := c.doc.Value("verklaring", "status")
	switch {
	case v.Status == "A" && len(v.Problemen) > 0:
		c.add("verklaring-klopt-niet", status, "bij status A zijn er geen problemen, maar hier staan ze wel",
			`kies status = "B"`, c.doc.Key("verklaring", "problemen", 0, "wat"))
	case v.Status == "B" && len(v.Problemen) == 0 && !c.has("verklaring", "problemen"):
		c.add("verklaring-klopt-niet", status, "bij status B hoort wat er nog niet goed werkt",
			"zet onder dit blok: [[verklaring.problemen]] met daaronder wat = \"…\"")
	}
	if (v.Status == "A" || v.Status == "B") && len(v.Onderzoeken) == 0 && !c.has("verklaring", "onderzoeken") {
		c.add("verklaring-klopt-niet", status, fmt.Sprintf("bij status %s hoort een onderzoek", v.Status),
			"zet onder dit blok: [[verklaring.onderzoeken]] met daaronder naam = \"…\" en datum = \"2026-10-12\"")
	}
	if c.today == 0 {
		return
	}
	for i, o := range v.Onderzoeken {
		if o.Datum > c.today {
			c.add("verklaring-klopt-niet", c.doc.Value("verklaring", "onderzoeken", i, "datum"),
				fmt.Sprintf("dit onderzoek is van %s, en die dag moet nog komen", o.Datum), "zet hier de dag van het rapport")
		}
	}
	if v.Datum > c.today {
		c.add("verklaring-klopt-niet", c.doc.Value("verklaring", "datum"),
			fmt.Sprintf("deze verklaring is van %s, en die dag moet nog komen", v.Datum), "zet hier de dag waarop u haar vaststelde")
	}
}
