package schemaorg

import (
	"slices"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/typed"
)

type organisation struct {
	Type          string   `json:"@type"`
	ID            string   `json:"@id"`
	Name          string   `json:"name"`
	AlternateName string   `json:"alternateName,omitempty"`
	Description   string   `json:"description,omitempty"`
	URL           string   `json:"url"`
	Logo          string   `json:"logo,omitempty"`
	Telephone     string   `json:"telephone,omitempty"`
	Email         string   `json:"email,omitempty"`
	SameAs        []string `json:"sameAs,omitempty"`
}

type website struct {
	Type        string       `json:"@type"`
	ID          string       `json:"@id"`
	URL         string       `json:"url"`
	Name        string       `json:"name"`
	Description string       `json:"description,omitempty"`
	Languages   []string     `json:"inLanguage"`
	Licence     string       `json:"license,omitempty"`
	Publisher   Ref          `json:"publisher"`
	Search      searchAction `json:"potentialAction"`
}

// searchAction tells a program how to search the site, in the form that Google expects:
// query-input is an annotation of the property query (schema.org/docs/actions.html).
type searchAction struct {
	Type   string     `json:"@type"`
	Target entryPoint `json:"target"`
	Input  string     `json:"query-input"`
}

type entryPoint struct {
	Type     string `json:"@type"`
	Template string `json:"urlTemplate"`
}

// Home describes the subject of the home page. search is the address of the page where
// visitors search, which takes a query as q.
func (g *Graph) Home(told Told, search string, languages []string) Subject {
	c := g.catalog.Site
	site := website{
		Type: "WebSite", ID: g.id("/", websiteID), URL: c.Absolute("/"), Name: told.Name, Description: told.Description,
		Languages: languages, Publisher: g.ref("/", organisationID),
		Search: searchAction{"SearchAction", entryPoint{"EntryPoint", search + "?q={search_term_string}"}, "required name=search_term_string"},
	}
	publisher := g.publisher()
	publisher.Telephone, publisher.Email, publisher.Logo = string(c.Telefoon), string(c.Email), g.picture(string(c.Thema.Logo))
	return Subject{Main: Ref{site.ID}, Nodes: []any{site, publisher}}
}

// publisher returns the organisation that publishes the site.
func (g *Graph) publisher() organisation {
	c := g.catalog.Site
	name := c.Organisatie
	if name == "" {
		name = c.Titel
	}
	return organisation{Type: "Organization", ID: g.id("/", organisationID), Name: name, URL: c.Absolute("/")}
}

// Partner describes the subject of the page of a partner.
func (g *Graph) Partner(p *catalog.Partner, told Told) Subject {
	node := g.partner(p)
	node.Description, node.Logo = told.Description, g.picture(string(p.Logo))
	node.Telephone, node.Email = string(p.Telefoon), string(p.Email)
	if p.Naam != p.NaamInUitingen {
		node.AlternateName = p.Naam
	}
	for _, channel := range p.Kanalen.List() {
		node.SameAs = append(node.SameAs, string(channel.Address))
	}
	if source := g.source(&p.Record); source != "" {
		node.SameAs = append(node.SameAs, source)
	}
	return Subject{Main: Ref{node.ID}, Nodes: []any{node}}
}

// source is the page of a record at the directory that it was taken over from, or "".
func (g *Graph) source(r *content.Record) string {
	if r.From == nil {
		return ""
	}
	return r.From.Credit().URL
}

// partner returns what the readers of another page need to know about a partner. Its url
// is its own website, if it has one.
func (g *Graph) partner(p *catalog.Partner) organisation {
	node := organisation{Type: "Organization", ID: g.id(p.Page(), organisationID), Name: p.NaamInUitingen, URL: string(p.Website)}
	if p.Website == "" {
		node.URL = g.catalog.Site.Absolute(p.Page())
	}
	return node
}

type person struct {
	Type     string `json:"@type"`
	Name     string `json:"name"`
	JobTitle string `json:"jobTitle,omitempty"`
}

// Agendapunt describes the subject of the page of an agendapunt: an event, or the events
// of a course with the series that they are part of.
func (g *Graph) Agendapunt(a *catalog.Agendapunt, told Told) Subject {
	var related []any
	for _, p := range a.Partners {
		related = append(related, g.partner(p))
	}
	common := event{
		Type: "Event", ID: g.id(a.Page(), eventID), Name: told.Name, Description: told.Description, URL: told.URL,
		Status: scheduled, Attendance: offline, Organizers: g.partners(a.Partners),
		Audience: audiences(a.Doelgroepen), Free: a.Kosten == content.Free, Capacity: a.Plaatsen, Offers: ticketOf(a),
	}
	if len(a.Partners) == 0 {
		maker := g.publisher()
		common.Organizers, related = []Ref{{maker.ID}}, append(related, maker)
	}
	for _, s := range a.Sprekers {
		if s.Naam != "" {
			common.Performers = append(common.Performers, person{"Person", s.Naam, s.Rol})
		}
	}
	var events []any
	var places []place
	add := func(e event, first, last schedule.Date) {
		at := g.placeOn(a, first)
		if !slices.ContainsFunc(places, func(p place) bool { return p.ID == at.ID }) {
			places, related = append(places, at), append(related, at)
		}
		e.Location = Ref{at.ID}
		e.Start, e.End = ends(a.Tijd, first, last)
		events = append(events, e)
	}
	keren := a.Keren()
	if keren == nil {
		add(common, a.Datum, a.Last())
		return Subject{Main: Ref{common.ID}, Nodes: append(events, related...)}
	}
	whole := series{Type: "EventSeries", ID: g.id(a.Page(), seriesID), Name: told.Name}
	for i, date := range keren {
		e := common
		e.ID, e.Series = g.id(a.Page(), "#"+date.String()), Ref{whole.ID}
		if i == 0 {
			e.Series = whole
		}
		add(e, date, date)
	}
	return Subject{Main: Ref{whole.ID}, Nodes: append(events, related...)}
}

// ticketOf is what an event costs, and until when people sign up for it.
func ticketOf(a *catalog.Agendapunt) *offer {
	ticket := offerOf(a.Kosten)
	ticket.Until, ticket.URL = a.AanmeldenTot.String(), a.Website
	if a.Aanmelden == content.NotNeeded {
		ticket.URL = ""
	}
	return ticket
}

// placeOn returns the place where an agendapunt is on a given day.
func (g *Graph) placeOn(a *catalog.Agendapunt, date schedule.Date) place {
	if a.Plein != nil {
		return g.place(a.Plein, date, g.catalog.Site.Absolute(a.Plein.Page()))
	}
	return place{
		Type: buildingType(a.Locatie), ID: g.id(a.Page(), "#plek"), Name: a.Locatie, URL: string(a.LocatieWebsite),
		Address: addressOf(a.Straat, a.Postcode, a.Agendapunt.Plaats, ""), Geo: geoOf(a.Adres(date)),
	}
}

// ends returns the begin and the end of an event. If it lasts several days they are dates
// without a time, since it is not known on which of those days the time applies.
func ends(tijd typed.Moment, first, last schedule.Date) (begin, end string) {
	switch {
	case last > first:
		return first.String(), last.String()
	case tijd.HasEnd():
		return instant(first.At(tijd.Begin)), instant(last.At(tijd.End))
	case tijd.Set:
		return instant(first.At(tijd.Begin)), ""
	}
	return first.String(), ""
}

type article struct {
	Type        string `json:"@type"`
	ID          string `json:"@id"`
	URL         string `json:"url"`
	Headline    string `json:"headline"`
	Description string `json:"description"`
	Published   string `json:"datePublished"`
	Expires     string `json:"expires,omitempty"`
	InLanguage  string `json:"inLanguage"`
	About       []Ref  `json:"about,omitempty"`
	Author      Ref    `json:"author"`
	Publisher   Ref    `json:"publisher"`
}

// Bericht describes the subject of the page of a bericht. It is a NewsArticle: a
// SpecialAnnouncement was meant for the pandemic, and Google no longer reads it.
func (g *Graph) Bericht(b *catalog.Bericht, told Told) Subject {
	maker := g.publisher()
	node := article{
		Type: "NewsArticle", ID: g.id(b.Page(), newsID), URL: told.URL, Headline: told.Name, Description: told.Description,
		Published: b.Datum.String(), Expires: b.TotEnMet.String(), InLanguage: told.Language,
		Author: Ref{maker.ID}, Publisher: Ref{maker.ID},
	}
	for _, x := range b.Spreekuren {
		node.About = append(node.About, g.about(x))
	}
	for _, p := range b.Pleinen {
		node.About = append(node.About, g.ref(p.Page(), pleinID))
	}
	node.About = append(node.About, g.partners(b.Partners)...)
	return Subject{Main: Ref{node.ID}, Nodes: []any{node, maker}}
}

type itemList struct {
	Type  string `json:"@type"`
	Count int    `json:"numberOfItems"`
}

// List describes the subject of a page that lists n things, on one page or more.
func List(n int) Subject {
	return Subject{Type: "CollectionPage", Main: itemList{"ItemList", n}}
}
