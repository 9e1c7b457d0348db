//go:build unix

package rooted_test

import (
	"context"
	"errors"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"testing/fstest"

	"pleinwijzer/generator/rooted"
)

// folder makes a folder with one of each kind of thing that a folder can contain.
func folder(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "rooted") // the path of a socket must be short
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	socket, listening := net.Listen("unix", filepath.Join(dir, "socket"))
	for _, err := range []error{
		os.Mkdir(filepath.Join(dir, "map"), 0o755),
		os.WriteFile(filepath.Join(dir, "map", "x.md"), []byte("x"), 0o644),
		os.WriteFile(filepath.Join(dir, "groot.md"), []byte(strings.Repeat("x", 11)), 0o644),
		os.WriteFile(filepath.Join(dir, "precies.md"), []byte(strings.Repeat("x", 10)), 0o644),
		syscall.Mkfifo(filepath.Join(dir, "pijp.md"), 0o644),
		os.Symlink("map/x.md", filepath.Join(dir, "binnen.md")),
		os.Symlink("/etc/hosts", filepath.Join(dir, "buiten.md")),
		os.Symlink("/dev/zero", filepath.Join(dir, "eindeloos.md")),
		os.Symlink("zelf.md", filepath.Join(dir, "zelf.md")),
		os.Symlink("map", filepath.Join(dir, "koppeling")),
		os.Symlink("nergens", filepath.Join(dir, "dood.md")),
		listening,
	} {
		if err != nil {
			t.Skip(err)
		}
	}
	t.Cleanup(func() { socket.Close() })
	return dir
}

func TestRefusals(t *testing.T) {
	fsys := rooted.Open(t.Context(), folder(t), ".", 10)
	for name, want := range map[string]rooted.Reason{
		"pijp.md": rooted.NotFile, "socket": rooted.NotFile, "binnen.md": rooted.Link, "buiten.md": rooted.Link, "eindeloos.md": rooted.Link,
		"zelf.md": rooted.Link, "koppeling": rooted.Link, "koppeling/x.md": rooted.Link, "dood.md": rooted.Link, "groot.md": rooted.TooLarge,
	} {
		_, read := fs.ReadFile(fsys, name)
		file, opened := fsys.Open(name)
		if opened == nil {
			file.Close()
		}
		for _, err := range []error{read, opened} {
			refusal, ok := errors.AsType[*rooted.Refusal](err)
			if !ok || refusal.Reason != want || !strings.HasSuffix(refusal.Name, name) && !strings.HasSuffix(refusal.Name, "koppeling") {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
	if data, err := fs.ReadFile(fsys, "precies.md"); err != nil || len(data) != 10 {
		t.Errorf("a file of just the limit: %d bytes, %v", len(data), err)
	}
	for _, name := range []string{"../x", "/etc/hosts", "map/../map/x.md"} {
		if _, err := fs.ReadFile(fsys, name); !errors.Is(err, fs.ErrInvalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestBelow checks that the folder below may be missing, but may not be a link.
func TestBelow(t *testing.T) {
	dir := folder(t)
	if data, err := fs.ReadFile(rooted.Open(t.Context(), dir, "map", 10), "x.md"); err != nil || string(data) != "x" {
		t.Errorf("%q, %v", data, err)
	}
	if _, err := fs.ReadDir(rooted.Open(t.Context(), dir, "nergens", 10), "."); !errors.Is(err, fs.ErrNotExist) {
		t.Error("a folder that is not there:", err)
	}
	_, err := fs.ReadDir(rooted.Open(t.Context(), dir, "koppeling", 10), ".")
	if refusal, ok := errors.AsType[*rooted.Refusal](err); !ok || refusal.Reason != rooted.Link {
		t.Error("a folder that is a link:", err)
	}
}

func TestStopped(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	fsys := rooted.Open(ctx, folder(t), ".", 10)
	stop()
	if _, err := fs.ReadFile(fsys, "map/x.md"); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

func TestFS(t *testing.T) {
	dir := t.TempDir()
	os.Mkdir(filepath.Join(dir, "map"), 0o755)
	os.WriteFile(filepath.Join(dir, "map", "x.md"), []byte("x"), 0o644)
	if err := fstest.TestFS(rooted.Open(t.Context(), dir, ".", 10), "map/x.md"); err != nil {
		t.Error(err)
	}
}
