package edit

import (
	"reflect"

	"github.com/BurntSushi/toml"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/frontmatter"
	"pleinwijzer/generator/jsonschema"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/typed"
)

var slugPattern = typed.FormOf(reflect.TypeFor[typed.Slug]()).Pattern

func root(s *jsonschema.Schema, title string) *jsonschema.Schema {
	s.Dialect, s.Title = "http://json-schema.org/draft-07/schema#", title
	return s
}

// tableOf returns the schema of a table that allows these fields and no others. The owner
// is the type of the table; it may be nil if the table has no alternative groups of
// required fields (content.Ways and content.Alone).
func tableOf(owner reflect.Type, fields []frontmatter.Field) *jsonschema.Schema {
	table := &jsonschema.Schema{Type: "object", Additional: new(bool)}
	for _, f := range fields {
		table.Properties = append(table.Properties, jsonschema.Property{Name: f.Key, Schema: fieldSchema(f)})
		if f.Required {
			table.Required = append(table.Required, f.Key)
		}
	}
	for _, way := range content.Ways[owner] {
		table.AnyOf = append(table.AnyOf, &jsonschema.Schema{Required: way})
	}
	if alone := content.Alone[owner]; alone.Key != "" {
		table.AnyOf = append(table.AnyOf, &jsonschema.Schema{Required: []string{alone.Key},
			Properties: []jsonschema.Property{{Name: alone.Key, Schema: &jsonschema.Schema{Pattern: alone.Pattern}}}})
	}
	return table
}

func fieldSchema(f frontmatter.Field) *jsonschema.Schema {
	s := valueSchema(f, f.Type)
	s.Title, s.Description = f.Label, f.FileHelp
	if example := exampleOf(f); example != nil {
		s.Examples = []any{example}
	}
	return s
}

func valueSchema(f frontmatter.Field, t reflect.Type) *jsonschema.Schema {
	form := typed.FormOf(t)
	switch {
	case t == reflect.TypeFor[typed.HolidayRule]():
		return &jsonschema.Schema{AnyOf: []*jsonschema.Schema{textSchema(f, form),
			listOf(&jsonschema.Schema{Type: "string", Enum: append(holidays(), "gesloten", "open")})}}
	case t == reflect.TypeFor[typed.Opening]():
		return &jsonschema.Schema{AnyOf: []*jsonschema.Schema{textSchema(f, form),
			listOf(&jsonschema.Schema{Type: "string", Pattern: form.Pattern})}}
	case form.Pattern != "" || t.Kind() == reflect.String:
		return textSchema(f, form)
	}
	switch t.Kind() {
	case reflect.Bool:
		return &jsonschema.Schema{Type: "boolean"}
	case reflect.Int:
		return &jsonschema.Schema{Type: "integer"}
	case reflect.Float64:
		return &jsonschema.Schema{Type: "number"}
	case reflect.Pointer:
		return valueSchema(f, t.Elem())
	case reflect.Struct:
		return tableOf(t, f.Fields)
	case reflect.Map:
		return &jsonschema.Schema{
			Type: "object", Additional: new(bool),
			PatternProperties: map[string]*jsonschema.Schema{typed.FormOf(t.Key()).Pattern: valueSchema(f, t.Elem())},
		}
	case reflect.Slice:
		item := valueSchema(f, t.Elem())
		if len(f.Fields) > 0 {
			return listOf(item)
		}
		return &jsonschema.Schema{AnyOf: []*jsonschema.Schema{item, listOf(item)}} // a single value counts as a list of one
	}
	panic("edit: no schema for " + t.String())
}

func listOf(item *jsonschema.Schema) *jsonschema.Schema {
	return &jsonschema.Schema{Type: "array", Items: item}
}

// textSchema returns the schema of a text. An optional text may be empty, which means the
// same as leaving it out.
func textSchema(f frontmatter.Field, form typed.Form) *jsonschema.Schema {
	s := &jsonschema.Schema{Type: "string", Pattern: form.Pattern}
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

// exampleOf returns the example of a field as a value. For a block it returns nil, since
// its example is a table header.
func exampleOf(f frontmatter.Field) any {
	if len(f.Fields) > 0 {
		return nil
	}
	var values map[string]any
	if _, err := toml.Decode("value = "+f.Example, &values); err != nil {
		panic("edit: the example of " + f.Key + ": " + err.Error())
	}
	return values["value"]
}
