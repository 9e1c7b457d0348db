package generator_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"pleinwijzer/generator"
	"pleinwijzer/generator/browsertest"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/publish"
	"pleinwijzer/layouts"
	"pleinwijzer/static"
)

// childFolder tells the test binary to be one build and nothing else, so that
// the memory of a build can be measured from outside.
const childFolder = "PLEINWIJZER_BENCH_CONTENT"

func TestMain(m *testing.M) {
	if dir := os.Getenv(childFolder); dir != "" {
		if _, err := buildTo(dir, os.Getenv(childFolder+"_OUT")); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(browsertest.Main(m))
}

var now = time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)

// buildTo builds a content folder into an output folder.
func buildTo(dir, out string) (publish.Report, error) {
	g := generator.New(generator.Folders{Content: os.DirFS(dir), Layouts: layouts.Files, Static: static.Files})
	site, err := g.Site(generator.Change{}, catalog.Options{Now: now})
	if err != nil {
		return publish.Report{}, err
	}
	if site.Problems.HasErrors() {
		return publish.Report{}, fmt.Errorf("the content has problems: %v", site.Problems)
	}
	return publish.Write(out, nil, site.Files)
}

// BenchmarkBuild measures a whole build, from files to files, into a fresh
// folder: time, bytes allocated, peak memory of a process that does just that,
// and what came out. For honest figures point TMPDIR at a memory file system.
//
//	TMPDIR=/dev/shm go test ./generator -run '^$' -bench Build -benchtime 3x
func BenchmarkBuild(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 50_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			if n > 10_000 && testing.Short() {
				b.Skip("the largest directory takes a while; run without -short")
			}
			dir := b.TempDir()
			writeSynthetic(b, dir, n)
			out := b.TempDir()
			var report publish.Report
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				var err error
				if report, err = buildTo(dir, filepath.Join(out, fmt.Sprint(i))); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(report.Files), "files")
			b.ReportMetric(float64(report.Bytes)/1e6, "MB")
			b.ReportMetric(peakMemory(b, dir, filepath.Join(out, "child")), "peak-MiB")
		})
	}
}

func peakMemory(b *testing.B, dir, out string) float64 {
	command := exec.Command(os.Args[0])
	command.Env = append(os.Environ(), childFolder+"="+dir, childFolder+"_OUT="+out)
	command.Stderr = os.Stderr
	if err := command.Run(); err != nil {
		b.Fatal(err)
	}
	return maxRSS(command.ProcessState)
}

// BenchmarkEdit measures what `serve` does after one file was saved: read it
// again, tie the records together, list the files and render one page.
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
