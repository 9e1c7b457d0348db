// Package content reads the files that editors keep: site.toml, onderwerpen.toml and a
// folder for each kind of record. It turns each file into a typed value and reports
// everything that is wrong with the file by itself. Problems between files, such as a
// plein that does not exist, are left to package catalog.
//
// A kind is a struct with tags (see frontmatter.Field). To add a field, add a struct
// field with its label, help and example: the decoder, the suggestions and the tables of
// the editors' handbook follow from it. To add a kind, add a file with the struct, and a
// line in Kinds.
package content

import (
	"iter"
	"reflect"
	"slices"

	"pleinwijzer/generator/frontmatter"
	"pleinwijzer/generator/schedule"
)

// Content is a content folder that has been read. Each list is sorted by slug.
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

// Record is what all kinds with a file per record have in common.
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

// File is what the record has in common with those of other kinds.
func (r *Record) File() *Record { return r }

// Where distinguishes records of the same name by something that an editor wrote, or is
// "".
func (r *Record) Where() string { return "" }

// An Item is a record of any kind: a *Plein, *Partner, *Spreekuur, *Agendapunt, *Bericht
// or *Pagina.
type Item interface {
	File() *Record
	Name() string    // what visitors know it by
	Names() []string // what people may call it, its title first; any may be ""
	Where() string
	check(*checker)
}

// Items are the records of all kinds, with their kinds, in the order of Kinds.
func (c *Content) Items() iter.Seq2[*Kind, Item] {
	return func(yield func(*Kind, Item) bool) {
		for i := range Kinds {
			for item := range Kinds[i].list(c) {
				if !yield(&Kinds[i], item) {
					return
				}
			}
		}
	}
}

// With is the content followed by the records of another.
func (c *Content) With(more *Content) *Content {
	all := *c
	for _, kind := range Kinds {
		kind.join(&all, more)
	}
	return &all
}

// Kind is one kind of record.
type Kind struct {
	Name   string       // as in `new spreekuur`
	Plural string       // above a list of them
	Folder string       // of their files
	Path   string       // of the site, below which their pages are
	Type   reflect.Type // of its records
	Fields []frontmatter.Field

	told   []frontmatter.Field // the texts in Markdown of its translations
	create func() Item
	list   func(*Content) iter.Seq[Item]
	keep   func(*Content, Item)
	join   func(c, more *Content)
}

// Kinds are the kinds with a file per record. To add one: a line here, and a
// list in Content.
var Kinds = []Kind{
	kind("plein", "Pleinen", "pleinen", "/pleinen/", func(c *Content) *[]*Plein { return &c.Pleinen }),
	kind("partner", "Partners", "partners", "/partners/", func(c *Content) *[]*Partner { return &c.Partners }),
	kind("spreekuur", "Spreekuren", "spreekuren", "/spreekuren/", func(c *Content) *[]*Spreekuur { return &c.Spreekuren }),
	kind("agendapunt", "Agenda", "agenda", "/agenda/", func(c *Content) *[]*Agendapunt { return &c.Agenda }),
	kind("bericht", "Berichten", "berichten", "/berichten/", func(c *Content) *[]*Bericht { return &c.Berichten }),
	kind("pagina", "Pagina's", "paginas", "/", func(c *Content) *[]*Pagina { return &c.Paginas }),
}

// The fields of the two files that stand alone.
var (
	SiteFields      = frontmatter.FieldsOf(reflect.TypeFor[Site]())
	MenuFields      = frontmatter.FieldsOf(reflect.TypeFor[MenuItem]())
	OnderwerpFields = frontmatter.FieldsOf(reflect.TypeFor[Onderwerp]())
	QuestionFields  = frontmatter.FieldsOf(reflect.TypeFor[Vraag]())
)

func kind[T any, P interface {
	*T
	Item
}](name, plural, folder, path string, list func(*Content) *[]P) Kind {
	fields := frontmatter.FieldsOf(reflect.TypeFor[T]())
	return Kind{
		Name: name, Plural: plural, Folder: folder, Path: path,
		Type:   reflect.TypeFor[T](),
		Fields: fields,
		told:   frontmatter.Select(fields, func(f frontmatter.Field) bool { return f.Prose == "markdown" }),
		create: func() Item { return P(new(T)) },
		list: func(c *Content) iter.Seq[Item] {
			return func(yield func(Item) bool) {
				for _, r := range *list(c) {
					if !yield(r) {
						return
					}
				}
			}
		},
		keep: func(c *Content, r Item) { all := list(c); *all = append(*all, r.(P)) },
		join: func(c, more *Content) { all := list(c); *all = slices.Concat(*all, *list(more)) },
	}
}

// Slots are the spreekuur's rules in one form, whichever way they were written.
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
