package hsds

import (
	"io"
	"testing"
)

// BenchmarkFiles renders all files of the API of a site with random spreekuren, one after
// the other.
func BenchmarkFiles(b *testing.B) {
	c := site(b, randomSite(9, 1000))
	b.ReportAllocs()
	for b.Loop() {
		for _, f := range Files(c) {
			if err := f.Render(io.Discard); err != nil {
				b.Fatal(err)
			}
		}
	}
}

// BenchmarkList only lists the files, as the preview does after each change.
func BenchmarkList(b *testing.B) {
	c := site(b, randomSite(9, 1000))
	for b.Loop() {
		Files(c)
	}
}
