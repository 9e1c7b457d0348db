package publish_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"
	"time"

	"pleinwijzer/generator/publish"
)

func TestRenderError(t *testing.T) {
	fail := errors.New("no such partner")
	// The later of two failures is the quicker one.
	broken := func(site tree) []publish.File {
		files := slices.Concat(site.files(), tree{"z": ""}.files())
		files[3].Render = func(w io.Writer) error {
			time.Sleep(5 * time.Millisecond)
			w.Write(make([]byte, 2<<20))
			return fail
		}
		files[4].Render = func(io.Writer) error { return errors.New("later") }
		return files
	}
	before := tree{"a": "1", "b": "2", "old": "3"}
	site := tree{"a": "one", "a2/x": "2", "b": "2", "c": "3", "d": "4"}
	for _, first := range []bool{true, false} {
		dir := t.TempDir()
		if !first {
			mustWrite(t, dir, before.files())
		}
		want := read(t, dir)
		goroutines := runtime.NumGoroutine()

		_, err := publish.Write(t.Context(), dir, nil, broken(site), publish.Basis{})
		if !errors.Is(err, fail) || err.Error() != `file "c": no such partner` {
			t.Errorf("error %v", err)
		}
		for end := time.Now().Add(time.Minute); runtime.NumGoroutine() > goroutines; time.Sleep(time.Millisecond) {
			if time.Now().After(end) { // one may still be on its way out
				t.Errorf("%d goroutines, %d before", runtime.NumGoroutine(), goroutines)
				break
			}
		}
		if first {
			if entries, _ := os.ReadDir(dir); len(entries) != 0 {
				t.Errorf("folder holds %v", entries)
			}
		} else {
			wantTree(t, dir, want)
		}
	}
}

// A file larger than what is held in memory is compared and written all the same.
func TestLarge(t *testing.T) {
	const size = 24 << 20
	chunk := bytes.Repeat([]byte("0123456789abcdef"), 999)
	render := func(last string) func(io.Writer) error {
		return func(w io.Writer) error {
			for n := size; n > 0; n -= len(chunk) {
				if _, err := w.Write(chunk[:min(n, len(chunk))]); err != nil {
					return err
				}
			}
			_, err := io.WriteString(w, last)
			return err
		}
	}
	dir := t.TempDir()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for i, last := range []string{"a", "a", "b"} {
		report := mustWrite(t, dir, []publish.File{{Path: "x/large", Render: render(last)}})
		if want := i != 1; want != (report.Written == 1) || report.Bytes != int64(size+len(last)) {
			t.Errorf("build %d: %+v", i, report)
		}
	}
	runtime.ReadMemStats(&after)
	if used := after.TotalAlloc - before.TotalAlloc; used > size {
		t.Errorf("took %d bytes of memory", used)
	}
	data, err := os.ReadFile(filepath.Join(dir, "x", "large"))
	must(t, err)
	var want bytes.Buffer
	must(t, render("b")(&want))
	if !bytes.Equal(data, want.Bytes()) {
		t.Error("other bytes than rendered")
	}
}

// Writes of any size add up to the same file.
func TestSizes(t *testing.T) {
	const mb = 1 << 20
	for _, sizes := range [][]int{{mb}, {mb + 1}, {mb - 1, 1, 1}, {1, mb}, {1, 3 * mb, 1}, {mb, mb, 5}, {3 * mb}} {
		var want []byte
		for i, n := range sizes {
			want = append(want, bytes.Repeat([]byte{byte('a' + i)}, n)...)
		}
		dir := t.TempDir()
		file := publish.File{Path: "x", Render: func(w io.Writer) error {
			rest := want
			for _, n := range sizes {
				if m, err := w.Write(rest[:n]); m != n || err != nil {
					return fmt.Errorf("%d bytes written of %d: %w", m, n, err)
				}
				rest = rest[n:]
			}
			return nil
		}}
		mustWrite(t, dir, []publish.File{file})
		if got, err := os.ReadFile(filepath.Join(dir, "x")); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%v: %d bytes, want %d (%v)", sizes, len(got), len(want), err)
		}
	}
}

// A picture that costs time to draw is drawn once, and again when it is gone,
// emptied, or not ours.
func TestNamed(t *testing.T) {
	dir := t.TempDir()
	drawn := 0
	files := []publish.File{{Path: "delen/a.1f2e.png", Named: true, Render: func(w io.Writer) error {
		drawn++
		_, err := io.WriteString(w, "picture")
		return err
	}}}
	picture := filepath.Join(dir, "delen", "a.1f2e.png")
	steps := []struct {
		name   string
		before func() error
		drawn  int
		report publish.Report
	}{
		{"first", func() error { return nil }, 1, publish.Report{Files: 1, Written: 1, Bytes: 7}},
		{"again", func() error { return nil }, 1, publish.Report{Files: 1, Unchanged: 1, Bytes: 7}},
		{"gone", func() error { return os.Remove(picture) }, 2, publish.Report{Files: 1, Written: 1, Bytes: 7}},
		{"emptied", func() error { return os.Truncate(picture, 0) }, 3, publish.Report{Files: 1, Written: 1, Bytes: 7}},
		{"of another", func() error {
			mustWrite(t, dir, nil)
			if err := os.MkdirAll(filepath.Dir(picture), 0o755); err != nil {
				return err
			}
			return os.WriteFile(picture, []byte("theirs!"), 0o644)
		}, 4, publish.Report{Files: 1, Written: 1, Bytes: 7}},
	}
	for _, step := range steps {
		if err := step.before(); err != nil {
			t.Fatal(err)
		}
		report, err := publish.Write(t.Context(), dir, nil, files, publish.Basis{})
		if err != nil || report != step.report || drawn != step.drawn {
			t.Errorf("%s: drawn %d times, %+v, %v; want %d, %+v", step.name, drawn, report, err, step.drawn, step.report)
		}
		if got, _ := os.ReadFile(picture); string(got) != "picture" {
			t.Errorf("%s: the file holds %q", step.name, got)
		}
	}
}
