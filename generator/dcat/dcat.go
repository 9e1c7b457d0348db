// Package dcat describes the feeds of the site for data portals, such as
// data.overheid.nl: which data sets there are, who publishes them, what one may do with
// them and in which files they are. The file follows DCAT-AP-NL 3.0 (Geonovum, 2024), which
// is a profile of DCAT-AP 3.0 and of the Data Catalog Vocabulary 3 (W3C), written as
// JSON-LD 1.1.
//
// Feeds that say the same in different formats are distributions of one data set.
package dcat

import (
	"encoding/json"
	"io"
	"path"
	"strings"
	"time"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/feed"
	"pleinwijzer/generator/hsds"
	"pleinwijzer/generator/publish"
)

// Feed is how the page about the feeds lists the description.
var Feed = feed.Feed{
	Title: "Beschrijving van de gegevens (DCAT-AP-NL)", For: "Meld deze gegevens aan bij een dataportaal, zoals data.overheid.nl.",
	Type: "application/ld+json", Whole: "/feeds/dcat.jsonld",
}

// Feeds are all feeds with the description of them as the last.
func Feeds() []feed.Feed { return append(feed.All(), Feed) }

// Files returns the description.
func Files(c *catalog.Catalog) []publish.File {
	return []publish.File{{Path: Feed.Whole[1:], Render: func(w io.Writer) error {
		e := json.NewEncoder(w)
		e.SetEscapeHTML(false)
		e.SetIndent("", " ")
		return e.Encode(describe(c))
	}}}
}

// describe gives the whole document: one catalogue with its data sets.
func describe(c *catalog.Catalog) catalogue {
	d := description{c: c, publisher: publisherOf(c), contact: contactOf(c)}
	made := catalogue{
		Context: context, Type: "dcat:Catalog", ID: c.Site.Absolute(Feed.Whole),
		Title: dutch("Gegevens van " + c.Site.Titel), Description: dutch(whole(c)),
		Publisher: d.publisher, Contact: d.contact, Licence: licenceOf(c), Homepage: document(c.Site.Absolute("/")),
		Language: language(), Modified: modified(c.Changed(nil)),
	}
	for _, set := range sets {
		made.Datasets = append(made.Datasets, d.dataset(set))
	}
	return made
}

func whole(c *catalog.Catalog) string {
	text := "Spreekuren in en om de bibliotheek: waar, wanneer en wie er helpt."
	if c.Site.InEenZin != "" {
		text = c.Site.InEenZin + " " + text
	}
	return text
}

// description is what all data sets of a site share.
type description struct {
	c         *catalog.Catalog
	publisher agent
	contact   contact
}

func (d description) dataset(of set) dataset {
	id := d.c.Site.Absolute(Feed.Whole) + "#" + of.name
	keepers := d.keepersOf(of)
	licence := d.licence(of, keepers)
	made := dataset{
		ID: id, Type: "dcat:Dataset", Identifier: id,
		Title: dutch(of.title + " van " + d.c.Site.Titel), Description: dutch(of.about),
		Publisher: d.publisher, Creators: d.creators(keepers), Contact: d.contact,
		AccessRights: public(), Theme: themes(), Language: language(), Frequency: concept(frequency, "dct:Frequency"),
		LandingPage: document(d.c.Site.Absolute(of.page)), Documentation: document(d.c.Site.Absolute("/feeds/")),
		Modified: modified(of.changed(d.c)),
	}
	if len(keepers) > 1 || keepers[0].name != "" {
		made.Description = dutch(of.about + " " + d.terms(keepers))
	}
	for _, word := range of.keywords {
		made.Keywords = append(made.Keywords, dutch(word))
	}
	for _, f := range feed.All() {
		if f.Set == of.name && f.Whole != "" {
			made.Distributions = append(made.Distributions, d.distribution(of, licence, f.Title, f.Whole, f.Type, f.Schema()))
		}
	}
	if of.name == feed.Spreekuren {
		made.Distributions = append(made.Distributions,
			d.distribution(of, licence, "Spreekuren (Open Referral HSDS "+hsds.Version+")", hsds.Root, "application/json", ""))
	}
	return made
}

func (d description) distribution(of set, licence licence, title, at, mediaType, schema string) distribution {
	address := d.c.Site.Absolute(at)
	made := distribution{
		ID: address + "#bestand", Type: "dcat:Distribution", Title: dutch(title),
		AccessURL: reference{address}, DownloadURL: reference{address},
		MediaType: concept("https://www.iana.org/assignments/media-types/"+mediaType, "dct:MediaType"),
		Licence:   licence, Language: language(), Modified: modified(of.changed(d.c)),
		Status: concept(stable, "skos:Concept"), Availability: concept(available, "skos:Concept"),
	}
	if kind := fileTypes[strings.TrimPrefix(path.Ext(at), ".")]; kind != "" {
		made.Format = concept(authority+"file-type/"+kind, "dct:MediaTypeOrExtent")
	}
	switch {
	case schema != "":
		made.ConformsTo = concept(d.c.Site.Absolute(schema), "dct:Standard")
	case at == hsds.Root:
		made.ConformsTo = concept(hsds.Profile, "dct:Standard")
	}
	return made
}

// publisherOf is the organisation that makes the site.
func publisherOf(c *catalog.Catalog) agent {
	name := c.Site.Organisatie
	if name == "" {
		name = c.Site.Titel
	}
	return agent{ID: c.Site.Absolute("/") + "#uitgever", Type: "foaf:Agent", Name: dutch(name)}
}

// contactOf is where one asks about the data: always the site, and a mailbox or a phone
// number of the organisation where there is one.
func contactOf(c *catalog.Catalog) contact {
	made := contact{
		ID: c.Site.Absolute("/") + "#contact", Type: "vcard:Kind",
		Name: publisherOf(c).Name, URL: reference{c.Site.Absolute("/")},
	}
	if c.Site.Email != "" {
		made.Email = &reference{"mailto:" + string(c.Site.Email)}
	}
	if c.Site.Telefoon != "" {
		made.Phone = &reference{"tel:" + c.Site.Telefoon.Tel()}
	}
	return made
}

// modified is the day of a change, or nothing if version control does not know it.
func modified(at time.Time) *typedValue {
	if at.IsZero() {
		return nil
	}
	return &typedValue{"xsd:dateTime", at.Format(time.RFC3339)}
}
