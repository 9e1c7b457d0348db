package history_test

import (
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"pleinwijzer/generator/browsertest"
	"pleinwijzer/generator/history"
)

// repository is a git repository for a test, with a folder "content" in it.
type repository struct {
	*testing.T
	dir string
}

func newRepository(t *testing.T) repository {
	t.Helper()
	browsertest.NeedsGit(t)
	r := repository{t, t.TempDir()}
	r.git("", "init", "--quiet")
	r.write("content/site.toml", "titel")
	return r
}

func (r repository) git(date string, args ...string) {
	r.Helper()
	command := exec.Command("git", append([]string{"-C", r.dir, "-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"}, args...)...)
	command.Env = append(os.Environ(), "GIT_AUTHOR_DATE="+date, "GIT_COMMITTER_DATE="+date, "GIT_CONFIG_GLOBAL="+os.DevNull)
	if out, err := command.CombinedOutput(); err != nil {
		r.Fatalf("git %s: %v\n%s", args[0], err, out)
	}
}

// answer returns the output of a git command, which must be one line.
func (r repository) answer(args ...string) string {
	r.Helper()
	out, err := exec.Command("git", append([]string{"-C", r.dir}, args...)...).Output()
	if err != nil {
		r.Fatalf("git %s: %v", args[0], err)
	}
	return strings.TrimSpace(string(out))
}

func (r repository) write(name, text string) {
	r.Helper()
	file := filepath.Join(r.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		r.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		r.Fatal(err)
	}
}

// commit commits everything, at noon UTC.
func (r repository) commit(day string) {
	r.Helper()
	r.git(day+"T12:00:00Z", "add", "-A")
	r.git(day+"T12:00:00Z", "commit", "--quiet", "--allow-empty", "-m", day)
}

func (r repository) versions(at time.Time) map[string]string {
	r.Helper()
	repository, err := history.Open(r.Context(), filepath.Join(r.dir, "content"))
	if err != nil {
		r.Fatal(err)
	}
	commits, err := repository.Commits(r.Context())
	if err != nil {
		r.Fatal(err)
	}
	got := map[string]string{}
	for name, v := range history.Versions(commits, at) {
		got[name] = v.Changed.Format("01-02") + " " + string(rune('0'+v.Number))
	}
	return got
}

var later = time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC)

// TestAdded checks that a file is as old as its first commit, under whatever name.
func TestAdded(t *testing.T) {
	at := func(day int) time.Time { return time.Date(2026, time.January, day, 12, 0, 0, 0, time.UTC) }
	commits := []history.Commit{ // newest first
		{Time: at(5), Files: []history.File{{Path: "b.md"}, {Path: "weg.md"}}},
		{Time: at(4), Files: []history.File{{Path: "b.md", Old: "a.md"}, {Path: "weg.md", Gone: true}}},
		{Time: at(3), Files: []history.File{{Path: "a.md"}}},
		{Time: at(2), Files: []history.File{{Path: "a.md"}, {Path: "weg.md"}}},
	}
	for name, want := range map[string]time.Time{"b.md": at(2), "weg.md": at(5), "a.md": {}} {
		if got := history.Versions(commits, at(31))[name].Added; !got.Equal(want) {
			t.Errorf("%s: added at %s, want %s", name, got, want)
		}
	}
}

func TestVersions(t *testing.T) {
	r := newRepository(t)
	long := strings.Repeat("een regel van het spreekuur\n", 20)
	r.write("content/spreekuren/a.md", long)
	r.write("content/spreekuren/weg.md", "1")
	r.write("buiten.md", "1")
	r.commit("2026-01-01")
	r.write("content/spreekuren/a.md", long+"2")
	r.write("content/spreekuren/brief é.md", "met een spatie")
	r.commit("2026-02-01")
	r.write("buiten.md", "2")
	r.commit("2026-03-01")
	if err := os.Rename(filepath.Join(r.dir, "content/spreekuren/a.md"), filepath.Join(r.dir, "content/spreekuren/b.md")); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(r.dir, "content/spreekuren/weg.md")); err != nil {
		t.Fatal(err)
	}
	r.commit("2026-04-01")
	r.write("content/spreekuren/weg.md", "terug, en anders")
	r.write("content/site.toml", "anders, maar niet bewaard in git")

	check := func(at time.Time, want map[string]string) {
		t.Helper()
		if got := r.versions(at); !maps.Equal(got, want) {
			t.Errorf("at %s:\ngot  %v\nwant %v", at, got, want)
		}
	}
	check(later, map[string]string{"site.toml": "01-01 0", "spreekuren/b.md": "04-01 2", "spreekuren/brief é.md": "02-01 0"})
	check(time.Date(2026, 2, 15, 0, 0, 0, 0, time.UTC),
		map[string]string{"site.toml": "01-01 0", "spreekuren/b.md": "02-01 1", "spreekuren/brief é.md": "02-01 0"})

	r.git("2026-05-01T12:00:00Z", "checkout", "--quiet", "content/site.toml")
	r.commit("2026-05-01")
	if got := r.versions(later)["spreekuren/weg.md"]; got != "05-01 0" {
		t.Errorf("a file that came back: %q", got)
	}
}

func TestShallow(t *testing.T) {
	r := newRepository(t)
	r.commit("2026-01-01")
	r.write("content/site.toml", "2")
	r.write("content/a.md", "1")
	r.commit("2026-02-01")
	r.write("content/a.md", "2")
	r.commit("2026-03-01")
	clone := repository{t, t.TempDir()}
	r.git("", "clone", "--quiet", "--depth", "2", "file://"+r.dir, clone.dir)
	want := map[string]string{"a.md": "03-01 0"}
	if got := clone.versions(later); !maps.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestAt(t *testing.T) {
	r := newRepository(t)
	r.write("buiten.md", "1")
	r.git("2026-01-01T12:00:00Z", "add", "buiten.md")
	r.git("2026-01-01T12:00:00Z", "commit", "--quiet", "-m", "no content yet")
	r.commit("2026-02-01")
	r.write("content/site.toml", "later")
	r.write("content/spreekuren/a.md", "a")
	r.commit("2026-03-01")
	repository, err := history.Open(t.Context(), filepath.Join(r.dir, "content"))
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		at   string
		want []string // nil if there is no folder
	}{
		{"2025-12-31", nil},
		{"2026-01-15", []string{}},
		{"2026-02-15", []string{"site.toml: titel"}},
		{"2026-03-15", []string{"site.toml: later", "spreekuren/a.md: a"}},
	}
	for _, test := range tests {
		at, err := time.Parse(time.DateOnly, test.at)
		if err != nil {
			t.Fatal(err)
		}
		folder, err := repository.At(t.Context(), at)
		if err != nil {
			t.Errorf("%s: %v", test.at, err)
		}
		if got := contents(t, folder); (got == nil) != (test.want == nil) || !slices.Equal(got, test.want) {
			t.Errorf("%s: got %q, want %q", test.at, got, test.want)
		}
	}
}

func contents(t *testing.T, folder fs.FS) []string {
	t.Helper()
	if folder == nil {
		return nil
	}
	list := []string{}
	err := fs.WalkDir(folder, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(folder, name)
		list = append(list, name+": "+string(data))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// TestWithout checks that it is no error if nothing is committed, or if there is no
// repository.
func TestWithout(t *testing.T) {
	empty := newRepository(t)
	for name, dir := range map[string]string{"no repository": t.TempDir(),
		"no commit": empty.dir, "no folder": filepath.Join(empty.dir, "x")} {
		r, err := history.Open(t.Context(), dir)
		if r != nil || err != nil {
			t.Errorf("%s: history, or %v", name, err)
		}
		commits, err := r.Commits(t.Context())
		at, err2 := r.At(t.Context(), later)
		if commits != nil || at != nil || err != nil || err2 != nil {
			t.Errorf("%s: %v, %v, %v, %v", name, commits, at, err, err2)
		}
	}
}
