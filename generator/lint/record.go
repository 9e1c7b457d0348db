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

// A record is a text that one editor wrote in one place: a file, or the topics. It has
// the same form for all kinds, so that a check of language need not know about them.
type record struct {
	base  *content.Record // nil for site.toml and topics; kind is nil too
	kind  *content.Kind
	doc   *frontmatter.Document
	names names
	links []link
	*scratch
}

// A role says what a text is used for.
type role uint8

const (
	line  role = iota // one or more sentences in a field
	title             // the heading of a page
	body              // a paragraph or list item in the text
	head              // a heading in the text
)

// A link is a link or an image in the text of a record.
type link struct {
	markdown.Link
	at diag.Range
}

// source is a record that has not been read yet.
type source struct {
	key  *frontmatter.Document
	base *content.Record
	kind *content.Kind
	fill func(*record)
}

// read returns the record. Its texts are in d, and are only valid until d is used again.
func (s source) read(n names, d *scratch) *record {
	d.clear()
	r := &record{base: s.base, kind: s.kind, doc: s.key, names: n, scratch: d}
	s.fill(r)
	if s.base != nil {
		r.body()
	}
	return r
}

// recordsOf lists everything that contains text. To check another field, give it the tag
// prose in package content.
func recordsOf(c *content.Content) []source {
	all := make([]source, 0, len(c.Spreekuren)+len(c.Partners)+len(c.Pleinen)+len(c.Agenda)+len(c.Berichten)+len(c.Paginas)+2)
	for kind, item := range c.Items() {
		base := item.File()
		all = append(all, source{base.Doc, base, kind, func(r *record) { r.fields(item, texts[kind.Name]) }})
	}
	if a := c.Afspraken; a != nil {
		all = append(all, source{a.Doc, &a.Record, &content.Clauses, func(*record) {}})
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

// The fields that contain sentences. texts has those of each kind by its name.
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

// fields adds the texts in the fields of a record, or of a block in its file.
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

// roles maps the tag of a field to the role of its text.
var roles = map[string]role{"title": title, "line": line}

// body adds the passages of the Markdown text.
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

// page returns the path of the record's page. Links that do not start with "/" are
// relative to it.
func (r *record) page() string {
	return r.kind.Path + r.base.Slug + "/"
}

// names holds the words in the names of partners, pleinen and places, in lower case. They
// are neither jargon nor persons, whatever they look like.
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
