package say

import (
	"strings"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
)

// AddressLines are the lines of an address, beginning with the building. An agendapunt
// may have an address without a postcode.
func AddressLines(a content.Adres) []string {
	var lines []string
	for _, line := range []string{a.Locatie, a.Straat, strings.TrimSpace(string(a.Postcode) + " " + a.Plaats)} {
		if line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

// Address is an address on one line.
func Address(a content.Adres) string { return strings.Join(AddressLines(a), ", ") }

// Street is a short form of an address, for where the plein has been named already.
func Street(a content.Adres) string { return a.Straat + ", " + a.Plaats }

// Where names a plein and its place, unless its name includes the place.
func Where(p *catalog.Plein, a content.Adres) string {
	if strings.HasSuffix(p.Naam, a.Plaats) {
		return p.Naam
	}
	return p.Naam + ", " + a.Plaats
}
