package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"pleinwijzer/generator/browsertest"
)

// TestReleaseTwice makes the release of this computer in two places from the same commit,
// and wants the same bytes: anyone can make it again and compare. The program in it knows
// where it comes from.
func TestReleaseTwice(t *testing.T) {
	browsertest.Needs(t, true, "what all tests need; this one compiles the program twice")
	browsertest.NeedsGit(t)
	made := [2]map[string][]byte{madeRelease(t), madeRelease(t)}
	if len(made[0]) != 3 || strings.Count(string(made[0]["SHA256SUMS"]), "\n") != 2 {
		t.Fatalf("made %d files", len(made[0]))
	}
	if book := string(made[0]["handboek.html"]); !strings.Contains(book, "hoort bij Pleinwijzer v9.8.7") {
		t.Error("the handbook does not say to which version it belongs")
	}
	for name, data := range made[0] {
		if !bytes.Equal(data, made[1][name]) {
			t.Errorf("%s is different the second time", name)
		}
		if !strings.HasSuffix(name, ".tar.gz") {
			continue
		}
		program, files := filepath.Join(t.TempDir(), "pleinwijzer"), unpacked(t, data)
		if err := os.WriteFile(program, files["pleinwijzer"], 0o777); err != nil {
			t.Fatal(err)
		}
		titled := regexp.MustCompile(`^\.TH PLEINWIJZER 1 "\d{4}-\d\d-\d\d" "pleinwijzer v9\.8\.7" "Pleinwijzer"\n`)
		if man := files["pleinwijzer.1"]; !titled.Match(man) {
			t.Errorf("the man page begins with %.100s", man)
		}
		out, err := exec.Command(program, "version").CombinedOutput()
		said := regexp.MustCompile(`^pleinwijzer v9\.8\.7 \(.*\)\nhttps://git\.example/naam/pleinwijzer\n$`)
		if err != nil || !said.Match(out) {
			t.Errorf("%v: %s", err, out)
		}
	}
}

// madeRelease clones the repository to a place of its own and makes a release there.
func madeRelease(t *testing.T) map[string][]byte {
	t.Helper()
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if out, err := exec.Command("git", "clone", "--quiet", root, dir).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	build := exec.Command("go", "run", "./.ci/release", "-version", "v9.8.7", "-source", "https://git.example/naam/pleinwijzer",
		"-only", runtime.GOOS+"/"+runtime.GOARCH)
	build.Dir = dir
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	files := map[string][]byte{}
	entries, err := os.ReadDir(filepath.Join(dir, "uitgave"))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if files[e.Name()], err = os.ReadFile(filepath.Join(dir, "uitgave", e.Name())); err != nil {
			t.Fatal(err)
		}
	}
	return files
}

func unpacked(t *testing.T, archive []byte) map[string][]byte {
	t.Helper()
	z, err := gzip.NewReader(bytes.NewReader(archive))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for r := tar.NewReader(z); ; {
		head, err := r.Next()
		if err == io.EOF {
			return files
		}
		if err != nil {
			t.Fatal(err)
		}
		if files[head.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
	}
}

// TestWorkflowsAreRight has the checker for workflows look at ours, and at those of a new
// folder.
func TestWorkflowsAreRight(t *testing.T) {
	browsertest.Needs(t, true, "what all tests need; this one fetches actionlint")
	var files []string
	for _, folder := range []string{"../../.github/workflows", "../../generator/scaffold/starter/.github/workflows"} {
		found, err := filepath.Glob(folder + "/*.yml")
		if err != nil || len(found) == 0 {
			t.Fatal(folder, err)
		}
		files = append(files, found...)
	}
	check := exec.Command("go", slices.Concat([]string{"run", "github.com/rhysd/actionlint/cmd/actionlint@v1.7.9", "-no-color", "-shellcheck=", "-pyflakes="}, files)...)
	check.Env = append(os.Environ(), "GOFLAGS=")
	if out, err := check.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}
