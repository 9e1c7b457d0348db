package lint

import (
	"fmt"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/kept"
)

var pleinZelfdeAdres = &Check{
	Explanation: diag.Explanation{
		Code: "plein-zelfde-adres", Title: "Twee pleinen op één adres",
		Text: "Een plein van een bron heeft dezelfde postcode en hetzelfde nummer als een ander plein. Is het hetzelfde plein? Geef de ene bron dan een hogere voorrang dan de andere. " +
			"Dan blijft dat plein over, met de spreekuren van allebei. Is het uw eigen plein? Dat blijft altijd over: geef de bron dan een voorrang van 1 of -1. Zijn het er echt twee? Schrijf dat dan bij \"negeer\" in het blok van de bron.",
		Wrong: "(twee pleinen op Kerkstraat 1)", Right: "[buren]\nvoorrang = -1",
	},
	whole: func(_ *content.Content, c *catalog.Catalog, add adder) {
		first := map[string]*catalog.Plein{}
		for _, theirs := range []bool{false, true} {
			for _, p := range c.Pleinen {
				if (p.From != nil) != theirs || p.Postcode == "" {
					continue
				}
				door := kept.DoorOf(p.Plein.Adres)
				other := first[door]
				if other == nil {
					first[door] = p
				}
				same := theirs && other != nil && (other.From == nil || other.From.Source != p.From.Source)
				if !same || p.From.Source.Negeer["plein-zelfde-adres"] != "" {
					continue
				}
				add(nil, p.From.Source.Key(), fmt.Sprintf("plein %q van deze bron is op hetzelfde adres als %q", p.From.Name, other.Slug),
					"is het hetzelfde plein? geef deze bron een andere voorrang dan dat plein")
			}
		}
	},
}
