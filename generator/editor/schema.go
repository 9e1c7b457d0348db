package editor

import (
	"bytes"
	"reflect"
	"strconv"

	"github.com/BurntSushi/toml"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/frontmatter"
	"pleinwijzer/generator/schedule"
)

// schema is what these files need of JSON Schema, draft 7, which is the one that
// Taplo reads. A TOML date counts as a text there.
type schema struct {
	Dialect           string             `json:"$schema,omitempty"`
	Title             string             `json:"title,omitempty"`
	Description       string             `json:"description,omitempty"`
	Type              string             `json:"type,omitempty"`
	Enum              []string           `json:"enum,omitempty"`
	Pattern           string             `json:"pattern,omitempty"`
	Examples          []any              `json:"examples,omitempty"`
	AnyOf             []*schema          `json:"anyOf,omitempty"`
	Items             *schema            `json:"items,omitempty"`
	MinItems          int                `json:"minItems,omitzero"`
	Properties        properties         `json:"properties,omitempty"`
	PatternProperties map[string]*schema `json:"patternProperties,omitempty"`
	Required          []string           `json:"required,omitempty"`
	Additional        *bool              `json:"additionalProperties,omitempty"`
}

// properties are the keys of a table, in the order of the fields.
type properties []property

type property struct {
	name string
	*schema
}

// MarshalJSON writes an object: a map would lose the order.
func (p properties) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, member := range p {
		if i > 0 {
			b.WriteByte(',')
		}
		value, err := marshal(member.schema)
		if err != nil {
			return nil, err
		}
		b.WriteString(strconv.Quote(member.name) + ":")
		b.Write(value)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

var slugPattern = content.FormOf(reflect.TypeFor[content.Slug]()).Pattern

func root(s *schema, title string) *schema {
	s.Dialect, s.Title = "http://json-schema.org/draft-07/schema#", title
	return s
}

// tableOf is the schema of a table with these fields and no other. The owner is
// the type of the table, or nil where it has no groups of fields to choose from.
func tableOf(owner reflect.Type, fields []frontmatter.Field) *schema {
	table := &schema{Type: "object", Additional: new(bool)}
	for _, f := range fields {
		table.Properties = append(table.Properties, property{f.Key, fieldSchema(f)})
		if f.Required {
			table.Required = append(table.Required, f.Key)
		}
	}
	for _, way := range content.Ways[owner] {
		table.AnyOf = append(table.AnyOf, &schema{Required: way})
	}
	return table
}

func fieldSchema(f frontmatter.Field) *schema {
	s := valueSchema(f, f.Type)
	s.Title, s.Description = f.Label, f.Help
	if example := exampleOf(f); example != nil {
		s.Examples = []any{example}
	}
	return s
}

func valueSchema(f frontmatter.Field, t reflect.Type) *schema {
	form := content.FormOf(t)
	switch {
	case t == reflect.TypeFor[content.HolidayRule]():
		return &schema{AnyOf: []*schema{textSchema(f, form), listOf(&schema{Type: "string", Enum: append(holidays(), "gesloten", "open")})}}
	case t == reflect.TypeFor[content.Opening]():
		return &schema{AnyOf: []*schema{textSchema(f, form), listOf(&schema{Type: "string", Pattern: form.Pattern})}}
	case form.Pattern != "" || t.Kind() == reflect.String:
		return textSchema(f, form)
	}
	switch t.Kind() {
	case reflect.Bool:
		return &schema{Type: "boolean"}
	case reflect.Int:
		return &schema{Type: "integer"}
	case reflect.Float64:
		return &schema{Type: "number"}
	case reflect.Pointer:
		return valueSchema(f, t.Elem())
	case reflect.Struct:
		return tableOf(t, f.Fields)
	case reflect.Map:
		return &schema{
			Type: "object", Additional: new(bool),
			PatternProperties: map[string]*schema{content.FormOf(t.Key()).Pattern: valueSchema(f, t.Elem())},
		}
	case reflect.Slice:
		item := valueSchema(f, t.Elem())
		if len(f.Fields) > 0 {
			return listOf(item)
		}
		return &schema{AnyOf: []*schema{item, listOf(item)}} // one value is a list of one
	}
	panic("editor: no schema for " + t.String())
}

func listOf(item *schema) *schema { return &schema{Type: "array", Items: item} }

// textSchema lets an optional text be empty, which is the same as no text.
func textSchema(f frontmatter.Field, form content.Form) *schema {
	s := &schema{Type: "string", Pattern: form.Pattern}
	switch {
	case len(f.Choices) > 0:
		s.Enum = f.Choices
		if !f.Required && f.Type.Kind() == reflect.String {
			s.Enum = append(s.Enum[:len(s.Enum):len(s.Enum)], "")
		}
	case f.Required && form.Pattern == "":
		s.Pattern = `[^\s]`
	case !f.Required && form.Pattern != "":
		s.Pattern = `^\s*$|` + form.Pattern
	}
	return s
}

func holidays() []string {
	var keys []string
	for h := range schedule.AllHolidays.All() {
		keys = append(keys, h.Key())
	}
	return keys
}

// exampleOf is the example of a field as a value. That of a block is its header,
// and no value.
func exampleOf(f frontmatter.Field) any {
	if len(f.Fields) > 0 {
		return nil
	}
	var values map[string]any
	if _, err := toml.Decode("value = "+f.Example, &values); err != nil {
		panic("editor: the example of " + f.Key + ": " + err.Error())
	}
	return values["value"]
}
