package hsds

import (
	"cmp"

	"github.com/google/uuid"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/markdown"
	"pleinwijzer/generator/typed"
)

type (
	organizationBasic struct {
		ID            uuid.UUID   `json:"id"`
		Name          string      `json:"name"`
		AlternateName string      `json:"alternate_name,omitempty"`
		Description   string      `json:"description"`
		Email         typed.Email `json:"email,omitempty"`
		Website       typed.Web   `json:"website,omitempty"`
		Attributes    []attribute `json:"attributes,omitempty"`
	}

	organization struct {
		organizationBasic
		AdditionalWebsites []website `json:"additional_websites,omitempty"`
		Phones             []phone   `json:"phones,omitempty"`
	}

	website struct {
		ID    uuid.UUID `json:"id"`
		Label string    `json:"label"`
		URL   typed.Web `json:"url"`
	}

	phone struct {
		ID     uuid.UUID   `json:"id"`
		Number typed.Phone `json:"number"`
		Type   string      `json:"type"`
	}
)

// noDescription is used where HSDS requires a description and the partner gave none.
const noDescription = "Van deze organisatie is er nog geen omschrijving."

func (d *directory) newOrganization(p *catalog.Partner) *organization {
	o := &organization{organizationBasic: organizationBasic{
		ID: p.ID, Name: p.Naam, Email: p.Email, Website: p.Website,
		Description: cmp.Or(about(p.InEenZin, markdown.Text(p.Body()), nil), noDescription),
		Attributes:  d.originOf("organization", p.ID, p.From),
	}, Phones: phones(p.ID, p.Telefoon)}
	if p.NaamInUitingen != p.Naam {
		o.AlternateName = p.NaamInUitingen
	}
	for _, channel := range p.Kanalen.List() {
		o.AdditionalWebsites = append(o.AdditionalWebsites, newWebsite(p.ID, channel.Name, channel.Address))
	}
	if p.Nieuwsbrief != "" {
		o.AdditionalWebsites = append(o.AdditionalWebsites, newWebsite(p.ID, "Nieuwsbrief", p.Nieuwsbrief))
	}
	return o
}

func newWebsite(of uuid.UUID, label string, address typed.Web) website {
	return website{within(of, "web", label), label, address}
}

// phones returns a list with the number, or an empty list if there is none.
func phones(of uuid.UUID, number typed.Phone) []phone {
	if number == "" {
		return nil
	}
	return []phone{{within(of, "telefoon"), number, "voice"}}
}
