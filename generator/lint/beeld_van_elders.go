package lint

import (
	"net/url"
	"path"

	"pleinwijzer/generator/diag"
)

var beeldVanElders = &Check{
	Explanation: diag.Explanation{
		Code: "beeld-van-elders", Title: "Een afbeelding van een andere site",
		Text:  "De bezoeker ziet deze afbeelding niet: de site laadt niets van andere sites, zodat niemand meekijkt. Mag u de afbeelding gebruiken? Zet het bestand dan in de map static.",
		Wrong: "![De ingang](https://www.voorbeeld.nl/ingang.jpg)",
		Right: "![De ingang](/ingang.jpg)",
	},
	links: func(r *record, _ Pages, add adder) {
		for _, l := range r.links {
			u, err := url.Parse(l.Destination)
			if !l.Image || err != nil || u.Scheme == "" && u.Host == "" {
				continue
			}
			name := "naam.jpg"
			if base := path.Base(u.Path); path.Ext(base) != "" {
				name = base
			}
			add(r.base, l.at, "de site laat geen afbeeldingen van andere sites zien", "zet het bestand in de map static, en schrijf het pad: ![…](/"+name+")")
		}
	},
}
