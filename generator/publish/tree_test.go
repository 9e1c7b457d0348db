package publish_test

import (
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pleinwijzer/generator/publish"
)

// tree is a folder: the bytes of each file by its path, and "" for each folder,
// whose path ends in a slash. A link has where it points to.
type tree map[string]string

// files returns the files of t as a site.
func (t tree) files() []publish.File {
	var files []publish.File
	for _, p := range slices.Sorted(maps.Keys(t)) {
		files = append(files, publish.File{Path: p, Render: func(w io.Writer) error {
			_, err := io.WriteString(w, t[p])
			return err
		}})
	}
	return files
}

// read reads dir without the record folder.
func read(t testing.TB, dir string) tree {
	t.Helper()
	found := tree{}
	err := filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		if err != nil || name == dir {
			return err
		}
		rel, err := filepath.Rel(dir, name)
		if err != nil {
			return err
		}
		if e.IsDir() {
			if rel == ".pleinwijzer" {
				return fs.SkipDir
			}
			found[filepath.ToSlash(rel)+"/"] = ""
			return nil
		}
		if e.Type()&fs.ModeSymlink != 0 {
			found[filepath.ToSlash(rel)], err = os.Readlink(name)
			return err
		}
		data, err := os.ReadFile(name)
		found[filepath.ToSlash(rel)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// put writes files that are not ours.
func put(t testing.TB, dir string, files tree) {
	t.Helper()
	for p, text := range files {
		name := filepath.Join(dir, filepath.FromSlash(p))
		if strings.HasSuffix(p, "/") {
			must(t, os.MkdirAll(name, 0o755))
			continue
		}
		must(t, os.MkdirAll(filepath.Dir(name), 0o755))
		must(t, os.WriteFile(name, []byte(text), 0o644))
	}
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func mustWrite(t testing.TB, dir string, files []publish.File) publish.Report {
	t.Helper()
	report, err := publish.Write(t.Context(), dir, nil, files, publish.Basis{})
	must(t, err)
	return report
}

// wantTree checks the files in dir, and that the record folder holds the record
// and nothing else.
func wantTree(t *testing.T, dir string, want tree) {
	t.Helper()
	if got := read(t, dir); !maps.Equal(got, want) {
		t.Errorf("folder holds %v\nwant %v", brief(got), brief(want))
	}
	entries, err := os.ReadDir(filepath.Join(dir, ".pleinwijzer"))
	must(t, err)
	if len(entries) != 1 || entries[0].Name() != "bestanden.txt" {
		t.Errorf("record folder holds %v", entries)
	}
}

func brief(t tree) []string {
	var lines []string
	for _, p := range slices.Sorted(maps.Keys(t)) {
		lines = append(lines, fmt.Sprintf("%s=%.20q", p, t[p]))
	}
	return lines
}
