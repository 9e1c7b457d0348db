package lint_test

import (
	"os"
	"testing"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/lint"
)

// BenchmarkCheck measures all advice about a large directory: the first time, and again
// when nothing has changed. For comparison it also measures reading the directory. Set
// CONTENT to a folder.
//
//	CONTENT=/dev/shm/map go test ./generator/lint -run '^$' -bench Check
func BenchmarkCheck(b *testing.B) {
	folder := os.Getenv("CONTENT")
	if folder == "" {
		folder = "../../content"
	}
	c, _, err := contentfs.Read(os.DirFS(folder))
	if err != nil {
		b.Fatal(err)
	}
	b.Run("read", func(b *testing.B) {
		for b.Loop() {
			if _, _, err := contentfs.Read(os.DirFS(folder)); err != nil {
				b.Fatal(err)
			}
		}
	})
	shown, _ := catalog.Resolve(c, catalog.Options{Now: now})
	b.Run("first", func(b *testing.B) {
		for b.Loop() {
			new(lint.Linter).Check(c, shown, everything)
		}
	})
	b.Run("again", func(b *testing.B) {
		var l lint.Linter
		l.Check(c, shown, everything)
		for b.Loop() {
			l.Check(c, shown, everything)
		}
	})
}

// everything is a site in which every page exists.
var everything = lint.Pages{
	Has:       func(string) bool { return true },
	HasAnchor: func(string, string) bool { return true },
}
