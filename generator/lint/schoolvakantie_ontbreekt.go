package lint

import (
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/due"
)

var schoolvakantie = &Check{
	Explanation: diag.Explanation{
		Code: "schoolvakantie-ontbreekt", Title: "De schoolvakanties van het volgende jaar ontbreken",
		Text:  "Sommige spreekuren zijn er alleen in schoolweken. De laatste vakantie in site.toml begint binnen een half jaar. Daarna zegt de site dus dat die spreekuren altijd doorgaan. Vul de vakanties van het volgende schooljaar in.",
		Wrong: "site.toml houdt op bij de kerstvakantie van dit jaar",
		Right: "[[schoolvakanties]]\nnaam = \"Voorjaarsvakantie\"\nvan = \"2027-02-13\"\ntot_en_met = \"2027-02-21\"",
	},
	whole: func(_ *content.Content, c *catalog.Catalog, add adder) {
		switch last, missing := due.HolidaysMissing(c); {
		case !missing:
		case last < 0:
			add(nil, c.Site.Doc.Whole(), "hier staan geen schoolvakanties", "voeg [[schoolvakanties]] toe")
		default:
			add(nil, c.Site.At("schoolvakanties", last, "van"), "na deze vakantie staan er geen schoolvakanties meer", "vul het volgende schooljaar in")
		}
	},
}
