package hsds

import (
	"strings"

	"github.com/google/uuid"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/typed"
)

// HSDS has no field for who keeps a record, or for what one may do with it. So a record of
// another directory has these as attributes: the kinds of those.
const (
	sourceLink  = "source"
	licenceLink = "licence"
)

// originTerms makes the taxonomies of directories that records were taken over from and of
// their licences, with a term only for those that a published record refers to.
func (d *directory) originTerms() {
	sources := &taxonomy{
		ID: within(d.Site.ID, "hsds", "bronnen"), Name: "Bronnen van " + d.Site.Titel,
		Description: "De sites die deze gegevens bijhouden. Noem die als bron.", URI: d.Site.Absolute("/"),
	}
	licences := &taxonomy{
		ID: within(d.Site.ID, "hsds", "licenties"), Name: "Licenties (SPDX)",
		Description: "De voorwaarden waaronder een bron zijn gegevens geeft.", URI: "https://spdx.org/licenses/",
	}
	d.origins = map[content.Credit]*term{}
	licenceOf := map[string]*term{}
	add := func(from *content.Origin) {
		if from == nil {
			return
		}
		key := keeperOf(from)
		if d.origins[key] == nil {
			d.origins[key] = &term{
				ID: within(d.Site.ID, "bron", key.Name, key.URL), Code: typed.Slugify(key.Name), Name: key.Name,
				Description: "Dit wordt bijgehouden door " + key.Name + ".",
				Taxonomy:    sources.Name, TaxonomyID: sources.ID, TaxonomyDetail: sources, Language: string(d.Site.Taal), TermURI: key.URL,
			}
			d.terms = append(d.terms, d.origins[key])
		}
		licence := from.Credit().Licence
		if licence != "" && licenceOf[licence] == nil {
			licenceOf[licence] = &term{
				ID: within(d.Site.ID, "licentie", licence), Code: licence, Name: licence, Description: licence,
				Taxonomy: licences.Name, TaxonomyID: licences.ID, TaxonomyDetail: licences, Language: "en",
			}
			d.terms = append(d.terms, licenceOf[licence])
		}
	}
	for _, p := range d.Partners {
		add(p.From)
	}
	for _, v := range d.visits {
		add(v.of.From)
		add(v.plein.From)
	}
	if d.licences = licenceOf; len(d.origins) > 0 {
		d.taxonomies = append(d.taxonomies, sources)
	}
	if len(licenceOf) > 0 {
		d.taxonomies = append(d.taxonomies, licences)
	}
}

// keeperOf is the directory that keeps a record, without the page of that record. Of one that
// our source took it over from itself only the name is known.
func keeperOf(from *content.Origin) content.Credit {
	if from.Through != (content.Credit{}) {
		return content.Credit{Name: from.Through.Name}
	}
	return content.Credit{Name: from.Source.Titel, URL: strings.TrimSuffix(string(from.Source.Adres), "feeds/v1/")}
}

// originOf are the attributes of a record of another directory: the page of it there, and the
// licence. Their terms, which say no more than the label, are left to their own files: each
// file about a service has these attributes several times.
func (d *directory) originOf(entity string, id uuid.UUID, from *content.Origin) []attribute {
	if from == nil {
		return nil
	}
	credit, source := from.Credit(), d.origins[keeperOf(from)]
	list := []attribute{{within(id, "bron"), id, entity, sourceLink, source.ID, nil, credit.Name, credit.URL}}
	if licence := d.licences[credit.Licence]; licence != nil {
		list = append(list, attribute{within(id, "licentie"), id, entity, licenceLink, licence.ID, nil, licence.Name, credit.Licence})
	}
	return list
}
