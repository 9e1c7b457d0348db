package generator_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pleinwijzer/generator"
	"pleinwijzer/generator/browsertest"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/feed"
	"pleinwijzer/generator/publish"
	"pleinwijzer/layouts"
	"pleinwijzer/static"
)

// childFolder makes the test binary do one build and nothing else, so that the memory of
// a build can be measured from outside.
const childFolder = "PLEINWIJZER_BENCH_CONTENT"

func TestMain(m *testing.M) {
	if dir := os.Getenv(childFolder); dir != "" {
		report, err := buildTo(dir, os.Getenv(childFolder+"_OUT"))
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		fmt.Println(report.Files, report.Bytes, report.Written)
		os.Exit(0)
	}
	os.Exit(browsertest.Main(m))
}

var now = time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)

// buildTo builds a content folder to an output folder, as the build command does.
func buildTo(dir, out string) (publish.Report, error) {
	generator.Sparingly()
	g := generator.New(generator.Folders{
		Content: os.DirFS(dir), Kept: os.DirFS(filepath.Join(dir, "bronnen")), Layouts: layouts.Files, Static: static.Files,
	})
	program, err := os.Open(os.Args[0])
	if err != nil {
		return publish.Report{}, err
	}
	defer program.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, program); err != nil {
		return publish.Report{}, err
	}
	g.Program = fmt.Sprintf("%x", sum.Sum(nil))
	site, err := g.Site(generator.Change{}, catalog.Options{Now: now})
	if err != nil {
		return publish.Report{}, err
	}
	if site.Problems.HasErrors() {
		return publish.Report{}, fmt.Errorf("the content has problems: %v", site.Problems)
	}
	return publish.Write(context.Background(), out, nil, append(site.Files, site.Pictures()...), site.Basis)
}

// sizes are the directories for which builds are measured.
var sizes = []struct {
	spreekuren int
	languages  string // in addition to Dutch
}{{1_000, ""}, {10_000, ""}, {10_000, "en ar uk pl tr"}, {50_000, ""}}

// eachSize measures something for each directory.
func eachSize(b *testing.B, measure func(b *testing.B, dir string)) {
	for _, size := range sizes {
		name := fmt.Sprint(size.spreekuren)
		if size.languages != "" {
			name += " in more languages"
		}
		b.Run(name, func(b *testing.B) {
			if testing.Short() && (size.spreekuren > 10_000 || size.languages != "") {
				b.Skip("the largest directories take a while; run without -short")
			}
			dir := b.TempDir()
			writeSynthetic(b, dir, size.spreekuren, strings.Fields(size.languages)...)
			measure(b, dir)
		})
	}
}

// BenchmarkBuild measures a complete build to an empty folder within this process. It is
// the one to profile (-cpuprofile, -memprofile).
func BenchmarkBuild(b *testing.B) {
	eachSize(b, func(b *testing.B, dir string) {
		out := b.TempDir()
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			if _, err := buildTo(dir, filepath.Join(out, fmt.Sprint(i))); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkEdit measures what `serve` does after one file was saved: reading it again,
// resolving the records, listing the files and rendering one page.
func BenchmarkEdit(b *testing.B) {
	dir := b.TempDir()
	writeSynthetic(b, dir, 10_000)
	g := generator.New(generator.Folders{Content: os.DirFS(dir), Layouts: layouts.Files, Static: static.Files})
	options := catalog.Options{Now: now, Drafts: true}
	if _, err := g.Site(generator.Change{}, options); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		site, err := g.Site(generator.Change{Content: []string{"spreekuren/spreekuur-42.md"}}, options)
		if err != nil || site.Problems.HasErrors() {
			b.Fatal(err, site.Problems)
		}
		render(b, site.Files, "spreekuren/spreekuur-42/index.html")
	}
}

// BenchmarkFederated measures a complete build of 40 directories with 250 spreekuren each.
// It may take 1.2 times as long as BenchmarkBuild/10000, which has as many of its own.
func BenchmarkFederated(b *testing.B) {
	dir := b.TempDir()
	s := &synthetic{tb: b, dir: dir, random: rand.New(rand.NewPCG(7, 7))}
	s.write("site.toml", siteTOML)
	s.topics()
	blocks := ""
	for i := range 40 {
		name := fmt.Sprintf("bron%d", i)
		blocks += fmt.Sprintf("[%s]\ntitel = %q\nadres = \"https://%s.example/feeds/v1/\"\nlicentie = \"CC0-1.0\"\n", name, name, name)
		there := b.TempDir()
		writeSynthetic(b, there, 250)
		records, _, err := contentfs.Read(os.DirFS(there))
		if err != nil {
			b.Fatal(err)
		}
		records.Site.Naamruimte = name + ".example"
		c, _ := catalog.Resolve(records, catalog.Options{Now: now})
		feeds := map[string][]byte{}
		for _, f := range feed.Files(c) {
			var text bytes.Buffer
			if strings.HasPrefix(f.Path, "feeds/v1/") {
				if err := f.Render(&text); err != nil {
					b.Fatal(err)
				}
				feeds[f.Path] = text.Bytes()
			}
		}
		for path, file := range keptOf(b, name, feeds) {
			s.write("bronnen/"+path, string(file.Data))
		}
	}
	s.write("bronnen.toml", blocks)
	out := b.TempDir()
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		report, err := buildTo(dir, filepath.Join(out, fmt.Sprint(i)))
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(report.Files), "files")
	}
}
