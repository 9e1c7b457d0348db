package openreferral

import (
	"cmp"
	"encoding/json"
	"maps"
	"net/url"
	"slices"
	"strings"

	"pleinwijzer/generator/typed"
)

type pleinJSON struct {
	ID         string      `json:"id"`
	Slug       string      `json:"slug"`
	URL        string      `json:"url"`
	Naam       string      `json:"naam"`
	InEenZin   string      `json:"in_een_zin,omitempty"`
	Tekst      string      `json:"tekst,omitempty"`
	Locatie    string      `json:"locatie,omitempty"`
	Adres      string      `json:"adres"`
	Postcode   string      `json:"postcode"`
	Plaats     string      `json:"plaats"`
	Lat        float64     `json:"breedtegraad,omitzero"`
	Long       float64     `json:"lengtegraad,omitzero"`
	BAG        string      `json:"bag,omitempty"`
	Provincie  string      `json:"provincie,omitempty"`
	Telefoon   string      `json:"telefoon,omitempty"`
	Kartrekker *partnerRef `json:"kartrekker,omitempty"`
	Toegang    []string    `json:"toegankelijkheid,omitempty"`
	Route      string      `json:"route,omitempty"`
}

type partnerJSON struct {
	ID       string `json:"id"`
	Slug     string `json:"slug"`
	URL      string `json:"url"`
	Naam     string `json:"naam"`
	InEenZin string `json:"in_een_zin,omitempty"`
	Tekst    string `json:"tekst,omitempty"`
	Telefoon string `json:"telefoon,omitempty"`
	Email    string `json:"email,omitempty"`
	Website  string `json:"website,omitempty"`
}

// The short forms in which a record names another, once all have their names.
type (
	pleinRef   struct{ *pleinJSON }
	partnerRef struct{ *partnerJSON }
)

func (r pleinRef) MarshalJSON() ([]byte, error) {
	p := r.pleinJSON
	return json.Marshal(&pleinJSON{ID: p.ID, Slug: p.Slug, URL: p.URL, Naam: p.Naam, Adres: p.Adres, Postcode: p.Postcode, Plaats: p.Plaats})
}

func (r partnerRef) MarshalJSON() ([]byte, error) {
	p := r.partnerJSON
	return json.Marshal(&partnerJSON{ID: p.ID, Slug: p.Slug, URL: p.URL, Naam: p.Naam})
}

// places are where a service is, the usual one first.
type places []visit

// of returns the place of a schedule. A schedule that does not say is at the only place
// that there is.
func (all places) of(e entry) (location string, known bool) {
	for _, v := range all {
		if e.VisitID != "" && v.ID == e.VisitID || e.VisitID == "" && e.LocationID == v.LocationID {
			return v.LocationID, true
		}
	}
	if e.VisitID == "" && e.LocationID == "" && len(all) == 1 {
		return all[0].LocationID, true
	}
	return "", false
}

// placesOf are the places of a service that have an address.
func (c *converter) placesOf(s *service) places {
	var all places
	for _, v := range s.Visits {
		if v.Location != nil {
			v.LocationID = cmp.Or(v.LocationID, v.Location.ID)
			c.plein(v)
		}
		if c.pleinen[v.LocationID] != nil {
			all = append(all, v)
		}
	}
	return all
}

// plein keeps a location as a plein, if a visitor in the Netherlands can go there.
func (c *converter) plein(v visit) {
	l := v.Location
	if _, again := c.pleinen[v.LocationID]; again || v.LocationID == "" {
		return
	}
	c.pleinen[v.LocationID] = nil
	i := slices.IndexFunc(l.Addresses, func(a address) bool {
		_, ok := parse[typed.Postcode](string(a.Postcode))
		ok = ok && slices.Contains(here, strings.ToLower(plain(a.Country)))
		return ok && a.Type != "postal" && plain(a.Street) != "" && plain(a.City) != ""
	})
	if i < 0 || l.Type == "virtual" || plain(cmp.Or(l.Name, l.Building)) == "" {
		c.odd[oddAddress]++
		return
	}
	a := l.Addresses[i]
	postcode, _ := parse[typed.Postcode](string(a.Postcode))
	line, rest := sentence(l.Description, "")
	p := &pleinJSON{
		ID: c.idOf("locations", v.LocationID), Naam: plain(cmp.Or(l.Name, l.Building)), InEenZin: line, Tekst: rest,
		Adres: plain(a.Street), Postcode: string(postcode), Plaats: plain(a.City),
		Telefoon: c.phone(l.Phones), Route: plain(l.Route),
	}
	p.Lat, p.Long = c.spot(l)
	if lead := c.partners[l.Lead]; lead != nil {
		p.Kartrekker = &partnerRef{lead}
	}
	if building := plain(l.Building); building != p.Naam {
		p.Locatie = building
	}
	if bag, ok := parse[typed.BAG](l.External); ok && l.ExternalType == "BAG" {
		p.BAG = string(bag)
	}
	if province := plain(a.Province); province != "" && !slices.Contains(provinces, province) {
		c.odd[oddProvince]++
	} else {
		p.Provincie = province
	}
	for _, has := range l.Accessibility {
		if word := strings.ToLower(plain(has.Description)); !slices.Contains(accessible, word) {
			c.odd[oddAccess]++
		} else if !slices.Contains(p.Toegang, word) {
			p.Toegang = append(p.Toegang, word)
		}
	}
	c.pleinen[v.LocationID] = p
}

// spot returns the place on the map, if it is in the Netherlands. Some systems write 0, 0.
func (c *converter) spot(l *location) (lat, long float64) {
	if l.Latitude == nil || l.Longitude == nil {
		return 0, 0
	}
	lat, long = l.Latitude.value, l.Longitude.value
	if !l.Latitude.ok || !l.Longitude.ok || lat < 50 || lat > 54 || long < 3 || long > 8 {
		c.odd[oddSpot]++
		return 0, 0
	}
	return lat, long
}

var (
	here      = []string{"", "nl", "nld", "nederland", "netherlands", "the netherlands"}
	provinces = []string{
		"Drenthe", "Flevoland", "Friesland", "Fryslân", "Gelderland", "Groningen", "Limburg",
		"Noord-Brabant", "Noord-Holland", "Overijssel", "Utrecht", "Zeeland", "Zuid-Holland",
	}
	accessible = []string{"rolstoel", "toilet", "lift", "ringleiding", "rustige ruimte", "parkeren"}
)

func (c *converter) partner(o *organization) {
	if o == nil || o.ID == "" || plain(o.Name) == "" || c.partners[o.ID] != nil {
		return
	}
	line, rest := sentence(o.Description, "")
	c.partners[o.ID] = &partnerJSON{
		ID: c.idOf("organizations", o.ID), Naam: plain(o.Name), InEenZin: line, Tekst: rest,
		Telefoon: c.phone(o.Phones), Email: c.mail(o.Email), Website: c.web(o.Website),
	}
}

// A named is a record with a name that may be that of others too.
type named interface {
	title() string
	names() (id, slug, url *string)
}

func (p *pleinJSON) title() string                      { return p.Naam }
func (p *pleinJSON) names() (id, slug, url *string)     { return &p.ID, &p.Slug, &p.URL }
func (p *partnerJSON) title() string                    { return p.Naam }
func (p *partnerJSON) names() (id, slug, url *string)   { return &p.ID, &p.Slug, &p.URL }
func (s *spreekuurJSON) title() string                  { return s.Titel }
func (s *spreekuurJSON) names() (id, slug, url *string) { return &s.ID, &s.Slug, &s.URL }

// nameAll gives every record a slug and an address that no other has. Records with one name
// get a part of their id behind it, so that no slug depends on the order of records.
func (c *converter) nameAll(d *Directory) {
	for _, list := range []string{pleinen, partners, spreekuren} {
		slugs, urls := map[string]int{}, map[string]int{}
		for _, r := range d.records[list] {
			_, _, address := r.(named).names()
			slugs[typed.Slugify(r.(named).title())]++
			urls[*address]++
		}
		for _, r := range d.records[list] {
			id, slug, address := r.(named).names()
			*slug = typed.Slugify(r.(named).title())
			if *slug == "" || slugs[*slug] > 1 {
				*slug = strings.Trim(*slug+"-"+(*id)[:8], "-")
			}
			*address = c.addressOf(*address, *id, urls[*address] > 1)
		}
	}
	for _, s := range c.made {
		for i := range s.Uitzonderingen {
			if e := &s.Uitzonderingen[i]; e.Plein != "" {
				e.Plein = c.pleinen[e.Plein].Slug
			}
		}
	}
}

// addressOf returns the page of a record at its source. HSDS has one of services only, and
// several services may share it. Without one it is the site of the source, since people
// follow it.
func (c *converter) addressOf(page, id string, shared bool) string {
	u, err := url.Parse(page)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		if u, err = url.Parse(c.Root); err != nil {
			return c.Root + "#" + id
		}
		u.Path, u.RawQuery, shared = "/", "", true
	}
	if shared {
		u.Fragment = id
	}
	return u.String()
}

func (d *Directory) add(list string, records []named) {
	for _, r := range records {
		d.records[list] = append(d.records[list], r)
	}
}

// sortedBy are the records that there are, in the order of the ids of their source.
func sortedBy[T interface {
	comparable
	named
}](byID map[string]T) []named {
	var none T
	var all []named
	for _, id := range slices.Sorted(maps.Keys(byID)) {
		if byID[id] != none {
			all = append(all, byID[id])
		}
	}
	return all
}
