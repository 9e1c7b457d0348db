// Package reading reads one record, or one of the files for the whole site, and finds what
// is wrong within it. How a field is read follows from its type in package content; what
// does not fit between the fields of a record is checked here, in a file for each kind.
package reading

import (
	"cmp"
	"fmt"
	"path"
	"slices"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/frontmatter"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/typed"
)

// A Reading reads files as they are on a given day. The day only matters for how
// mistakes can be fixed: a date without a year is taken to be in the future.
type Reading struct {
	parsers frontmatter.Parsers
	today   schedule.Date
}

// ReadingOn returns a reading on a day. If the day is 0, no fix is offered for dates
// without a year.
func ReadingOn(today schedule.Date) Reading {
	if today == 0 {
		return undated
	}
	return Reading{typed.Parsers(today), today}
}

var undated = Reading{parsers: typed.Parsers(0)}

// Record reads a record from its file and lists everything that is wrong with it.
func (r Reading) Record(k content.Kind, doc *frontmatter.Document, slug string) (content.Item, diag.List) {
	rec := k.New(slug)
	base := rec.File()
	base.Doc = doc
	problems := doc.Bind(rec, k.Fields, r.parsers, absent)
	c := checker{doc: doc, broken: len(problems) > 0, today: r.today}
	if base.Tekst != "" && path.Ext(doc.File) == ".md" {
		c.add("tekst-dubbel", doc.Key("tekst"), `in een .md-bestand is er geen veld "tekst"`, `schrijf de tekst onder de tweede "+++"`)
	}
	if !doc.Partial() {
		check(&c, rec)
		c.checkTranslations(rec, k.Told)
	}
	c.problems.Add(base.Prose(k.Fields).Check()...)
	if d, ok := rec.(interface{ Defaults() }); ok {
		d.Defaults()
	}
	problems.Add(c.problems...)
	base.Bad = problems.HasErrors()
	problems.Sort()
	return rec, problems.Fewer()
}

// check finds what does not fit between the fields of a record. A partner has no such
// fields.
func check(c *checker, rec content.Item) {
	switch r := rec.(type) {
	case *content.Plein:
		checkPlein(c, r)
	case *content.Spreekuur:
		checkSpreekuur(c, r)
	case *content.Agendapunt:
		checkAgendapunt(c, r)
	case *content.Bericht:
		checkBericht(c, r)
	case *content.Pagina:
		checkPagina(c, r)
	}
}

// Site reads site.toml and lists what is wrong with it.
func (r Reading) Site(doc *frontmatter.Document) (*content.Site, diag.List) {
	site := &content.Site{Doc: doc}
	problems := doc.Bind(site, content.SiteFields, r.parsers, absent)
	c := checker{doc: doc, broken: len(problems) > 0, today: r.today}
	if !doc.Partial() {
		checkSite(&c, site)
	}
	site.Defaults()
	return site, append(problems, c.problems...)
}

// Topics reads onderwerpen.toml and lists what is wrong with it.
func (r Reading) Topics(doc *frontmatter.Document) ([]*content.Onderwerp, diag.List) {
	var bySlug map[string]content.Onderwerp
	problems := doc.BindMap(&bySlug, content.OnderwerpFields, r.parsers, absent)
	list := make([]*content.Onderwerp, 0, len(bySlug))
	for slug, topic := range bySlug {
		topic.Slug, topic.Doc = slug, doc
		list = append(list, &topic)
	}
	problems.Add(badNames(doc, bySlug)...)
	slices.SortFunc(list, func(a, b *content.Onderwerp) int { return cmp.Compare(a.Slug, b.Slug) })
	return list, problems
}

// badNames lists the blocks of a file whose names cannot be part of an address.
func badNames[T any](doc *frontmatter.Document, bySlug map[string]T) (problems diag.List) {
	for slug := range bySlug {
		if !typed.IsSlug(slug) {
			problems.Add(diag.Diagnostic{
				Range: doc.Key(slug), Code: "naam-verkeerd",
				Message: fmt.Sprintf("%q kan geen adres worden: alleen kleine letters, cijfers en streepjes", slug),
				Hint:    blockName(slug, bySlug),
			})
		}
	}
	return problems
}

// blockName is the hint for a block whose name cannot be part of an address.
func blockName[T any](name string, all map[string]T) string {
	slug := typed.Slugify(name)
	_, taken := all[slug]
	switch {
	case slug == "":
		return "kies een andere naam"
	case taken:
		return fmt.Sprintf("[%s] is er al; haal dit blok weg, of kies een andere naam", slug)
	}
	return fmt.Sprintf("schrijf [%s]", slug)
}
