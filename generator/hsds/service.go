package hsds

import (
	"time"

	"github.com/google/uuid"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/markdown"
	"pleinwijzer/generator/say"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/typed"
)

// A service in its short form, as in a list, and in its full form. Empty fields are left
// out.
type (
	serviceBasic struct {
		ID                     uuid.UUID          `json:"id"`
		Name                   string             `json:"name"`
		Description            string             `json:"description"`
		URL                    string             `json:"url"`
		Email                  typed.Email        `json:"email,omitempty"`
		Status                 string             `json:"status"`
		ApplicationProcess     string             `json:"application_process"`
		FeesDescription        string             `json:"fees_description,omitempty"`
		EligibilityDescription string             `json:"eligibility_description,omitempty"`
		AssuredDate            string             `json:"assured_date,omitempty"`
		AssurerEmail           typed.Email        `json:"assurer_email,omitempty"`
		Alert                  string             `json:"alert,omitempty"`
		LastModified           time.Time          `json:"last_modified,omitzero"`
		Organization           *organizationBasic `json:"organization,omitempty"`
		Attributes             []attribute        `json:"attributes,omitempty"` // where it comes from
	}

	serviceFull struct {
		*serviceBasic
		Organization       *organization       `json:"organization,omitempty"` // replaces the short form
		AdditionalURLs     []website           `json:"additional_urls,omitempty"`
		Phones             []phone             `json:"phones,omitempty"`
		Schedules          []entry             `json:"schedules,omitempty"`
		ServiceAtLocations []serviceAtLocation `json:"service_at_locations"`
		Languages          []spoken            `json:"languages,omitempty"`
		CostOptions        []costOption        `json:"cost_options,omitempty"`
		RequiredDocuments  []requiredDocument  `json:"required_documents,omitempty"`
		Contacts           []contact           `json:"contacts,omitempty"`
		Attributes         []attribute         `json:"attributes,omitempty"` // also the topics
	}

	spoken struct {
		ID   uuid.UUID      `json:"id"`
		Name string         `json:"name"`
		Code typed.Language `json:"code"`
	}

	// costOption only has an amount if that is certain, which is when the service is free.
	costOption struct {
		ID          uuid.UUID `json:"id"`
		Option      string    `json:"option,omitempty"`
		Currency    string    `json:"currency,omitempty"`
		Amount      *float64  `json:"amount,omitempty"`
		Description string    `json:"amount_description,omitempty"`
	}

	requiredDocument struct {
		ID       uuid.UUID `json:"id"`
		Document string    `json:"document"`
	}

	// contact is a partner other than the first.
	contact struct {
		ID     uuid.UUID   `json:"id"`
		Name   string      `json:"name"`
		Email  typed.Email `json:"email,omitempty"`
		Phones []phone     `json:"phones,omitempty"`
	}

	attribute struct {
		ID             uuid.UUID `json:"id"`
		LinkID         uuid.UUID `json:"link_id"`
		LinkEntity     string    `json:"link_entity"`
		LinkType       string    `json:"link_type"`
		TaxonomyTermID uuid.UUID `json:"taxonomy_term_id"`
		TaxonomyTerm   *term     `json:"taxonomy_term,omitempty"`
		Label          string    `json:"label,omitempty"`
		Value          string    `json:"value,omitempty"`
	}
)

func (d *directory) serviceBasic(s *catalog.Spreekuur) *serviceBasic {
	b := &serviceBasic{
		ID: s.ID, Name: s.Titel, Description: about(s.InEenZin, joinWith("\n\n", []string{d.byAppointment(s), markdown.Text(s.Body())}), s.Niet),
		URL: d.Site.Absolute(s.Page()), Email: s.Email, Status: "active",
		ApplicationProcess: d.howToCome(s), FeesDescription: string(s.Kosten),
		AssuredDate: s.Gecontroleerd.String(), Alert: d.alert(s), LastModified: d.VersionOf(s).Changed,
		Attributes: d.originOf("service", s.ID, s.From),
	}
	if !s.Active() {
		b.Status = "temporarily closed"
	}
	if len(s.Doelgroepen) > 0 {
		b.EligibilityDescription = "Voor " + say.Stopped(schedule.Dutch.Join(s.Doelgroepen))
	}
	if b.AssuredDate != "" && s.From == nil {
		b.AssurerEmail = d.Site.Email // for questions about the site; never the address of a person
	}
	if len(s.Partners) > 0 {
		b.Organization = &d.organization(s.Partners[0]).organizationBasic
	}
	return b
}

func (d *directory) service(s *spreekuur) *serviceFull {
	full := &serviceFull{
		serviceBasic: s.basic(), Schedules: s.schedules(), Phones: phones(s.ID, s.Telefoon),
		Languages: languages(s.Spreekuur), CostOptions: []costOption{cost(s.Spreekuur)}, Contacts: contacts(s.Spreekuur),
	}
	if len(s.Partners) > 0 {
		full.Organization = d.organization(s.Partners[0])
	}
	if s.Website != "" {
		full.AdditionalURLs = []website{newWebsite(s.ID, "Website", s.Website)}
	}
	for _, v := range s.visits {
		full.ServiceAtLocations = append(full.ServiceAtLocations,
			serviceAtLocation{ID: v.id, LocationID: v.door.id, Location: d.locations[v.door.id]()})
	}
	for _, document := range s.Meenemen {
		full.RequiredDocuments = append(full.RequiredDocuments, requiredDocument{within(s.ID, "meenemen", document), document})
	}
	full.Attributes = append(d.attributes(s), s.basic().Attributes...)
	return full
}

// attributes are the topics of a spreekuur, and the products of the government that
// belong to these.
func (d *directory) attributes(s *spreekuur) []attribute {
	var topics, products []attribute
	seen := map[typed.Product]bool{}
	for _, o := range s.Onderwerpen {
		topic := d.topics[o]
		topics = append(topics, attribute{within(s.ID, "onderwerp", o.Slug), s.ID, "service", "topic", topic.ID, topic, "", ""})
		for _, p := range o.UPL {
			if !seen[p] {
				seen[p] = true
				product := d.products[p]
				products = append(products, attribute{within(s.ID, "upl", string(p)), s.ID, "service", "product", product.ID, product, "", ""})
			}
		}
	}
	return append(topics, products...)
}

func languages(s *catalog.Spreekuur) []spoken {
	var all []spoken
	for _, code := range s.Talen {
		all = append(all, spoken{within(s.ID, "taal", string(code)), code.Name(), code})
	}
	return all
}

func cost(s *catalog.Spreekuur) costOption {
	option := costOption{ID: within(s.ID, "kosten")}
	if s.Kosten == content.Free {
		option.Option, option.Currency, option.Amount = string(content.Free), "EUR", new(float64)
	} else {
		option.Description = string(s.Kosten)
	}
	return option
}

func contacts(s *catalog.Spreekuur) []contact {
	var all []contact
	for i, p := range s.Partners {
		if i > 0 {
			id := within(s.ID, "partner", p.ID.String())
			all = append(all, contact{id, p.Naam, p.Email, phones(id, p.Telefoon)})
		}
	}
	return all
}
