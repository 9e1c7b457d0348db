package hsds

import (
	"cmp"
	"strings"

	"github.com/google/uuid"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/typed"
)

type (
	taxonomy struct {
		ID          uuid.UUID `json:"id"`
		Name        string    `json:"name"`
		Description string    `json:"description"`
		URI         string    `json:"uri"`
	}

	term struct {
		ID             uuid.UUID `json:"id"`
		Code           string    `json:"code"`
		Name           string    `json:"name"`
		Description    string    `json:"description"`
		Taxonomy       string    `json:"taxonomy"`
		TaxonomyID     uuid.UUID `json:"taxonomy_id"`
		TaxonomyDetail *taxonomy `json:"taxonomy_detail"`
		Language       string    `json:"language"`
		TermURI        string    `json:"term_uri,omitempty"`
	}
)

// topicTerms makes the taxonomy of onderwerpen, with a term only for those that a
// published spreekuur refers to, as HSDS prescribes.
func (d *directory) topicTerms() {
	topics := &taxonomy{
		ID: within(d.Site.ID, "hsds", "onderwerpen"), Name: "Onderwerpen van " + d.Site.Titel,
		Description: "De onderwerpen waarbij bezoekers hulp kunnen krijgen.", URI: d.Site.Absolute("/onderwerpen/"),
	}
	d.topics = make(map[*catalog.Onderwerp]*term, len(d.Onderwerpen))
	for _, o := range d.Onderwerpen {
		if !used(o) {
			continue
		}
		d.topics[o] = &term{
			ID: within(d.Site.ID, "onderwerp", o.Slug), Code: o.Slug, Name: o.Naam,
			Description: cmp.Or(o.Uitleg, strings.Join(o.Synoniemen, ", "), o.Naam),
			Taxonomy:    topics.Name, TaxonomyID: topics.ID, TaxonomyDetail: topics,
			Language: string(d.Site.Taal), TermURI: d.Site.Absolute(o.Page()),
		}
		d.terms = append(d.terms, d.topics[o])
	}
	if len(d.terms) > 0 {
		d.taxonomies = []*taxonomy{topics}
	}
	d.productTerms()
}

// productTerms makes the taxonomy of products of the government, as far as topics with
// spreekuren name them.
func (d *directory) productTerms() {
	list := &taxonomy{
		ID: within(d.Site.ID, "hsds", "upl"), Name: "Uniforme Productnamenlijst",
		Description: "De producten en diensten van de overheid.", URI: "https://standaarden.overheid.nl/upl",
	}
	d.products = map[typed.Product]*term{}
	for _, o := range d.Onderwerpen {
		if !used(o) {
			continue
		}
		for _, p := range o.UPL {
			if d.products[p] != nil {
				continue
			}
			d.products[p] = &term{
				ID: within(d.Site.ID, "upl", string(p)), Code: p.Name(), Name: p.Name(), Description: p.Name(),
				Taxonomy: list.Name, TaxonomyID: list.ID, TaxonomyDetail: list, Language: "nl", TermURI: string(p),
			}
			d.terms = append(d.terms, d.products[p])
		}
	}
	if len(d.products) > 0 {
		d.taxonomies = append(d.taxonomies, list)
	}
}

func used(o *catalog.Onderwerp) bool {
	for _, s := range o.Spreekuren {
		if !s.Ended() {
			return true
		}
	}
	return false
}
