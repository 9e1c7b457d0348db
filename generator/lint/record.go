package lint

import (
	"maps"
	"reflect"
	"slices"
	"strings"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/frontmatter"
	"pleinwijzer/generator/markdown"
	"pleinwijzer/generator/tomlindex"
)

// A record is what one editor wrote in one place: a file, or a topic. It is the
// same for all kinds, so that a check of language need not know them.
type record struct {
	base  *content.Record // nil for site.toml and a topic, and so is kind
	kind  *content.Kind
	doc   *frontmatter.Document
	names names
	links []link
	*scratch
}

// A role says what a text is for.
type role uint8

const (
	line  role = iota // one sentence or a few, in a field
	title             // what stands above a page
	body              // a paragraph or an item of a list of the text
	head              // a heading in the text
)

// A link is a link or an image in the text of a record.
type link struct {
	markdown.Link
	at diag.Range
}

// source is a record that was not read yet.
type source struct {
	key  *frontmatter.Document
	base *content.Record
	kind *content.Kind
	fill func(*record)
}

// read puts the texts in scratch space.
func (s source) read(n names, d *scratch) *record {
	d.clear()
	r := &record{base: s.base, kind: s.kind, doc: s.key, names: n, scratch: d}
	s.fill(r)
	if s.base != nil {
		r.body()
	}
	return r
}

// recordsOf lists all that holds text. To lint a field of text: its tag prose, in package
// content.
func recordsOf(c *content.Content) []source {
	all := make([]source, 0, len(c.Spreekuren)+len(c.Partners)+len(c.Pleinen)+len(c.Agenda)+len(c.Berichten)+len(c.Paginas)+2)
	for kind, item := range c.Items() {
		base := item.File()
		all = append(all, source{base.Doc, base, kind, func(r *record) { r.fields(item, texts[kind.Name]) }})
	}
	if c.Site != nil {
		all = append(all, source{c.Site.Doc, nil, nil, func(r *record) { r.fields(c.Site, textsOfSite) }})
	}
	if len(c.Onderwerpen) > 0 {
		all = append(all, source{c.Onderwerpen[0].Doc, nil, nil, func(r *record) {
			for _, o := range c.Onderwerpen {
				r.fields(o, textsOfTopics, o.Slug)
			}
		}})
	}
	return all
}

// The fields that hold sentences, those of each kind by its name.
var (
	texts         = textsOfKinds()
	textsOfSite   = prosaic(content.SiteFields)
	textsOfTopics = prosaic(content.OnderwerpFields)
)

func textsOfKinds() map[string][]frontmatter.Field {
	all := map[string][]frontmatter.Field{}
	for _, kind := range content.Kinds {
		all[kind.Name] = prosaic(kind.Fields)
	}
	return all
}

func prosaic(fields []frontmatter.Field) []frontmatter.Field {
	return frontmatter.Select(fields, func(f frontmatter.Field) bool { return f.Prose != "" })
}

// fields takes the texts of a record, or of a block in its file.
func (r *record) fields(of any, fields []frontmatter.Field, block ...any) {
	frontmatter.Each(of, fields, func(f *frontmatter.Field, path tomlindex.Path, value reflect.Value) {
		prose, at := value.String(), append(slices.Clip(block), path...)
		switch {
		case prose == "":
		case f.Prose == "markdown":
			r.read(prose, true, func(start, end int) diag.Range { return r.doc.Within(start, end-start, prose, at...) })
		default:
			r.put(text{string: prose, role: roles[f.Prose], record: r, path: at})
		}
	})
}

// roles are those of texts in fields, by what the fields say.
var roles = map[string]role{"title": title, "line": line}

// body takes the Markdown apart.
func (r *record) body() {
	main := r.read(r.base.Body(), r.base.Tekst != "", r.base.In)
	for i := range main.Passages {
		p := &main.Passages[i]
		as := body
		if p.Heading {
			as = head
		}
		r.put(text{string: p.Text, role: as, record: r, passage: p})
	}
}

// page is the address of the record's page, which links without "/" start from.
func (r *record) page() string {
	return r.kind.Path + r.base.Slug + "/"
}

// names are the words in the names of partners, pleinen and places, in lower
// case: they are no jargon and no persons, whatever they look like.
type names map[string]bool

func (n names) equal(other names) bool { return maps.Equal(n, other) }

func namesOf(c *content.Content) names {
	n := names{}
	add := func(name string) {
		for _, word := range strings.FieldsFunc(name, notInName) {
			n[strings.ToLower(word)] = true
		}
	}
	for _, p := range c.Partners {
		add(p.Naam)
		add(p.NaamInUitingen)
	}
	for _, p := range c.Pleinen {
		add(p.Naam)
		add(p.Plaats)
		add(p.Gemeente)
	}
	return n
}

func notInName(r rune) bool { return strings.ContainsRune(" -,:/()", r) }
