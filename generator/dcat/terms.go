package dcat

// The lists of values that DCAT-AP-NL prescribes are those of the Publications Office of
// the EU.
const (
	authority = "http://publications.europa.eu/resource/authority/"
	frequency = authority + "frequency/IRREG"
	available = authority + "planned-availability/AVAILABLE"
	stable    = authority + "distribution-status/COMPLETED"
)

// fileTypes are the codes of the EU for the endings of our files. An ending without one has
// a media type alone.
var fileTypes = map[string]string{"json": "JSON", "csv": "CSV", "ics": "ICS", "atom": "ATOM", "geojson": "GEOJSON", "jsonld": "JSON_LD"}

func public() thing       { return thing{authority + "access-right/PUBLIC", "dct:RightsStatement"} }
func language() thing     { return thing{authority + "language/NLD", "dct:LinguisticSystem"} }
func themes() []thing     { return []thing{{authority + "data-theme/SOCI", "skos:Concept"}} }
func dutch(t string) text { return text{"nl", t} }

func concept(address, kind string) *thing { return &thing{address, kind} }

func document(address string) thing { return thing{address, "foaf:Document"} }
