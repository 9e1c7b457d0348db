package timetable

import (
	"bytes"
	"encoding/csv"
	"os"
	"testing"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/feed"
	"pleinwijzer/generator/scaffold"
)

// notCarried lists what the sheet of a site does not carry, so that a site made of it
// alone differs: columns that follow from other content.
var notCarried = map[string]string{
	"id":             "it follows from the address of the site, or is in the file",
	"volgende datum": "days on which a spreekuur is not held are in no column",
}

// TestRoundTrip imports the sheet of the shipped site into a folder without content, and
// wants the same sheet from what that makes.
func TestRoundTrip(t *testing.T) {
	site, err := os.ReadFile("../../content/site.toml")
	if err != nil {
		t.Fatal(err)
	}
	read, _, err := contentfs.Read(os.DirFS("../../content"))
	if err != nil {
		t.Fatal(err)
	}
	before := sheetOf(t, resolved(t, read))

	empty := map[string]string{"site.toml": string(site)}
	bare, problems, err := contentfs.Read(mapFS(empty))
	if err != nil || problems.HasErrors() {
		t.Fatal(err, problems)
	}
	r, err := Read(before, scaffold.NewFolder(bare), mapFS(empty), Options{Now: now, Make: true})
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range r.Made {
		empty[m.Path] = string(m.Data)
	}
	for _, l := range r.Lines {
		switch {
		case l.State == New:
			empty[l.Path] = string(l.Data)
		default:
			t.Errorf("row %d: %v %s", l.Number, l.State, l.Reason)
		}
	}
	after, problems, err := contentfs.Read(mapFS(empty))
	if err != nil || problems.HasErrors() {
		t.Fatal(err, problems)
	}
	compareSheets(t, rowsOf(t, before), rowsOf(t, sheetOf(t, resolved(t, after))))
}

func compareSheets(t *testing.T, before, after map[string]map[string]string) {
	t.Helper()
	if len(after) != len(before) {
		t.Errorf("%d of %d rows came through", len(after), len(before))
	}
	for file, row := range after {
		for column, text := range row {
			if want := before[file][column]; text != want && notCarried[column] == "" {
				t.Errorf("%s, %s:\n got %q\nwant %q", file, column, text, want)
			}
		}
	}
}

func resolved(t *testing.T, c *content.Content) *catalog.Catalog {
	t.Helper()
	all, problems := catalog.Resolve(c, catalog.Options{Now: now})
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	return all
}

func sheetOf(t *testing.T, c *catalog.Catalog) []byte {
	t.Helper()
	for _, f := range feed.Files(c) {
		if f.Path == "feeds/spreekuren.csv" {
			var b bytes.Buffer
			if err := f.Render(&b); err != nil {
				t.Fatal(err)
			}
			return b.Bytes()
		}
	}
	t.Fatal("there is no sheet")
	return nil
}

// rowsOf returns the cells of a sheet by the name of the file, and the name of the column.
func rowsOf(t *testing.T, sheet []byte) map[string]map[string]string {
	t.Helper()
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(sheet, []byte("\uFEFF"))))
	r.Comma = ';'
	records, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	rows := map[string]map[string]string{}
	for _, record := range records[1:] {
		row := map[string]string{}
		for i, name := range records[0] {
			row[name] = record[i]
		}
		rows[row["bestand"]] = row
	}
	return rows
}
