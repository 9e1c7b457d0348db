package catalog_test

import (
	"testing"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/contentfs"
)

// TestRecords wants each record of a folder in the one list, of a page where its kind
// says.
func TestRecords(t *testing.T) {
	fsys := base(t)
	put(fsys, "agenda/beurs.md", "titel = \"Beurs\"\ndatum = 2026-12-01\nin_een_zin = \"Kom.\"\nplein = \"plein-waalwijk\"")
	put(fsys, "berichten/dicht.md", "titel = \"Dicht\"\ndatum = 2026-11-01\nin_een_zin = \"Dicht.\"")
	put(fsys, "paginas/over.md", "titel = \"Over ons\"")
	spreekuur(fsys, "brieven")
	records, _, err := contentfs.Read(fsys)
	if err != nil {
		t.Fatal(err)
	}
	type record struct{ page, name string }
	want, kinds := map[*content.Record]record{}, map[string]bool{}
	for kind, item := range records.Items() {
		kinds[kind.Name] = true
		want[item.File()] = record{kind.Path + item.File().Slug + "/", item.Name()}
	}
	if len(kinds) != len(content.Kinds) {
		t.Fatalf("only %v in the folder", kinds)
	}
	resolved, _ := catalog.Resolve(records, catalog.Options{})
	for r := range resolved.Records() {
		if got := (record{r.Page(), r.Name()}); got != want[r.File()] {
			t.Errorf("got %+v, want %+v", got, want[r.File()])
		}
		delete(want, r.File())
	}
	for _, left := range want {
		t.Errorf("no %+v", left)
	}
}
