package publish_test

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"

	"pleinwijzer/generator/publish"
)

// large is a site of the size that the project promises to be fast at: 13,500
// files of 4 KB, two to a folder.
func large() []publish.File {
	line := []byte("<p>Elke dinsdag van 10.00 tot 12.00 uur in de bibliotheek.</p>\n")
	files := make([]publish.File, 13_500)
	for i := range files {
		name := [...]string{"index.html", "spreekuur.ics"}[i%2]
		files[i] = publish.File{
			Path: fmt.Sprintf("spreekuren/inloop-%d/%s", i/2, name),
			Render: func(w io.Writer) error {
				if _, err := fmt.Fprintf(w, "<title>%d</title>\n", i); err != nil {
					return err
				}
				for range 64 {
					if _, err := w.Write(line); err != nil {
						return err
					}
				}
				return nil
			},
		}
	}
	return files
}

// memory returns a folder in memory where there is one: the benchmarks are about
// this package, not about a disk.
func memory(b *testing.B) string {
	dir, err := os.MkdirTemp("/dev/shm", "publish")
	if err != nil {
		return b.TempDir()
	}
	b.Cleanup(func() { os.RemoveAll(dir) })
	return dir
}

func BenchmarkFresh(b *testing.B) {
	files := large()
	dir := filepath.Join(memory(b), "public")
	b.ReportAllocs()
	for b.Loop() {
		mustWrite(b, dir, files)
		b.StopTimer()
		if err := os.RemoveAll(dir); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
	}
}

func BenchmarkUnchanged(b *testing.B) {
	files := large()
	dir := filepath.Join(memory(b), "public")
	mustWrite(b, dir, files)
	b.ReportAllocs()
	for b.Loop() {
		mustWrite(b, dir, files)
	}
}
