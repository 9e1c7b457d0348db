//go:build unix

package saving_test

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"pleinwijzer/generator/saving"
)

// TestLinks puts links where files and folders are. Nothing behind them is read, and
// nothing is written there.
func TestLinks(t *testing.T) {
	p := newPlace(t)
	p.write("elders/taalhuis.md", taalhuis)
	p.write("elders/fotos/x.jpg", "x")
	sum := saving.SumOf([]byte(taalhuis))

	p.must(os.Symlink(p.path("elders/taalhuis.md"), p.path("content/spreekuren/koppeling.md")))
	p.must(os.Symlink("taalhuis.md", p.path("content/spreekuren/binnen.md")))
	p.must(os.Symlink("/dev/zero", p.path("content/spreekuren/eindeloos.md")))
	p.must(os.Symlink("nergens.md", p.path("content/spreekuren/dood.md")))
	p.must(os.Symlink(p.path("elders"), p.path("content/agenda")))
	p.must(os.Symlink(p.path("elders"), p.path("content/spreekuren/map")))
	p.must(syscall.Mkfifo(p.path("content/spreekuren/pijp.md"), 0o644))
	for file, reason := range map[string]saving.Reason{
		"spreekuren/koppeling.md": saving.Link, "spreekuren/binnen.md": saving.Link, "spreekuren/eindeloos.md": saving.Link, "spreekuren/dood.md": saving.Link,
		"agenda/taalhuis.md": saving.Link, "spreekuren/map/taalhuis.md": saving.Link, "spreekuren/pijp.md": saving.NotFile,
	} {
		_, err := p.Read(file)
		p.refused(err, reason, "")
		_, err = p.Save(file, sum, []byte("x"))
		p.refused(err, reason, "")
	}
	for _, file := range []string{"agenda/nieuw.md", "spreekuren/map/nieuw.md"} {
		_, err := p.Create(file, []byte("x"))
		p.refused(err, saving.Link, "koppeling")
	}
	_, err := p.Create("spreekuren/dood.md", []byte("x"))
	p.refused(err, saving.Exists, "")

	p.must(os.Symlink(p.path("elders"), p.path("static")))
	_, err = p.Upload(saving.Photo, "x.jpg", bytes.NewReader(photoOf(t, 1)))
	p.refused(err, saving.Link, "koppeling")
	p.must(os.Remove(p.path("static")))
	p.must(os.Mkdir(p.path("static"), 0o755))
	p.must(os.Symlink(p.path("elders/fotos"), p.path("static/fotos")))
	_, err = p.Upload(saving.Photo, "x.jpg", bytes.NewReader(photoOf(t, 1)))
	p.refused(err, saving.Link, "koppeling")

	if p.read("elders/taalhuis.md") != taalhuis || p.read("content/spreekuren/taalhuis.md") != taalhuis {
		t.Error("something behind a link was changed")
	}
	if got, err := os.ReadDir(p.path("elders")); err != nil || len(got) != 2 {
		t.Errorf("behind the link are %v", got)
	}
}

// TestSwapped puts a link in the place of a folder after it was read.
func TestSwapped(t *testing.T) {
	p := newPlace(t)
	p.write("elders/taalhuis.md", taalhuis)
	was, err := p.Read("spreekuren/taalhuis.md")
	p.must(err)
	p.must(os.Rename(p.path("content/spreekuren"), p.path("weg")))
	p.must(os.Symlink(p.path("elders"), p.path("content/spreekuren")))
	_, err = p.Save("spreekuren/taalhuis.md", was.Sum, []byte("x"))
	p.refused(err, saving.Link, "koppeling")
	if p.read("elders/taalhuis.md") != taalhuis {
		t.Error("it was changed behind the link")
	}
}

// TestContentIsLink opens a folder by a link, which whoever starts the program may do.
func TestContentIsLink(t *testing.T) {
	p := newPlace(t)
	p.must(os.Symlink("content", p.path("inhoud")))
	f, err := saving.Open(t.Context(), p.path("inhoud"), p.path("static"))
	p.must(err)
	_, err = f.Save("spreekuren/taalhuis.md", saving.SumOf([]byte(taalhuis)), []byte("x"))
	p.must(err)
	if p.read("content/spreekuren/taalhuis.md") != "x" {
		t.Error("it was saved elsewhere")
	}
}

// TestOthersFolder saves as someone who may not write in the folder, or not in the file.
func TestOthersFolder(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("modes do not stop root")
	}
	p := newPlace(t)
	folder := p.path("content/spreekuren")
	p.must(os.Chmod(folder, 0o555))
	t.Cleanup(func() { os.Chmod(folder, 0o755) })
	_, err := p.Save("spreekuren/taalhuis.md", saving.SumOf([]byte(taalhuis)), []byte("x"))
	p.refused(err, saving.ReadOnly, "niet schrijven")
	_, err = p.Create("spreekuren/x.md", []byte("x"))
	p.refused(err, saving.ReadOnly, "niet schrijven")
	p.wantFiles(atFirst)
	p.must(os.Chmod(folder, 0o755))
	p.must(os.Chmod(p.path("content/spreekuren/taalhuis.md"), 0))
	_, err = p.Read("spreekuren/taalhuis.md")
	p.refused(err, saving.ReadOnly, "niet lezen")
}

// child is set for a copy of the test program that saves in the folder that it names.
const child = "PLEINWIJZER_SAVES_IN"

// large is a version that is much longer than the other, so that it takes a while to write.
var large = []byte(taalhuis + strings.Repeat("Kom langs.\n", 200_000))

func TestMain(m *testing.M) {
	dir := os.Getenv(child)
	if dir == "" {
		os.Exit(m.Run())
	}
	f, err := saving.Open(context.Background(), dir, filepath.Join(dir, "../static"))
	if err == nil {
		err = saveInTurn(f)
	}
	fmt.Println(err)
}

// saveInTurn saves one version after the other until it is killed, or until it fails.
func saveInTurn(f *saving.Folder) error {
	for {
		now, err := f.Read("spreekuren/taalhuis.md")
		if err != nil {
			return err
		}
		next := large
		if len(now.Data) == len(large) {
			next = []byte(taalhuis)
		}
		if _, err := f.Save("spreekuren/taalhuis.md", now.Sum, next); err != nil {
			return err
		}
		fmt.Println("saved")
	}
}

// program starts a child by a command of the shell, in which "$0" is the child.
func (p place) program(shell string) (*exec.Cmd, *bufio.Scanner) {
	p.Helper()
	command := exec.Command("/bin/sh", "-c", shell, os.Args[0])
	command.Env = append(os.Environ(), child+"="+p.path("content"))
	out, err := command.StdoutPipe()
	p.must(err)
	p.must(command.Start())
	return command, bufio.NewScanner(out)
}

// TestKilled kills a program while it saves, at some moment. Each time the file is whole,
// and whoever saves next finds no lock and leaves no draft.
func TestKilled(t *testing.T) {
	p := newPlace(t)
	drafts := 0
	for round := range 12 {
		command, out := p.program(`exec "$0"`)
		for range round%3 + 1 {
			out.Scan()
		}
		time.Sleep(time.Duration(round) * time.Millisecond) // any moment will do
		p.must(command.Process.Kill())
		command.Wait()
		if got := p.read("content/spreekuren/taalhuis.md"); got != taalhuis && got != string(large) {
			t.Fatalf("a file of %d bytes is left", len(got))
		}
		if p.files() != atFirst {
			drafts++
		}
	}
	p.edit("spreekuren/taalhuis.md", "x")
	p.wantFiles(atFirst)
	t.Logf("12 programs killed, %d times with a draft", drafts)
}

// TestFullDisk saves where there is room for the small version and not for the large one:
// the system limits how large a file may be, in blocks of 512 or 1024 bytes.
func TestFullDisk(t *testing.T) {
	p := newPlace(t)
	command, out := p.program(`trap "" XFSZ; ulimit -f 100; exec "$0"`)
	out.Scan()
	if want := "de schijf is vol, en er is niets bewaard"; !strings.Contains(out.Text(), want) {
		t.Errorf("it says %q, want %q", out.Text(), want)
	}
	command.Wait()
	if p.read("content/spreekuren/taalhuis.md") != taalhuis {
		t.Error("the file was changed")
	}
	p.wantFiles(atFirst)
}
