package schemaorg

import (
	"cmp"

	"regexp"
	"slices"
	"time"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/typed"
)

type place struct {
	Type        string         `json:"@type"`
	ID          string         `json:"@id"`
	Name        string         `json:"name"`
	Description string         `json:"description,omitempty"`
	URL         string         `json:"url,omitempty"`
	SameAs      string         `json:"sameAs,omitempty"`
	Address     *postalAddress `json:"address"`
	Geo         *geo           `json:"geo,omitempty"`
	ContainedIn *building      `json:"containedInPlace,omitempty"`
	Telephone   string         `json:"telephone,omitempty"`
	Facilities  []facility     `json:"amenityFeature,omitempty"`
	Opening     []hours        `json:"openingHoursSpecification,omitempty"`
	Exceptions  []Ref          `json:"specialOpeningHoursSpecification,omitempty"`
	Events      []Ref          `json:"event,omitempty"`
}

type postalAddress struct {
	Type     string `json:"@type"`
	Street   string `json:"streetAddress,omitempty"`
	Code     string `json:"postalCode,omitempty"`
	Locality string `json:"addressLocality"`
	Region   string `json:"addressRegion,omitempty"`
	Country  string `json:"addressCountry"`
}

type geo struct {
	Type      string  `json:"@type"`
	Latitude  float64 `json:"latitude"`
	Longitude float64 `json:"longitude"`
}

// geoOf is where an address is on the map, or nil where nobody said so.
func geoOf(at content.Adres) *geo {
	if at.Breedtegraad == 0 && at.Lengtegraad == 0 {
		return nil
	}
	return &geo{"GeoCoordinates", at.Breedtegraad, at.Lengtegraad}
}

// building is the building that a plein is in. A Library repeats the address of the
// plein, since consumers that know the type require an address.
type building struct {
	Type    string         `json:"@type"`
	Name    string         `json:"name"`
	Address *postalAddress `json:"address,omitempty"`
}

type facility struct {
	Type  string `json:"@type"`
	Name  string `json:"name"`
	Value bool   `json:"value"`
}

// hours says when something is open, on days of the week or on dates.
type hours struct {
	Type         string   `json:"@type"`
	ID           string   `json:"@id,omitempty"`
	Days         []string `json:"dayOfWeek,omitempty"`
	Opens        string   `json:"opens"`
	Closes       string   `json:"closes"`
	ValidFrom    string   `json:"validFrom,omitempty"`
	ValidThrough string   `json:"validThrough,omitempty"`
}

// Plein describes the subject of the page of a plein. The page shows exceptions for the
// given number of days ahead; facilityName translates a choice of facility.
func (g *Graph) Plein(p *catalog.Plein, told Told, ahead int, facilityName func(choice string) string) Subject {
	node := g.place(p, g.catalog.Today, told.URL)
	node.Description, node.SameAs = told.Description, cmp.Or(string(p.Website), g.source(&p.Record))
	for _, choice := range p.Toegang(g.catalog.Today).Toegankelijkheid {
		node.Facilities = append(node.Facilities, facility{"LocationFeatureSpecification", facilityName(choice), true})
	}
	node.Opening = weekHours(&p.Schedule)
	for _, special := range g.exceptions(p, ahead) {
		node.Opening = append(node.Opening, special)
		node.Exceptions = append(node.Exceptions, Ref{special.ID})
	}
	for _, x := range p.Spreekuren {
		if len(x.Next(1)) > 0 {
			node.Events = append(node.Events, g.ref(x.Page(), seriesID))
		}
	}
	return Subject{Main: Ref{node.ID}, Nodes: []any{node}}
}

// place returns what the readers of another page need to know about a plein, including
// where it is on a date. After a move it is a different place, with its own id.
func (g *Graph) place(p *catalog.Plein, on schedule.Date, url string) place {
	adres := p.Adres(on)
	node := place{
		Type: "Place", ID: g.placeID(p, on), Name: p.Naam, URL: url, Telephone: string(p.Telefoon),
		Address: addressOf(adres.Straat, adres.Postcode, adres.Plaats, p.Provincie), Geo: geoOf(adres),
	}
	if adres.Locatie != "" {
		node.ContainedIn = &building{Type: buildingType(adres.Locatie), Name: adres.Locatie}
		if node.ContainedIn.Type == libraryType {
			node.ContainedIn.Address = node.Address
		}
	}
	return node
}

func (g *Graph) placeID(p *catalog.Plein, on schedule.Date) string {
	if p.Adres(on) == p.Adres(g.catalog.Today) {
		return g.id(p.Page(), pleinID)
	}
	from := ""
	if move := p.Schedule.MoveOn(on); move >= 0 {
		from = p.Verhuizing[move].Vanaf.String()
	}
	return g.id(p.Page(), pleinID+"-"+from)
}

func addressOf(street string, code typed.Postcode, locality, region string) *postalAddress {
	return &postalAddress{"PostalAddress", street, string(code), locality, region, "NL"}
}

// libraryType is the type of a building that is called a library.
const libraryType = "Library"

// library matches the start of the name of a library.
var library = regexp.MustCompile(`^(?i:de )?(?i:openbare )?(?i:bibliotheek)\b`)

func buildingType(name string) string {
	if library.MatchString(name) {
		return libraryType
	}
	return "Place"
}

// weekHours returns the regular opening hours. Days with the same hours are grouped.
func weekHours(p *schedule.Place) []hours {
	if !p.HasOpening {
		return nil
	}
	var list []hours
	for _, day := range catalog.Week {
		for _, span := range p.Opening[day] {
			list = addDay(list, span, day)
		}
	}
	return list
}

// addDay adds a day of the week to the entry with the same hours, or to a new one. It
// does not add a day twice.
func addDay(list []hours, span schedule.Span, day time.Weekday) []hours {
	opens, closes, name := clock(span.Begin), clock(span.End), weekday(day)
	i := slices.IndexFunc(list, func(h hours) bool { return h.Opens == opens && h.Closes == closes })
	if i < 0 {
		return append(list, hours{Type: "OpeningHoursSpecification", Days: []string{name}, Opens: opens, Closes: closes})
	}
	if !slices.Contains(list[i].Days, name) {
		list[i].Days = append(list[i].Days, name)
	}
	return list
}

// exceptions returns the dates with different hours. A closed date is written as 00:00 to
// 00:00, and consecutive closed dates are merged into one period.
func (g *Graph) exceptions(p *catalog.Plein, ahead int) []hours {
	var list []hours
	var last schedule.Date // the last day of the closed period at the end of list, or 0
	for _, day := range p.Exceptions(g.catalog.Today, g.catalog.Today.Add(ahead)) {
		date := day.Date.String()
		if day.Closed && last != 0 && last.Add(1) == day.Date {
			list[len(list)-1].ValidThrough, last = date, day.Date
			continue
		}
		last = 0
		spans := day.Hours
		if day.Closed {
			spans, last = []schedule.Span{{}}, day.Date
		}
		for _, span := range spans {
			opens := clock(span.Begin)
			list = append(list, hours{
				Type: "OpeningHoursSpecification", ID: g.id(p.Page(), "#open-"+date+"T"+opens),
				Opens: opens, Closes: clock(span.End), ValidFrom: date, ValidThrough: date,
			})
		}
	}
	return list
}
