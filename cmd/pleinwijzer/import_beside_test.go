package main

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/scaffold"
	"pleinwijzer/generator/timetable"
)

const besideSheet = "Titel;Dag;Tijd;Omschrijving in 1 zin;Korte omschrijving;Plein;Partner\n" +
	"Taal;di;10-12;Wij lezen.;Kom langs.;noord;Taalhuis\n" +
	"Oud;di;10-12;Wij lezen.;Kom langs.;noord;Taalhuis\n" +
	"Nieuw;di;10-12;Wij lezen.;Kom langs.;noord;Taalhuis\n" +
	"Anders;di;10-12;Wij lezen.;Kom langs.;noord;Taalhuis\n"

// besideFolder has two spreekuren that the sheet changes.
func besideFolder(t *testing.T) folders {
	t.Helper()
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	const hour = "+++\ntitel = \"T\"\ndag = \"wo\"\ntijd = \"10-12\"\nin_een_zin = \"Wij lezen.\"\nplein = \"noord\"\npartner = \"taalhuis\"\n+++\n\nKom langs.\n"
	dir := folderOf(t, map[string]string{
		"pleinen/noord.md":     "+++\nnaam = \"Noord\"\nadres = \"Kerkstraat 1\"\npostcode = \"5051 AA\"\nplaats = \"Goirle\"\ntelefoon = \"013 000 00 01\"\n+++\n",
		"partners/taalhuis.md": "+++\nnaam = \"Taalhuis\"\n+++\n",
		"spreekuren/taal.md":   strings.Replace(hour, `"T"`, `"Taal"`, 1),
		"spreekuren/oud.md":    strings.Replace(hour, `"T"`, `"Oud"`, 1),
	})
	from, err := openFolders(dir)
	if err != nil {
		t.Fatal(err)
	}
	return from
}

func besideRooster(t *testing.T, from folders) *timetable.Rooster {
	t.Helper()
	files := from.files(context.Background())
	records, _, err := contentfs.Read(files)
	if err != nil {
		t.Fatal(err)
	}
	r, err := timetable.Read([]byte(besideSheet), scaffold.NewFolder(records), files,
		timetable.Options{Now: time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)})
	if err != nil || r.Count(timetable.New) != 2 || r.Count(timetable.Changed) != 2 {
		t.Fatal(err, r)
	}
	return r
}

// TestImportBesideAnEditor saves two of the files between reading and writing: they stay as
// that person left them, the other rows are written, and the person who imports is told.
func TestImportBesideAnEditor(t *testing.T) {
	from := besideFolder(t)
	r := besideRooster(t, from)
	for _, name := range []string{"spreekuren/oud.md", "spreekuren/nieuw.md"} {
		if err := os.WriteFile(filepath.Join(from.content, name), []byte("van een ander"), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if err := writeRooster(context.Background(), from, r, &atomic.Int64{}); err != nil {
		t.Fatal(err)
	}
	for _, line := range r.Lines {
		name := [...]string{"taal", "oud", "nieuw", "anders"}[line.Number-2]
		text, err := fs.ReadFile(os.DirFS(from.content), "spreekuren/"+name+".md")
		other := line.Number == 3 || line.Number == 4
		if err != nil || (string(text) == "van een ander") != other {
			t.Errorf("row %d: %v %s", line.Number, err, text)
		}
		if told := strings.Contains(line.Reason, "net door iemand anders"); told != other || (line.State == timetable.Refused) != other {
			t.Errorf("row %d: %v %s", line.Number, line.State, line.Reason)
		}
	}
}

// TestImportTwiceAtOnce writes the same rooster from two programs: together they make each
// file once.
func TestImportTwiceAtOnce(t *testing.T) {
	from := besideFolder(t)
	roosters := []*timetable.Rooster{besideRooster(t, from), besideRooster(t, from)}
	errs := make([]error, len(roosters))
	var wg sync.WaitGroup
	for i, r := range roosters {
		wg.Go(func() { errs[i] = writeRooster(context.Background(), from, r, &atomic.Int64{}) })
	}
	wg.Wait()
	if err := errors.Join(errs...); err != nil {
		t.Fatal(err)
	}
	if n := roosters[0].Count(timetable.New) + roosters[1].Count(timetable.New); n != 2 {
		t.Errorf("%d files were made, want 2", n)
	}
	if entries, err := os.ReadDir(filepath.Join(from.content, "spreekuren")); err != nil || len(entries) != 4 {
		t.Error(err, entries)
	}
}
