package dcat

// The classes of DCAT-AP-NL that we use. A field without omitempty is one that the profile
// requires.

type catalogue struct {
	Context     map[string]string `json:"@context"`
	ID          string            `json:"@id"`
	Type        string            `json:"@type"`
	Title       text              `json:"dct:title"`
	Description text              `json:"dct:description"`
	Publisher   agent             `json:"dct:publisher"`
	Contact     contact           `json:"dcat:contactPoint"`
	Licence     thing             `json:"dct:license"`
	Homepage    thing             `json:"foaf:homepage"`
	Language    thing             `json:"dct:language"`
	Modified    *typedValue       `json:"dct:modified,omitempty"`
	Datasets    []dataset         `json:"dcat:dataset"`
}

type dataset struct {
	ID            string         `json:"@id"`
	Type          string         `json:"@type"`
	Identifier    string         `json:"dct:identifier"`
	Title         text           `json:"dct:title"`
	Description   text           `json:"dct:description"`
	Publisher     agent          `json:"dct:publisher"`
	Creators      []agent        `json:"dct:creator"`
	Contact       contact        `json:"dcat:contactPoint"`
	AccessRights  thing          `json:"dct:accessRights"`
	Theme         []thing        `json:"dcat:theme"`
	Language      thing          `json:"dct:language"`
	Keywords      []text         `json:"dcat:keyword,omitempty"`
	Frequency     *thing         `json:"dct:accrualPeriodicity,omitempty"`
	LandingPage   thing          `json:"dcat:landingPage"`
	Documentation thing          `json:"foaf:page"`
	Modified      *typedValue    `json:"dct:modified,omitempty"`
	Distributions []distribution `json:"dcat:distribution"`
}

type distribution struct {
	ID           string      `json:"@id"`
	Type         string      `json:"@type"`
	Title        text        `json:"dct:title"`
	AccessURL    reference   `json:"dcat:accessURL"`
	DownloadURL  reference   `json:"dcat:downloadURL"`
	MediaType    *thing      `json:"dcat:mediaType"`
	Format       *thing      `json:"dct:format,omitempty"`
	Licence      licence     `json:"dct:license"`
	Language     thing       `json:"dct:language"`
	ConformsTo   *thing      `json:"dct:conformsTo,omitempty"`
	Status       *thing      `json:"adms:status"`
	Availability *thing      `json:"dcatap:availability"`
	Modified     *typedValue `json:"dct:modified,omitempty"`
}

// A licence that is ours alone says itself what it is.
type licence struct {
	ID          string `json:"@id"`
	Type        string `json:"@type"`
	Title       *text  `json:"dct:title,omitempty"`
	Description *text  `json:"dct:description,omitempty"`
}

type agent struct {
	ID   string `json:"@id"`
	Type string `json:"@type"`
	Name text   `json:"foaf:name"`
}

type contact struct {
	ID    string     `json:"@id"`
	Type  string     `json:"@type"`
	Name  text       `json:"vcard:fn"`
	URL   reference  `json:"vcard:hasURL"`
	Email *reference `json:"vcard:hasEmail,omitempty"`
	Phone *reference `json:"vcard:hasTelephone,omitempty"`
}

// A thing is something that has its own address, and of which we say what it is: those who
// check a file without the internet know it from nowhere else.
type thing struct {
	ID   string `json:"@id"`
	Type string `json:"@type"`
}

type reference struct {
	ID string `json:"@id"`
}

type text struct {
	Language string `json:"@language"`
	Value    string `json:"@value"`
}

type typedValue struct {
	Type  string `json:"@type"`
	Value string `json:"@value"`
}

var context = map[string]string{
	"adms":   "http://www.w3.org/ns/adms#",
	"dcat":   "http://www.w3.org/ns/dcat#",
	"dcatap": "http://data.europa.eu/r5r/",
	"dct":    "http://purl.org/dc/terms/",
	"foaf":   "http://xmlns.com/foaf/0.1/",
	"skos":   "http://www.w3.org/2004/02/skos/core#",
	"vcard":  "http://www.w3.org/2006/vcard/ns#",
	"xsd":    "http://www.w3.org/2001/XMLSchema#",
}
