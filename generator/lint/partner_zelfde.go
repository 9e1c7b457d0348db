package lint

import (
	"fmt"
	"net/url"
	"strings"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/typed"
)

var partnerZelfde = &Check{
	Explanation: diag.Explanation{
		Code: "partner-zelfde", Title: "Een partner van een bron die u al lijkt te hebben",
		Text: "Een partner van een bron heeft dezelfde website als een andere partner, of dezelfde naam. Is het dezelfde organisatie? Schrijf dat dan in bronnen.toml. " +
			"Anders staan er twee pagina's over één organisatie. Zijn het er echt twee? Schrijf dat dan bij \"negeer\" in het blok van de bron.",
		Wrong: "(twee keer Taalhuis Tilburg, met dezelfde website)", Right: "[[buren.zelfde_als]]\npartner = \"taalhuis\"\nals = \"taalhuis-tilburg\"",
	},
	whole: func(_ *content.Content, c *catalog.Catalog, add adder) {
		byWebsite, byName := map[string]*catalog.Partner{}, map[string]*catalog.Partner{}
		var theirs []*catalog.Partner
		for _, p := range c.Partners {
			if p.From != nil {
				theirs = append(theirs, p)
				continue
			}
			note(byWebsite, websiteOf(p), p)
			note(byName, typed.Slugify(p.Naam), p)
		}
		for _, p := range theirs {
			site, name := websiteOf(p), typed.Slugify(p.Naam)
			other := byWebsite[site]
			if other == nil {
				if other = byName[name]; other != nil && site != "" && websiteOf(other) != "" {
					other = nil // they say themselves that they are two
				}
			}
			note(byWebsite, site, p)
			note(byName, name, p)
			if s := p.From.Source; other != nil && s.Negeer["partner-zelfde"] == "" && (other.From == nil || other.From.Source != s) {
				add(nil, s.Key(), fmt.Sprintf("partner %q van deze bron lijkt dezelfde als %q", p.From.Name, other.Slug),
					fmt.Sprintf("is dat zo? schrijf [[%s.zelfde_als]] met partner = %q en als = %q", s.Slug, p.From.Name, other.Slug))
			}
		}
	},
}

// note keeps the first partner that is known by something.
func note(by map[string]*catalog.Partner, key string, p *catalog.Partner) {
	if key != "" && by[key] == nil {
		by[key] = p
	}
}

// websiteOf is the website of a partner without what may differ between two ways to write it.
func websiteOf(p *catalog.Partner) string {
	u, err := url.Parse(string(p.Website))
	if err != nil || u.Host == "" {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(u.Host), "www.") + strings.TrimRight(u.Path, "/")
}
