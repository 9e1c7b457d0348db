package content

import (
	"reflect"
	"strings"

	"pleinwijzer/generator/frontmatter"
)

// Afspraken is afspraken.md: the clauses of the agreement between a plein and its
// partners, the same for all of them. Its text has blanks for their names.
type Afspraken struct{ Record }

// The blanks in the clauses.
const (
	PleinBlank   = "{plein}"
	PartnerBlank = "{partner}"
)

// Clauses is the kind of that one file, which is not among Kinds: there is never another.
// Its page is the agreement for a partner that is yet to come.
var Clauses = Kind{
	Name: "afspraken", Plural: "De afspraken", Path: "/voor-partners/", Type: reflect.TypeFor[Afspraken](),
	Fields: frontmatter.Select(frontmatter.FieldsOf(reflect.TypeFor[Afspraken]()), ofClauses),
}

// ofClauses reports whether clauses have the field: they cannot move, and are no draft.
func ofClauses(f frontmatter.Field) bool { return f.Key == "negeer" }

// NewAfspraken returns clauses without a text.
func NewAfspraken(doc *frontmatter.Document) *Afspraken {
	return &Afspraken{Record{Slug: Clauses.Name, Doc: doc}}
}

// Answers are the fields of a spreekuur that the agreement asks for, in the order in which
// it does.
var Answers = []string{"titel", "dag", "tijd", "in_een_zin", "tekst"}

// Answer returns the field of a spreekuur with that key, as it is asked of people rather
// than in a file: without what else must be in that file then, and with a text that is
// no field.
func Answer(key string) frontmatter.Field {
	field, _ := KindOf("spreekuur").Field(key)
	field.Help, _, _ = strings.Cut(field.Help, " Verplicht")
	if key == "tekst" {
		field.Label, field.Help = "Korte omschrijving", "Wat doet u, en voor wie? Wat moet de bezoeker nog meer weten?"
		field.Example = `"Neem de hele brief mee, ook de envelop. Samen kijken we wat er staat."`
	}
	return field
}
