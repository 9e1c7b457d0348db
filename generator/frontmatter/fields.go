package frontmatter

import (
	"fmt"
	"reflect"
	"strings"
)

// A Field is one key of a record, as its struct tags describe it:
//
//	Titel string `toml:"titel,required" label:"Titel" help:"…" example:"…" choices:"a|b" prose:"title"`
//
// The same description serves the decoder and everything that tells editors
// about fields, so a field is described in one place.
type Field struct {
	Key      string
	Label    string   // what a form calls it
	Help     string   // one or two sentences for an editor
	Example  string   // a right value, as it stands in the file, without "key ="
	Required bool     // must be there and not be empty
	Choices  []string // the only texts allowed, if any
	Prose    string   // as what people read the text: "title", "line" or "markdown"; "" where it is no sentence
	Type     reflect.Type
	Fields   []Field // of a table, of each table in a list, or of each table in a map

	index []int
}

// FieldsOf describes the fields of a struct type in the order of the struct,
// with the fields of embedded structs in their place. Struct fields without a
// toml tag are not content. A tag that makes no sense is a bug in the program,
// and panics.
func FieldsOf(t reflect.Type) []Field {
	var fields []Field
	for i := range t.NumField() {
		f := t.Field(i)
		if f.Anonymous && f.Type.Kind() == reflect.Struct {
			for _, inner := range FieldsOf(f.Type) {
				inner.index = append([]int{i}, inner.index...)
				fields = append(fields, inner)
			}
			continue
		}
		tag, ok := f.Tag.Lookup("toml")
		if !ok {
			continue
		}
		fields = append(fields, describe(f, tag, i))
	}
	return fields
}

func describe(f reflect.StructField, tag string, index int) Field {
	key, option, _ := strings.Cut(tag, ",")
	if option != "" && option != "required" {
		panic(fmt.Sprintf("frontmatter: field %s: unknown option %q", f.Name, option))
	}
	field := Field{
		Key:      key,
		Label:    f.Tag.Get("label"),
		Help:     f.Tag.Get("help"),
		Example:  f.Tag.Get("example"),
		Required: option == "required",
		Prose:    f.Tag.Get("prose"),
		Type:     f.Type,
		index:    []int{index},
	}
	if choices := f.Tag.Get("choices"); choices != "" {
		field.Choices = strings.Split(choices, "|")
	}
	if t := tableType(f.Type); t != nil {
		field.Fields = FieldsOf(t)
	}
	return field
}

// tableType is the struct that a field holds one, a list or a map of, or nil.
func tableType(t reflect.Type) reflect.Type {
	for t.Kind() == reflect.Slice || t.Kind() == reflect.Map || t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct {
		return nil
	}
	for i := range t.NumField() {
		if _, ok := t.Field(i).Tag.Lookup("toml"); ok {
			return t
		}
	}
	return nil // a value with a parser of its own
}
