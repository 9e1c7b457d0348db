// Package schemaorg says what a page shows in the words of schema.org, for search
// engines and other programs that read pages: a JSON-LD document of nodes that
// refer to each other by @id.
//
// A node has one @id in all languages of the site: the address of its page in the
// first language and a fragment. So a page can name what another page tells, and
// the same spreekuur in two languages is one spreekuur.
//
// What the vocabulary cannot say is left out, not bent. A spreekuur that stopped
// is no Service. A Service has the hours of weekly rules only, since
// OpeningHoursSpecification has no other. A plein is a Place, and the building it
// is in is a Library only where that is its name: the hours are those of the
// plein.
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
	Name, Description string
	Language          string // ISO 639
	Trail             []Crumb
	Subject
}

// A Crumb is a page on the way from the home page to this one, which is the last.
type Crumb struct{ Name, URL string }

// A Subject is what a page is about. The zero value is a page that is about
// nothing in particular.
type Subject struct {
	Type  string // of the page; "" for WebPage
	Main  any    // a node, or the Ref to one; nil if there is none
	Nodes []any  // all else that the page tells
}

// document is what a page carries.
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

// Ref names a node.
type Ref struct {
	ID string `json:"@id"`
}

// Graph makes the nodes of a catalog. Several goroutines may use it at once.
type Graph struct {
	catalog *catalog.Catalog
	picture func(name string) string
	rules   sync.Map // of each *catalog.Spreekuur, the same in each language
}

// New makes a Graph. picture gives the full address of a picture by the name that
// an editor gave it, or "".
func New(c *catalog.Catalog, picture func(name string) string) *Graph {
	return &Graph{catalog: c, picture: picture}
}

// Document is the JSON-LD of a page. It can stand in an HTML script element:
// "<", ">", "&" and the line separators of Unicode are escaped.
func (g *Graph) Document(p Page) ([]byte, error) {
	page := webPage{
		Type: p.Type, ID: p.URL, URL: p.URL, Name: p.Name, Description: p.Description, InLanguage: p.Language,
		IsPartOf: g.ref("/", websiteID), MainEntity: p.Main,
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

// The fragments of the ids of nodes, after the address of their page.
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

// instant is a moment with the offset that holds on that day.
func instant(t time.Time) string { return t.Format("2006-01-02T15:04Z07:00") }

// clock is a time on the wall. Midnight at the end of a day is a minute earlier,
// as Google asks: 24:00 is not a Time.
func clock(c schedule.Clock) string {
	if c == 24*60 {
		c--
	}
	return c.String()
}

// weekday is the name that the vocabulary gives a day.
func weekday(day time.Weekday) string { return vocabulary + "/" + day.String() }
