package reading

import (
	"strings"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/schedule"
)

func checkPlein(c *checker, p *content.Plein) {
	checkContact(c, p)
	checkPlace(c, p.Adres, nil)
	checkAccess(c, p.Toegang, nil)
	c.period("van", p.Pilot.Van, "tot_en_met", p.Pilot.TotEnMet, "pilot")
	for i, a := range p.Afwijkend {
		at := []any{"afwijkend", i}
		c.days(a.Dagen, at)
		switch {
		case a.Gesloten && len(a.Tijd) > 0:
			c.add("afwijkend-dubbel", c.doc.Key(append(at, "gesloten")...), "het plein is gesloten én heeft een andere tijd", "laat er één staan")
		case !a.Gesloten && len(a.Tijd) == 0 && !c.has(append(at, "tijd")...):
			c.add("afwijkend-leeg", c.doc.Key(at...), "hier staat niet wat er anders is", "voeg toe: gesloten = true, of een tijd")
		}
	}
	for i, v := range p.Verhuizing {
		c.period("vanaf", v.Vanaf, "tot_en_met", v.TotEnMet, "verhuizing", i)
		checkPlace(c, v.Adres, []any{"verhuizing", i})
		checkAccess(c, v.Toegang, []any{"verhuizing", i})
	}
	checkMoves(c, p)
}

// check wants a photo and what it shows to go together: a blind visitor has only the
// words.
func checkAccess(c *checker, t content.Toegang, at []any) {
	key := func(name string) []any { return append(at[:len(at):len(at)], name) }
	const example = `"De ingang van de bibliotheek, naast de kerk"`
	switch told := strings.TrimSpace(t.FotoTekst) != ""; {
	case t.Foto != "" && !told && !c.has(key("foto_tekst")...):
		c.add("foto-zonder-tekst", c.doc.Key(key("foto")...), "bij de foto staat niet wat erop te zien is", "voeg toe: foto_tekst = "+example)
	case t.Foto != "" && !told && !c.broken:
		c.add("foto-zonder-tekst", c.doc.Value(key("foto_tekst")...), "hier staat niet wat er op de foto te zien is", "schrijf bijvoorbeeld "+example)
	case t.Foto == "" && told && !c.has(key("foto")...):
		c.add("tekst-zonder-foto", c.doc.Key(key("foto_tekst")...), "er is een tekst bij de foto, maar er is geen foto", "haal deze regel weg, of noem ook de foto")
	}
}

// checkContact requires a way to reach a person or the place: a visitor at a closed
// door must be able to call or write.
func checkContact(c *checker, p *content.Plein) {
	if p.Telefoon == "" && p.Email == "" && p.Website == "" && !c.has("telefoon") && !c.has("email") && !c.has("website") {
		c.problems.Add(diag.Diagnostic{Range: c.doc.Whole(), Code: "contact-ontbreekt", Missing: "telefoon",
			Message: "dit plein heeft geen telefoon, e-mail of website", Hint: `voeg toe: telefoon = "013 000 00 01"`})
	}
}

// checkMoves refuses two moves on the same day, since it would be unclear which address
// applies.
func checkMoves(c *checker, p *content.Plein) {
	first := map[schedule.Date]int{}
	for i, v := range p.Verhuizing {
		if earlier, ok := first[v.Vanaf]; ok && v.Vanaf != 0 {
			c.add("verhuizing-dubbel", c.doc.Value("verhuizing", i, "vanaf"), "twee verhuizingen beginnen op dezelfde dag", "laat er één staan", c.doc.Key("verhuizing", earlier))
		}
		first[v.Vanaf] = i
	}
}
