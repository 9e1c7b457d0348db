package openreferral

import (
	"cmp"
	"slices"
	"strings"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/typed"
)

// Names of what is counted about other values.
const (
	oddPlace    = "plek"      // a service at no place that we can name
	oddAddress  = "adres"     // a location without an address in the Netherlands
	oddLanguage = "taal"      // not a language that we know
	oddPhone    = "telefoon"  // not a phone number here
	oddMobile   = "mobiel"    // the number of a mobile, mostly of a person
	oddMail     = "email"     // not an address for mail
	oddWeb      = "website"   // not an address of a page
	oddStatus   = "status"    // not one of HSDS
	oddAccess   = "toegang"   // what a building has, in words that are not ours
	oddProvince = "provincie" // not one of the Netherlands
	oddTopic    = "onderwerp" // a term without a name
	oddSpot     = "punt"      // a place on the map that is not in the Netherlands
)

type spreekuurJSON struct {
	ID             string          `json:"id"`
	Slug           string          `json:"slug"`
	URL            string          `json:"url"`
	Titel          string          `json:"titel"`
	InEenZin       string          `json:"in_een_zin"`
	Tekst          string          `json:"tekst,omitempty"`
	Regel          string          `json:"regel"`
	Rooster        []slotJSON      `json:"rooster,omitzero"`
	Uitzonderingen []exceptionJSON `json:"uitzonderingen,omitempty"`
	Plein          pleinRef        `json:"plein"`
	Partners       []partnerRef    `json:"partners,omitempty"`
	Onderwerpen    []topicJSON     `json:"onderwerpen,omitempty"`
	Talen          []string        `json:"talen,omitempty"`
	Kosten         string          `json:"kosten,omitempty"`
	Aanmelden      string          `json:"aanmelden"`
	Telefoon       string          `json:"telefoon,omitempty"`
	Email          string          `json:"email,omitempty"`
	Website        string          `json:"website,omitempty"`
	Meenemen       []string        `json:"meenemen,omitempty"`
	Status         string          `json:"status"`
	Gecontroleerd  string          `json:"gecontroleerd,omitempty"`
}

type topicJSON struct {
	Slug string   `json:"slug"`
	Naam string   `json:"naam"`
	UPL  []string `json:"upl,omitempty"`
}

// converter collects the services of a source, and what they refer to.
type converter struct {
	Source
	services []*service
	seen     map[string]bool
	odd      map[string]int
	until    schedule.Date

	faults

	pleinen  map[string]*pleinJSON // by the id of the location; nil for one without an address
	partners map[string]*partnerJSON
	made     []*spreekuurJSON
}

func newConverter(s Source) *converter {
	return &converter{
		Source: s, seen: map[string]bool{}, odd: map[string]int{}, faults: faults{left: map[string]bool{}},
		pleinen: map[string]*pleinJSON{}, partners: map[string]*partnerJSON{},
	}
}

// directory turns the services into records.
func (c *converter) directory() *Directory {
	c.until = c.knownUntil()
	for _, s := range c.services {
		c.partner(s.Organization)
	}
	for i, s := range c.services {
		c.service(s)
		c.services[i] = nil // what is made of it is as large again
	}
	d := &Directory{source: c.Source, until: c.until, records: map[string][]any{}}
	d.add(pleinen, sortedBy(c.pleinen))
	d.add(partners, sortedBy(c.partners))
	for _, s := range c.made {
		d.records[spreekuren] = append(d.records[spreekuren], s)
	}
	if n := len(c.faults.left); n > 0 {
		c.odd["service"] = n
	}
	c.nameAll(d)
	d.Odd = sortedOdd(c.odd)
	return d
}

// service makes a spreekuur for each place where a rule puts it. A place where it is only on
// single dates is one that it visits.
func (c *converter) service(s *service) {
	at := c.placesOf(s)
	if len(at) == 0 {
		c.odd[oddPlace]++
		return
	}
	if len(s.allSchedules()) == 0 {
		c.odd[oddNone]++
	}
	rules, single := map[string][]sessions{}, []sessions{}
	for _, e := range s.allSchedules() {
		got, odd := c.sessionsOf(e)
		if odd != "" {
			c.odd[odd]++
		}
		place, known := at.of(e)
		switch {
		case odd != "" && odd != oddClock:
		case !known:
			c.odd[oddPlace]++
		case len(got.dates) == 0 && got.ends: // past
		case got.rule == "":
			got.place = place
			single = append(single, got)
		default:
			rules[place] = append(rules[place], got)
		}
	}
	for i, v := range at {
		if i == 0 || held(rules[v.LocationID]) {
			r := c.spreekuur(s, c.pleinen[v.LocationID])
			if i > 0 {
				r.ID = c.idOf("service_at_locations", cmp.Or(v.ID, s.ID+"/"+v.LocationID))
			}
			c.times(r, s, rules[v.LocationID], c.visitorsOf(single, v.LocationID, i == 0, rules))
			c.made = append(c.made, r)
		}
	}
}

// held reports whether there is a date in the time that is read.
func held(rules []sessions) bool {
	return slices.ContainsFunc(rules, func(s sessions) bool { return len(s.dates) > 0 })
}

// visitorsOf are the single dates that belong to the spreekuur at a place. Those at places
// without a rule belong to the first.
func (c *converter) visitorsOf(single []sessions, place string, first bool, rules map[string][]sessions) []visitor {
	var all []visitor
	for _, s := range single {
		for _, date := range s.dates {
			switch {
			case s.place == place:
				all = append(all, visitor{date: date, span: s.span, notes: s.notes})
			case first && !held(rules[s.place]):
				all = append(all, visitor{date: date, span: s.span, notes: s.notes, plein: s.place})
			}
		}
	}
	return all
}

func (c *converter) times(r *spreekuurJSON, s *service, rules []sessions, single []visitor) {
	if r.Status != string(content.Running) {
		r.Regel = r.Status
		return
	}
	if !held(rules) && len(single) == 0 {
		r.Regel = noTimes
		return
	}
	got := c.rosterOf(rules, single)
	r.Rooster, r.Uitzonderingen, r.Regel = got.slots, got.exceptions, got.words
	if r.Rooster == nil {
		r.Rooster = []slotJSON{}
	}
}

func (c *converter) spreekuur(s *service, at *pleinJSON) *spreekuurJSON {
	line, rest := sentence(s.Description, s.Name)
	r := &spreekuurJSON{
		ID: c.idOf("services", s.ID), Titel: plain(s.Name), InEenZin: line, Plein: pleinRef{at}, URL: s.URL,
		Tekst:  paragraphs(string(s.Alert), rest, string(s.Application), string(s.Eligibility)),
		Kosten: costsOf(s), Aanmelden: string(content.Allowed), // HSDS says it in words, which are in the text
		Telefoon: c.phone(s.Phones), Email: c.mail(s.Email),
		Status: c.status(s.Status),
	}
	if p := c.partners[partnerID(s)]; p != nil {
		r.Partners = []partnerRef{{p}}
	}
	c.lists(r, s)
	if day := dateOf(s.Assured); day != 0 && day <= c.Today {
		r.Gecontroleerd = day.String()
	}
	r.Onderwerpen = c.topicsOf(s.Attributes)
	return r
}

// lists fills what a service may have several of.
func (c *converter) lists(r *spreekuurJSON, s *service) {
	for i, w := range s.Websites {
		if i == 0 {
			r.Website = c.web(w.URL)
		} else {
			c.odd["service.additional_urls"]++
		}
	}
	for _, l := range s.Languages {
		if code, ok := parse[typed.Language](strings.ToLower(l.Code)); ok {
			r.Talen = append(r.Talen, string(code))
		} else {
			c.odd[oddLanguage]++
		}
	}
	for _, d := range s.Documents {
		if text := plain(d.Document); text != "" {
			r.Meenemen = append(r.Meenemen, text)
		}
	}
}

func partnerID(s *service) string {
	if s.Organization != nil {
		return s.Organization.ID
	}
	return s.OrganizationID
}

// topicsOf are the terms of a service. The site shows those that it has itself, and counts the
// others.
func (c *converter) topicsOf(all []attribute) []topicJSON {
	var topics []topicJSON
	for _, a := range all {
		if a.Kind == "source" || a.Kind == "licence" { // where our own HSDS says that it is from
			continue
		}
		if a.Term == nil || typed.Slugify(plain(a.Term.Name)) == "" {
			c.odd[oddTopic]++
			continue
		}
		name := plain(a.Term.Name)
		topic := topicJSON{Slug: typed.Slugify(name), Naam: name}
		if product, ok := parse[typed.Product](a.Term.URI); ok {
			topic.UPL = []string{string(product)}
		}
		if !slices.ContainsFunc(topics, func(other topicJSON) bool { return other.Slug == topic.Slug }) {
			topics = append(topics, topic)
		}
	}
	return topics
}

func (c *converter) status(theirs string) string {
	switch theirs {
	case "active", "":
		return string(content.Running)
	case "defunct":
		return string(content.Stopped)
	case "temporarily closed", "inactive":
		return string(content.Paused)
	}
	c.odd[oddStatus]++
	return string(content.Paused)
}
