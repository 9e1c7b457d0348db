// Package jsonschema writes what this project needs of JSON Schema: for feeds in
// draft 2020-12, and for the files of editors in draft 7, the one that Taplo reads.
// The keywords here mean the same in both.
package jsonschema

import (
	"bytes"
	"encoding/json"
	"strconv"
)

// Schema is a schema. A keyword that is empty is left out.
type Schema struct {
	Dialect           string             `json:"$schema,omitempty"`
	ID                string             `json:"$id,omitempty"`
	Title             string             `json:"title,omitempty"`
	Description       string             `json:"description,omitempty"`
	Type              string             `json:"type,omitempty"`
	Format            string             `json:"format,omitempty"`
	Pattern           string             `json:"pattern,omitempty"`
	Enum              []string           `json:"enum,omitempty"`
	MinLength         int                `json:"minLength,omitzero"`
	Examples          []any              `json:"examples,omitempty"`
	AnyOf             []*Schema          `json:"anyOf,omitempty"`
	Items             *Schema            `json:"items,omitempty"`
	MinItems          int                `json:"minItems,omitzero"`
	Properties        Properties         `json:"properties,omitempty"`
	PatternProperties map[string]*Schema `json:"patternProperties,omitempty"`
	Required          []string           `json:"required,omitempty"`
	Additional        *bool              `json:"additionalProperties,omitempty"`
}

// Properties are the members of an object, in an order of their own.
type Properties []Property

// Property is one member.
type Property struct {
	Name string
	*Schema
}

// MarshalJSON writes an object: a map would lose the order.
func (p Properties) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	b.WriteByte('{')
	for i, member := range p {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(strconv.Quote(member.Name) + ":")
		if err := e.Encode(member.Schema); err != nil {
			return nil, err
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}
