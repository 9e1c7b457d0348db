package timetable

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"pleinwijzer/generator/scaffold"
)

var update = flag.Bool("update", false, "rewrite testdata/sheets.txtar")

// TestSheetsOfPeople reads sheets as people make them: each row is read right, or refused with
// the reason.
func TestSheetsOfPeople(t *testing.T) {
	const file = "testdata/sheets.txtar"
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	f, files := folderOf(t, small)
	for i := range archive.Files {
		name, isSheet := strings.CutSuffix(archive.Files[i].Name, ".csv")
		if !isSheet {
			continue
		}
		want := &archive.Files[i+1]
		if want.Name != name {
			t.Fatalf("after %s comes %s", name, want.Name)
		}
		got := ""
		r, err := Read(archive.Files[i].Data, scaffold.NewFolder(f.Content), files, Options{Now: now})
		if err != nil {
			got = err.Error() + "\n"
		} else {
			got = placed(r)
			if unread := slices.DeleteFunc(r.Unread, func(h string) bool { return h == "" }); len(unread) > 0 {
				got += fmt.Sprintf("unread %q\n", unread)
			}
		}
		if *update {
			want.Data = []byte(got)
		} else if got != string(want.Data) {
			t.Errorf("%s (rewrite it with -update):\n got %s\nwant %s", name, got, want.Data)
		}
	}
	if *update {
		if err := os.WriteFile(file, txtar.Format(archive), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}
