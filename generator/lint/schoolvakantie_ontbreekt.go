package lint

import (
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/schedule"
)

// known is how many days ahead the school holidays have to be known: agendas and feeds
// cover as many.
const known = 183

var schoolvakantie = &Check{
	Explanation: diag.Explanation{
		Code: "schoolvakantie-ontbreekt", Title: "De schoolvakanties van het volgende jaar ontbreken",
		Text:  "Sommige spreekuren zijn er alleen in schoolweken. De laatste vakantie in site.toml begint binnen een half jaar. Daarna zegt de site dus dat die spreekuren altijd doorgaan. Vul de vakanties van het volgende schooljaar in.",
		Wrong: "site.toml houdt op bij de kerstvakantie van dit jaar",
		Right: "[[schoolvakanties]]\nnaam = \"Voorjaarsvakantie\"\nvan = \"2027-02-13\"\ntot_en_met = \"2027-02-21\"",
	},
	whole: func(_ *content.Content, c *catalog.Catalog, add adder) {
		uses := false
		for _, s := range c.Spreekuren {
			uses = uses || s.AlleenSchoolweken && s.Active()
		}
		last, at := schedule.Date(0), -1
		for i, v := range c.Site.Schoolvakanties {
			if v.Van > last {
				last, at = v.Van, i
			}
		}
		switch {
		case !uses || last > c.Today.Add(known):
		case at < 0:
			add(nil, c.Site.Doc.Whole(), "hier staan geen schoolvakanties", "voeg [[schoolvakanties]] toe")
		default:
			add(nil, c.Site.At("schoolvakanties", at, "van"), "na deze vakantie staan er geen schoolvakanties meer", "vul het volgende schooljaar in")
		}
	},
}
