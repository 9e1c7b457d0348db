// Package hsds publishes the directory in the Human Services Data Specification
// of Open Referral, version 3.1, as static files with the responses of its API.
//
// # The API as files
//
// /hsds/index.json is the root of the API. Each list has pages of [pageSize] records at
// /hsds/services/page/1.json, and each record is a file at /hsds/services/<id>.json. A
// host that applies [Rewrites] also responds at the addresses of the API itself. What
// would need a running program, such as a filter or ?full=true, is not supported.
//
// # What becomes what
//
//	spreekuur                 service
//	partner                   organization
//	plein at one address      location: a future address is another location
//	spreekuur at a location   service_at_location, even if it is there on one date only
//	onderwerp                 taxonomy_term, all in one taxonomy
//
// The first partner is the organization of the service and the others are its contacts: a
// contact is never a person. A spreekuur that has stopped is left out; one that is
// suspended is "temporarily closed". last_modified is present only if version control
// knows it: with a guess, someone who asks for what was modified since a date would miss
// records.
//
// # When
//
// HSDS has no list of exceptions, and no time zone with clock changes. So a rule is
// split: one schedule ends before a date on which the rule does not hold (valid_to), and
// another starts after it. A date that is different or extra is a schedule for that date
// alone (count 1). Rules are also split at the clock changes, since opens_at has an
// offset from UTC: a consumer that takes the offset literally then has the right instant
// all year, and one that ignores it has the right local time. until is present only if
// the spreekuur has a last day, since consumers may take it for the end of the service.
//
// A service contains all its schedules, each with the id of its service_at_location. The
// file of a service_at_location contains only its own schedules. So within a file no date
// occurs twice. Schedules are complete up to a day more than a year ahead
// ([recurrence.Known]), so that most files stay the same from day to day.
//
// # Records of other directories
//
// HSDS has no field for the directory that keeps a record, nor for its licence. A service,
// organization or location of another directory has two attributes instead, in short forms
// too: one of the kind "source", labelled with the name of the directory, of which the value is
// the page of the record there, and one of the kind "licence", of which the value is the
// licence (SPDX). A record without them is ours.
//
// # Ids
//
// All ids are version 5 UUIDs (RFC 9562). A record has the id that the catalog gives it.
// Anything without a record gets an id from its parent and from what distinguishes it
// there: for a language its code, for a schedule its rule and first date.
package hsds

import (
	"encoding/json"
	"io"
	"strconv"

	"github.com/google/uuid"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/publish"
)

// folder is where all files are, relative to the root of the site.
const folder = "hsds/"

// The version of HSDS, and the page that describes it.
const (
	Version = "3.1"
	Profile = "https://docs.openreferral.org/en/3.1/"
)

// Root is the address of the root of the API, on the site.
const Root = "/" + folder + "index.json"

// lists are the names of the lists in the API.
var lists = [...]string{services, serviceAtLocations, organizations, taxonomies, taxonomyTerms}

const (
	services           = "services"
	serviceAtLocations = "service_at_locations"
	organizations      = "organizations"
	taxonomies         = "taxonomies"
	taxonomyTerms      = "taxonomy_terms"
)

// Rewrite maps an address of the API to the file that answers it. Both are paths below
// that of the site. A part that begins with a colon matches anything.
type Rewrite struct {
	From  string
	Query string // the required query parameters, such as "page=:page"
	To    string
}

// Rewrites returns the addresses of the API. For each path, those with a query come
// first.
func Rewrites() []Rewrite {
	rules := []Rewrite{{"/hsds", "", Root}}
	for _, list := range lists {
		address := "/" + folder + list
		rules = append(rules,
			Rewrite{address, "page=:page per_page=:size", address + "/page/:page.json"},
			Rewrite{address, "page=:page", address + "/page/:page.json"},
			Rewrite{address, "", address + "/page/1.json"},
			Rewrite{address + "/:id", "", address + "/:id.json"},
		)
	}
	return rules
}

// Files returns the files of the API.
func Files(c *catalog.Catalog) []publish.File {
	d := newDirectory(c)
	files := []publish.File{{Path: Root[1:], Render: func(w io.Writer) error { return write(w, root) }}}
	for _, s := range d.services {
		own := []publish.File{record(services, s.ID, func() any { return d.service(s) })}
		for _, v := range s.visits {
			own = append(own, record(serviceAtLocations, v.id, func() any { return d.visitFull(v) }))
		}
		files = append(files, publish.Together(own, s.times.drop)...)
	}
	files = addPages(files, services, d.services, func(s *spreekuur) any { return s.basic() })
	files = addPages(files, serviceAtLocations, d.visits, func(v visit) any { return d.visitBasic(v) })
	files = addPages(files, organizations, c.Partners, func(p *catalog.Partner) any { return d.organization(p).organizationBasic })
	for _, p := range c.Partners {
		files = append(files, record(organizations, p.ID, func() any { return d.organization(p) }))
	}
	files = addPages(files, taxonomies, d.taxonomies, func(t *taxonomy) any { return t })
	for _, t := range d.taxonomies {
		files = append(files, record(taxonomies, t.ID, func() any { return t }))
	}
	files = addPages(files, taxonomyTerms, d.terms, func(t *term) any { return t })
	for _, t := range d.terms {
		files = append(files, record(taxonomyTerms, t.ID, func() any { return t }))
	}
	return files
}

// record returns the file of one record, with all its details.
func record(list string, id uuid.UUID, full func() any) publish.File {
	return publish.File{Path: folder + list + "/" + id.String() + ".json", Render: func(w io.Writer) error { return write(w, full()) }}
}

// root is what the API says about itself.
var root = struct {
	Version    string `json:"version"`
	Profile    string `json:"profile"`
	OpenAPIURL string `json:"openapi_url"`
}{
	Version:    Version,
	Profile:    Profile,
	OpenAPIURL: "https://raw.githubusercontent.com/openreferral/specification/3.1/schema/openapi.json",
}

// pageSize is the maximum number of records on a page of a list.
const pageSize = 100

// page is one page of a list.
type page struct {
	TotalItems int   `json:"total_items"`
	TotalPages int   `json:"total_pages"`
	PageNumber int   `json:"page_number"`
	Size       int   `json:"size"`
	FirstPage  bool  `json:"first_page"`
	LastPage   bool  `json:"last_page"`
	Empty      bool  `json:"empty"`
	Contents   []any `json:"contents"`
}

// addPages appends the pages of a list. short makes the form that a record has in a list.
// A list without records has one empty page.
func addPages[T any](files []publish.File, list string, records []T, short func(T) any) []publish.File {
	pages := max(1, (len(records)+pageSize-1)/pageSize)
	for n := range pages {
		part := records[n*pageSize : min(len(records), (n+1)*pageSize)]
		files = append(files, publish.File{Path: folder + list + "/page/" + strconv.Itoa(n+1) + ".json", Render: func(w io.Writer) error {
			p := page{
				TotalItems: len(records), TotalPages: pages, PageNumber: n + 1, Size: len(part),
				FirstPage: n == 0, LastPage: n == pages-1, Empty: len(part) == 0, Contents: make([]any, len(part)),
			}
			for i, record := range part {
				p.Contents[i] = short(record)
			}
			return write(w, p)
		}})
	}
	return files
}

func write(w io.Writer, document any) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false) // the file is JSON, not a script in an HTML page
	return encoder.Encode(document)
}
