// Package hsds publishes the directory in the Human Services Data Specification
// of Open Referral, version 3.1, as the files that its API would answer with.
//
// # The API as files
//
// /hsds/index.json is the API's root. Each list has pages of [pageSize] records at
// /hsds/services/page/1.json, each record a file at /hsds/services/<id>.json. A host
// that reads [Rewrites] answers at the API's own addresses as well. What needs a
// program, a filter or ?full=true, is not there.
//
// # What becomes what
//
//	spreekuur                 service
//	partner                   organization
//	plein at one address      location: an address to come is another location
//	spreekuur at a location   service_at_location, also for one date elsewhere
//	onderwerp                 taxonomy_term, of one taxonomy
//
// The first partner is the organization of the service, the others are its contacts: a
// contact is never a person. A spreekuur that has stopped is left out; one that has
// stopped for a time is "temporarily closed". last_modified is present only if version
// control knows it: with a guess, someone who asks for what was modified since a date
// would miss records.
//
// # When
//
// HSDS has neither a list of exceptions nor a time zone with a clock change, so a
// rule is split: its schedule ends before a date on which it does not hold
// (valid_to) and another goes on after it; a date that is different, or extra, is a
// schedule of that date alone (count 1). It is split at the clock changes too, since
// opens_at has an offset from UTC: a reader who takes it literally then has the
// right instant all year, and one who drops the offset the right time on the wall.
// until is there only where the spreekuur has a last day, since readers may take it
// for the end of the service.
//
// The schedules of a service stand in the service, each with the id of the
// service_at_location it is for, and those of a service_at_location in its own
// file: in each file a date is there once. They are true up to a day over a year ahead
// ([recurrence.Known]), so that most files stay the same from day to day.
//
// # Ids
//
// All ids are version 5 UUIDs (RFC 9562). A record has that of the catalog; what has
// no record is named within its parent by what sets it apart there: a language by
// its code, a schedule by its rule and its first date.
package hsds

import (
	"encoding/json"
	"io"
	"strconv"

	"github.com/google/uuid"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/publish"
)

// folder is where everything is, below the root of the site.
const folder = "hsds/"

// lists are the names of the API's lists.
var lists = [...]string{services, serviceAtLocations, organizations, taxonomies, taxonomyTerms}

const (
	services           = "services"
	serviceAtLocations = "service_at_locations"
	organizations      = "organizations"
	taxonomies         = "taxonomies"
	taxonomyTerms      = "taxonomy_terms"
)

// Rewrite is an address of the API and the file that answers it, both as paths
// below the site's own. A part that begins with a colon stands for anything.
type Rewrite struct {
	From  string
	Query string // the parameters that must be there, such as "page=:page"
	To    string
}

// Rewrites are the addresses of the API, those with a query first.
func Rewrites() []Rewrite {
	rules := []Rewrite{{"/hsds", "", "/hsds/index.json"}}
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

// Files lists the files of the API.
func Files(c *catalog.Catalog) []publish.File {
	d := newDirectory(c)
	files := []publish.File{{Path: folder + "index.json", Render: func(w io.Writer) error { return write(w, root) }}}
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

// record is the file of a record in full.
func record(list string, id uuid.UUID, full func() any) publish.File {
	return publish.File{Path: folder + list + "/" + id.String() + ".json", Render: func(w io.Writer) error { return write(w, full()) }}
}

// root is what the API says of itself.
var root = struct {
	Version    string `json:"version"`
	Profile    string `json:"profile"`
	OpenAPIURL string `json:"openapi_url"`
}{
	Version:    "3.1",
	Profile:    "https://docs.openreferral.org/en/3.1/",
	OpenAPIURL: "https://raw.githubusercontent.com/openreferral/specification/3.1/schema/openapi.json",
}

// pageSize is how many records a page of a list has, at most.
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

// addPages lists the pages of a list, in which a record is short. A list without
// records has one page, which is empty.
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
	encoder.SetEscapeHTML(false) // the file is JSON, not a script in a page
	return encoder.Encode(document)
}
