package lint

import (
	"regexp"
	"strings"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
)

var adresExtra = &Check{
	Explanation: diag.Explanation{
		Code: "adres-extra", Title: "Meer dan een adres in het adres",
		Text:  "In dit veld staan alleen de straat en het huisnummer. Kaarten en routes werken anders niet. De rest hoort in \"route\" of \"locatie\".",
		Wrong: `adres = "Kerkstraat 1, 1e etage naast de kerk"`,
		Right: "adres = \"Kerkstraat 1\"\nroute = \"Wij zitten op de eerste etage, naast de kerk.\"",
	},
	whole: func(c *content.Content, _ *catalog.Catalog, add adder) {
		look := func(r *content.Record, street string, path ...any) {
			if start, end := noise(street); end > 0 {
				add(r, r.Doc.Within(start, end-start, street, path...), "dit hoort niet bij straat en huisnummer", "zet het in \"route\" of \"locatie\"")
			}
		}
		for _, p := range c.Pleinen {
			look(&p.Record, p.Straat, "adres")
			for i, v := range p.Verhuizing {
				look(&p.Record, v.Straat, "verhuizing", i, "adres")
			}
		}
		for _, a := range c.Agenda {
			look(&a.Record, a.Straat, "adres")
		}
	},
}

var (
	// street matches a street name with a number and its addition ("1a", "1-3", "1 bis").
	street = regexp.MustCompile(`^.*?\pL[^0-9,(]* \d+(?: ?[a-zA-Z]\b| bis\b)?(?:[-/]\d+)?(?:-[a-zA-Z0-9]{1,3}\b)?`)
	number = regexp.MustCompile(`^\d+ ?[a-zA-Z]?$`)

	// beside matches the start of an address that is not a street but a place near
	// something.
	beside = regexp.MustCompile(`(?i)^(naast|tegenover|achter|bij|in|boven|hoek|t\.o\.) `)
)

// noise returns the range of whatever an address contains besides the street and the
// number.
func noise(address string) (start, end int) {
	if beside.MatchString(address) && !strings.HasPrefix(address, "Achter ") && !strings.HasPrefix(address, "In ") {
		return 0, len(address)
	}
	at := strings.IndexAny(address, ",(;")
	if found := street.FindStringIndex(address); found != nil && (at < 0 || found[1] < at) {
		rest := strings.TrimSpace(address[found[1]:])
		if rest == "" || number.MatchString(rest) { // a street name that ends in a number: "Plein 1944 12"
			return 0, 0
		}
		at = found[1]
	}
	if at < 0 {
		return 0, 0
	}
	for at < len(address) && strings.IndexByte(" ,;", address[at]) >= 0 {
		at++
	}
	return at, len(address)
}
