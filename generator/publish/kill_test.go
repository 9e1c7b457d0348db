package publish_test

import (
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"pleinwijzer/generator/publish"
)

// killDir is set in the child process of TestKilled: the folder to build in.
const killDir = "PLEINWIJZER_TEST_KILL_DIR"

func TestMain(m *testing.M) {
	if dir := os.Getenv(killDir); dir != "" {
		buildForever(dir)
	}
	os.Exit(m.Run())
}

// buildForever builds one version after the other until the process is killed.
func buildForever(dir string) {
	a, b := versions()
	fmt.Println("begin")
	for {
		for _, v := range []tree{a, b} {
			if _, err := publish.Write(context.Background(), dir, nil, v.files(), v.basis()); err != nil {
				fmt.Fprintln(os.Stderr, err)
				os.Exit(1)
			}
		}
	}
}

// versions returns two sites that differ in every way a site can.
func versions() (a, b tree) {
	a, b = tree{}, tree{}
	for i := range 40 {
		long := strings.Repeat(fmt.Sprintln("spreekuur", i), 100)
		p := fmt.Sprintf("spreekuren/inloop-%d", i)
		a[p+"/index.html"], b[p+"/index.html"] = "a "+long, "b "+long
		a[p+"/same.ics"], b[p+"/same.ics"] = long, long
		a[fmt.Sprintf("oud/%d/index.html", i)] = long
		b[fmt.Sprintf("nieuw/%d/index.html", i)] = long
	}
	a["x"], b["x/y/index.html"] = "file", "folder"
	b["z"], a["z/y/index.html"] = "file", "folder"
	a["groot"], b["groot"] = strings.Repeat("a", 1<<20+1), strings.Repeat("b", 1<<20+1)
	return a, b
}

// basis is that of the version, which each build of it has.
func (t tree) basis() publish.Basis {
	day := time.Date(2026, 11, 28, 0, 0, 0, 0, time.UTC)
	return publish.Basis{Key: t["groot"][:1], Now: day, Until: func() time.Time { return day.AddDate(0, 0, 1) }}
}

// wantWhole checks that each file in dir has the bytes of one of the sites.
func wantWhole(t *testing.T, dir string, sites ...tree) {
	t.Helper()
next:
	for p, text := range read(t, dir) {
		if strings.HasSuffix(p, "/") {
			continue
		}
		for _, site := range sites {
			if want, ok := site[p]; ok && text == want {
				continue next
			}
		}
		t.Errorf("%q is not whole: %d bytes", p, len(text))
	}
}

// clean returns the folder that a first build of site gives, with its record.
func clean(t *testing.T, site tree) tree {
	t.Helper()
	dir := t.TempDir()
	writeKnown(t, dir, site)
	return withRecord(t, dir)
}

func writeKnown(t *testing.T, dir string, site tree) {
	t.Helper()
	_, err := publish.Write(t.Context(), dir, nil, site.files(), site.basis())
	must(t, err)
}

func withRecord(t *testing.T, dir string) tree {
	t.Helper()
	found := read(t, dir)
	entries, err := os.ReadDir(filepath.Join(dir, ".pleinwijzer"))
	must(t, err)
	for _, e := range entries {
		data, err := os.ReadFile(filepath.Join(dir, ".pleinwijzer", e.Name()))
		must(t, err)
		found[".pleinwijzer/"+e.Name()] = string(data)
	}
	return found
}

// A process that builds is killed at many moments. Whenever that is, each file is
// whole, files of others are there, and the next build gives a clean site.
func TestKilled(t *testing.T) {
	a, b := versions()
	sites := []tree{a, b}
	wants := []tree{clean(t, a), clean(t, b)}
	theirs := tree{"CNAME": "www.example.nl\n"}
	dir := filepath.Join(t.TempDir(), "public")
	const rounds = 24
	mixed := 0
	for round := range rounds {
		fresh := round%4 == 0
		if fresh {
			must(t, os.RemoveAll(dir))
		} else {
			put(t, dir, theirs)
		}
		kill(t, dir)
		if _, err := os.Stat(dir); err == nil {
			wantWhole(t, dir, a, b, theirs)
			if got := read(t, dir); !sameFiles(got, a) && !sameFiles(got, b) {
				mixed++
			}
		}
		writeKnown(t, dir, sites[round%2])
		got := withRecord(t, dir)
		if !fresh && got["CNAME"] != theirs["CNAME"] {
			t.Error("a file of others is gone")
		}
		delete(got, "CNAME")
		if !reflect.DeepEqual(got, wants[round%2]) {
			t.Fatalf("round %d: folder holds %v", round, brief(got))
		}
	}
	t.Logf("%d of %d kills came between two versions", mixed, rounds)
}

func sameFiles(got, site tree) bool {
	n := 0
	for p, text := range got {
		if strings.HasSuffix(p, "/") || p == "CNAME" {
			continue
		}
		if site[p] != text {
			return false
		}
		n++
	}
	return n == len(site)
}

// kill starts a process that builds in dir and kills it after a while.
func kill(t *testing.T, dir string) {
	t.Helper()
	self, err := os.Executable()
	must(t, err)
	cmd := exec.Command(self)
	cmd.Env = append(os.Environ(), killDir+"="+dir)
	var stderr strings.Builder
	cmd.Stderr = &stderr
	out, err := cmd.StdoutPipe()
	must(t, err)
	must(t, cmd.Start())
	if _, err := io.ReadFull(out, make([]byte, len("begin"))); err != nil {
		t.Errorf("child: %v", err)
	}
	time.Sleep(rand.N(25 * time.Millisecond))
	must(t, cmd.Process.Kill())
	cmd.Wait()
	if stderr.Len() > 0 {
		t.Errorf("child: %s", stderr.String())
	}
}
