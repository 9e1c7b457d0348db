package publish_test

import (
	"errors"
	"fmt"
	"hash/crc32"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"pleinwijzer/generator/publish"
)

// wantRefusal checks that a build is refused with want in its reason.
func wantRefusal(t *testing.T, dir string, sources []string, site tree, want string) {
	t.Helper()
	_, err := publish.Write(t.Context(), dir, sources, site.files(), publish.Basis{})
	var refusal *publish.Refusal
	if !errors.As(err, &refusal) || refusal.Dir != dir || !strings.Contains(refusal.Reason, want) {
		t.Errorf("%q: error %v, want a refusal with %q", dir, err, want)
	}
}

func symlink(t *testing.T, to, name string) {
	t.Helper()
	if err := os.Symlink(to, name); err != nil {
		t.Skip(err)
	}
}

func TestRefusedPlace(t *testing.T) {
	base := t.TempDir()
	put(t, base, tree{
		"work/content/pleinen/a.md": "", "work/static/": "",
		"work/docs/notes.txt": "mine", "work/file": "",
	})
	t.Chdir(filepath.Join(base, "work"))
	home := filepath.Join(t.TempDir(), "me")
	must(t, os.Mkdir(home, 0o755))
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	symlink(t, "content", "link")
	symlink(t, "nowhere", "dangling")
	symlink(t, "itself", "itself")

	tests := []struct{ dir, want string }{
		{"", "geen map genoemd"},
		{filepath.VolumeName(base) + string(filepath.Separator), "hoofdmap"},
		{home, "persoonlijke map"},
		{filepath.Dir(home), "persoonlijke map"},
		{".", "waarin u nu werkt"},
		{"..", "waarin u nu werkt"},
		{filepath.Join(base, "work"), "waarin u nu werkt"},
		{"content", "van de map \"content\" wordt de site gemaakt"},
		{"./content/../content", "wordt de site gemaakt"},
		{"link", "wordt de site gemaakt"},
		{"static", "wordt de site gemaakt"},
		{filepath.Join("link", "public", "deep"), `in "content", waarvan`},
		{filepath.Join("content", "pleinen"), `in "content", waarvan`},
		{filepath.Join(base, "other"), `other/in", waarvan`},
		{"docs", `de map "docs" bestaat al en is niet door pleinwijzer gemaakt; kies een lege map`},
		{"dangling", `/dangling" is een koppeling naar iets wat er niet is`},
		{"dangling/deep", `/dangling" is een koppeling naar iets wat er niet is`},
		{"itself", `/itself" is een koppeling`},
		{"file", `"file" is geen map maar een bestand`},
	}
	before := read(t, base)
	for _, test := range tests {
		test.want = filepath.FromSlash(test.want)
		sources := []string{"content", "static", filepath.Join(base, "other", "in")}
		wantRefusal(t, test.dir, sources, tree{"index.html": "x"}, test.want)
	}
	if after := read(t, base); len(after) != len(before) {
		t.Errorf("folder holds %v", brief(after))
	}
	// And what is next to all that is fine.
	if _, err := publish.Write(t.Context(), "content2", []string{"content"}, tree{"a": ""}.files(), publish.Basis{}); err != nil {
		t.Error(err)
	}
}

func TestRefusedObstacle(t *testing.T) {
	tests := []struct {
		name           string
		before, theirs tree
		site           tree
		want           string
	}{
		{
			"their file where a folder goes",
			tree{"a": ""}, tree{"x": "theirs"}, tree{"a": "2", "x/y/index.html": ""},
			`staat "x", niet door pleinwijzer gemaakt, waar een map moet komen`,
		},
		{
			"their folder where a file goes",
			tree{"a": ""}, tree{"x/": ""}, tree{"a": "2", "x": ""},
			`staat "x", niet door pleinwijzer gemaakt, waar het bestand "x" moet komen`,
		},
		{
			"their file in a folder of ours where a file goes",
			tree{"a": "", "x/y": ""}, tree{"x/z": "theirs"}, tree{"a": "2", "x": ""},
			`staat "x/z", niet`,
		},
		{
			"their folder in a folder of ours where a file goes",
			tree{"a": "", "x/y": ""}, tree{"x/z/": ""}, tree{"a": "2", "x": ""},
			`staat "x/z", niet`,
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			mustWrite(t, dir, test.before.files())
			put(t, dir, test.theirs)
			want := read(t, dir)
			wantRefusal(t, dir, nil, test.site, test.want)
			wantTree(t, dir, want)
		})
	}
}

func TestSymlinks(t *testing.T) {
	base := t.TempDir()
	dir, outside := filepath.Join(base, "public"), filepath.Join(base, "outside")
	secret := tree{"a.html": "secret", "b.html": "b"}
	put(t, outside, secret)
	mustWrite(t, dir, tree{"pleinen/a.html": "1", "index.html": "2", "b.html": "b"}.files())

	// A folder becomes a link: not written to, not removed from.
	must(t, os.RemoveAll(filepath.Join(dir, "pleinen")))
	symlink(t, outside, filepath.Join(dir, "pleinen"))
	wantRefusal(t, dir, nil, tree{"pleinen/a.html": "1"}, `verwijst "pleinen" naar een andere plek`)
	wantRefusal(t, dir, nil, tree{"pleinen/x/y/z.html": "1"}, `verwijst "pleinen" naar een andere plek`)
	mustWrite(t, dir, tree{"index.html": "2", "b.html": "b"}.files())
	if _, err := os.Lstat(filepath.Join(dir, "pleinen")); err != nil {
		t.Error("the link was removed")
	}

	// A file becomes a link: replaced, even when the bytes are right.
	for _, p := range []string{"a.html", "b.html"} {
		os.Remove(filepath.Join(dir, p))
		symlink(t, filepath.Join(outside, p), filepath.Join(dir, p))
	}
	mustWrite(t, dir, tree{"a.html": "ours", "b.html": "b"}.files())
	for _, p := range []string{"a.html", "b.html"} {
		if info, err := os.Lstat(filepath.Join(dir, p)); err != nil || !info.Mode().IsRegular() {
			t.Errorf("%q is still a link (%v)", p, err)
		}
	}
	if got := read(t, outside); len(got) != 2 || got["a.html"] != "secret" {
		t.Errorf("outside holds %v", brief(got))
	}

	// The output itself may be a link, its record folder may not.
	symlink(t, dir, filepath.Join(base, "link"))
	mustWrite(t, filepath.Join(base, "link"), tree{"a.html": "ours"}.files())
	must(t, os.Rename(filepath.Join(dir, ".pleinwijzer"), filepath.Join(base, "record")))
	symlink(t, filepath.Join(base, "record"), filepath.Join(dir, ".pleinwijzer"))
	wantRefusal(t, dir, nil, tree{"a.html": "new"}, "niet door pleinwijzer gemaakt")
}

func TestRecord(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, ".pleinwijzer", "bestanden.txt")
	mustWrite(t, dir, tree{"b/c.html": "1", "a.html": "2"}.files())
	put(t, dir, tree{"mine.txt": "mine", "b/c": "mine"})
	data, err := os.ReadFile(name)
	must(t, err)
	record := string(data)
	want := "De bestanden die pleinwijzer in deze map heeft gemaakt. Wijzig deze lijst niet.\n" +
		"versie 1\na.html\nb/c.html\neinde 2 "
	if !strings.HasPrefix(record, want) {
		t.Fatalf("record is %q", record)
	}

	change := func(old, new string) string { return strings.Replace(record, old, new, 1) }
	damaged := []string{
		"", "\n", change("De", "de"), change("versie 1\n", ""), change("\n", ""),
		change("a.html", "mine.txt"), change("a.html", "../a.html"), change("a.html", "/etc/passwd"),
		change("a.html\n", "a.html\nmine.txt\n"), change("a.html\n", ""), change("einde 2", "einde 3"),
		change(".html\neinde", "\neinde"), change("a.html\nb/c.html\n", "b/c.html\na.html\n"),
		record + "mine.txt\n", record + record, change("a.html", ".pleinwijzer/bestanden.txt"),
	}
	for i := range record {
		damaged = append(damaged, record[:i])
	}
	all := read(t, dir)
	for _, text := range damaged {
		must(t, os.WriteFile(name, []byte(text), 0o644))
		wantRefusal(t, dir, nil, tree{"index.html": "1"}, `".pleinwijzer/bestanden.txt" beschadigd`)
	}
	must(t, os.WriteFile(name, []byte(change("versie 1", "versie 2")), 0o644))
	wantRefusal(t, dir, nil, tree{"index.html": "1"}, "andere versie van pleinwijzer")
	wantTree(t, dir, all)

	must(t, os.WriteFile(name, []byte(strings.ReplaceAll(record, "\n", "\r\n")), 0o644))
	mustWrite(t, dir, tree{"index.html": "1"}.files())
	wantTree(t, dir, tree{"index.html": "1", "mine.txt": "mine", "b/": "", "b/c": "mine"})
}

// A record that is whole, and names what no build makes, is the work of someone who
// wants it gone.
func TestForeignRecord(t *testing.T) {
	for _, p := range []string{
		".git/config", ".GIT/config", "a/.git/hooks/pre-commit", "git~1/config", "GIT~1", "\u200c.git/config", ".env", ".htpasswd", "a/.htaccess", "a/.well-known/x",
		".well-known", ".well-known/.x", ".pleinwijzer/bestanden.txt", "/etc/passwd", "../outside", "a/../../outside", "a/./b", `a\..\b`, "c:/x\tz", "a//b", "",
	} {
		base := t.TempDir()
		dir := filepath.Join(base, "public")
		mustWrite(t, dir, tree{"a.html": "1"}.files())
		put(t, base, tree{"outside": "theirs", "public/.git/config": "theirs", "public/.env": "theirs"})
		lines := []string{p, "a.html"}
		slices.Sort(lines)
		paths := strings.Join(lines, "\n") + "\n"
		record := fmt.Sprintf("De bestanden die pleinwijzer in deze map heeft gemaakt. Wijzig deze lijst niet.\nversie 1\n%seinde %d %08x\n",
			paths, len(lines), crc32.ChecksumIEEE([]byte(paths)))
		must(t, os.WriteFile(filepath.Join(dir, ".pleinwijzer", "bestanden.txt"), []byte(record), 0o644))
		want := read(t, dir)
		wantRefusal(t, dir, nil, tree{"b.html": "1"}, fmt.Sprintf("het bestand %q, en dat maakt pleinwijzer nooit", p))
		wantTree(t, dir, want)
		if _, err := os.Stat(filepath.Join(base, "outside")); err != nil {
			t.Error(err)
		}
	}
}

// Of hidden files a site has those of RFC 8615 and what Apache reads, and they go like any
// other.
func TestWellKnown(t *testing.T) {
	dir := t.TempDir()
	mustWrite(t, dir, tree{".well-known/security.txt": "1", ".htaccess": "1", "a.html": "1"}.files())
	mustWrite(t, dir, tree{"a.html": "1"}.files())
	wantTree(t, dir, tree{"a.html": "1"})
	if _, err := publish.Write(t.Context(), dir, nil, tree{"a.html": "1", ".htpasswd": "x"}.files(), publish.Basis{}); err == nil {
		t.Error("a hidden file was published")
	}
}

func TestReadOnly(t *testing.T) {
	if os.Geteuid() == 0 || runtime.GOOS == "windows" {
		t.Skip("modes do not stop root or Windows")
	}
	dir := t.TempDir()
	must(t, os.Chmod(dir, 0o555))
	wantRefusal(t, dir, nil, tree{"a": ""}, "mag pleinwijzer niet schrijven")
	wantRefusal(t, filepath.Join(dir, "public"), nil, tree{"a": ""}, "mag pleinwijzer niet schrijven")
}
