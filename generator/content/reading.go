package content

import (
	"cmp"
	"fmt"
	"path"
	"slices"

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
func (r Reading) Record(k Kind, doc *frontmatter.Document, slug string) (Item, diag.List) {
	rec := k.New(slug)
	base := rec.File()
	base.Doc = doc
	problems := doc.Bind(rec, k.Fields, r.parsers, absent)
	c := checker{doc: doc, broken: len(problems) > 0, today: r.today}
	if base.Tekst != "" && path.Ext(doc.File) == ".md" {
		c.add("tekst-dubbel", doc.Key("tekst"), `in een .md-bestand is er geen veld "tekst"`, `schrijf de tekst onder de tweede "+++"`)
	}
	if !doc.Partial() {
		rec.check(&c)
		c.checkTranslations(rec, k.told)
	}
	c.problems.Add(base.text(k.Fields).Check()...)
	if d, ok := rec.(interface{ defaults() }); ok {
		d.defaults()
	}
	problems.Add(c.problems...)
	base.Bad = problems.HasErrors()
	problems.Sort()
	return rec, problems.Fewer()
}

// Site reads site.toml and lists what is wrong with it.
func (r Reading) Site(doc *frontmatter.Document) (*Site, diag.List) {
	site := &Site{Doc: doc}
	problems := doc.Bind(site, SiteFields, r.parsers, absent)
	c := checker{doc: doc, broken: len(problems) > 0}
	if !doc.Partial() {
		site.check(&c)
	}
	site.defaults()
	return site, append(problems, c.problems...)
}

// Topics reads onderwerpen.toml and lists what is wrong with it.
func (r Reading) Topics(doc *frontmatter.Document) ([]*Onderwerp, diag.List) {
	var bySlug map[string]Onderwerp
	problems := doc.BindMap(&bySlug, OnderwerpFields, r.parsers, absent)
	list := make([]*Onderwerp, 0, len(bySlug))
	for slug, topic := range bySlug {
		topic.Slug, topic.Doc = slug, doc
		list = append(list, &topic)
		if !typed.IsSlug(slug) {
			problems.Add(diag.Diagnostic{
				Range: doc.Key(slug), Code: "naam-verkeerd",
				Message: fmt.Sprintf("%q kan geen adres worden: alleen kleine letters, cijfers en streepjes", slug),
				Hint:    topicName(slug, bySlug),
			})
		}
	}
	slices.SortFunc(list, func(a, b *Onderwerp) int { return cmp.Compare(a.Slug, b.Slug) })
	return list, problems
}

// topicName is the hint for a topic whose name cannot be part of an address.
func topicName(name string, all map[string]Onderwerp) string {
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
