package generator_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"
	"time"

	"pleinwijzer/generator"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/preview"
	"pleinwijzer/layouts"
	"pleinwijzer/static"
)

// saves are edits of one file, each with what the page then shows. %d becomes a different
// number each time.
var saves = []struct{ name, file, page, old, new, says string }{
	{"body", "content/spreekuren/spreekuur-42.md", "/spreekuren/spreekuur-42/", `\n\+\+\+\n`, "\n+++\nProef %d. ", "Proef %d"},
	{"times", "content/spreekuren/spreekuur-42.md", "/spreekuren/spreekuur-42/", `tijd = ".*"`, `tijd = "9.%d tot 19.30 uur"`, "9.%d"},
	{"plein", "content/pleinen/plein-2.md", "/pleinen/plein-2/", `naam = ".*"`, `naam = "Proef %d"`, "Proef %d"},
	{"layout", "layouts/spreekuur.html", "/spreekuren/spreekuur-42/", `<h1`, "<p>Proef %d</p><h1", "Proef %d"},
}

// BenchmarkSave measures how long an editor waits in the preview of 10,000 spreekuren: from
// the moment a file is saved until a browser that requests the page gets it with the
// change. It reports the median and the 95th percentile.
//
//	TMPDIR=/dev/shm go test ./generator -run '^$' -bench Save -benchtime 40x
func BenchmarkSave(b *testing.B) {
	root := b.TempDir()
	writeSynthetic(b, filepath.Join(root, "content"), 10_000)
	if err := os.CopyFS(filepath.Join(root, "layouts"), layouts.Files); err != nil {
		b.Fatal(err)
	}
	address := previewOf(b, root)
	for _, s := range saves {
		b.Run(s.name, func(b *testing.B) {
			file := filepath.Join(root, s.file)
			before, err := os.ReadFile(file)
			if err != nil {
				b.Fatal(err)
			}
			old := regexp.MustCompile(s.old).Find(before)
			var took []time.Duration
			for i := 0; b.Loop(); i++ {
				number := 10 + i%50
				after := bytes.Replace(before, old, fmt.Appendf(nil, s.new, number), 1)
				began := time.Now()
				if err := os.WriteFile(file, after, 0o644); err != nil {
					b.Fatal(err)
				}
				for !bytes.Contains(asked(b, address+s.page), fmt.Appendf(nil, s.says, number)) {
					if time.Since(began) > time.Minute {
						b.Fatalf("the page never says "+s.says, number)
					}
					time.Sleep(time.Millisecond)
				}
				took = append(took, time.Since(began))
			}
			slices.Sort(took)
			b.ReportMetric(took[len(took)/2].Seconds()*1000, "middle-ms")
			b.ReportMetric(took[len(took)*95/100].Seconds()*1000, "95%-ms")
			if err := os.WriteFile(file, before, 0o644); err != nil {
				b.Fatal(err)
			}
		})
	}
}

// previewOf runs a preview of the folders content and layouts until the end of the
// benchmark.
func previewOf(b *testing.B, root string) (address string) {
	g := generator.New(generator.Folders{
		Content: os.DirFS(filepath.Join(root, "content")), Layouts: os.DirFS(filepath.Join(root, "layouts")), Static: static.Files,
	})
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		b.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error)
	go func() {
		done <- preview.Run(ctx, l, preview.Config{
			Content: filepath.Join(root, "content"), Layouts: filepath.Join(root, "layouts"), Static: filepath.Join(root, "static"),
			Shown: "content", Says: error.Error,
			Build: func(c generator.Change) (*generator.Site, error) {
				return g.Site(c, catalog.Options{Now: now, Drafts: true})
			},
		})
	}()
	b.Cleanup(func() {
		cancel()
		if err := <-done; err != nil {
			b.Error(err)
		}
	})
	return "http://" + l.Addr().String()
}

func asked(b *testing.B, url string) []byte {
	response, err := http.Get(url)
	if err != nil {
		b.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		b.Fatal(err)
	}
	return body
}
