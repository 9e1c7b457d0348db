// Package schemaorg describes pages in the vocabulary of schema.org, for search engines
// and other programs that read pages. The result is a JSON-LD document of nodes that
// refer to each other by @id.
//
// A node has the same @id in all languages of the site: the address of its page in the
// first language, with a fragment. So a page can refer to what another page describes,
// and a spreekuur is the same spreekuur in every language.
//
// What the vocabulary cannot express is left out rather than bent. A spreekuur that has
// stopped is not a Service. A Service only has the hours of weekly rules, since
// OpeningHoursSpecification knows no others. A plein is a Place, and the building that it
// is in is a Library only if that is what it is called; the opening hours are those of
// the plein.
package schemaorg

import (
	"encoding/json"
	"sync"
	"time"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/schedule"
)

const vocabulary = "https://schema.org"

// A Page is a page of the site in one language.
type Page struct {
	URL               string
	Source            string // the page that it was taken over from, or ""
	Name, Description string
	Language          string // ISO 639
	Trail             []Crumb
	Subject
}

// A Crumb is a page on the way from the home page to the current page, which comes last.
type Crumb struct{ Name, URL string }

// A Subject is what a page is about. The zero value is for a page about nothing in
// particular.
type Subject struct {
	Type  string // the type of the page; "" for WebPage
	Main  any    // a node or a Ref to one; nil if there is none
	Nodes []any  // all nodes that the page describes, without the page itself
}

// document is the JSON-LD that a page contains.
type document struct {
	Context string `json:"@context"`
	Graph   []any  `json:"@graph"`
}

type webPage struct {
	Type        string          `json:"@type"`
	ID          string          `json:"@id"`
	URL         string          `json:"url"`
	Name        string          `json:"name"`
	Description string          `json:"description,omitempty"`
	InLanguage  string          `json:"inLanguage"`
	IsPartOf    Ref             `json:"isPartOf"`
	IsBasedOn   string          `json:"isBasedOn,omitempty"`
	MainEntity  any             `json:"mainEntity,omitempty"`
	Breadcrumb  *breadcrumbList `json:"breadcrumb,omitempty"`
}

type breadcrumbList struct {
	Type  string     `json:"@type"`
	Items []listItem `json:"itemListElement"`
}

type listItem struct {
	Type     string `json:"@type"`
	Position int    `json:"position"`
	Name     string `json:"name"`
	Item     string `json:"item"`
}

// Ref refers to a node by its id.
type Ref struct {
	ID string `json:"@id"`
}

// Graph makes the nodes of a catalog. It is safe for concurrent use.
type Graph struct {
	catalog *catalog.Catalog
	picture func(name string) string
	rules   sync.Map // caches the rules of each *catalog.Spreekuur: they are the same in each language
}

// New returns a Graph. picture turns the name that an editor gave to a picture into its
// absolute address, or "".
func New(c *catalog.Catalog, picture func(name string) string) *Graph {
	return &Graph{catalog: c, picture: picture}
}

// Document returns the JSON-LD of a page. It is safe inside an HTML script element: "<",
// ">", "&" and the line separators of Unicode are escaped.
func (g *Graph) Document(p Page) ([]byte, error) {
	page := webPage{
		Type: p.Type, ID: p.URL, URL: p.URL, Name: p.Name, Description: p.Description, InLanguage: p.Language,
		IsPartOf: g.ref("/", websiteID), IsBasedOn: p.Source, MainEntity: p.Main,
	}
	if page.Type == "" {
		page.Type = "WebPage"
	}
	if len(p.Trail) > 1 {
		page.Breadcrumb = &breadcrumbList{Type: "BreadcrumbList"}
		for i, c := range p.Trail {
			page.Breadcrumb.Items = append(page.Breadcrumb.Items, listItem{"ListItem", i + 1, c.Name, c.URL})
		}
	}
	return json.Marshal(document{vocabulary, append([]any{page}, p.Nodes...)})
}

// Fragments that are appended to the address of a page to make the ids of nodes.
const (
	websiteID      = "#website"
	organisationID = "#organisatie"
	pleinID        = "#plein"
	spreekuurID    = "#spreekuur"
	seriesID       = "#reeks"
	eventID        = "#agendapunt"
	newsID         = "#bericht"
)

func (g *Graph) id(page, fragment string) string { return g.catalog.Site.Absolute(page) + fragment }
func (g *Graph) ref(page, fragment string) Ref   { return Ref{g.id(page, fragment)} }

// instant formats a moment with the UTC offset of that day.
func instant(t time.Time) string { return t.Format("2006-01-02T15:04Z07:00") }

// clock formats a time of day. Midnight at the end of a day becomes 23:59, as Google
// asks: 24:00 is not a valid Time.
func clock(c schedule.Clock) string {
	if c == 24*60 {
		c--
	}
	return c.String()
}

// weekday returns the name of a weekday in the vocabulary.
func weekday(day time.Weekday) string { return vocabulary + "/" + day.String() }
