package catalog

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/typed"
)

// reserved has the first parts of addresses of files that are not pages, so that no
// free page can take them. The first parts of the site's own pages are in the Options.
var reserved = []string{"oembed", "hsds", "admin", "static", "delen", "index", "sitemap", "robots", "site", "gemaakt"}

// Pages in another language are below the code of that language.
var languageCode = regexp.MustCompile(`^[a-z]{2}$`)

func (r *resolver) isReserved(slug string) bool {
	return slices.Contains(r.reserved, slug) || languageCode.MatchString(slug)
}

// addresses checks that every address belongs to one record, and collects the redirects
// from old names.
func (r *resolver) addresses() {
	pages := make(map[address]*content.Record, len(r.Content.Spreekuren))
	for kind, item := range r.Content.Items() {
		pages[address{kind.Path, item.File().Slug}] = item.File()
	}
	for _, p := range r.Content.Paginas {
		if r.isReserved(p.Slug) {
			r.Problems.Add(diag.Diagnostic{
				Range: diag.Range{File: p.Doc.File}, Code: "adres-bezet",
				Message: fmt.Sprintf("het adres /%s/ is al van de site zelf", p.Slug), Hint: "geef het bestand een andere naam",
			})
		}
	}
	aliases := map[address]*content.Record{}
	for kind, item := range r.Content.Items() {
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

// address is the place of a page: a name in a folder of the site.
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
		case !typed.IsSlug(string(alias)):
			problem.Code, problem.Message = "naam-verkeerd", "hier horen alleen kleine letters, cijfers en streepjes"
			slug := typed.Slugify(strings.TrimSuffix(string(alias), ".md"))
			right := address{folder, slug}
			free := slug != "" && pages[right] == nil && aliases[right] == nil && !(folder == "/" && r.isReserved(slug))
			if free && !slices.Contains(record.Aliassen, typed.Slug(slug)) {
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
		r.Problems.Add(problem)
	}
}
