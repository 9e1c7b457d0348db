package feed

import (
	"io"
	"iter"
	"strings"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/schedule"
)

// Version is that of the JSON feeds in full (Semantic Versioning 2.0). The first number is in
// their addresses. A field that is added raises the second; a better description of what
// there is, the third. Hosts send it as the header API-Version (NL API Design Rules, API-57).
const Version = "1.2.0"

// The JSON feeds, version 1. Empty fields are left out: a reader never sees null, "" or
// [], except for the list of records itself.
//
// The tags of a field describe it to people: doc is its meaning and example a value, or
// one item of a list; form is the shape of the value (see forms), and choices are all
// values that it can have.

// head is what each feed begins with.
type head struct {
	Schema      string `json:"$schema" doc:"Waar het JSON Schema van deze feed staat." form:"url" example:"https://www.voorbeeld.nl/feeds/v1/spreekuren.schema.json"`
	Versie      string `json:"versie" doc:"De versie van deze feed. Binnen een versie houdt elk veld zijn betekenis." choices:"1" example:"1"`
	Gemaakt     string `json:"gemaakt" doc:"Wanneer deze feed is gemaakt. In een feed die bij een pagina hoort, is dat de laatste wijziging, of een dag in de week vóór het maken." form:"tijdstip" example:"2026-11-22T12:00:00+01:00"`
	GeldigTot   string `json:"geldig_tot" doc:"Tot en met deze dag zegt de feed alles wat nu bekend is." form:"datum" example:"2027-12-31"`
	Bron        string `json:"bron" doc:"De pagina waar dit over gaat. Noem die als bron." form:"url" example:"https://www.voorbeeld.nl/pleinen/dorpsplein/"`
	Titel       string `json:"titel" doc:"De naam van de site, of van wat de feed laat zien." example:"Dorpsplein"`
	Organisatie string `json:"organisatie,omitempty" doc:"Wie de site maakt." example:"De bibliotheek"`
	Licentie    string `json:"licentie,omitempty" doc:"Onder welke voorwaarden u de gegevens gebruikt (SPDX)." example:"CC0-1.0"`
	Tijdzone    string `json:"tijdzone" doc:"De tijdzone van alle dagen en tijden." example:"Europe/Amsterdam"`
}

// bronJSON is the directory that keeps a record.
type bronJSON struct {
	Naam     string `json:"naam" doc:"De naam van de site die dit bijhoudt." example:"Pleinwijzer Midden-Brabant"`
	URL      string `json:"url" doc:"De pagina op die site." form:"url" example:"https://www.voorbeeld.nl/pleinen/dorpsplein/"`
	Licentie string `json:"licentie,omitempty" doc:"Onder welke voorwaarden die site de gegevens geeft (SPDX)." example:"CC0-1.0"`
}

// bronOf says which directory keeps a record, if that is another one. Who takes records over
// from several directories knows by this, and by the id, which ones it has already.
func bronOf(r *content.Record) *bronJSON {
	if r.From == nil {
		return nil
	}
	c := r.From.Credit()
	return &bronJSON{c.Name, c.URL, c.Licence}
}

// nameOf is the name of a record in addresses, as one word: that of another directory is in
// a folder of its own.
func nameOf(r *content.Record) string { return strings.ReplaceAll(r.Slug, "/", "-") }

// version1 makes the writer of a JSON feed from the function that gives its records.
func version1(key string, records func(source, selection) iter.Seq2[[]byte, error]) func(*catalog.Catalog) writer {
	return func(c *catalog.Catalog) writer {
		from := source{c, &recordLines{}}
		write := func(w io.Writer, of selection) error {
			return jsonFeed{head: headOf(c, key, of), key: key, lines: records(from, of)}.write(w)
		}
		return writer{write, from.written}
	}
}

func headOf(c *catalog.Catalog, key string, of selection) head {
	return head{
		Schema: c.Site.Absolute(schemaPath(key)), Versie: "1", Gemaakt: timestamp(of.made(c)),
		GeldigTot: of.knownUntil(c).String(), Bron: c.Site.Absolute(of.page),
		Titel: of.title, Organisatie: c.Site.Organisatie, Licentie: c.Site.Licentie,
		Tijdzone: schedule.Amsterdam.String(),
	}
}

// source is what records are made from: the catalog, and what has been made before.
type source struct {
	*catalog.Catalog
	written *recordLines
}

// each gives the record of each item of a list, when it is asked for.
func each[T, R any](list []T, record func(T) R) iter.Seq[R] {
	return func(yield func(R) bool) {
		for _, item := range list {
			if !yield(record(item)) {
				return
			}
		}
	}
}

// all turns one list into another.
func all[T, R any](list []T, one func(T) R) []R {
	var made []R
	for _, item := range list {
		made = append(made, one(item))
	}
	return made
}

// The short forms in which one record names another.
type (
	pleinRef struct {
		Slug string `json:"slug" doc:"De naam van het plein in adressen." form:"slug" example:"dorpsplein"`
		Naam string `json:"naam" doc:"De naam van het plein." example:"Dorpsplein"`
		URL  string `json:"url" doc:"De pagina van het plein." form:"url" example:"https://www.voorbeeld.nl/pleinen/dorpsplein/"`
	}

	spreekuurRef struct {
		Slug  string `json:"slug" doc:"De naam van het spreekuur in adressen." form:"slug" example:"hulp-bij-brieven"`
		Titel string `json:"titel" doc:"De titel van het spreekuur." example:"Hulp bij brieven"`
		URL   string `json:"url" doc:"De pagina van het spreekuur." form:"url" example:"https://www.voorbeeld.nl/spreekuren/hulp-bij-brieven/"`
	}

	berichtRef struct {
		Slug  string `json:"slug" doc:"De naam van het bericht in adressen." form:"slug" example:"dicht-op-24-december"`
		Titel string `json:"titel" doc:"De titel van het bericht." example:"De bibliotheek is dicht op 24 december"`
		URL   string `json:"url" doc:"De pagina van het bericht." form:"url" example:"https://www.voorbeeld.nl/berichten/dicht-op-24-december/"`
	}

	agendapuntRef struct {
		Slug  string `json:"slug" doc:"De naam van het agendapunt in adressen." form:"slug" example:"netwerkochtend"`
		Titel string `json:"titel" doc:"De titel van het agendapunt." example:"Netwerkochtend"`
		URL   string `json:"url" doc:"De pagina van het agendapunt." form:"url" example:"https://www.voorbeeld.nl/agenda/netwerkochtend/"`
	}
)

func (s source) pleinRef(p *catalog.Plein) pleinRef {
	return pleinRef{nameOf(&p.Record), p.Naam, s.Site.Absolute(p.Page())}
}

func (s source) spreekuurRef(x *catalog.Spreekuur) spreekuurRef {
	return spreekuurRef{nameOf(&x.Record), x.Titel, s.Site.Absolute(x.Page())}
}

func (s source) berichtRef(b *catalog.Bericht) berichtRef {
	return berichtRef{nameOf(&b.Record), b.Titel, s.Site.Absolute(b.Page())}
}

func (s source) agendapuntRef(a *catalog.Agendapunt) agendapuntRef {
	return agendapuntRef{nameOf(&a.Record), a.Titel, s.Site.Absolute(a.Page())}
}

func (s source) partnerRef(p *catalog.Partner) partnerJSON {
	return partnerJSON{nameOf(&p.Record), p.NaamInUitingen, s.Site.Absolute(p.Page()), p.Website}
}
