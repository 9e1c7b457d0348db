package frontmatter

import (
	"fmt"
	"reflect"
	"strings"
)

// A Field is one key of a record, as described by its struct tags:
//
//	Titel string `toml:"titel,required" label:"Titel" help:"…" example:"…" choices:"a|b" prose:"title"`
//
// For what help may have in it, and for the tag infile, see help.go.
//
// The decoder and everything that tells editors about fields use the same description,
// so that each field is described in one place.
type Field struct {
	Key      string
	Label    string   // its name in a form
	Help     string   // one or two sentences for who fills in a form
	FileHelp string   // the same for who writes the file
	Example  string   // a valid value, as it would be in the file, without "key ="
	Required bool     // must be present and not empty
	Choices  []string // the only allowed texts, if restricted
	List     string   // the list from which a form offers values, if it is not that of the key
	Prose    string   // what kind of prose it is: "title", "line" or "markdown"; "" if it is not a sentence
	Type     reflect.Type
	Fields   []Field // the fields of a table, or of each table in a list or a map

	index []int
}

// FieldsOf describes the fields of a struct type in the order of the struct, with the
// fields of embedded structs in their place. Struct fields without a toml tag are not
// content. It panics if a tag is invalid, since that is a bug in the program.
func FieldsOf(t reflect.Type) []Field {
	fields := fieldsOf(t)
	speak(fields)
	return fields
}

func fieldsOf(t reflect.Type) []Field {
	var fields []Field
	for i := range t.NumField() {
		f := t.Field(i)
		if f.Anonymous && f.Type.Kind() == reflect.Struct {
			for _, inner := range fieldsOf(f.Type) {
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
		FileHelp: f.Tag.Get("infile"),
		Example:  f.Tag.Get("example"),
		Required: option == "required",
		List:     f.Tag.Get("list"),
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

// tableType returns the struct type of which a field has one, a list or a map, or nil.
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
