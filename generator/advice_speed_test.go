package generator_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"
	"time"

	"pleinwijzer/generator"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/layouts"
	"pleinwijzer/static"
)

// BenchmarkTyping measures what the form of a spreekuur waits for in a directory of 1,000 of
// them, after each pause in the typing: the trial, with the problems, and then the advice.
//
//	TMPDIR=/dev/shm go test ./generator -run '^$' -bench Typing -benchtime 40x
func BenchmarkTyping(b *testing.B) {
	dir := b.TempDir()
	writeSynthetic(b, dir, 1000)
	g := generator.New(generator.Folders{Content: os.DirFS(dir), Layouts: layouts.Files, Static: static.Files})
	o := catalog.Options{Now: now, Drafts: true}
	if _, err := g.Site(generator.Everything, o); err != nil {
		b.Fatal(err)
	}
	const file = "spreekuren/spreekuur-42.md"
	before, err := os.ReadFile(filepath.Join(dir, file))
	if err != nil {
		b.Fatal(err)
	}
	old := regexp.MustCompile(`\n\+\+\+\n`).Find(before)
	var trial, advice []time.Duration
	for i := 0; b.Loop(); i++ {
		typed := bytes.Replace(before, old, fmt.Appendf(old[:len(old):len(old)], "Proef %d. ", i), 1)
		began := time.Now()
		site, err := g.Try(file, typed, false, o)
		if err != nil || site.Answers == nil {
			b.Fatal(err, site.Problems)
		}
		tried := time.Now()
		site.Advice()
		trial, advice = append(trial, tried.Sub(began)), append(advice, time.Since(tried))
	}
	for name, took := range map[string][]time.Duration{"trial": trial, "advice": advice} {
		slices.Sort(took)
		b.ReportMetric(took[len(took)/2].Seconds()*1000, name+"-middle-ms")
		b.ReportMetric(took[len(took)*95/100].Seconds()*1000, name+"-95%-ms")
	}
}
