package frontmatter

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"pleinwijzer/generator/tomlindex"
)

func TestEach(t *testing.T) {
	type address struct {
		Street string `toml:"straat" prose:"line"`
		Number int    `toml:"nummer"`
	}
	type move struct {
		address
		Why string `toml:"reden" prose:"line"`
	}
	type record struct {
		Title string            `toml:"titel" prose:"title"`
		Slug  string            `toml:"naam"`
		Bring []string          `toml:"meenemen" prose:"line"`
		Moves []move            `toml:"verhuizing"`
		Other map[string]move   `toml:"vertaling"`
		Notes map[string]string `toml:"negeer"`
		House address           `toml:"adres"`
	}
	r := record{
		Title: "T", Slug: "s", Bring: []string{"a", "b"},
		Moves: []move{{}, {address{"M", 1}, "R"}},
		Other: map[string]move{"tr": {Why: "N"}, "en": {Why: "B"}},
		Notes: map[string]string{"x": "y"}, House: address{Street: "H"},
	}
	prose := Select(FieldsOf(reflect.TypeFor[record]()), func(f Field) bool { return f.Prose != "" })
	var got []string
	Each(&r, prose, func(f *Field, at tomlindex.Path, value reflect.Value) {
		if value.String() != "" {
			got = append(got, fmt.Sprintf("%s %v %s", f.Prose, []any(at), value))
		}
	})
	want := []string{
		"title [titel] T", "line [meenemen 0] a", "line [meenemen 1] b", "line [verhuizing 1 straat] M", "line [verhuizing 1 reden] R",
		"line [vertaling en reden] B", "line [vertaling tr reden] N", "line [adres straat] H",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%q\nwant\n%q", got, want)
	}
}
