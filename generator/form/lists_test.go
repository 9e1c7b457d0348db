package form_test

import (
	"slices"
	"testing"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/edit"
	"pleinwijzer/generator/form"
)

// TestLists offers records by name, languages by name, and what is in the file even if nobody
// knows it.
func TestLists(t *testing.T) {
	c, _ := contentfs.ReadFiles(map[string][]byte{
		"site.toml":           []byte("titel = \"P\"\nadres = \"https://p.example\"\ntalen = [\"nl\", \"pl\"]\n"),
		"onderwerpen.toml":    []byte("[geld]\nnaam = \"Geld\"\n"),
		"pleinen/lochal.toml": []byte("naam = \"LocHal\"\nplaats = \"Tilburg\"\n"),
		"spreekuren/x.toml":   []byte("titel = \"Hulp\"\nplein = \"lochal\"\n"),
		"spreekuren/y.toml":   []byte("titel = \"Hulp\"\nplein = \"elders\"\n"),
	})
	f := newFile(t, "spreekuren/a.toml", []byte("plein = \"weg\"\nonderwerpen = [\"geld\", \"oud\"]\nstatus = \"dicht\"\n[vertaling.en]\ntitel = \"A\"\n"))
	read, problem := form.Read(f.kind, f.name, f.data, edit.ListsOf(c))
	if problem != nil {
		t.Fatal(problem)
	}
	byName := map[string]form.Field{}
	each(read.Fields, func(l *form.Field) bool { byName[l.Name] = *l; return true })
	for name, want := range map[string][]edit.Option{
		"plein":       {{Label: "LocHal", Value: "lochal"}, {Label: "weg", Value: "weg"}},
		"onderwerpen": {{Label: "Geld", Value: "geld"}, {Label: "oud", Value: "oud"}},
		"opvolger":    {{Label: "Hulp (elders)", Value: "y"}, {Label: "Hulp (lochal)", Value: "x"}},
		"status":      {{Label: "actief", Value: "actief"}, {Label: "tijdelijk gestopt", Value: "tijdelijk gestopt"}, {Label: "gestopt", Value: "gestopt"}, {Label: "dicht", Value: "dicht"}},
	} {
		if got := byName[name].Options; !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
	if got, want := byName["vertaling"].Titles, []string{"Pools", "Engels (deze taal heeft de site niet)"}; !slices.Equal(got, want) {
		t.Errorf("translations into %q, want %q", got, want)
	}
	for _, k := range content.Kinds {
		fresh := form.New(k, edit.ListsOf(c))
		for l := range leaves(fresh.Fields) {
			if len(l.Texts) > 0 || l.Label == "" || l.Help == "" {
				t.Errorf("a new %s has %+v", k.Name, l)
			}
		}
	}
}
