// Package content defines the kinds of records that editors keep, with their fields.
// Package reading reads one of them and finds what is wrong within it, contentfs knows
// which files a folder has, and catalog finds problems between records, such as a plein
// that does not exist.
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

	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/frontmatter"
	"pleinwijzer/generator/prose"
	"pleinwijzer/generator/typed"
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
	Afspraken   *Afspraken // nil for those of the program
	Sources     []*Source  // other directories whose records the site shows too

	// Led has the names by which sources know records, or knew them, that the site shows under
	// another: by kind and name, such as "plein/buren/kerk".
	Led map[string]typed.Slug

	// Replaced has the names of pages of sources in whose place a record of this folder is shown,
	// newest last: by kind and name of that record, such as "plein/kerk".
	Replaced map[string][]typed.Slug

	Unread Unread
}

// Record has what all kinds with a file per record have in common.
type Record struct {
	Tekst    typed.Text   `toml:"tekst" label:"Tekst" help:"De tekst op de pagina, in gewone woorden." infile:"Alleen in een .toml-bestand: in een .md-bestand staat die onder de velden." example:"\"\"\"…\"\"\""`
	Aliassen []typed.Slug `toml:"aliassen" label:"Oude namen" help:"Hoe dit vroeger heette in het adres van zijn pagina, de nieuwste naam eerst. Oude links blijven dan werken." infile:"Het zijn vroegere namen van dit bestand." example:"[\"oude-naam\"]"`
	Concept  bool         `toml:"concept" label:"Concept" help:"{ja} zolang dit nog niet op de site mag." example:"true"`

	Negeer map[string]string `toml:"negeer" label:"Adviezen negeren" help:"Per advies van de controle de reden waarom het hier niet geldt." example:"{ \"zin-lang\" = \"Dit is een citaat uit de wet.\" }"`

	Slug string                // the file's name without its extension
	Doc  *frontmatter.Document // where it came from
	Bad  bool                  // it has problems, so do not rely on its fields

	From *Origin // where it was taken over from; nil for a record of this folder
}

// Body is the record's text, in Markdown.
func (r *Record) Body() string {
	if r.Tekst != "" {
		return string(r.Tekst)
	}
	return r.Doc.Body()
}

// In returns the place of a part of the text in its file, given byte offsets in the
// text. In a .toml file the text is the value of a field.
func (r *Record) In(start, end int) diag.Range {
	if r.Tekst != "" {
		return r.Doc.Within(start, end-start, string(r.Tekst), "tekst")
	}
	return r.Doc.InBody(start, end)
}

// Prose returns the record's text, for the checks of package prose.
func (r *Record) Prose(fields []frontmatter.Field) prose.Body {
	return prose.Body{Text: prose.Text{Source: r.Body(), At: r.In}, Doc: r.Doc, Fields: fields, InField: r.Tekst != ""}
}

// File returns what the record has in common with records of other kinds.
func (r *Record) File() *Record { return r }

// Where tells records of the same name apart by something that an editor wrote, or is
// "".
func (r *Record) Where() string { return "" }

// An Item is a record of any kind: a *Plein, *Partner, *Spreekuur, *Agendapunt, *Bericht
// or *Pagina.
type Item interface {
	File() *Record
	Name() string    // the name by which visitors know it
	Names() []string // all names that people may use for it, its title first; any may be ""
	Where() string
}

// Items yields the records of all kinds with their kinds, in the order of Kinds.
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

// With returns the content followed by the records of another.
func (c *Content) With(more *Content) *Content {
	all := *c
	for _, kind := range Kinds {
		kind.join(&all, more)
	}
	all.Led, all.Replaced = more.Led, more.Replaced
	return &all
}

// Kind is one kind of record.
type Kind struct {
	Name   string       // as in `new spreekuur`
	Plural string       // the heading of a list of them
	Folder string       // the folder of their files
	Path   string       // the path on the site below which their pages are
	Type   reflect.Type // the type of its records
	Fields []frontmatter.Field

	Told []frontmatter.Field // the Markdown texts in its translations

	create func() Item
	list   func(*Content) iter.Seq[Item]
	Keep   func(*Content, Item) // adds a record to those of its kind
	join   func(c, more *Content)
}

// Kinds lists the kinds that have a file per record. To add one: a line here, and a
// list in Content.
var Kinds = []Kind{
	kind("plein", "Pleinen", "pleinen", "/pleinen/", func(c *Content) *[]*Plein { return &c.Pleinen }),
	kind("partner", "Partners", "partners", "/partners/", func(c *Content) *[]*Partner { return &c.Partners }),
	kind("spreekuur", "Spreekuren", "spreekuren", "/spreekuren/", func(c *Content) *[]*Spreekuur { return &c.Spreekuren }),
	kind("agendapunt", "Agenda", "agenda", "/agenda/", func(c *Content) *[]*Agendapunt { return &c.Agenda }),
	kind("bericht", "Berichten", "berichten", "/berichten/", func(c *Content) *[]*Bericht { return &c.Berichten }),
	kind("pagina", "Pagina's", "paginas", "/", func(c *Content) *[]*Pagina { return &c.Paginas }),
}

// The fields of the files that do not belong to a kind.
var (
	SiteFields      = frontmatter.FieldsOf(reflect.TypeFor[Site]())
	MenuFields      = frontmatter.FieldsOf(reflect.TypeFor[MenuItem]())
	OnderwerpFields = frontmatter.FieldsOf(reflect.TypeFor[Onderwerp]())
	SourceFields    = frontmatter.FieldsOf(reflect.TypeFor[Source]())
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
		Told:   frontmatter.Select(fields, func(f frontmatter.Field) bool { return f.Prose == "markdown" }),
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
		Keep: func(c *Content, r Item) { all := list(c); *all = append(*all, r.(P)) },
		join: func(c, more *Content) { all := list(c); *all = slices.Concat(*all, *list(more)) },
	}
}
