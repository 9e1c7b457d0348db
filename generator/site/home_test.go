package site

import (
	"fmt"
	"slices"
	"testing"
	"testing/fstest"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/i18n"
	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/pagetest"
	"pleinwijzer/generator/say"
	"pleinwijzer/layouts"
)

// TestNextDays wants on the home page no more than a visitor in a hurry reads, and a way
// to the rest of a day. The first day is a Sunday.
func TestNextDays(t *testing.T) {
	tests := map[string]struct {
		held map[string]int // how many spreekuren on a day of the week
		want []int          // lines of each day
		cut  bool           // the last day
	}{
		"nothing":          {nil, nil, false},
		"all":              {map[string]int{"ma": 2, "wo": 1, "za": 1}, []int{2, 1, 1}, false},
		"three days":       {map[string]int{"zo": 1, "ma": 2, "wo": 1, "za": 1}, []int{1, 2, 1}, false},
		"enough":           {map[string]int{"ma": 5, "di": 1}, []int{5}, false},
		"a day too long":   {map[string]int{"ma": 2, "di": 11, "wo": 1}, []int{2, 4}, true},
		"large directory":  {map[string]int{"ma": 45, "di": 9}, []int{6}, true},
		"exactly the most": {map[string]int{"ma": 6}, []int{6}, false},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			s := &layout.Site{Catalog: held(t, test.held)}
			s.Language = pagetest.Must(i18n.Load(layouts.Files))["nl"]
			s.Say = say.In(s.Language, s.Catalog)
			var got []int
			cut := false
			for _, day := range nextDays(s) {
				got, cut = append(got, len(day.Rows)), day.All != nil
			}
			if !slices.Equal(got, test.want) || cut != test.cut {
				t.Errorf("got %v and cut %v, want %v and %v", got, cut, test.want, test.cut)
			}
		})
	}
}

// held is a directory of one plein with so many spreekuren on each day.
func held(t *testing.T, days map[string]int) *catalog.Catalog {
	t.Helper()
	fsys := fstest.MapFS{
		"site.toml":          {Data: []byte("titel = \"Pleinen\"\nadres = \"https://pleinen.example\"\n")},
		"pleinen/noord.toml": {Data: []byte("naam = \"Noord\"\nadres = \"Weg 1\"\npostcode = \"5038 CC\"\nplaats = \"Tilburg\"\nemail = \"a@b.example\"\n")},
		"partners/bieb.toml": {Data: []byte("naam = \"Bieb\"\n")},
	}
	for day, n := range days {
		for i := range n {
			fsys[fmt.Sprintf("spreekuren/%s-%d.md", day, i)] = &fstest.MapFile{Data: fmt.Appendf(nil,
				"+++\ntitel = \"Hulp %d\"\nplein = \"noord\"\npartner = \"bieb\"\ndag = %q\ntijd = \"13-15\"\nin_een_zin = \"Wij helpen.\"\n+++\nWij helpen.\n", i, day)}
		}
	}
	records, problems, err := contentfs.Read(fsys)
	if err != nil {
		t.Fatal(err)
	}
	c, unresolved := catalog.Resolve(records, catalog.Options{Now: pagetest.Noon})
	if all := append(problems, unresolved...); all.HasErrors() {
		t.Fatal(all)
	}
	return c
}
