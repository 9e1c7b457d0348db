// Package address knows to which record each address of the site belongs, now and in the
// past, and which id each record has for good.
package address

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

// A Book has the addresses of all records.
type Book struct {
	reserved  []string
	pages     map[place]*content.Record
	old       map[place]*content.Record
	redirects []redirect
}

// place is where a page is: a name in a folder of the site.
type place struct{ folder, slug string }

// A Redirect is an old address and the current address of its record, both as paths below
// the path of the site.
type Redirect struct{ From, To string }

type redirect struct {
	Redirect
	record *content.Record
}

// Page returns the path of the page of a record whose kind has that folder. Records of
// another directory are in a folder of their own.
func Page(folder string, r *content.Record) string { return pathOf(folder, r.Slug, r.From != nil) }

// pathOf returns the path for a slug. Those of records of another directory begin with its
// name: "midden-brabant/lochal".
func pathOf(folder, slug string, elsewhere bool) string {
	if from, name, ok := strings.Cut(slug, "/"); ok && elsewhere {
		return "/" + from + folder + name + "/"
	}
	return folder + slug + "/"
}

// Folder returns the folder of the kind of the record whose page, or a page below it, is at
// a path, and the rest of the path: "pleinen" and "lochal/" of "/pleinen/lochal/", and of
// "/midden-brabant/pleinen/lochal/".
func Folder(page string) (folder, rest string) {
	folder, rest, _ = strings.Cut(strings.TrimPrefix(page, "/"), "/")
	if isFolder(folder) {
		return folder, rest
	}
	if kind, below, ok := strings.Cut(rest, "/"); ok && isFolder(kind) {
		return kind, below
	}
	return folder, rest
}

func isFolder(name string) bool {
	return slices.ContainsFunc(content.Kinds, func(k content.Kind) bool { return k.Path == "/"+name+"/" })
}

// Of returns the addresses of all records, and lists those that two lay claim to. The
// given names are the first parts of the addresses of the site's own pages.
func Of(c *content.Content, given []string) (*Book, diag.List) {
	b := &Book{
		reserved: slices.Concat(reserved, given),
		pages:    make(map[place]*content.Record, len(c.Spreekuren)), old: map[place]*content.Record{},
	}
	var problems diag.List
	for kind, item := range c.Items() {
		b.pages[place{kind.Path, item.File().Slug}] = item.File()
	}
	for _, p := range c.Paginas {
		if b.isReserved(p.Slug) {
			problems.Add(diag.Diagnostic{
				Range: diag.Range{File: p.Doc.File}, Code: "adres-bezet",
				Message: fmt.Sprintf("het adres /%s/ is al van de site zelf", p.Slug), Hint: "geef het bestand een andere naam",
			})
		}
	}
	problems.Add(b.claimSources(c)...)
	for kind, item := range c.Items() {
		problems.Add(b.claim(kind.Path, item.File())...)
	}
	for kind, item := range c.Items() {
		if record := item.File(); record.From == nil {
			b.claimElsewhere(kind.Path, record, c.Replaced[kind.Name+"/"+record.Slug])
		}
	}
	slices.SortFunc(b.redirects, func(a, b redirect) int { return cmp.Compare(a.From, b.From) })
	return b, problems
}

func (b *Book) isReserved(slug string) bool {
	return slices.Contains(b.reserved, slug) || languageCode.MatchString(slug)
}

// FreeAtRoot reports whether nothing else has the address of that name at the root of the
// site.
func (b *Book) FreeAtRoot(slug string) bool {
	root := place{"/", slug}
	return b.pages[root] == nil && b.old[root] == nil && !b.isReserved(slug)
}

// Redirects returns the old addresses of the records that are shown, sorted.
func (b *Book) Redirects(shown func(*content.Record) bool) []Redirect {
	var all []Redirect
	for _, r := range b.redirects {
		if shown(r.record) {
			all = append(all, r.Redirect)
		}
	}
	return all
}

// claimSources reports sources whose name is the first part of other addresses.
func (b *Book) claimSources(c *content.Content) (problems diag.List) {
	for _, s := range c.Sources {
		problem := diag.Diagnostic{Range: s.Key(), Code: "adres-bezet", Hint: "geef het blok een andere naam"}
		switch page := b.pages[place{"/", s.Slug}]; {
		case b.isReserved(s.Slug):
			problem.Message = fmt.Sprintf("het adres /%s/ is al van de site zelf", s.Slug)
		case page != nil:
			problem.Message = fmt.Sprintf("het adres /%s/ is al van een pagina", s.Slug)
			problem.Related = []diag.Range{{File: page.Doc.File}}
		default:
			continue
		}
		problems.Add(problem)
	}
	return problems
}

// claim claims the addresses of a record's old names. Those of a record of another
// directory were checked there.
func (b *Book) claim(folder string, record *content.Record) (problems diag.List) {
	if record.From != nil {
		b.claimElsewhere(folder, record, record.Aliassen)
		return nil
	}
	for i, alias := range record.Aliassen {
		at := place{folder, string(alias)}
		from := folder + string(alias)
		page, other := b.pages[at], b.old[at]
		problem := diag.Diagnostic{Range: record.Doc.Value("aliassen", i), Code: "alias-bezet", Hint: "haal deze oude naam weg"}
		switch {
		case alias == "": // it could not be read
			continue
		case !typed.IsSlug(string(alias)):
			problem.Code, problem.Message = "naam-verkeerd", "hier horen alleen kleine letters, cijfers en streepjes"
			slug := typed.Slugify(strings.TrimSuffix(string(alias), ".md"))
			right := place{folder, slug}
			free := slug != "" && b.pages[right] == nil && b.old[right] == nil && !(folder == "/" && b.isReserved(slug))
			if free && !slices.Contains(record.Aliassen, typed.Slug(slug)) {
				problem.Hint = fmt.Sprintf("schrijf %q", slug)
			}
		case page == record:
			problem.Code, problem.Message = "alias-zelf", fmt.Sprintf("%q is de naam van dit bestand zelf", alias)
		case page != nil:
			problem.Message = fmt.Sprintf("het adres %s/ is al van een ander bestand", from)
			problem.Related = []diag.Range{{File: page.Doc.File}}
		case folder == "/" && b.isReserved(string(alias)):
			problem.Message = fmt.Sprintf("het adres %s/ is al van de site zelf", from)
		case other == record:
			problem.Code, problem.Message = "alias-dubbel", fmt.Sprintf("%q staat er twee keer", alias)
		case other != nil:
			problem.Code, problem.Message = "alias-dubbel", fmt.Sprintf("twee bestanden hebben de oude naam %q", alias)
			problem.Hint = "laat de naam bij één bestand staan"
			problem.Related = []diag.Range{{File: other.Doc.File}}
		default:
			b.old[at] = record
			b.redirects = append(b.redirects, redirect{Redirect{From: from + "/", To: folder + record.Slug + "/"}, record})
			continue
		}
		problems.Add(problem)
	}
	return problems
}

// claimElsewhere claims names that a record has or had at another directory, as far as nothing
// else has them now.
func (b *Book) claimElsewhere(folder string, record *content.Record, names []typed.Slug) {
	for _, alias := range names {
		at := place{folder, string(alias)}
		if b.pages[at] != nil || b.old[at] != nil {
			continue
		}
		b.old[at] = record
		b.redirects = append(b.redirects, redirect{Redirect{From: pathOf(folder, string(alias), true), To: Page(folder, record)}, record})
	}
}
