package catalog

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
)

// reserved are the first parts of addresses that the site uses itself, now or
// by design, so that no free page can take them.
var reserved = []string{
	"pleinen", "spreekuren", "partners", "dagen", "onderwerpen", "plaatsen", "zoeken", "agenda", "berichten",
	"insluiten", "embed", "oembed", "feeds", "hsds", "admin", "static", "index", "404", "sitemap", "robots", "site",
}

// A page in another language stands below the code of that language.
var languageCode = regexp.MustCompile(`^[a-z]{2}$`)

// addresses sees to it that every address belongs to one record, and collects
// the redirects from old names.
func (r *resolver) addresses() {
	pages := map[string]*content.Record{}
	for _, kind := range r.records() {
		for _, record := range kind.records {
			pages[kind.folder+record.Slug] = record
		}
	}
	for _, p := range r.content.Paginas {
		if slices.Contains(reserved, p.Slug) || languageCode.MatchString(p.Slug) {
			r.problems.Add(diag.Diagnostic{
				Range: diag.Range{File: p.Doc.File}, Code: "adres-bezet",
				Message: fmt.Sprintf("het adres /%s/ is al van de site zelf", p.Slug), Hint: "geef het bestand een andere naam",
			})
		}
	}
	aliases := map[string]*content.Record{}
	for _, kind := range r.records() {
		for _, record := range kind.records {
			r.aliases(kind.folder, record, pages, aliases)
		}
	}
	slices.SortFunc(r.catalog.Redirects, func(a, b Redirect) int { return cmp.Compare(a.From, b.From) })
}

// recordsOf are the records below one folder of the site.
type recordsOf struct {
	folder  string
	records []*content.Record
}

func (r *resolver) records() []recordsOf {
	c := r.content
	return []recordsOf{
		{"/pleinen/", recordList(c.Pleinen, func(x *content.Plein) *content.Record { return &x.Record })},
		{"/partners/", recordList(c.Partners, func(x *content.Partner) *content.Record { return &x.Record })},
		{"/spreekuren/", recordList(c.Spreekuren, func(x *content.Spreekuur) *content.Record { return &x.Record })},
		{"/agenda/", recordList(c.Agenda, func(x *content.Agendapunt) *content.Record { return &x.Record })},
		{"/berichten/", recordList(c.Berichten, func(x *content.Bericht) *content.Record { return &x.Record })},
		{"/", recordList(c.Paginas, func(x *content.Pagina) *content.Record { return &x.Record })},
	}
}

func recordList[T any](list []T, record func(T) *content.Record) []*content.Record {
	records := make([]*content.Record, len(list))
	for i, item := range list {
		records[i] = record(item)
	}
	return records
}

func (r *resolver) aliases(folder string, record *content.Record, pages, aliases map[string]*content.Record) {
	for i, alias := range record.Aliassen {
		from := folder + string(alias)
		at := record.Doc.Value("aliassen", i)
		switch page, taken := pages[from]; {
		case taken && page == record:
			r.problems.Add(diag.Diagnostic{Range: at, Code: "alias-zelf",
				Message: fmt.Sprintf("%q is de naam van dit bestand zelf", alias), Hint: "haal deze oude naam weg"})
			continue
		case taken:
			r.problems.Add(diag.Diagnostic{Range: at, Code: "alias-bezet",
				Message: fmt.Sprintf("het adres %s/ is al van een ander bestand", from), Hint: "haal deze oude naam weg",
				Related: []diag.Range{{File: page.Doc.File}}})
			continue
		case folder == "/" && (slices.Contains(reserved, string(alias)) || languageCode.MatchString(string(alias))):
			r.problems.Add(diag.Diagnostic{Range: at, Code: "alias-bezet",
				Message: fmt.Sprintf("het adres %s/ is al van de site zelf", from), Hint: "haal deze oude naam weg"})
			continue
		}
		if other, double := aliases[from]; double {
			r.problems.Add(diag.Diagnostic{Range: at, Code: "alias-dubbel",
				Message: fmt.Sprintf("twee bestanden hebben de oude naam %q", alias), Hint: "laat de naam bij één bestand staan",
				Related: []diag.Range{{File: other.Doc.File}}})
			continue
		}
		aliases[from] = record
		if r.shown(record) {
			r.catalog.Redirects = append(r.catalog.Redirects, Redirect{From: from + "/", To: folder + record.Slug + "/"})
		}
	}
}
