package saving_test

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"pleinwijzer/generator/browsertest"
	"pleinwijzer/generator/difference"
	"pleinwijzer/generator/saving"
)

func (p place) git(args ...string) {
	p.Helper()
	command := exec.Command("git", append([]string{"-C", p.dir, "-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"}, args...)...)
	command.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull)
	if out, err := command.CombinedOutput(); err != nil {
		p.Fatalf("git %s: %v\n%s", args[0], err, out)
	}
}

func (p place) commit() {
	p.Helper()
	p.git("add", "-A")
	p.git("commit", "--quiet", "-m", "x")
}

// newRepository is a place of which everything is committed.
func newRepository(t *testing.T) place {
	t.Helper()
	browsertest.NeedsGit(t)
	p := newPlace(t)
	p.git("init", "--quiet")
	p.commit()
	return p
}

// told is what has changed, a line for each file and each value.
func (p place) told() string {
	p.Helper()
	changed, err := p.Changed(p.Context(), nil)
	p.must(err)
	if changed.Why != nil {
		return changed.Why.Message
	}
	var b strings.Builder
	for _, f := range changed.Files {
		what := []string{"anders", "nieuw", "weg", "heette " + f.Old}[f.What]
		fmt.Fprintf(&b, "%s (%s): %s", f.Path, f.Title, what)
		if f.OnlyForm {
			b.WriteString(", alleen de vorm")
		}
		if f.Unread != "" {
			b.WriteString(", " + f.Unread)
		}
		b.WriteString("\n")
		for _, v := range f.Values {
			if f.What != difference.New {
				fmt.Fprintf(&b, "  %s\n", v)
			}
		}
	}
	return b.String()
}

func (p place) wantTold(want string) {
	p.Helper()
	if got := p.told(); got != want {
		p.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}

func TestChanged(t *testing.T) {
	p := newRepository(t)
	p.write("content/spreekuren/weg.md", "+++\ntitel = \"Weg\"\n+++\n")
	p.write("content/spreekuren/oud.md", strings.ReplaceAll(taalhuis, "Taalhuis", "Naam"))
	p.write("content/spreekuren/zelfde.md", "+++\ntitel = \"Zelfde\"\n+++\n\nEen eigen tekst.\n")
	p.write("content/spreekuren/windows.md", taalhuis)
	p.write("content/spreekuren/vorm.md", taalhuis)
	p.write("content/spreekuren/stuk.md", taalhuis)
	p.write("content/README.md", "het handboek")
	p.write("static/css/site.css", "a{}")
	p.commit()
	p.wantTold("")

	p.edit("spreekuren/taalhuis.md", strings.Replace(taalhuis, "goirle", "tilburg", 1))
	_, err := p.Create("agenda/feest.md", []byte("+++\ntitel = \"Feest\"\n+++\n"))
	p.must(err)
	p.upload(saving.Photo, "ingang.png", photoOf(t, 1))
	for _, name := range []string{"weg.md", "oud.md", "zelfde.md"} {
		p.must(os.Remove(p.path("content/spreekuren/" + name)))
	}
	p.write("content/spreekuren/tilburg/zelfde.md", "+++\ntitel = \"Zelfde\"\n+++\n\nEen eigen tekst.\n")
	p.write("content/spreekuren/anders.md", strings.NewReplacer("Taalhuis", "Andere naam", "+++\nt", "+++\naliassen = [\"oud\"]\nt").Replace(taalhuis))
	p.write("content/spreekuren/windows.md", strings.ReplaceAll(taalhuis, "\n", "\r\n"))
	p.write("content/spreekuren/vorm.md", strings.Replace(taalhuis, " # zo heet het", "", 1))
	p.write("content/spreekuren/stuk.md", strings.Replace(taalhuis, "Kom langs", "Kom langs, \xe9\xe9n keer", 1))
	p.write("content/README.md", "een ander handboek")
	p.write("content/.geheim.md", "x")
	p.write("static/css/site.css", "b{}")
	p.wantTold(`agenda/feest.md (Feest): nieuw
spreekuren/anders.md (Andere naam): heette spreekuren/oud.md
  Titel: was “Naam”, wordt “Andere naam”
  Oude namen: nieuw is oud
spreekuren/stuk.md (Taalhuis): anders, deze versie is niet te lezen: hier staat een teken dat niet te lezen is
  Regels: was “Kom langs.”, wordt “Kom langs, één keer.”
spreekuren/taalhuis.md (Taalhuis): anders
  Plein: was goirle, wordt tilburg
spreekuren/tilburg/zelfde.md (Zelfde): heette spreekuren/zelfde.md
spreekuren/vorm.md (Taalhuis): anders, alleen de vorm
spreekuren/weg.md (Weg): weg
../static/css/site.css (): anders
../static/fotos/ingang.jpg (): nieuw
`)
}

// TestChangedWithout asks where there is nothing to compare with.
func TestChangedWithout(t *testing.T) {
	browsertest.NeedsGit(t)
	p := newPlace(t)
	changed, err := p.Changed(t.Context(), nil)
	if err != nil || changed.Why == nil {
		t.Fatal(changed, err)
	}
	p.refused(changed.Why, saving.NoGit, "niet in git")
	p.git("init", "--quiet")
	changed, err = p.Changed(t.Context(), nil)
	if err != nil || changed.Why == nil || changed.Why.Reason != saving.NoGit {
		t.Error("without a commit:", changed, err)
	}
	p.commit()
	p.wantTold("")
	p.write(".git/config", "[core\n")
	changed, err = p.Changed(t.Context(), nil)
	if err != nil || changed.Why == nil {
		t.Fatal(changed, err)
	}
	p.refused(changed.Why, saving.BadGit, "niet te lezen")

	t.Setenv("PATH", t.TempDir())
	changed, err = p.Changed(t.Context(), nil)
	if err != nil || changed.Why == nil || changed.Why.Reason != saving.NoGit {
		t.Error("without git:", changed, err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	f, err := saving.Open(ctx, p.path("content"), p.path("static"))
	p.must(err)
	cancel()
	if _, err := f.Read("site.toml"); err == nil {
		t.Error("read after the end")
	}
}

// TestChangedShallow compares with the last version of a clone that has no other.
func TestChangedShallow(t *testing.T) {
	p := newRepository(t)
	p.edit("site.toml", "titel = \"y\"\n")
	p.commit()
	clone := place{T: t, dir: filepath.Join(t.TempDir(), "kloon")}
	p.git("clone", "--quiet", "--depth", "1", "file://"+p.dir, clone.dir)
	clone.Folder = clone.open()
	clone.wantTold("")
	clone.edit("site.toml", "titel = \"z\"\n")
	clone.wantTold("site.toml (z): anders\n  Titel: was y, wordt z\n")
}

// TestChangedMany changes hundreds of files, and renames as many.
func TestChangedMany(t *testing.T) {
	p := newRepository(t)
	name := func(what string, i int) string { return fmt.Sprintf("content/spreekuren/%s-%d.md", what, i) }
	for i := range 300 {
		p.write(name("a", i), strings.Replace(taalhuis, "Taalhuis", fmt.Sprint("Taalhuis ", i), 1))
		p.write(name("b", i), taalhuis)
	}
	p.commit()
	for i := range 300 {
		p.must(os.Rename(p.path(name("a", i)), p.path(name("c", i))))
		p.write(name("b", i), strings.Replace(taalhuis, "goirle", "tilburg", 1))
	}
	changed, err := p.Changed(t.Context(), nil)
	p.must(err)
	if len(changed.Files) != 600 || changed.Files[599].What != difference.Renamed {
		t.Errorf("%d files", len(changed.Files))
	}
}

// TestChangedBeside has files that are refused beside one that changed.
func TestChangedBeside(t *testing.T) {
	p := newRepository(t)
	p.write("content/spreekuren/groot.md", "x")
	p.write("content/spreekuren/geheim.md", "x")
	p.commit()
	p.must(os.Chmod(p.path("content/spreekuren/geheim.md"), 0))
	p.write("content/spreekuren/groot.md", strings.Repeat("x", 11<<20))
	if os.WriteFile(p.path("content/spreekuren/con.md"), []byte("x"), 0o644) != nil {
		t.Log("this system cannot have con.md")
	}
	p.edit("site.toml", "titel = \"y\"\n")
	p.wantTold("site.toml (y): anders\n  Titel: was x, wordt y\n")
}
