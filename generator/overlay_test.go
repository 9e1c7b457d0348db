package generator_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"testing/fstest"

	"pleinwijzer/generator"
)

func files(content map[string]string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for name, text := range content {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

func TestOverlay(t *testing.T) {
	top := files(map[string]string{
		"base.html": "top", "partials/new.html": "top", "own/only.html": "top",
		"layouts.go": "package layouts", ".DS_Store": "", "base.html~": "",
	})
	base := files(map[string]string{
		"base.html": "base", "page.html": "base", "partials/card.html": "base", "css/site.css": "base",
	})
	o := generator.Overlay(top, base)
	want := map[string]string{
		"base.html": "top", "page.html": "base", "partials/new.html": "top",
		"partials/card.html": "base", "css/site.css": "base", "own/only.html": "top",
	}
	var names []string
	for name, text := range want {
		names = append(names, name)
		if got, err := fs.ReadFile(o, name); err != nil || string(got) != text {
			t.Errorf("%s: %q, %v, want %q", name, got, err, text)
		}
	}
	if err := fstest.TestFS(o, names...); err != nil {
		t.Error(err)
	}
	got := walk(t, o)
	slices.Sort(names)
	if !slices.Equal(got, names) {
		t.Errorf("the overlay holds %q, want %q", got, names)
	}
	if _, err := fs.ReadFile(o, "layouts.go"); err == nil {
		t.Error("the Go file of the folder shows")
	}
}

// walk lists the files of a file system in order of their names.
func walk(t *testing.T, fsys fs.FS) []string {
	t.Helper()
	var names []string
	err := fs.WalkDir(fsys, ".", func(name string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

func TestOverlayWithoutFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "layouts")
	o := generator.Overlay(os.DirFS(dir), files(map[string]string{"a/b.html": "base"}))
	if got := walk(t, o); !slices.Equal(got, []string{"a/b.html"}) {
		t.Errorf("without a folder on top: %q", got)
	}
	if err := os.MkdirAll(filepath.Join(dir, "a"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "a", "c.html"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if got := walk(t, o); !slices.Equal(got, []string{"a/b.html", "a/c.html"}) {
		t.Errorf("after the folder came: %q", got)
	}
}

// TestOverlayUnreadable checks that an unreadable file is not silently replaced by the
// built-in one.
func TestOverlayUnreadable(t *testing.T) {
	dir := t.TempDir()
	if err := os.Symlink("base.html", filepath.Join(dir, "base.html")); err != nil {
		t.Skip(err)
	}
	o := generator.Overlay(os.DirFS(dir), files(map[string]string{"base.html": "base"}))
	if got, err := fs.ReadFile(o, "base.html"); err == nil {
		t.Errorf("read %q through a link to itself", got)
	}
}
