package catalog_test

import (
	"bytes"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"
	"unicode/utf16"

	"github.com/rogpeppe/go-internal/txtar"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/sense"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// now is a Friday, at ten in the morning.
var now = time.Date(2026, time.November, 20, 9, 0, 0, 0, time.UTC)

// TestProblems runs testdata/*.txtar: a content folder with a mistake, and in
// the file "want" what an editor then reads. The folder is that of base.txtar
// with the files of the case over it. Lines of the comment that begin with a
// word below and a file name change that file further:
//
//	without  leaves it out
//	crlf     gives it Windows line ends and a byte order mark
//	utf16    writes it in UTF-16, as an old Notepad does
//	latin1   writes it in ISO 8859-1
//	unended  takes the last line end off
func TestProblems(t *testing.T) {
	base := parse(t, "testdata/base.txtar")
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(names) < 2 {
		t.Fatal(names, err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive := parse(t, name)
			fsys := folder(base, archive)
			got := problemsIn(t, fsys)
			for i, f := range archive.Files {
				if f.Name != "want" {
					continue
				}
				if *update {
					archive.Files[i].Data = []byte(got)
					if err := os.WriteFile(name, txtar.Format(archive), 0o666); err != nil {
						t.Fatal(err)
					}
				} else if got != string(f.Data) {
					t.Errorf("got\n%s\nwant\n%s", got, f.Data)
				}
				return
			}
			if got != "" {
				t.Errorf("there is no file %q, but there are problems:\n%s", "want", got)
			}
		})
	}
}

func parse(t testing.TB, name string) *txtar.Archive {
	t.Helper()
	archive, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return archive
}

// folder puts archives over each other.
func folder(archives ...*txtar.Archive) fstest.MapFS {
	fsys := fstest.MapFS{}
	for _, archive := range archives {
		for _, f := range archive.Files {
			if f.Name != "want" {
				fsys[f.Name] = &fstest.MapFile{Data: bytes.Clone(f.Data)}
			}
		}
		for line := range strings.Lines(string(archive.Comment)) {
			word, name, _ := strings.Cut(strings.TrimSpace(line), " ")
			if file, ok := fsys[name]; ok {
				change(fsys, word, name, string(file.Data))
			}
		}
	}
	return fsys
}

func change(fsys fstest.MapFS, word, name, text string) {
	data := []byte(text)
	switch word {
	case "without":
		delete(fsys, name)
		return
	case "crlf":
		data = []byte("\uFEFF" + strings.ReplaceAll(text, "\n", "\r\n"))
	case "utf16":
		data = []byte{0xFF, 0xFE}
		for _, unit := range utf16.Encode([]rune(text)) {
			data = append(data, byte(unit), byte(unit>>8))
		}
	case "latin1":
		data = nil
		for _, r := range text {
			data = append(data, byte(r))
		}
	case "unended":
		data = bytes.TrimSuffix(data, []byte("\n"))
	}
	fsys[name] = &fstest.MapFile{Data: data}
}

// problemsIn is what an editor reads about a folder.
func problemsIn(t *testing.T, fsys fs.FS) string {
	t.Helper()
	reader := contentfs.NewReader(fsys)
	reader.On(schedule.DateOf(now))
	c, problems, err := reader.Read()
	if err != nil {
		t.Fatal(err)
	}
	shown, more := catalog.Resolve(c, catalog.Options{Now: now, Reserved: []string{"pleinen", "agenda"}})
	problems = slices.Concat(problems, more, sense.Check(shown))
	problems.Sort()
	for _, d := range problems {
		if d.Message == "" || d.Code == "" || d.File == "" {
			t.Errorf("incomplete: %+v", d)
		}
	}
	var b bytes.Buffer
	if err := diag.Text(&b, problems.In("content")); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestManyProblems sees to it that hundreds of mistakes are all reported, and
// soon.
func TestManyProblems(t *testing.T) {
	fsys := folder(parse(t, "testdata/base.txtar"))
	valid := string(fsys["spreekuren/taalhuis-waalwijk.md"].Data)
	for i := range 600 {
		text := strings.Replace(valid, "plein-waalwijk", fmt.Sprintf("plein-%d", i), 1)
		fsys[fmt.Sprintf("spreekuren/taalhuis-%d.md", i)] = &fstest.MapFile{Data: []byte(text)}
	}
	start := time.Now()
	got := problemsIn(t, fsys)
	if n := strings.Count(got, "[plein-onbekend]"); n != 600 {
		t.Errorf("%d problems, want 600", n)
	}
	if took := time.Since(start); took > 2*time.Second {
		t.Errorf("took %v", took)
	}
}
