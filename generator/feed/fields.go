package feed

import (
	"reflect"
	"slices"
	"strings"
)

// Field is one field of a JSON feed, as described on the page about the feeds and in the
// JSON Schema.
type Field struct {
	Name     string
	Meaning  string // in Dutch
	Example  string // of the value, or of one item of a list; "" where there are Fields
	Form     string // a key of forms, or ""
	Choices  []string
	Required bool // never left out
	Empty    bool // a list that can be there with nothing in it
	List     bool
	Fields   []Field // of an object, or of the objects in a list

	kind reflect.Kind // of the value or of an item: Struct, String, Int, Float64 or Bool
}

// forms are the shapes that text can have: in words, and as a schema puts it. An editor
// may write a web address with letters that a URI cannot hold. The format "iri" would
// allow those, but Ajv refuses a schema with a format that it does not know.
var forms = map[string]struct{ words, format, pattern string }{
	"uuid":     {words: "nummer (UUID)", format: "uuid"},
	"slug":     {words: "kleine letters, cijfers en streepjes", pattern: "^[a-z0-9]+(-[a-z0-9]+)*$"},
	"url":      {words: "webadres", format: "uri"},
	"web":      {words: "webadres", pattern: "^https?://[^\\s]+$"},
	"email":    {words: "e-mailadres", format: "email"},
	"telefoon": {words: "telefoonnummer", pattern: `^\+?[0-9][0-9 ]+$`},
	"postcode": {words: "postcode", pattern: "^[1-9][0-9]{3} [A-Z]{2}$"},
	"bag":      {words: "16 cijfers (BAG)", pattern: "^[0-9]{16}$"},
	"kvk":      {words: "8 cijfers (KvK)", pattern: "^[0-9]{8}$"},
	"taal":     {words: "taalcode van twee letters (ISO 639)", pattern: "^[a-z]{2}$"},
	"datum":    {words: "dag: jjjj-mm-dd", format: "date"},
	"tijd":     {words: "tijd: uu:mm", pattern: "^([01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$"},
	"tijdstip": {words: "dag en tijd (RFC 3339)", format: "date-time"},
	"rrule":    {words: "RRULE (RFC 5545)", pattern: "^FREQ="},
}

// Kind says what sort of value the field has, in Dutch.
func (f Field) Kind() string {
	one, many := "tekst", "lijst van teksten"
	switch f.kind {
	case reflect.Struct:
		one, many = "object", "lijst van objecten"
	case reflect.Int, reflect.Float64:
		one = "getal"
	case reflect.Bool:
		one = "true"
	}
	words := forms[f.Form].words
	switch {
	case f.List && words != "":
		return many + " (" + words + ")"
	case f.List:
		return many
	case words != "":
		return words
	}
	return one
}

// Head are the fields with which each JSON feed begins.
func Head() []Field { return fieldsOf(reflect.TypeFor[head]()) }

// Fields are the fields of the records of a JSON feed; nil for another feed.
func (f Feed) Fields() []Field {
	if f.record == nil {
		return nil
	}
	return fieldsOf(f.record)
}

// fieldsOf reads the tags of a struct and of the structs embedded in it. Fields that are
// embedded by pointer can all be absent.
func fieldsOf(t reflect.Type) []Field {
	var fields []Field
	for i := range t.NumField() {
		at := t.Field(i)
		if at.Anonymous {
			for _, f := range fieldsOf(element(at.Type)) {
				f.Required = f.Required && at.Type.Kind() == reflect.Struct
				fields = append(fields, f)
			}
			continue
		}
		name, options, _ := strings.Cut(at.Tag.Get("json"), ",")
		f := Field{
			Name: name, Meaning: at.Tag.Get("doc"), Example: at.Tag.Get("example"), Form: at.Tag.Get("form"),
			Required: options == "", Empty: options == "omitzero", List: at.Type.Kind() == reflect.Slice, kind: element(at.Type).Kind(),
		}
		if choices := at.Tag.Get("choices"); choices != "" {
			f.Choices = strings.Split(choices, "|")
		}
		if f.kind == reflect.Struct {
			f.Fields = fieldsOf(element(at.Type))
		}
		fields = append(fields, f)
	}
	return slices.Clip(fields)
}

// element is the type behind a pointer or in a list.
func element(t reflect.Type) reflect.Type {
	if t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		return t.Elem()
	}
	return t
}
