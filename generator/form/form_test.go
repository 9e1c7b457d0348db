package form_test

import (
	"io/fs"
	"os"
	"path"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// shipped returns the content that comes with the program, in all of its ways to end lines.
func shipped(t testing.TB) (all []file) {
	t.Helper()
	folder := os.DirFS("../../content")
	err := fs.WalkDir(folder, ".", func(name string, e fs.DirEntry, err error) error {
		ext := path.Ext(name)
		if err != nil || e.IsDir() || strings.HasPrefix(name, ".") || name == "README.md" || ext != ".md" && ext != ".toml" {
			return err
		}
		data, err := fs.ReadFile(folder, name)
		if err == nil {
			all = append(all, newFile(t, name, data))
		}
		return err
	})
	if err != nil || len(all) < 50 {
		t.Fatal(len(all), err)
	}
	return all
}

// archive returns the files of an archive.
func archive(t testing.TB, name string) (all []file) {
	t.Helper()
	a, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range a.Files {
		all = append(all, newFile(t, f.Name, f.Data))
	}
	return all
}

func samples(t testing.TB) []file {
	return append(archive(t, "../content/testdata/volledig.txtar"), shipped(t)...)
}

// TestNothingChanged wants every byte of a file to stay if nobody changed anything, however
// the file ends its lines.
func TestNothingChanged(t *testing.T) {
	for _, f := range samples(t) {
		for _, data := range []string{
			string(f.data), strings.ReplaceAll(string(f.data), "\n", "\r\n"), "\uFEFF" + string(f.data), strings.TrimRight(string(f.data), "\n"),
		} {
			own := file{f.kind, f.name, []byte(data)}
			posted := everything(own.read(t))
			if len(posted) < 2 {
				t.Fatalf("%s: only %v", f.name, posted)
			}
			if after := own.change(t, posted); string(after.data) != data {
				t.Errorf("%s became\n%s\nand was\n%s", f.name, after.data, data)
			}
		}
	}
}
