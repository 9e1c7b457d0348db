package feed

import (
	"encoding/json"
	"io"
	"reflect"
	"strconv"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/jsonschema"
	"pleinwijzer/generator/publish"
)

func schemaPath(key string) string { return "/feeds/v1/" + key + ".schema.json" }

// Schema is the address of the JSON Schema on the site, or "" for a feed that is not
// JSON.
func (f Feed) Schema() string {
	if f.record == nil {
		return ""
	}
	return schemaPath(f.key)
}

func (f Feed) schemaFile(c *catalog.Catalog) publish.File {
	path := schemaPath(f.key)
	return publish.File{Path: path[1:], Render: func(w io.Writer) error {
		e := json.NewEncoder(w)
		e.SetEscapeHTML(false)
		e.SetIndent("", " ")
		return e.Encode(f.schema(c.Site.Absolute(path), true))
	}}
}

// schema describes the whole document. An open schema allows fields that the feed gets
// later, as readers must; a closed one finds fields that nobody described.
func (f Feed) schema(id string, open bool) *jsonschema.Schema {
	whole := objectOf(append(Head(), Field{
		Name: f.key, Meaning: "De lijst zelf. Hij kan leeg zijn.", Required: true, List: true, Fields: f.Fields(), kind: reflect.Struct,
	}), open)
	whole.Dialect, whole.ID = "https://json-schema.org/draft/2020-12/schema", id
	whole.Title, whole.Description = f.Title, f.For
	whole.Properties[len(whole.Properties)-1].MinItems = 0
	return whole
}

func objectOf(fields []Field, open bool) *jsonschema.Schema {
	object := &jsonschema.Schema{Type: "object", Additional: &open}
	for _, f := range fields {
		object.Properties = append(object.Properties, jsonschema.Property{Name: f.Name, Schema: f.schema(open)})
		if f.Required {
			object.Required = append(object.Required, f.Name)
		}
	}
	return object
}

func (f Field) schema(open bool) *jsonschema.Schema {
	value := f.value(open)
	if f.List {
		value = &jsonschema.Schema{Type: "array", Items: value}
		if !f.Empty {
			value.MinItems = 1
		}
	}
	value.Description = f.Meaning
	return value
}

func (f Field) value(open bool) *jsonschema.Schema {
	switch f.kind {
	case reflect.Struct:
		return objectOf(f.Fields, open)
	case reflect.Float64:
		example, _ := strconv.ParseFloat(f.Example, 64)
		return &jsonschema.Schema{Type: "number", Examples: []any{example}}
	case reflect.Int:
		example, _ := strconv.Atoi(f.Example)
		return &jsonschema.Schema{Type: "integer", Examples: []any{example}}
	case reflect.Bool:
		return &jsonschema.Schema{Type: "boolean", Examples: []any{true}}
	}
	form := forms[f.Form]
	return &jsonschema.Schema{
		Type: "string", MinLength: 1, Enum: f.Choices, Format: form.format, Pattern: form.pattern, Examples: []any{f.Example},
	}
}

// A Published is a JSON feed as others read it: the name of its list, and the schemas of
// what comes before it and of one record. Both schemas allow fields that we do not know.
type Published struct {
	File         string // below the folder of version 1, such as "spreekuren.json"
	Key          string
	Head, Record *jsonschema.Schema
}

// Version1 are all JSON feeds.
func Version1() []Published {
	var all []Published
	for _, f := range feeds {
		if f.record != nil {
			all = append(all, Published{f.Name, f.key, objectOf(Head(), true), objectOf(f.Fields(), true)})
		}
	}
	return all
}
