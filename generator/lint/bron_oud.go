package lint

import (
	"fmt"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/schedule"
)

var bronOud = &Check{
	Explanation: diag.Explanation{
		Code: "bron-oud", Title: "Een bron zonder nieuws",
		Text: "Van deze bron is al dagen niets nieuws gekomen. Kijk eerst of de opdracht pleinwijzer bronnen elke nacht draait. Vraag anders de beheerder van die site wat er is. " +
			"Na 14 dagen staat op de pagina's van welke dag ze zijn. Na 60 dagen staan de tijden er niet meer.",
		Wrong: "(3 dagen niets nieuws)", Right: "pleinwijzer bronnen -toon",
	},
	whole: func(_ *content.Content, c *catalog.Catalog, add adder) {
		for _, s := range c.Content().Sources {
			oldest, last := schedule.Date(0), schedule.Date(0)
			for r := range c.Records() {
				if from := r.File().From; from != nil && from.Source == s && from.Gone == 0 {
					if made := schedule.DateOf(from.Made); content.AgeOn(from.Made, c.Today) >= content.Late && (oldest == 0 || made < oldest) {
						oldest = made
					}
					if until := from.Known.Until; until < c.Today && until > last {
						last = until
					}
				}
			}
			switch {
			case oldest != 0:
				add(nil, s.Key(), fmt.Sprintf("van deze bron is al %d dagen niets nieuws gekomen", c.Today-oldest), "geef de opdracht: pleinwijzer bronnen -toon")
			case last != 0:
				add(nil, s.Key(), fmt.Sprintf("deze bron zegt niets over de dagen na %s", last), "de tijden staan niet meer op de site; vraag de beheerder om nieuwe gegevens")
			}
		}
	},
}
