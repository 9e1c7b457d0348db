package publish_test

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pleinwijzer/generator/publish"
)

func TestPaths(t *testing.T) {
	tests := []struct {
		paths []string
		want  string // part of the error
	}{
		{[]string{"a", "b", "a"}, `path "a" is used twice`},
		{[]string{"a/Index.html", "a/index.html"}, `paths "a/Index.html" and "a/index.html" differ in case only`},
		{[]string{"A/x", "a/y"}, `paths "A" and "a" differ in case only`},
		{[]string{"a", "a-b", "a/b"}, `path "a/b" needs a folder where "a" is a file`},
		{[]string{"a/b/c", "A"}, `path "a/b/c" needs a folder where "A" is a file`},
		{[]string{"../a"}, `path "../a" does not name a file`},
		{[]string{"a/../b"}, `path "a/../b" does not name a file`},
		{[]string{"/a"}, `path "/a" does not name a file`},
		{[]string{"a/"}, `path "a/" does not name a file`},
		{[]string{"a//b"}, `path "a//b" does not name a file`},
		{[]string{"."}, `path "." does not name a file`},
		{[]string{""}, `path "" does not name a file`},
		{[]string{`a\b`}, `path "a\\b" has a backslash`},
		{[]string{"a\nb"}, `path "a\nb" has a backslash or a control character`},
		{[]string{".pleinwijzer"}, `path ".pleinwijzer" is reserved`},
		{[]string{".Pleinwijzer/x"}, `path ".Pleinwijzer/x" is reserved`},
	}
	for _, test := range tests {
		var files []publish.File
		for _, p := range test.paths {
			files = append(files, publish.File{Path: p, Render: func(io.Writer) error { return nil }})
		}
		dir := filepath.Join(t.TempDir(), "public")
		_, err := publish.Write(t.Context(), dir, nil, files, publish.Basis{})
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%q: error %v, want %q", test.paths, err, test.want)
		}
		if _, err := os.Stat(dir); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%q: something was written", test.paths)
		}
	}
}
