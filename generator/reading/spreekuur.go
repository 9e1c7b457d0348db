package reading

import (
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/typed"
)

func checkSpreekuur(c *checker, s *content.Spreekuur) {
	checkWhen(c, s)
	c.period("vanaf", s.Vanaf, "tot_en_met", s.TotEnMet)
	for i, a := range s.Afwijkend {
		at := []any{"afwijkend", i}
		c.days(a.Dagen, at)
		says := len(a.Tijd) > 0 || a.Plein != ""
		switch {
		case a.Vervalt && says:
			c.add("afwijkend-dubbel", c.doc.Key(append(at, "vervalt")...), "het spreekuur vervalt én heeft een andere tijd of een ander plein", "laat er één staan")
		case !a.Vervalt && !says && !c.has(append(at, "tijd")...) && !c.has(append(at, "plein")...):
			c.add("afwijkend-leeg", c.doc.Key(at...), "hier staat niet wat er anders is", "voeg toe: vervalt = true, of een tijd, of een plein")
		}
	}
	for i := range s.Verwijs {
		checkReferral(c, &s.Verwijs[i], "verwijs", i)
	}
	if s.Opvolger == typed.Slug(s.Slug) && s.Opvolger != "" {
		c.add("verwijzing-zelf", c.doc.Value("opvolger"), "dit spreekuur is zijn eigen opvolger", "noem een ander spreekuur of haal de regel weg")
	}
	if s.Tekst == "" && s.Body() == "" {
		c.noText("de korte omschrijving ontbreekt", c.whereText())
	}
}
