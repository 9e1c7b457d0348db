package publish_test

import (
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"pleinwijzer/generator/publish"
)

// TestBasis builds a site, does something, and builds it again: only what has to be
// rendered is, and the site is what a first build gives.
func TestBasis(t *testing.T) {
	noon := time.Date(2026, 11, 28, 12, 0, 0, 0, time.UTC)
	basis := func(key string, minutes int) publish.Basis {
		now := noon.Add(time.Duration(minutes) * time.Minute)
		return publish.Basis{Key: key, Now: now, Until: func() time.Time { return now.Truncate(time.Hour).Add(time.Hour) }}
	}
	site := tree{"a/index.html": "een", "a/b.json": "", "clock.json": "12.00", "index.html": "begin"}
	all := slices.Sorted(maps.Keys(site))
	name := func(dir, p string) string { return filepath.Join(dir, filepath.FromSlash(p)) }
	for _, c := range []struct {
		does  string
		do    func(t *testing.T, dir string)
		again publish.Basis
		want  []string // is rendered again
	}{
		{"nothing", nil, basis("k", 0), []string{"clock.json"}},
		{"some time passes", nil, basis("k", 59), []string{"clock.json"}},
		{"the time comes", nil, basis("k", 60), all},
		{"the clock goes back", nil, basis("k", -1), all},
		{"other content", nil, basis("other", 0), all},
		{"content of which nobody knows", nil, publish.Basis{}, all},
		{"other bytes of the same length", func(t *testing.T, dir string) {
			must(t, os.WriteFile(name(dir, "a/index.html"), []byte("één")[:3], 0o644))
		}, basis("k", 0), []string{"a/index.html", "clock.json"}},
		{"a file is emptied", func(t *testing.T, dir string) { must(t, os.Truncate(name(dir, "index.html"), 0)) },
			basis("k", 0), []string{"clock.json", "index.html"}},
		{"an empty file is gone", func(t *testing.T, dir string) { must(t, os.Remove(name(dir, "a/b.json"))) },
			basis("k", 0), []string{"a/b.json", "clock.json"}},
		{"a folder is gone", func(t *testing.T, dir string) { must(t, os.RemoveAll(name(dir, "a"))) },
			basis("k", 0), []string{"a/b.json", "a/index.html", "clock.json"}},
		{"a file is a link", func(t *testing.T, dir string) {
			must(t, os.Rename(name(dir, "index.html"), name(dir, "a/other.html")))
			if os.Symlink(filepath.Join("a", "other.html"), name(dir, "index.html")) != nil {
				t.Skip("no links here")
			}
		}, basis("k", 0), []string{"clock.json", "index.html"}},
		{"the state is cut short", func(t *testing.T, dir string) { must(t, os.Truncate(name(dir, ".pleinwijzer/stand.json"), 40)) },
			basis("k", 0), all},
		{"the state is gone", func(t *testing.T, dir string) { must(t, os.Remove(name(dir, ".pleinwijzer/stand.json"))) },
			basis("k", 0), all},
		{"another site came between", func(t *testing.T, dir string) {
			other := tree{"a/index.html": "twee", "index.html": "begin"}
			_, err := publish.Write(t.Context(), dir, nil, other.files(), basis("other", 0))
			must(t, err)
		}, basis("k", 0), all},
		{"a build of which nobody knows came between", func(t *testing.T, dir string) {
			mustWrite(t, dir, tree{"a/index.html": "twee", "a/b.json": "", "clock.json": "12.00", "index.html": "begin"}.files())
		}, basis("k", 0), []string{"a/index.html", "clock.json"}},
	} {
		t.Run(c.does, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "public")
			_, err := publish.Write(t.Context(), dir, nil, timed(site, new([]string)), basis("k", 0))
			must(t, err)
			if c.do != nil {
				c.do(t, dir)
			}
			var rendered []string
			files := timed(site, &rendered)
			if _, err := publish.Write(t.Context(), dir, nil, files, c.again); err != nil {
				t.Fatal(err)
			}
			slices.Sort(rendered)
			if !slices.Equal(rendered, c.want) {
				t.Errorf("%q are rendered, want %q", rendered, c.want)
			}
			got := read(t, dir)
			for p, text := range site {
				if got[p] != text {
					t.Errorf("%s has %q, want %q", p, got[p], text)
				}
			}
			var last []string
			if _, err := publish.Write(t.Context(), dir, nil, timed(site, &last), c.again); err != nil || c.again.Key != "" && len(last) != 1 {
				t.Errorf("once more renders %q, %v", last, err)
			}
		})
	}
}

// timed are the files of a site that note when they are rendered. One tells the time.
func timed(t tree, rendered *[]string) []publish.File {
	var mu sync.Mutex
	files := t.files()
	for i, f := range files {
		files[i].Timed = f.Path == "clock.json"
		files[i].Render = func(w io.Writer) error {
			mu.Lock()
			*rendered = append(*rendered, f.Path)
			mu.Unlock()
			return f.Render(w)
		}
	}
	return files
}
