package publish_test

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"pleinwijzer/generator/publish"
)

func TestWrite(t *testing.T) {
	tests := []struct {
		name    string
		before  tree // the site of an earlier build, if any
		foreign tree // what someone put in the folder after that
		site    tree
		want    tree
		report  publish.Report
	}{
		{
			name:   "first build",
			site:   tree{"index.html": "start", "pleinen/a/index.html": "A", "pleinen/a/a.ics": "", "leeg.txt": ""},
			want:   tree{"index.html": "start", "pleinen/": "", "pleinen/a/": "", "pleinen/a/index.html": "A", "pleinen/a/a.ics": "", "leeg.txt": ""},
			report: publish.Report{Files: 4, Written: 4, Bytes: 6},
		},
		{
			name: "no files",
			site: tree{}, want: tree{},
		},
		{
			name:   "changed, same and new",
			before: tree{"a": "1", "b": "2", "d/e": "5"},
			site:   tree{"a": "one", "b": "2", "c": "3", "d/e": "6", "d/f/g": "7"},
			want:   tree{"a": "one", "b": "2", "c": "3", "d/": "", "d/e": "6", "d/f/": "", "d/f/g": "7"},
			report: publish.Report{Files: 5, Written: 4, Unchanged: 1, Bytes: 7},
		},
		{
			name:   "removed with its folders",
			before: tree{"a/b/c/d": "1", "a/b/e/f": "2", "a/b/g": "3", "h": "4"},
			site:   tree{"h": "4"},
			want:   tree{"h": "4"},
			report: publish.Report{Files: 1, Unchanged: 1, Removed: 3, Bytes: 1},
		},
		{
			name:    "files of others stay, with their folders",
			before:  tree{"a/b/c": "1", "h": "4"},
			foreign: tree{"CNAME": "x", "a/theirs": "y", "theirs/": ""},
			site:    tree{"h": "4"},
			want:    tree{"h": "4", "CNAME": "x", "a/": "", "a/theirs": "y", "theirs/": ""},
			report:  publish.Report{Files: 1, Unchanged: 1, Removed: 1, Bytes: 1},
		},
		{
			name:    "a file of others is replaced where the site needs its name",
			before:  tree{"h": "4"},
			foreign: tree{"robots.txt": "theirs"},
			site:    tree{"h": "4", "robots.txt": "ours"},
			want:    tree{"h": "4", "robots.txt": "ours"},
			report:  publish.Report{Files: 2, Written: 1, Unchanged: 1, Bytes: 5},
		},
		{
			name:    "a damaged file is repaired",
			before:  tree{"a": "whole", "b": "whole"},
			foreign: tree{"a": "wh", "b": "WHOLE"},
			site:    tree{"a": "whole", "b": "whole"},
			want:    tree{"a": "whole", "b": "whole"},
			report:  publish.Report{Files: 2, Written: 2, Bytes: 10},
		},
		{
			name:   "a file becomes a folder",
			before: tree{"p/x": "1", "y": "2"},
			site:   tree{"p/x/index.html": "1", "y/z/index.html": "2"},
			want:   tree{"p/": "", "p/x/": "", "p/x/index.html": "1", "y/": "", "y/z/": "", "y/z/index.html": "2"},
			report: publish.Report{Files: 2, Written: 2, Removed: 2, Bytes: 2},
		},
		{
			name:   "a folder becomes a file",
			before: tree{"p/x/index.html": "1", "p/x/y/z": "2"},
			site:   tree{"p/x": "3"},
			want:   tree{"p/": "", "p/x": "3"},
			report: publish.Report{Files: 1, Written: 1, Removed: 2, Bytes: 1},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "deep", "public")
			if test.before != nil {
				mustWrite(t, dir, test.before.files())
			}
			put(t, dir, test.foreign)
			if got := mustWrite(t, dir, test.site.files()); got != test.report {
				t.Errorf("report %+v, want %+v", got, test.report)
			}
			wantTree(t, dir, test.want)

			again := mustWrite(t, dir, test.site.files())
			if again.Written != 0 || again.Removed != 0 {
				t.Errorf("second build: %+v", again)
			}
		})
	}
}

func TestUnchangedTouchesNothing(t *testing.T) {
	dir := t.TempDir()
	files := tree{"index.html": "start", "a/b.html": "B", "large": strings.Repeat("x", 3<<20)}.files()
	mustWrite(t, dir, files)
	long := time.Date(2020, 2, 2, 10, 0, 0, 0, time.UTC)
	names := []string{"index.html", "a/b.html", "large", "a", ".pleinwijzer/bestanden.txt"}
	for _, p := range names {
		must(t, os.Chtimes(filepath.Join(dir, p), long, long))
	}
	if got := mustWrite(t, dir, files); got.Unchanged != 3 || got.Bytes != 3<<20+6 {
		t.Errorf("report %+v", got)
	}
	for _, p := range names {
		info, err := os.Stat(filepath.Join(dir, p))
		must(t, err)
		if !info.ModTime().Equal(long) {
			t.Errorf("%q was written", p)
		}
	}
}

func TestMode(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no file modes")
	}
	dir := t.TempDir()
	put(t, dir, tree{"by/hand": ""})
	mustWrite(t, filepath.Join(dir, "public"), tree{"by/us": "", "us": ""}.files())
	for ours, theirs := range map[string]string{"public/by": "by", "public/by/us": "by/hand", "public/us": "by/hand"} {
		a, err := os.Stat(filepath.Join(dir, ours))
		must(t, err)
		b, err := os.Stat(filepath.Join(dir, theirs))
		must(t, err)
		if a.Mode() != b.Mode() {
			t.Errorf("%q has mode %v, want %v", ours, a.Mode(), b.Mode())
		}
	}
}

// Old and new name of a file are one file on a disk that does not tell upper
// from lower case. A hard link plays the part of such a disk.
func TestCaseChange(t *testing.T) {
	dir := t.TempDir()
	mustWrite(t, dir, tree{"Index.html": "x"}.files())
	if err := os.Link(filepath.Join(dir, "Index.html"), filepath.Join(dir, "index.html")); err != nil {
		t.Skip(err)
	}
	if got := mustWrite(t, dir, tree{"index.html": "x"}.files()); got.Removed != 0 {
		t.Errorf("report %+v", got)
	}
}

// Two builds at once may fail, but leave each file whole.
func TestTwoBuilds(t *testing.T) {
	dir := t.TempDir()
	a, b := versions()
	for range 4 {
		var builds sync.WaitGroup
		for _, v := range []tree{a, b} {
			builds.Go(func() { publish.Write(t.Context(), dir, nil, v.files(), publish.Basis{}) })
		}
		builds.Wait()
		wantWhole(t, dir, a, b)
	}
	// What two builds at once made may go unrecorded: a file where the next build
	// needs a folder is then refused by name, and else nothing is missing.
	var refusal *publish.Refusal
	if _, err := publish.Write(t.Context(), dir, nil, a.files(), publish.Basis{}); errors.As(err, &refusal) {
		return
	} else if err != nil {
		t.Fatal(err)
	}
	got := read(t, dir)
	for p, text := range a {
		if got[p] != text {
			t.Errorf("%q is not repaired", p)
		}
	}
}
