package catalog

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
)

// reserved are the first parts of addresses at which the site has files that are no
// pages, so that no free page can take them. Those of its pages are in the Options.
var reserved = []string{"oembed", "hsds", "admin", "static", "delen", "index", "sitemap", "robots", "site", "gemaakt"}

// A page in another language is below the code of that language.
var languageCode = regexp.MustCompile(`^[a-z]{2}$`)

func (r *resolver) isReserved(slug string) bool {
	return slices.Contains(r.reserved, slug) || languageCode.MatchString(slug)
}

// addresses makes sure that every address belongs to one record, and collects the
// redirects from old names.
func (r *resolver) addresses() {
	pages := make(map[address]*content.Record, len(r.content.Spreekuren))
	for kind, item := range r.content.Items() {
		pages[address{kind.Path, item.File().Slug}] = item.File()
	}
	for _, p := range r.content.Paginas {
		if r.isReserved(p.Slug) {
			r.problems.Add(diag.Diagnostic{
				Range: diag.Range{File: p.Doc.File}, Code: "adres-bezet",
				Message: fmt.Sprintf("het adres /%s/ is al van de site zelf", p.Slug), Hint: "geef het bestand een andere naam",
			})
		}
	}
	aliases := map[address]*content.Record{}
	for kind, item := range r.content.Items() {
		r.aliases(kind.Path, item.File(), pages, aliases)
	}
	for _, p := range r.catalog.Pleinen {
		root := address{"/", p.Slug}
		if p.Short = "/" + p.Slug + "/"; pages[root] != nil || aliases[root] != nil || r.isReserved(p.Slug) {
			p.Short = p.Page()
		}
	}
	slices.SortFunc(r.catalog.Redirects, func(a, b Redirect) int { return cmp.Compare(a.From, b.From) })
}

// address is where a page is: below a folder of the site.
type address struct{ folder, slug string }

// aliases claims the addresses of a record's old names.
func (r *resolver) aliases(folder string, record *content.Record, pages, aliases map[address]*content.Record) {
	for i, alias := range record.Aliassen {
		at := address{folder, string(alias)}
		from := folder + string(alias)
		page, other := pages[at], aliases[at]
		problem := diag.Diagnostic{Range: record.Doc.Value("aliassen", i), Code: "alias-bezet", Hint: "haal deze oude naam weg"}
		switch {
		case alias == "": // it could not be read
			continue
		case !content.IsSlug(string(alias)):
			problem.Code, problem.Message = "naam-verkeerd", "hier horen alleen kleine letters, cijfers en streepjes"
			slug := content.Slugify(strings.TrimSuffix(string(alias), ".md"))
			right := address{folder, slug}
			free := slug != "" && pages[right] == nil && aliases[right] == nil && !(folder == "/" && r.isReserved(slug))
			if free && !slices.Contains(record.Aliassen, content.Slug(slug)) {
				problem.Hint = fmt.Sprintf("schrijf %q", slug)
			}
		case page == record:
			problem.Code, problem.Message = "alias-zelf", fmt.Sprintf("%q is de naam van dit bestand zelf", alias)
		case page != nil:
			problem.Message = fmt.Sprintf("het adres %s/ is al van een ander bestand", from)
			problem.Related = []diag.Range{{File: page.Doc.File}}
		case folder == "/" && r.isReserved(string(alias)):
			problem.Message = fmt.Sprintf("het adres %s/ is al van de site zelf", from)
		case other == record:
			problem.Code, problem.Message = "alias-dubbel", fmt.Sprintf("%q staat er twee keer", alias)
		case other != nil:
			problem.Code, problem.Message = "alias-dubbel", fmt.Sprintf("twee bestanden hebben de oude naam %q", alias)
			problem.Hint = "laat de naam bij één bestand staan"
			problem.Related = []diag.Range{{File: other.Doc.File}}
		default:
			aliases[at] = record
			if r.shown(record) {
				r.catalog.Redirects = append(r.catalog.Redirects, Redirect{From: from + "/", To: folder + record.Slug + "/"})
			}
			continue
		}
		r.problems.Add(problem)
	}
}
