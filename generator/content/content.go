// Package content reads the files that editors keep: site.toml,
// onderwerpen.toml and a folder per kind of record. It turns each into a typed
// value and says everything that is wrong with a file on its own; what only
// shows between files (a plein that does not exist) is for package catalog.
//
// A kind is a struct with tags (see frontmatter.Field). To add a field: one
// struct field with its label, help and example; decoder, suggestions, and the
// tables of the editors' handbook follow from it. To add a kind: a file with
// the struct, and a line in Kinds.
package content

import (
	"reflect"
	"slices"

	"pleinwijzer/generator/frontmatter"
	"pleinwijzer/generator/schedule"
)

// Content is a content folder, read. Each list is in the order of the slugs.
type Content struct {
	Site        *Site
	Onderwerpen []*Onderwerp
	Pleinen     []*Plein
	Partners    []*Partner
	Spreekuren  []*Spreekuur
	Agenda      []*Agendapunt
	Berichten   []*Bericht
	Paginas     []*Pagina

	unread unread
}

// Record is what the kinds with a file per record have in common.
type Record struct {
	Tekst    Text   `toml:"tekst" label:"Tekst" help:"Alleen in een .toml-bestand: de korte omschrijving. In een .md-bestand staat die onder de velden." example:"\"\"\"…\"\"\""`
	Aliassen []Slug `toml:"aliassen" label:"Oude namen" help:"Vroegere namen van dit bestand, de nieuwste eerst. Oude links blijven dan werken." example:"[\"oude-naam\"]"`
	Concept  bool   `toml:"concept" label:"Concept" help:"Zet op true zolang dit nog niet op de site mag." example:"true"`

	Negeer map[string]string `toml:"negeer" label:"Adviezen negeren" help:"Per advies van de controle de reden waarom het hier niet geldt." example:"{ \"zin-lang\" = \"Dit is een citaat uit de wet.\" }"`

	Slug string                // the file's name without its extension
	Doc  *frontmatter.Document // where it came from
	Bad  bool                  // it has problems, so that its fields are not to be trusted
}

// Body is the record's text, in Markdown.
func (r *Record) Body() string {
	if r.Tekst != "" {
		return string(r.Tekst)
	}
	return r.Doc.Body()
}

func (r *Record) base() *Record { return r }

type record interface {
	base() *Record
	check(*checker)
}

// Kind is one kind of record.
type Kind struct {
	Name   string // as in `new spreekuur`
	Folder string
	Type   reflect.Type // of its records
	Fields []frontmatter.Field

	create func() record
	keep   func(*Content, record)
}

// Kinds are the kinds with a file per record. To add one: a line here, and a
// list in Content.
var Kinds = []Kind{
	kind("plein", "pleinen", func(c *Content, r *Plein) { c.Pleinen = append(c.Pleinen, r) }),
	kind("partner", "partners", func(c *Content, r *Partner) { c.Partners = append(c.Partners, r) }),
	kind("spreekuur", "spreekuren", func(c *Content, r *Spreekuur) { c.Spreekuren = append(c.Spreekuren, r) }),
	kind("agendapunt", "agenda", func(c *Content, r *Agendapunt) { c.Agenda = append(c.Agenda, r) }),
	kind("bericht", "berichten", func(c *Content, r *Bericht) { c.Berichten = append(c.Berichten, r) }),
	kind("pagina", "paginas", func(c *Content, r *Pagina) { c.Paginas = append(c.Paginas, r) }),
}

// The fields of the two files that stand alone.
var (
	SiteFields      = frontmatter.FieldsOf(reflect.TypeFor[Site]())
	OnderwerpFields = frontmatter.FieldsOf(reflect.TypeFor[Onderwerp]())
)

func kind[T any, P interface {
	*T
	record
}](name, folder string, keep func(*Content, P)) Kind {
	return Kind{
		Name: name, Folder: folder,
		Type:   reflect.TypeFor[T](),
		Fields: frontmatter.FieldsOf(reflect.TypeFor[T]()),
		create: func() record { return P(new(T)) },
		keep:   func(c *Content, r record) { keep(c, r.(P)) },
	}
}

// Slots are the spreekuur's rules in one form, whichever way they were
// written.
func (s *Spreekuur) Slots() []schedule.Slot {
	switch {
	case len(s.Tijden) > 0:
		slots := make([]schedule.Slot, len(s.Tijden))
		for i, b := range s.Tijden {
			slots[i] = schedule.Slot{Days: b.Dag, Times: b.Tijd}
		}
		return slots
	case len(s.Data) > 0:
		dates := slices.Clone(s.Data)
		slices.Sort(dates)
		return []schedule.Slot{{Days: schedule.OnDates(dates), Times: s.Tijd}}
	}
	return []schedule.Slot{{Days: s.Dag, Times: s.Tijd}}
}
