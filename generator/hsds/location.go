package hsds

import (
	"github.com/google/uuid"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/markdown"
	"pleinwijzer/generator/typed"
)

type (
	locationBasic struct {
		ID             uuid.UUID  `json:"id"`
		LocationType   string     `json:"location_type"`
		OrganizationID *uuid.UUID `json:"organization_id,omitempty"`
		Name           string     `json:"name"`
		AlternateName  string     `json:"alternate_name,omitempty"`
		Description    string     `json:"description,omitempty"`
		Transportation string     `json:"transportation,omitempty"`
		Latitude       float64    `json:"latitude,omitzero"`
		Longitude      float64    `json:"longitude,omitzero"`

		ExternalID     typed.BAG `json:"external_identifier,omitempty"`
		ExternalIDType string    `json:"external_identifier_type,omitempty"`

		Attributes []attribute `json:"attributes,omitempty"`
	}

	location struct {
		locationBasic
		Addresses     []address       `json:"addresses"`
		Accessibility []accessibility `json:"accessibility,omitempty"`
		Phones        []phone         `json:"phones,omitempty"`
	}

	address struct {
		ID            uuid.UUID      `json:"id"`
		Address1      string         `json:"address_1"`
		City          string         `json:"city"`
		Region        string         `json:"region,omitempty"`
		StateProvince string         `json:"state_province"` // required by HSDS, so "" if the editor gave none
		PostalCode    typed.Postcode `json:"postal_code"`
		Country       string         `json:"country"`
		AddressType   string         `json:"address_type"`
	}

	accessibility struct {
		ID          uuid.UUID `json:"id"`
		Description string    `json:"description"`
	}

	// serviceAtLocation has its service and its schedules in its own file, but not inside
	// the file of a service.
	serviceAtLocation struct {
		ID         uuid.UUID     `json:"id"`
		ServiceID  *uuid.UUID    `json:"service_id,omitempty"`
		LocationID uuid.UUID     `json:"location_id"`
		Location   *location     `json:"location"`
		Service    *serviceBasic `json:"service,omitempty"`
		Schedules  []entry       `json:"schedules,omitempty"`
	}

	serviceAtLocationBasic struct {
		ID         uuid.UUID      `json:"id"`
		ServiceID  uuid.UUID      `json:"service_id"`
		LocationID uuid.UUID      `json:"location_id"`
		Location   *locationBasic `json:"location"`
		Service    *serviceBasic  `json:"service"`
	}
)

// newLocation describes a plein at one address.
func (d *directory) newLocation(at door) *location {
	p, a, id := at.plein, at.adres, at.id
	l := &location{
		locationBasic: locationBasic{
			ID: id, LocationType: "physical", Name: p.Naam, AlternateName: a.Locatie,
			Description: about(p.InEenZin, markdown.Text(p.Body()), nil),
			Latitude:    a.Breedtegraad, Longitude: a.Lengtegraad,
			Attributes: d.originOf("location", id, p.From),
		},
		Addresses: []address{{
			ID: within(id, "adres"), Address1: a.Straat, City: a.Plaats, Region: p.Gemeente,
			StateProvince: p.Provincie, PostalCode: a.Postcode, Country: "NL", AddressType: "physical",
		}},
		Phones: phones(id, p.Telefoon),
	}
	if a.BAG != "" {
		l.ExternalID, l.ExternalIDType = a.BAG, "BAG"
	}
	if p.Kartrekker != nil {
		l.OrganizationID = &p.Kartrekker.ID
	}
	toegang := d.toegang(at)
	l.Transportation = toegang.Route
	for _, has := range toegang.Toegankelijkheid {
		l.Accessibility = append(l.Accessibility, accessibility{within(id, "toegankelijkheid", has), has})
	}
	return l
}

// toegang returns the access information for the building behind a door: as it is today,
// or as it will be when the plein moves there.
func (d *directory) toegang(at door) content.Toegang {
	if at.adres.SameDoor(at.plein.Adres(d.Today)) {
		return at.plein.Toegang(d.Today)
	}
	for _, move := range at.plein.Moves(d.Today) {
		if at.adres.SameDoor(move.Adres) {
			return move.Toegang
		}
	}
	return content.Toegang{} // the plein was there in the past
}

func (d *directory) visitBasic(v visit) serviceAtLocationBasic {
	return serviceAtLocationBasic{v.id, v.of.ID, v.door.id, &d.locations[v.door.id]().locationBasic, v.of.basic()}
}

func (d *directory) visitFull(v visit) serviceAtLocation {
	full := serviceAtLocation{
		ID: v.id, ServiceID: &v.of.ID, LocationID: v.door.id, Location: d.locations[v.door.id](), Service: v.of.basic(),
	}
	for _, t := range v.of.times.get() {
		if t.at.id == v.door.id {
			full.Schedules = append(full.Schedules, v.of.entry(t))
		}
	}
	return full
}
