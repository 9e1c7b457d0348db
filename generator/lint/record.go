package lint

import (
	"maps"
	"path"
	"strings"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/frontmatter"
	"pleinwijzer/generator/markdown"
)

// A record is what one editor wrote in one place: a file, or a topic. It is the
// same for all kinds, so that a check of language need not know them.
type record struct {
	base  *content.Record // nil for site.toml and a topic
	doc   *frontmatter.Document
	names names
	links []link
	*desk
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
	fill func(*record)
}

// read puts the texts on a desk.
func (s source) read(n names, d *desk) *record {
	d.clear()
	r := &record{base: s.base, doc: s.key, names: n, desk: d}
	s.fill(r)
	if s.base != nil {
		r.body()
	}
	return r
}

// recordsOf lists all that holds text. To lint a field of text: a line in the
// function of its kind.
func recordsOf(c *content.Content) []source {
	all := make([]source, 0, len(c.Spreekuren)+len(c.Partners)+len(c.Pleinen)+len(c.Agenda)+len(c.Berichten)+len(c.Paginas)+2)
	add := func(base *content.Record, fill func(*record)) {
		all = append(all, source{base.Doc, base, fill})
	}
	for _, p := range c.Pleinen {
		add(&p.Record, func(r *record) { r.plein(p) })
	}
	for _, p := range c.Partners {
		add(&p.Record, func(r *record) { r.field(line, p.InEenZin, "in_een_zin") })
	}
	for _, s := range c.Spreekuren {
		add(&s.Record, func(r *record) { r.spreekuur(s) })
	}
	for _, a := range c.Agenda {
		add(&a.Record, func(r *record) { r.agendapunt(a) })
	}
	for _, b := range c.Berichten {
		add(&b.Record, func(r *record) {
			r.field(title, b.Titel, "titel")
			r.field(line, b.InEenZin, "in_een_zin")
		})
	}
	for _, p := range c.Paginas {
		add(&p.Record, func(r *record) { r.field(title, p.Titel, "titel") })
	}
	if c.Site != nil {
		all = append(all, source{c.Site.Source(), nil, func(r *record) { r.site(c.Site) }})
	}
	if len(c.Onderwerpen) > 0 {
		all = append(all, source{c.Onderwerpen[0].Source(), nil, func(r *record) {
			for _, o := range c.Onderwerpen {
				r.field(title, o.Naam, o.Slug, "naam")
				r.field(line, o.Uitleg, o.Slug, "uitleg")
			}
		}})
	}
	return all
}

func (r *record) plein(p *content.Plein) {
	r.field(line, p.InEenZin, "in_een_zin")
	r.field(line, p.Route, "route")
	for i, a := range p.Afwijkend {
		r.field(line, a.Reden, "afwijkend", i, "reden")
	}
	for i, v := range p.Verhuizing {
		r.field(line, v.Route, "verhuizing", i, "route")
		r.field(line, v.Reden, "verhuizing", i, "reden")
	}
}

func (r *record) spreekuur(s *content.Spreekuur) {
	r.field(title, s.Titel, "titel")
	r.field(line, s.InEenZin, "in_een_zin")
	r.field(line, s.Kosten, "kosten")
	r.field(line, s.Reden, "reden")
	r.list(s.Meenemen, "meenemen")
	r.list(s.Niet, "niet")
	r.list(s.Doelgroepen, "doelgroepen")
	for i, a := range s.Afwijkend {
		r.field(line, a.Reden, "afwijkend", i, "reden")
	}
	r.translations(s.Vertaling)
}

func (r *record) agendapunt(a *content.Agendapunt) {
	r.field(title, a.Titel, "titel")
	r.field(line, a.InEenZin, "in_een_zin")
	r.field(line, a.Kosten, "kosten")
	r.list(a.Doelgroepen, "doelgroepen")
	for i, o := range a.Programma {
		r.field(line, o.Titel, "programma", i, "titel")
	}
}

func (r *record) site(s *content.Site) {
	r.field(line, s.InEenZin, "in_een_zin")
	for i, v := range s.Sluitingen {
		r.field(line, v.Reden, "sluitingen", i, "reden")
	}
}

func (r *record) field(as role, value string, path ...any) {
	if value != "" {
		r.put(text{string: value, role: as, record: r, path: path})
	}
}

func (r *record) list(values []string, key string) {
	for i, value := range values {
		r.field(line, value, key, i)
	}
}

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
	folder, _, _ := strings.Cut(r.doc.File, "/")
	if folder == "paginas" {
		folder = ""
	}
	return path.Join("/", folder, r.base.Slug) + "/"
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
