package catalog_test

import (
	"io/fs"
	"os"
	"regexp"
	"testing"
	"testing/fstest"

	"pleinwijzer/generator/handbooktest"
)

// TestHandbookExamples sees to it that what the editors' handbook shows works:
// every fenced block that names a file, read together with the content that
// ships. Its site.toml and onderwerpen.toml are read with an example folder.
func TestHandbookExamples(t *testing.T) {
	shipped, small := load(t, os.DirFS("../../content")), folder(parse(t, "testdata/base.txtar"))
	examples := regexp.MustCompile("(?ms)^```toml (\\S+)\n(.*?)^```$").FindAllStringSubmatch(handbooktest.Read(t), -1)
	if len(examples) < 8 {
		t.Errorf("the handbook has %d examples", len(examples))
	}
	for _, example := range examples {
		name, file := example[1], &fstest.MapFile{Data: []byte(example[2])}
		if name == "site.toml" || name == "onderwerpen.toml" {
			small[name] = file
		} else {
			shipped[name] = file
		}
	}
	for _, fsys := range []fstest.MapFS{shipped, small} {
		if got := problemsIn(t, fsys); got != "" {
			t.Error(got)
		}
	}
}

func load(t *testing.T, from fs.FS) fstest.MapFS {
	t.Helper()
	fsys := fstest.MapFS{}
	err := fs.WalkDir(from, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(from, name)
		fsys[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return fsys
}
