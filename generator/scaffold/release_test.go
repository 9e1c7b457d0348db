package scaffold

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"pleinwijzer/generator/browsertest"
)

// A played release is a server with the files of one, as GitHub has them.
type playedRelease struct {
	*httptest.Server
	files map[string][]byte
	asked []string
}

const playedVersion = "v1.2.0"

// playRelease serves a program for this computer that says what it was asked.
func playRelease(t *testing.T) *playedRelease {
	t.Helper()
	for _, tool := range []string{"sh", "tar", "curl", "sha256sum"} {
		_, err := exec.LookPath(tool)
		switch {
		case err != nil && browsertest.All():
			t.Fatal("no ", tool)
		case err != nil:
			t.Skip("no ", tool)
		}
	}
	if runtime.GOOS == "windows" {
		t.Skip("the program that is played is a shell script")
	}
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	w := tar.NewWriter(z)
	program := "#!/bin/sh\necho \"gedaan: $*\"\n"
	if err := w.WriteHeader(&tar.Header{Name: "pleinwijzer", Mode: 0o755, Size: int64(len(program))}); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write([]byte(program)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	name := fmt.Sprintf("pleinwijzer_%s_%s_%s.tar.gz", playedVersion, runtime.GOOS, runtime.GOARCH)
	p := &playedRelease{files: map[string][]byte{
		name:         b.Bytes(),
		"SHA256SUMS": fmt.Appendf(nil, "%x  %s\n", sha256.Sum256(b.Bytes()), name),
	}}
	p.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		p.asked = append(p.asked, r.URL.Path)
		file, ok := strings.CutPrefix(r.URL.Path, "/naam/pleinwijzer/releases/download/"+playedVersion+"/")
		if data := p.files[file]; ok && data != nil {
			w.Write(data)
			return
		}
		http.NotFound(w, r)
	}))
	t.Cleanup(p.Close)
	return p
}

// folder makes a new directory that fetches the release.
func (p *playedRelease) folder(t *testing.T) (dir string) {
	t.Helper()
	dir = begun(t)
	script := filepath.Join(dir, "pleinwijzer.sh")
	data, err := os.ReadFile(script)
	if err != nil {
		t.Fatal(err)
	}
	known := strings.NewReplacer(`bron=""`, `bron="`+p.URL+`/naam/pleinwijzer"`, `versie="HEAD"`, `versie="`+playedVersion+`"`)
	filled := known.Replace(string(data))
	if err := os.WriteFile(script, []byte(filled), 0o777); err != nil {
		t.Fatal(err)
	}
	return dir
}

// TestRelease fetches the release once, and then only runs it.
func TestRelease(t *testing.T) {
	p := playRelease(t)
	dir := p.folder(t)
	commands := []string{"./pleinwijzer.sh", "sh pleinwijzer.sh", "bash ./pleinwijzer.sh"}
	for _, shell := range []string{"dash", "zsh", "ksh", "busybox"} {
		if _, err := exec.LookPath(shell); err == nil {
			commands = append(commands, strings.Replace(shell, "busybox", "busybox sh", 1)+" pleinwijzer.sh")
		}
	}
	for i, command := range commands {
		out, err := hosted(dir, command+" check -format text")
		if err != nil || !strings.HasSuffix(out, "gedaan: check -format text\n") {
			t.Fatalf("%s: %v: %s", command, err, out)
		}
		if i > 0 && len(p.asked) != 2 {
			t.Errorf("%s asked again: %q", command, p.asked)
		}
	}
	if left := kept(t, dir); !slices.Equal(left, []string{playedVersion}) {
		t.Errorf("kept %q", left)
	}
}

// TestReleaseElsewhere fetches it in a folder with an odd name, with what a computer has in
// place of curl and sha256sum, by each shell, and by two at once.
func TestReleaseElsewhere(t *testing.T) {
	p := playRelease(t)
	for _, test := range []struct {
		name, tools, command string
	}{
		{"wget", "wget sha256sum", "./pleinwijzer.sh check"},
		{"as on a Mac", "curl shasum perl", "./pleinwijzer.sh check"},
		{"zsh", "curl sha256sum zsh", "zsh ./pleinwijzer.sh check"},
		{"busybox", "curl sha256sum busybox", "busybox sh ./pleinwijzer.sh check"},
		{"two at once", "curl sha256sum", "./pleinwijzer.sh check & ./pleinwijzer.sh check; wait $!"},
		{"from elsewhere", "curl sha256sum", `mkdir -p ander/map && cd ander && CDPATH=.. sh -c '"$0"/pleinwijzer.sh check' "$OLDPWD"`},
	} {
		t.Run(test.name, func(t *testing.T) {
			tools := toolbox(t, test.tools)
			dir := filepath.Join(t.TempDir(), "Mijn map é (2)")
			if err := os.Rename(p.folder(t), dir); err != nil {
				t.Fatal(err)
			}
			out, err := hosted(dir, test.command, "PATH="+tools)
			if err != nil || !strings.Contains(out, "gedaan: check\n") {
				t.Errorf("%v: %s", err, out)
			}
			if left := kept(t, dir); !slices.Equal(left, []string{playedVersion}) {
				t.Errorf("kept %q", left)
			}
		})
	}
}

// toolbox is a folder with all that the script needs, but what is not the same everywhere,
// and neither Go nor git. Without those of extra there is nothing to test.
func toolbox(t *testing.T, extra string) (dir string) {
	t.Helper()
	dir = t.TempDir()
	usual := "sh bash dirname mkdir mktemp uname grep cut head tar gzip rm mv cat "
	for _, tool := range strings.Fields(usual + extra) {
		found, err := exec.LookPath(tool)
		if err != nil && !strings.Contains(usual, tool) {
			t.Skip(err)
		}
		if err == nil {
			err = os.Symlink(found, filepath.Join(dir, tool))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// kept are the names in the folder where programs are kept.
func kept(t *testing.T, dir string) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Join(dir, ".pleinwijzer"))
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

// TestFaultyRelease wants nothing to be run or kept that is not the release.
func TestFaultyRelease(t *testing.T) {
	tests := map[string]struct {
		spoil func(*playedRelease)
		want  string // in what is said
	}{
		"another program": {func(p *playedRelease) {
			for name := range p.files {
				if name != "SHA256SUMS" {
					p.files[name] = []byte("iets anders")
				}
			}
		}, "het controlegetal van pleinwijzer_v1.2.0_"},
		"half a program": {func(p *playedRelease) {
			for name, data := range p.files {
				if name != "SHA256SUMS" {
					p.files[name] = data[:len(data)/2]
				}
			}
		}, "het controlegetal van pleinwijzer_v1.2.0_"},
		"no program": {func(p *playedRelease) {
			for name := range p.files {
				if name != "SHA256SUMS" {
					delete(p.files, name)
				}
			}
		}, "het programma is niet op te halen van "},
		"no release": {func(p *playedRelease) { clear(p.files) }, "versie v1.2.0 is niet op te halen van "},
		"no network": {func(p *playedRelease) { p.Close() }, "Is er internet, en klopt de versie?"},
		"not for this computer": {func(p *playedRelease) {
			p.files["SHA256SUMS"] = []byte(strings.Repeat("0", 64) + "  pleinwijzer_v1.2.0_plan9_mips.tar.gz\n")
		}, "zijn git en Go nodig"},
	}
	tools := toolbox(t, "curl sha256sum")
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			p := playRelease(t)
			dir := p.folder(t)
			test.spoil(p)
			out, err := hosted(dir, "./pleinwijzer.sh check", "PATH="+tools)
			if err == nil || !strings.Contains(out, test.want) || strings.Contains(out, "gedaan") {
				t.Errorf("%v: %s", err, out)
			}
			if left := kept(t, dir); len(left) > 0 {
				t.Errorf("kept %q", left)
			}
		})
	}
}

// TestReleaseSourced wants who reads the script into the shell to be told, since its last
// command takes the place of the shell.
func TestReleaseSourced(t *testing.T) {
	p := playRelease(t)
	out, err := hosted(p.folder(t), ". ./pleinwijzer.sh; echo verder")
	if err != nil || !strings.Contains(out, "start dit zo: ./pleinwijzer.sh check\n") || !strings.HasSuffix(out, "verder\n") {
		t.Errorf("%v: %s", err, out)
	}
}
