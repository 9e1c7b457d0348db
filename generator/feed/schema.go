package feed

import (
	"bytes"
	"encoding/json"
	"io"
	"reflect"
	"strconv"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/publish"
)

// schema is what these feeds need of JSON Schema, draft 2020-12.
type schema struct {
	Dialect     string     `json:"$schema,omitempty"`
	ID          string     `json:"$id,omitempty"`
	Title       string     `json:"title,omitempty"`
	Description string     `json:"description,omitempty"`
	Type        string     `json:"type"`
	Format      string     `json:"format,omitempty"`
	Pattern     string     `json:"pattern,omitempty"`
	Enum        []string   `json:"enum,omitempty"`
	MinLength   int        `json:"minLength,omitzero"`
	Examples    []any      `json:"examples,omitempty"`
	Items       *schema    `json:"items,omitempty"`
	MinItems    int        `json:"minItems,omitzero"`
	Properties  properties `json:"properties,omitempty"`
	Required    []string   `json:"required,omitempty"`
	Additional  *bool      `json:"additionalProperties,omitempty"`
}

// properties are the members of an object, in the order of the feed.
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
		value, err := json.Marshal(member.schema)
		if err != nil {
			return nil, err
		}
		b.WriteString(strconv.Quote(member.name) + ":")
		b.Write(value)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

func schemaPath(key string) string { return "/feeds/v1/" + key + ".schema.json" }

// Schema is the address of the JSON Schema on the site; "" for another feed than
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

// schema describes the whole document. An open schema lets a feed get new
// fields, as readers must; a closed one finds those that nobody described.
func (f Feed) schema(id string, open bool) *schema {
	whole := objectOf(append(Head(), Field{
		Name: f.key, Meaning: "De lijst zelf. Hij kan leeg zijn.", Required: true, List: true, Fields: f.Fields(), kind: reflect.Struct,
	}), open)
	whole.Dialect, whole.ID = "https://json-schema.org/draft/2020-12/schema", id
	whole.Title, whole.Description = f.Title, f.For
	whole.Properties[len(whole.Properties)-1].MinItems = 0
	return whole
}

func objectOf(fields []Field, open bool) *schema {
	object := &schema{Type: "object", Additional: &open}
	for _, f := range fields {
		object.Properties = append(object.Properties, property{f.Name, f.schema(open)})
		if f.Required {
			object.Required = append(object.Required, f.Name)
		}
	}
	return object
}

func (f Field) schema(open bool) *schema {
	value := f.value(open)
	if f.List {
		value = &schema{Type: "array", Items: value, MinItems: 1}
	}
	value.Description = f.Meaning
	return value
}

func (f Field) value(open bool) *schema {
	switch f.kind {
	case reflect.Struct:
		return objectOf(f.Fields, open)
	case reflect.Float64:
		example, _ := strconv.ParseFloat(f.Example, 64)
		return &schema{Type: "number", Examples: []any{example}}
	case reflect.Bool:
		return &schema{Type: "boolean", Examples: []any{true}}
	}
	form := forms[f.Form]
	return &schema{
		Type: "string", MinLength: 1, Enum: f.Choices, Format: form.format, Pattern: form.pattern, Examples: []any{f.Example},
	}
}
