package catalog

import (
	"iter"

	"github.com/google/uuid"

	"pleinwijzer/generator/content"
)

// An Entry is anything with a page of its own: a record, a topic, a place, a day, or
// the site.
type Entry interface {
	Page() string // its path below the path of the site
	Name() string // its name in Dutch
}

// A Record is an entry with a file of its own in the content: a *Plein, *Partner,
// *Spreekuur, *Agendapunt, *Bericht or *Pagina.
type Record interface {
	Entry
	File() *content.Record
	UUID() uuid.UUID
}

func (p *Plein) UUID() uuid.UUID      { return p.ID }
func (p *Partner) UUID() uuid.UUID    { return p.ID }
func (s *Spreekuur) UUID() uuid.UUID  { return s.ID }
func (a *Agendapunt) UUID() uuid.UUID { return a.ID }
func (b *Bericht) UUID() uuid.UUID    { return b.ID }
func (p *Pagina) UUID() uuid.UUID     { return p.ID }

func (s *Site) Page() string   { return "/" }
func (s *Site) Name() string   { return s.Titel }
func (p *Plaats) Name() string { return p.Naam }
func (d *Dag) Name() string    { return d.Naam }

// Records yields the records of all kinds, one kind after the other, in the order of
// the lists.
func (c *Catalog) Records() iter.Seq[Record] {
	return func(yield func(Record) bool) {
		_ = each(c.Pleinen, yield) && each(c.Partners, yield) && each(c.Spreekuren, yield) &&
			each(c.Agenda, yield) && each(c.Berichten, yield) && each(c.Paginas, yield)
	}
}

// Afspraken is afspraken.md, with the clauses of every agreement with a partner.
type Afspraken struct{ *content.Afspraken }

func (a *Afspraken) Page() string { return content.Clauses.Path + a.Slug + "/" }
func (a *Afspraken) Name() string { return content.Clauses.Plural }

// Afspraken returns the clauses of this site, or nil if it has none of its own.
func (c *Catalog) Afspraken() *Afspraken {
	if c.records.Afspraken == nil {
		return nil
	}
	return &Afspraken{c.records.Afspraken}
}

// Entries are all that have a page of their own, the site first.
func (c *Catalog) Entries() iter.Seq[Entry] {
	return func(yield func(Entry) bool) {
		_ = yield(c.Site) && each(c.Pleinen, yield) && each(c.Partners, yield) && each(c.Spreekuren, yield) &&
			each(c.Agenda, yield) && each(c.Berichten, yield) && each(c.Paginas, yield) &&
			each(c.Onderwerpen, yield) && each(c.Plaatsen, yield) && each(c.Dagen, yield)
	}
}

func each[T any, E Entry](list []T, yield func(E) bool) bool {
	for _, r := range list {
		if !yield(any(r).(E)) {
			return false
		}
	}
	return true
}
