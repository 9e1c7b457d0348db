// Package pagetest has the directories that tests of pages render.
package pagetest

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"golang.org/x/tools/txtar"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/publish"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/sense"
)

// Noon is when they are built.
var Noon = time.Date(2026, 11, 22, 11, 0, 0, 0, time.UTC)

//go:embed complete.txtar
var completeFiles []byte

// Complete is the fixture that uses everything.
func Complete(t *testing.T) *catalog.Catalog {
	t.Helper()
	return Of(t, completeFiles, catalog.Options{Now: Noon, Drafts: true})
}

// Of is the directory in an archive of content files, which must be right.
func Of(t *testing.T, archive []byte, o catalog.Options) *catalog.Catalog {
	t.Helper()
	fsys := fstest.MapFS{}
	for _, f := range txtar.Parse(archive).Files {
		fsys[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	records, problems, err := contentfs.Read(fsys)
	if err != nil {
		t.Fatal(err)
	}
	c, unresolved := catalog.Resolve(records, o)
	for _, p := range slices.Concat(problems, unresolved, sense.Check(c)) {
		t.Errorf("%s: %s", p.Range, p.Message)
	}
	return c
}

// Winter is a directory with one spreekuur on Tuesdays, on a Saturday in November.
// What is added is laid over it: a file, or more lines above its second fence.
func Winter(t *testing.T, more map[string]string) *catalog.Catalog {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, text := range map[string]string{
		"site.toml":            "titel = \"Hulp in Dorp\"\nadres = \"https://dorp.example\"\n",
		"onderwerpen.toml":     "[geld]\nnaam = \"Geld\"\n",
		"partners/hulp.md":     "+++\nnaam = \"Stichting Hulp\"\n+++\n",
		"pleinen/markt.md":     "+++\nnaam = \"Plein Markt\"\nadres = \"Markt 1\"\npostcode = \"5000 AA\"\nplaats = \"Dorp\"\ntelefoon = \"013 000 00 01\"\n[openingstijden]\ndinsdag = \"9-17\"\nwoensdag = \"9-17\"\nvrijdag = \"9-17\"\n+++\n",
		"pleinen/haven.md":     "+++\nnaam = \"Plein Haven\"\nadres = \"Kade 2\"\npostcode = \"5001 BB\"\nplaats = \"Stad\"\ntelefoon = \"013 000 00 02\"\n+++\n",
		"spreekuren/brief.md":  Hour("markt", "dinsdag", "10-12"),
		"spreekuren/altijd.md": strings.Replace(Hour("haven", "donderdag", "13-15"), "Hulp bij brieven", "Hulp bij geld", 1),
	} {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	for name, text := range more {
		if file := fsys[name]; file != nil && !strings.HasPrefix(text, "+++") {
			at := bytes.LastIndex(file.Data, []byte("+++\n"))
			if at < 0 {
				at = len(file.Data)
			}
			text = string(file.Data[:at]) + text + "\n" + string(file.Data[at:])
		}
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	records, problems, err := contentfs.Read(fsys)
	if err != nil {
		t.Fatal(err)
	}
	c, unresolved := catalog.Resolve(records, catalog.Options{Now: time.Date(2026, 11, 28, 12, 0, 0, 0, schedule.Amsterdam)})
	if all := slices.Concat(problems, unresolved, sense.Check(c)); all.HasErrors() {
		t.Fatal(all)
	}
	return c
}

// Hour is a spreekuur.
func Hour(plein, day, times string) string {
	return "+++\ntitel = \"Hulp bij brieven\"\nplein = \"" + plein + "\"\npartner = \"hulp\"\ndag = \"" + day + "\"\ntijd = \"" + times +
		"\"\nin_een_zin = \"Wij lezen uw brief.\"\nonderwerpen = [\"geld\"]\n+++\nNeem de brief mee.\n"
}

// Shipped is the content that comes with the program.
func Shipped(t *testing.T) *catalog.Catalog {
	t.Helper()
	records, problems, err := contentfs.Read(os.DirFS("../../content"))
	if err != nil {
		t.Fatal(err)
	}
	c, unresolved := catalog.Resolve(records, catalog.Options{Now: Noon})
	for _, p := range slices.Concat(problems, unresolved, sense.Check(c)) {
		t.Errorf("%s: %s", p.Range, p.Message)
	}
	return c
}

func Rendered(t *testing.T, files []publish.File, path string) []byte {
	t.Helper()
	i := slices.IndexFunc(files, func(f publish.File) bool { return f.Path == path })
	if i < 0 {
		t.Fatalf("no file %s", path)
	}
	var b bytes.Buffer
	if err := files[i].Render(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func Must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

// Compressed is how many bytes data takes on its way to a phone.
func Compressed(t *testing.T, data []byte) int {
	t.Helper()
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Len()
}
