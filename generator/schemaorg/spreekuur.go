package schemaorg

import (
	"slices"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/recurrence"
	"pleinwijzer/generator/say"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/typed"
)

type service struct {
	Type        string     `json:"@type"`
	ID          string     `json:"@id"`
	Identifier  string     `json:"identifier"`
	Name        string     `json:"name"`
	Description string     `json:"description"`
	URL         string     `json:"url"`
	SameAs      string     `json:"sameAs,omitempty"` // its page at its source
	Topics      []string   `json:"serviceType,omitempty"`
	Providers   []Ref      `json:"provider"`
	AreaServed  area       `json:"areaServed"`
	Audience    []audience `json:"audience,omitempty"`
	Channel     *channel   `json:"availableChannel,omitempty"`
	Hours       []hours    `json:"hoursAvailable,omitempty"`
	Offers      *offer     `json:"offers,omitempty"`
}

type area struct {
	Type string `json:"@type"`
	Name string `json:"name"`
}

type audience struct {
	Type string `json:"@type"`
	Kind string `json:"audienceType"`
}

// channel is the way to get the service, which is to go there.
type channel struct {
	Type      string           `json:"@type"`
	Location  Ref              `json:"serviceLocation"`
	Languages []typed.Language `json:"availableLanguage"`
	Phone     *contactPoint    `json:"servicePhone,omitempty"`
	URL       typed.Web        `json:"serviceUrl,omitempty"`
}

type contactPoint struct {
	Type      string `json:"@type"`
	Telephone string `json:"telephone"`
}

// offer gives the price: nothing, or what the editor wrote about it.
type offer struct {
	Type        string    `json:"@type"`
	Price       string    `json:"price,omitempty"`
	Currency    string    `json:"priceCurrency,omitempty"`
	Description string    `json:"description,omitempty"`
	URL         typed.Web `json:"url,omitempty"`
	Until       string    `json:"availabilityEnds,omitempty"` // the last day
}

type event struct {
	Type          string     `json:"@type"`
	ID            string     `json:"@id"`
	Name          string     `json:"name"`
	Description   string     `json:"description,omitempty"`
	Reason        string     `json:"disambiguatingDescription,omitempty"` // why this date is different
	URL           string     `json:"url,omitempty"`                       // only of an agendapunt; for a spreekuur the ID has the page
	Start         string     `json:"startDate"`
	End           string     `json:"endDate,omitempty"`
	Status        string     `json:"eventStatus"`
	PreviousStart string     `json:"previousStartDate,omitempty"`
	Attendance    string     `json:"eventAttendanceMode"`
	Location      Ref        `json:"location"`
	Organizers    []Ref      `json:"organizer"`
	Performers    []person   `json:"performer,omitempty"`
	Audience      []audience `json:"audience,omitempty"`
	Free          bool       `json:"isAccessibleForFree,omitempty"`
	Capacity      int        `json:"maximumAttendeeCapacity,omitempty"`
	Offers        *offer     `json:"offers,omitempty"`     // of an agendapunt
	Series        any        `json:"superEvent,omitempty"` // the whole series in the first event, a Ref to it in the others
}

// series is what the dates of a spreekuur belong to. It has no startDate: the vocabulary
// wants that in the eventSchedule.
type series struct {
	Type      string          `json:"@type"`
	ID        string          `json:"@id"`
	Name      string          `json:"name"`
	Schedules []eventSchedule `json:"eventSchedule,omitempty"`
}

// Enumeration values of schema.org.
const (
	scheduled   = vocabulary + "/EventScheduled"
	cancelled   = vocabulary + "/EventCancelled"
	rescheduled = vocabulary + "/EventRescheduled"
	offline     = vocabulary + "/OfflineEventAttendanceMode"
)

// Told is what a page says in its language. Topics, PleinURL, Next and Say are only set
// for the page of a spreekuur.
type Told struct {
	Name, Description string
	Language          string // the language of the editor's own texts
	Topics            []string
	URL, PleinURL     string               // of the page, and of the page of its plein
	Next              []catalog.Occurrence // the next dates on the page; those that follow no rule are added to them
	Say               *say.Voice
}

// Spreekuur describes the subject of the page of a spreekuur. It is empty for a spreekuur
// that has ended, since the vocabulary cannot express that.
func (g *Graph) Spreekuur(x *catalog.Spreekuur, page Told) Subject {
	if x.Ended() {
		return Subject{}
	}
	at := g.place(x.Plein, g.catalog.Today, page.PleinURL)
	service := g.service(x, page)
	nodes := []any{service, at}
	for _, p := range x.Partners {
		nodes = append(nodes, g.partner(p))
	}
	known := []string{at.ID}
	for i, o := range slices.Concat(page.Next, g.unruled(x, page.Next)) {
		e := g.occurrence(x, o, page)
		e.Organizers = service.Providers
		if i == 0 {
			e.Series = series{"EventSeries", g.id(x.Page(), seriesID), page.Name, g.rulesOf(x).schedules}
		}
		nodes = append(nodes, e)
		if !slices.Contains(known, e.Location.ID) {
			known = append(known, e.Location.ID)
			nodes = append(nodes, g.place(o.Plein, o.Date, g.catalog.Site.Absolute(o.Plein.Page())))
		}
	}
	return Subject{Main: Ref{service.ID}, Nodes: nodes}
}

func (g *Graph) service(x *catalog.Spreekuur, page Told) service {
	s := service{
		Type: "Service", ID: g.id(x.Page(), spreekuurID), Identifier: x.ID.URN(),
		Name: page.Name, Description: page.Description, URL: page.URL, SameAs: g.source(&x.Record),
		Providers: g.partners(x.Partners), AreaServed: area{"Place", x.Plein.Adres(g.catalog.Today).Plaats},
		Audience: audiences(x.Doelgroepen), Offers: offerOf(x.Kosten), Topics: page.Topics,
	}
	if !x.Active() {
		return s // there is nowhere to go at the moment
	}
	s.Channel = &channel{Type: "ServiceChannel", Location: Ref{g.placeID(x.Plein, g.catalog.Today)}, Languages: x.Talen, URL: x.Website}
	if x.Telefoon != "" {
		s.Channel.Phone = &contactPoint{"ContactPoint", string(x.Telefoon)}
	}
	s.Hours = serviceHours(x, g.catalog.Today)
	return s
}

// serviceHours returns the hours of the rules that apply every week.
func serviceHours(x *catalog.Spreekuur, today schedule.Date) []hours {
	var list []hours
	for _, s := range recurrence.SeriesOf(x) {
		if !s.Days.Weekly() {
			continue
		}
		for _, day := range catalog.Week {
			if s.On.Has(day) {
				list = addDay(list, s.Span, day)
			}
		}
	}
	for i := range list {
		if x.Vanaf > today {
			list[i].ValidFrom = x.Vanaf.String()
		}
		list[i].ValidThrough = x.TotEnMet.String()
	}
	return list
}

func (g *Graph) occurrence(x *catalog.Spreekuur, o catalog.Occurrence, page Told) event {
	e := event{
		Type: "Event", ID: g.id(x.Page(), "#"+o.Date.String()+"T"+o.Span.Begin.String()+"-"+o.Span.End.String()),
		Name: page.Name, Description: page.Description, Reason: page.Say.Reason(o.Why).Text,
		Start: instant(o.Begin()), End: instant(o.End()), Status: scheduled, Attendance: offline,
		Location: Ref{g.placeID(o.Plein, o.Date)},
		Free:     x.Kosten == content.Free, Series: g.ref(x.Page(), seriesID),
	}
	switch {
	case o.Cancelled():
		e.Status = cancelled
	case o.Kind.OtherHours() && o.Regular.Begin != o.Span.Begin:
		e.Status, e.PreviousStart = rescheduled, instant(o.Date.At(o.Regular.Begin))
	}
	return e
}

func audiences(groups []string) []audience {
	var list []audience
	for _, group := range groups {
		list = append(list, audience{"Audience", group})
	}
	return list
}

func offerOf(costs content.Kosten) *offer {
	if costs == content.Free {
		return &offer{Type: "Offer", Price: "0", Currency: "EUR"}
	}
	return &offer{Type: "Offer", Description: string(costs)}
}

// partners returns references to the partners.
func (g *Graph) partners(all []*catalog.Partner) []Ref {
	refs := make([]Ref, len(all))
	for i, p := range all {
		refs[i] = g.ref(p.Page(), organisationID)
	}
	return refs
}

// about returns a reference to a spreekuur, or only to its page if the spreekuur has
// ended and so has no node.
func (g *Graph) about(x *catalog.Spreekuur) Ref {
	if x.Ended() {
		return g.ref(x.Page(), "")
	}
	return g.ref(x.Page(), spreekuurID)
}
