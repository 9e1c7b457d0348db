package content

import (
	"iter"
	"reflect"
	"strings"

	"pleinwijzer/generator/typed"
)

// Taken yields the records of sources to which a record refers, by the names that an
// editor writes ("buren/kerk"), each with its place in the file. Only such names have a
// slash, so that no field has to be named here.
func Taken(item Item) iter.Seq2[[]any, typed.Slug] {
	return func(yield func([]any, typed.Slug) bool) { taken(reflect.ValueOf(item).Elem(), nil, yield) }
}

func taken(v reflect.Value, path []any, yield func([]any, typed.Slug) bool) bool {
	switch v.Kind() {
	case reflect.String:
		slug, ok := v.Interface().(typed.Slug)
		return !ok || !strings.Contains(string(slug), "/") || yield(path, slug)
	case reflect.Slice:
		for i := range v.Len() {
			if !taken(v.Index(i), append(path[:len(path):len(path)], i), yield) {
				return false
			}
		}
	case reflect.Struct:
		for i := range v.NumField() {
			field := v.Type().Field(i)
			key, _, _ := strings.Cut(field.Tag.Get("toml"), ",")
			at := path
			switch {
			case !field.IsExported() || key == "" && !field.Anonymous:
				continue
			case key != "":
				at = append(path[:len(path):len(path)], key)
			}
			if !taken(v.Field(i), at, yield) {
				return false
			}
		}
	}
	return true
}
