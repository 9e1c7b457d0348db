package rooted

import (
	"io/fs"
	"testing"
	"testing/fstest"
)

// TestPlainMode wants what OneDrive keeps to be a file or a folder, and a junction a link.
func TestPlainMode(t *testing.T) {
	for _, test := range []struct {
		mode   fs.FileMode
		folder bool
		want   fs.FileMode
	}{
		{0o644, false, 0o644},
		{fs.ModeDir | 0o755, true, fs.ModeDir | 0o755},
		{fs.ModeSymlink | 0o777, true, fs.ModeSymlink | 0o777},
		{fs.ModeIrregular | 0o666, false, 0o666},
		{fs.ModeIrregular | fs.ModeDir | 0o777, true, fs.ModeDir | 0o777},
		{fs.ModeIrregular | 0o777, true, fs.ModeSymlink | 0o777},
	} {
		if got := plainMode(test.mode, test.folder); got != test.want {
			t.Errorf("%v, %t: %v, want %v", test.mode, test.folder, got, test.want)
		}
	}
}

// TestPlainEntries wants the same of the entries of a folder.
func TestPlainEntries(t *testing.T) {
	kept := fstest.MapFS{"a.md": {Mode: fs.ModeIrregular | 0o666}, "b.md": {Mode: 0o644}}
	entries, err := fs.ReadDir(kept, ".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range plainEntries(entries) {
		info, err := e.Info()
		if err != nil || !e.Type().IsRegular() || !info.Mode().IsRegular() {
			t.Errorf("%s: %v, %v", e, e.Type(), err)
		}
	}
}
