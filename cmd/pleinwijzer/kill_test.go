package main

import (
	"bytes"
	"flag"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"pleinwijzer/generator/browsertest"
)

var kills = flag.Int("kills", 0, "how many builds TestKilled kills, if not as many as is quick")

// TestKilled kills the program while it builds: at a random time, or when its record of
// published files changes. Whenever that happens, each file must be complete, and the
// next build must give exactly the site that a first build gives.
func TestKilled(t *testing.T) {
	rounds := *kills
	switch {
	case rounds > 0:
	case testing.Short():
		t.Skip("builds many times")
	case browsertest.All():
		rounds = 24
	default:
		rounds = 6
	}
	k := newKilling(t)
	there := 1
	for round := 0; k.killed < rounds; round++ {
		if round%6 == 0 {
			k.must(os.RemoveAll(k.out)) // so that this is a first build
		}
		moment := k.moments()[round%3]
		k.kill(k.sites[1-there], moment)
		k.wholeFiles()
		there = round / 3 % 2 // the same site, or the one that was there before
		next := k.sites[there]
		k.build(next)
		if got := filesOf(t, k.out); !maps.Equal(got, next.clean) {
			t.Fatalf("round %d, killed %s: the next build gives %s", round, moment.name, differences(got, next.clean))
		}
	}
	if left, _ := os.ReadDir(k.temp); len(left) > 0 {
		t.Errorf("%d files are left in the folder for temporary files, such as %s", len(left), left[0].Name())
	}
	t.Logf("%d builds killed (%d more ended before), of which %d had temporary files and %d had published some files and not others; of %d files that they left %d were torn",
		k.killed, k.ended, k.working, k.between, k.files, k.torn)
}

// killing is a folder in which builds are killed, with statistics.
type killing struct {
	*testing.T
	out, temp string
	sites     [2]killedSite

	took, moving time.Duration // how long a build takes, and the part of it in which files are moved

	killed, ended, working, between, files, torn int
}

// killedSite is a site, with the files that a first build makes.
type killedSite struct {
	content string
	clean   map[string]string
}

// newKilling makes two sites. Each has files that the other lacks, and they share files
// with the same and with different bytes. One file is too large to be kept in memory.
func newKilling(t *testing.T) *killing {
	dir := t.TempDir()
	k := &killing{T: t, out: filepath.Join(dir, "public"), temp: filepath.Join(dir, "temp")}
	k.must(os.Mkdir(k.temp, 0o755))
	const settings = "titel = \"Pleinen\"\nadres = \"https://proefstad.example\"\n"
	for i, name := range []string{"a", "b"} {
		content := filepath.Join(dir, name, "content")
		k.must(os.CopyFS(content, os.DirFS(smallSite)))
		k.must(os.Mkdir(filepath.Join(dir, name, "static"), 0o755))
		k.must(os.WriteFile(filepath.Join(dir, name, "static", "groot.txt"), []byte(strings.Repeat(name, 2<<20)), 0o644))
		if i == 1 {
			k.must(os.WriteFile(filepath.Join(content, "site.toml"), []byte(settings+"talen = [\"nl\", \"en\"]\n"), 0o644))
			k.must(os.Rename(filepath.Join(content, "spreekuren", "taal.md"), filepath.Join(content, "spreekuren", "lezen.md")))
		}
		k.sites[i].content = content
	}
	for i := range k.sites {
		k.build(k.sites[i])
		k.sites[i].clean = filesOf(t, k.out)
		k.must(os.RemoveAll(k.out))
	}
	k.build(k.sites[0])
	begun, moves := time.Now(), time.Now()
	k.watch(k.sites[1], func(ended <-chan struct{}) {
		k.recordChanges(ended)
		moves = time.Now()
		k.recordChanges(ended)
		k.moving = time.Since(moves)
		<-ended
	})
	k.took = time.Since(begun)
	return k
}

func (k *killing) must(err error) {
	k.Helper()
	if err != nil {
		k.Fatal(err)
	}
}

func (k *killing) command(site killedSite) *exec.Cmd {
	cmd := exec.Command("pleinwijzer", "build", "-content", site.content, "-out", k.out, "-now", "2026-11-28T12:00:00+01:00")
	cmd.Env = append(os.Environ(), "TMPDIR="+k.temp, "TMP="+k.temp)
	return cmd
}

func (k *killing) build(site killedSite) {
	k.Helper()
	if text, err := k.command(site).CombinedOutput(); err != nil {
		k.Fatalf("%v\n%s", err, text)
	}
}

// moment is a way to choose when a build is killed.
type moment struct {
	name string
	// wait returns at that moment, or when the build has ended.
	wait func(ended <-chan struct{})
}

func (k *killing) moments() []moment {
	return []moment{
		{"by chance", func(ended <-chan struct{}) { within(k.took, ended) }},
		{"after the record has told what comes", func(ended <-chan struct{}) {
			k.recordChanges(ended)
			within(k.moving, ended)
		}},
		{"after the record has told what is there", func(ended <-chan struct{}) {
			k.recordChanges(ended)
			k.recordChanges(ended)
		}},
	}
}

// within waits for a random part of a duration, or until the build has ended.
func within(while time.Duration, ended <-chan struct{}) {
	select {
	case <-time.After(rand.N(while + 1)):
	case <-ended:
	}
}

// recordChanges waits until the record is replaced. It polls without pause, since all
// files are moved within milliseconds.
func (k *killing) recordChanges(ended <-chan struct{}) {
	record := filepath.Join(k.out, ".pleinwijzer", "bestanden.txt")
	before, _ := os.Stat(record)
	for {
		select {
		case <-ended:
			return
		case <-time.After(50 * time.Microsecond):
		}
		if now, err := os.Stat(record); err == nil && (before == nil || !os.SameFile(before, now)) {
			return
		}
	}
}

// kill kills a build at a moment, unless it ends before that.
func (k *killing) kill(site killedSite, at moment) {
	k.Helper()
	if k.watch(site, at.wait) {
		k.ended++
	} else {
		k.killed++
	}
}

// watch runs a build until the function returns and then kills it. It reports whether the
// build ended by itself.
func (k *killing) watch(site killedSite, until func(ended <-chan struct{})) bool {
	k.Helper()
	cmd := k.command(site)
	var output bytes.Buffer
	cmd.Stdout, cmd.Stderr = &output, &output
	k.must(cmd.Start())
	ended := make(chan struct{})
	var err error
	go func() { err = cmd.Wait(); close(ended) }()
	until(ended)
	cmd.Process.Kill()
	<-ended
	if err != nil && cmd.ProcessState.Exited() {
		k.Errorf("%v: %s", err, output.String())
	}
	return err == nil
}

// wholeFiles checks the files that a killed build left, except for those in its own
// folder.
func (k *killing) wholeFiles() {
	k.Helper()
	if _, err := os.Stat(k.out); err != nil {
		return
	}
	here, working := [2]int{}, false
	for name, text := range filesOf(k.T, k.out) {
		if strings.HasPrefix(name, ".pleinwijzer/") || strings.HasSuffix(name, "/") {
			working = working || strings.HasPrefix(name, ".pleinwijzer/bezig/")
			continue
		}
		k.files++
		a, inA := k.sites[0].clean[name]
		b, inB := k.sites[1].clean[name]
		switch {
		case inA && text == a && inB && text == b:
		case inA && text == a:
			here[0]++
		case inB && text == b:
			here[1]++
		default:
			k.torn++
			k.Errorf("%s is torn: %d bytes", name, len(text))
		}
	}
	if working {
		k.working++
	}
	if here[0] > 0 && here[1] > 0 {
		k.between++
	}
}

// filesOf returns the files in a folder, and also the folders, with a slash after their
// names.
func filesOf(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		if err != nil || name == dir {
			return err
		}
		rel, err := filepath.Rel(dir, name)
		if err != nil {
			return err
		}
		if e.IsDir() {
			all[filepath.ToSlash(rel)+"/"] = ""
			return nil
		}
		data, err := os.ReadFile(name)
		all[filepath.ToSlash(rel)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func differences(got, want map[string]string) string {
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(got)) {
		if text, ok := want[name]; !ok {
			b.WriteString("\n" + name + " too many")
		} else if text != got[name] {
			b.WriteString("\n" + name + " with other bytes")
		}
	}
	for _, name := range slices.Sorted(maps.Keys(want)) {
		if _, ok := got[name]; !ok {
			b.WriteString("\n" + name + " too few")
		}
	}
	return b.String()
}
