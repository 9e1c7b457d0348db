package frontmatter

import (
	"cmp"
	"reflect"
	"slices"

	"pleinwijzer/generator/tomlindex"
)

// Select returns the fields for which asked is true, and the tables that have such
// fields.
func Select(fields []Field, asked func(Field) bool) []Field {
	var found []Field
	for _, f := range fields {
		f.Fields = Select(f.Fields, asked)
		if len(f.Fields) > 0 || asked(f) {
			found = append(found, f)
		}
	}
	return found
}

// Each visits the values of fields in the struct that record points to, each with its
// path: every item of a list, and those in tables.
func Each(record any, fields []Field, visit func(f *Field, at tomlindex.Path, value reflect.Value)) {
	eachIn(reflect.ValueOf(record).Elem(), fields, nil, visit)
}

func eachIn(table reflect.Value, fields []Field, at tomlindex.Path, visit func(*Field, tomlindex.Path, reflect.Value)) {
	for i := range fields {
		f := &fields[i]
		f.each(table.FieldByIndex(f.index), append(slices.Clip(at), f.Key), visit)
	}
}

func inOrder(a, b reflect.Value) int { return cmp.Compare(a.String(), b.String()) }

func (f *Field) each(value reflect.Value, at tomlindex.Path, visit func(*Field, tomlindex.Path, reflect.Value)) {
	switch {
	case value.Kind() == reflect.Slice:
		for i := range value.Len() {
			f.each(value.Index(i), append(slices.Clip(at), i), visit)
		}
	case value.Kind() == reflect.Map:
		for _, key := range slices.SortedFunc(slices.Values(value.MapKeys()), inOrder) {
			f.each(value.MapIndex(key), append(slices.Clip(at), key.String()), visit)
		}
	case len(f.Fields) > 0:
		eachIn(value, f.Fields, at, visit)
	default:
		visit(f, at, value)
	}
}
