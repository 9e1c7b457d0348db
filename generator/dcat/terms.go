package dcat

import (
	"pleinwijzer/generator/catalog"
)

// The lists of values that DCAT-AP-NL prescribes are those of the Publications Office of
// the EU.
const (
	authority = "http://publications.europa.eu/resource/authority/"
	frequency = authority + "frequency/IRREG"
	available = authority + "planned-availability/AVAILABLE"
	stable    = authority + "distribution-status/COMPLETED"

	// unknownLicence is what the Dutch portal has for data of which nobody said what one may
	// do with it.
	unknownLicence = "http://standaarden.overheid.nl/owms/terms/licentieonbekend"
)

// fileTypes are the codes of the EU for the endings of our files. An ending without one has
// a media type alone.
var fileTypes = map[string]string{"json": "JSON", "csv": "CSV", "ics": "ICS", "atom": "ATOM", "geojson": "GEOJSON", "jsonld": "JSON_LD"}

// licences are the addresses that portals know, by SPDX identifier.
var licences = map[string]string{
	"CC0-1.0":         authority + "licence/CC0",
	"CC-BY-4.0":       authority + "licence/CC_BY_4_0",
	"CC-BY-SA-4.0":    authority + "licence/CC_BYSA_4_0",
	"CC-BY-ND-4.0":    authority + "licence/CC_BYND_4_0",
	"CC-BY-NC-4.0":    authority + "licence/CC_BYNC_4_0",
	"CC-BY-NC-SA-4.0": authority + "licence/CC_BYNCSA_4_0",
	"CC-BY-NC-ND-4.0": authority + "licence/CC_BYNCND_4_0",
}

func licenceOf(c *catalog.Catalog) thing {
	address, known := licences[c.Site.Licentie]
	switch {
	case c.Site.Licentie == "":
		address = unknownLicence
	case !known:
		address = "https://spdx.org/licenses/" + c.Site.Licentie
	}
	return thing{address, "dct:LicenseDocument"}
}

func public() thing       { return thing{authority + "access-right/PUBLIC", "dct:RightsStatement"} }
func language() thing     { return thing{authority + "language/NLD", "dct:LinguisticSystem"} }
func themes() []thing     { return []thing{{authority + "data-theme/SOCI", "skos:Concept"}} }
func dutch(t string) text { return text{"nl", t} }

func concept(address, kind string) *thing { return &thing{address, kind} }

func document(address string) thing { return thing{address, "foaf:Document"} }
