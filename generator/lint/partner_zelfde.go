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
		Text: "Een partner van een bron heeft hetzelfde KvK-nummer als een andere partner, dezelfde website of dezelfde naam. Is het dezelfde organisatie? Schrijf dat dan in bronnen.toml. " +
			"Anders staan er twee pagina's over één organisatie. Zijn het er echt twee? Schrijf dat dan bij \"negeer\" in het blok van de bron.",
		Wrong: "(twee keer Taalhuis Tilburg, met dezelfde website)", Right: "[[buren.zelfde_als]]\npartner = \"taalhuis\"\nals = \"taalhuis-tilburg\"",
	},
	whole: func(_ *content.Content, c *catalog.Catalog, add adder) {
		seen := knownPartners{map[string]*catalog.Partner{}, map[string]*catalog.Partner{}, map[string]*catalog.Partner{}}
		var theirs []*catalog.Partner
		for _, p := range c.Partners {
			if p.From != nil {
				theirs = append(theirs, p)
				continue
			}
			seen.add(p)
		}
		for _, p := range theirs {
			other := seen.like(p)
			seen.add(p)
			if s := p.From.Source; other != nil && s.Negeer["partner-zelfde"] == "" && (other.From == nil || other.From.Source != s) {
				add(nil, s.Key(), fmt.Sprintf("partner %q van deze bron lijkt dezelfde als %q", p.From.Name, other.Slug),
					fmt.Sprintf("is dat zo? schrijf [[%s.zelfde_als]] met partner = %q en als = %q", s.Slug, p.From.Name, other.Slug))
			}
		}
	},
}

// knownPartners are partners by what says that two are the same, the surest first.
type knownPartners struct{ byKvK, byWebsite, byName map[string]*catalog.Partner }

func (k knownPartners) add(p *catalog.Partner) {
	note(k.byKvK, string(p.KvK), p)
	note(k.byWebsite, websiteOf(p), p)
	note(k.byName, typed.Slugify(p.Naam), p)
}

// like returns a partner that is probably the same, or nil. Two with different numbers are
// not, and neither are two with one name and different websites.
func (k knownPartners) like(p *catalog.Partner) *catalog.Partner {
	if other := k.byKvK[string(p.KvK)]; other != nil {
		return other
	}
	differ := func(a, b string) bool { return a != "" && b != "" && a != b }
	if other := k.byWebsite[websiteOf(p)]; other != nil && !differ(string(p.KvK), string(other.KvK)) {
		return other
	}
	if other := k.byName[typed.Slugify(p.Naam)]; other != nil &&
		!differ(string(p.KvK), string(other.KvK)) && !differ(websiteOf(p), websiteOf(other)) {
		return other
	}
	return nil
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
