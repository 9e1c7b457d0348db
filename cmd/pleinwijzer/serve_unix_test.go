//go:build unix

package main

import (
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// aSocket makes a socket, which is another thing that is not a file. Its path must be
// short.
func aSocket(t *testing.T, name string) error {
	here, err := os.MkdirTemp("", "s")
	if err != nil {
		return err
	}
	defer os.RemoveAll(here)
	l, err := net.Listen("unix", filepath.Join(here, "s"))
	if err != nil {
		return err
	}
	l.(*net.UnixListener).SetUnlinkOnClose(false)
	t.Cleanup(func() { l.Close() })
	return os.Rename(filepath.Join(here, "s"), name)
}

// TestServeOddThings lets odd things appear and disappear while the preview runs. The
// page and the terminal must mention each of them, and all must be well when they are
// gone.
func TestServeOddThings(t *testing.T) {
	s := serveHere(t, nil, time.Now)
	beside := filepath.Dir(s.dir)
	for _, folder := range []string{"layouts", "static", "content/paginas"} {
		if err := os.MkdirAll(filepath.Join(beside, folder), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	odd := map[string]func(string) error{"a socket": func(name string) error { return aSocket(t, name) }}
	for thing, put := range oddThings {
		odd[thing] = put
	}
	for _, place := range []string{"content/paginas/x.md", "content/nieuw", "layouts/base.html", "layouts/partials", "static/x.png", "static/map"} {
		for thing, put := range odd {
			name := filepath.Join(beside, filepath.FromSlash(place))
			if thing == "a large file" && filepath.Ext(name) == "" {
				continue
			}
			if err := put(name); err != nil {
				t.Fatal(err)
			}
			s.terminal.next(t, place+":")
			s.until("/partners/", place)
			if err := os.Remove(name); err != nil {
				t.Fatal(err)
			}
			s.terminal.next(t, ": bijgewerkt")
			s.until("/partners/", "Taalhuis")
		}
	}
	s.stop()
}

// TestServeLookIsLink starts the preview with folders for the look that lead to the whole
// disk, which must not be watched.
func TestServeLookIsLink(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "content"), os.DirFS(smallSite)); err != nil {
		t.Fatal(err)
	}
	for _, folder := range []string{"static", "layouts", "content/partners"} {
		os.RemoveAll(filepath.Join(dir, folder))
		if err := os.Symlink("/", filepath.Join(dir, folder)); err != nil {
			t.Skip(err)
		}
	}
	os.MkdirAll(filepath.Join(dir, "content", "paginas"), 0o755)
	if err := syscall.Mkfifo(filepath.Join(dir, "content", "paginas", "pijp.md"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, signal := range []os.Signal{os.Interrupt, syscall.SIGTERM} {
		command := exec.Command("pleinwijzer", "serve", "-content", filepath.Join(dir, "content"), "-addr", "localhost:0")
		output := make(lines, 1000)
		command.Stdout, command.Stderr = output, output
		if err := command.Start(); err != nil {
			t.Fatal(err)
		}
		for _, want := range []string{"layouts:", "static:", "content/paginas/pijp.md:", "content/partners:"} { // in sorted order
			output.next(t, want)
		}
		if err := command.Process.Signal(signal); err != nil {
			t.Fatal(err)
		}
		if err := command.Wait(); err != nil {
			t.Errorf("%v: %v", signal, err)
		}
		close(output)
		for line := range output {
			if strings.Contains(line, "midden in het werk") {
				t.Errorf("%v: %s", signal, line)
			}
		}
	}
}

// TestServeSilentDisk changes a file through memory, about which the system tells nothing
// (inotify(7), "Limitations"), as it tells nothing of changes by another computer. The
// page must change, and the terminal must say once that looking takes longer.
func TestServeSilentDisk(t *testing.T) {
	const name, before = "partners/taalhuis.md", "+++\nnaam = \"Taalhuis\"\n+++\n"
	s := serveHere(t, map[string]string{name: before}, time.Now)
	for _, title := range []string{"Leeshuis", "Taalhuus"} {
		if !silently(t, filepath.Join(s.dir, filepath.FromSlash(name)), strings.Replace(before, "Taalhuis", title, 1)) {
			t.Skip("this disk does not know when it was written through memory")
		}
		s.until("/partners/taalhuis/", title)
		if title == "Leeshuis" {
			s.terminal.next(t, "meldt niet alles wat verandert")
		}
	}
	s.stop()
	for len(s.terminal) > 0 {
		if line := <-s.terminal; strings.Contains(line, "meldt niet alles") {
			t.Errorf("said again: %s", line)
		}
	}
}

// silently writes a file through memory. It reports whether the file got another time.
func silently(t *testing.T, name, text string) bool {
	t.Helper()
	file, err := os.OpenFile(name, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	before, err := file.Stat()
	if err != nil {
		t.Fatal(err)
	}
	memory, err := syscall.Mmap(int(file.Fd()), 0, len(text), syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_SHARED)
	if err != nil {
		t.Skip(err)
	}
	copy(memory, text)
	if err := syscall.Munmap(memory); err != nil {
		t.Fatal(err)
	}
	after, err := file.Stat()
	if err != nil {
		t.Fatal(err)
	}
	return !after.ModTime().Equal(before.ModTime())
}
