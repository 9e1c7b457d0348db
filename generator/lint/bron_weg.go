package lint

import (
	"fmt"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/typed"
)

var bronWeg = &Check{
	Explanation: diag.Explanation{
		Code: "bron-weg", Title: "Een verwijzing naar iets wat de bron niet meer heeft",
		Text: "Een bestand van u noemt een plein, een partner of een spreekuur van een bron. De bron heeft dat niet meer. " +
			"Het blijft op uw site staan zolang uw bestand het noemt, en zegt dat het weg is. Vraag de beheerder van de bron wat er is. Noem dan iets anders.",
		Wrong: "plein = \"buren/kerk\"", Right: "plein = \"buren/school\"",
	},
	whole: func(own *content.Content, c *catalog.Catalog, add adder) {
		gone := map[typed.Slug]*content.Origin{}
		for r := range c.Records() {
			if from := r.File().From; from != nil && from.Gone != 0 {
				gone[typed.Slug(r.File().Slug)] = from
			}
		}
		if len(gone) == 0 {
			return
		}
		for _, item := range own.Items() {
			record := item.File()
			for path, slug := range content.Taken(item) {
				if from := gone[slug]; from != nil {
					add(record, record.Doc.Value(path...), fmt.Sprintf("%q staat sinds %s niet meer bij de bron", slug, from.Gone),
						"vraag de beheerder van de bron hoe dat komt, of noem hier een andere naam", from.Source.Key())
				}
			}
		}
	},
}
