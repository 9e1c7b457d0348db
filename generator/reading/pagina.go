package reading

import "pleinwijzer/generator/content"

func checkPagina(c *checker, p *content.Pagina) {
	if p.Tekst == "" && p.Body() == "" {
		c.noText("deze pagina heeft geen tekst", c.whereText())
	}
	for _, place := range []struct {
		key    string
		number int
	}{{"menu", p.Menu}, {"voet", p.Voet}} {
		if place.number < 0 || place.number == 0 && !c.broken && c.has(place.key) {
			c.add("getal-te-klein", c.doc.Value(place.key), "de eerste plaats is 1", "schrijf 1 of een hoger getal, of haal deze regel weg")
		}
	}
}
