package generator_test

import (
	"os"
	"testing"
	"time"

	"pleinwijzer/generator"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/layouts"
	"pleinwijzer/static"
)

// BenchmarkCheck measures everything that `check` does for 10,000 spreekuren, and for
// comparison the time of only reading them. The aim is at most twice that time. For
// reliable figures set TMPDIR to a file system in memory.
//
//	TMPDIR=/dev/shm go test ./generator -run '^$' -bench Check -benchtime 5x
func BenchmarkCheck(b *testing.B) {
	dir := b.TempDir()
	writeSynthetic(b, dir, 10_000)
	began := time.Now()
	s := speed{clock: func() time.Duration { return time.Since(began) }}
	for b.Loop() {
		s.measure(b, dir)
	}
	b.ReportMetric(s.read.Seconds(), "read-s")
	b.ReportMetric(s.check.Seconds(), "check-s")
	b.ReportMetric(s.ratio(), "check/read")
}

// TestCheckKeepsUpWithReading fails if a check becomes slow, since nobody would wait for
// it. It measures processor time, because other programs may be running; the limit is
// generous all the same.
func TestCheckKeepsUpWithReading(t *testing.T) {
	if testing.Short() {
		t.Skip("measures for some seconds")
	}
	dir := t.TempDir()
	writeSynthetic(t, dir, 4_000)
	s := speed{clock: processorTime}
	for range 3 {
		s.measure(t, dir)
	}
	t.Logf("read %v, check %v: %.2f times", s.read, s.check, s.ratio())
	if s.ratio() > 3 {
		t.Errorf("check takes %v, and reading alone %v", s.check, s.read)
	}
}

// speed holds the shortest times of reading and checking, measured alternately.
type speed struct {
	clock       func() time.Duration
	read, check time.Duration
}

func (s *speed) ratio() float64 { return float64(s.check) / float64(s.read) }

func (s *speed) measure(tb testing.TB, dir string) {
	s.shortest(&s.read, func() {
		if _, _, err := contentfs.Read(os.DirFS(dir)); err != nil {
			tb.Fatal(err)
		}
	})
	s.shortest(&s.check, func() {
		g := generator.New(generator.Folders{Content: os.DirFS(dir), Layouts: layouts.Files, Static: static.Files})
		site, err := g.Site(generator.Change{}, catalog.Options{Now: now})
		if err != nil || site.Problems.HasErrors() {
			tb.Fatal(err, site.Problems)
		}
		if len(site.Advice()) == 0 {
			tb.Fatal("nothing was checked")
		}
	})
}

func (s *speed) shortest(d *time.Duration, do func()) {
	began := s.clock()
	do()
	if took := s.clock() - began; *d == 0 || took < *d {
		*d = took
	}
}
