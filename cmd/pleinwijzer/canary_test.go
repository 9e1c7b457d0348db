package main

import (
	"bytes"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// canary matches what TestCanaries puts in private places, in every form that the site
// gives a number.
var canary = regexp.MustCompile(`(?i)kanarie|06[ \x{a0}-]?98[ \x{a0}]?76|316987654`)

// secret is a name, a mobile number and a mailbox of a person.
const secret = "Karin Kanarie, 06 98 76 54 32, karin.kanarie@prive.example"

// withCanaries adds secrets to the small site, in every place that is not public, and
// returns its content folder and a folder with private tasks.
func withCanaries(t *testing.T) (content, private string) {
	t.Helper()
	content, private = ownSite(t), t.TempDir()
	write := func(name, text string) {
		t.Helper()
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	err := filepath.WalkDir(content, func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || filepath.Base(name) == "README.md" {
			return err
		}
		text, err := os.ReadFile(name)
		if ext := filepath.Ext(name); ext == ".md" {
			text = bytes.Replace(text, []byte("+++\n"), []byte("+++\n# vraag "+secret+"\nnegeer = { \"zin-lang\" = \""+secret+"\" }\n"), 1)
		} else if ext == ".toml" {
			text = append(text, "\n# vraag "+secret+"\n"...)
		}
		write(name, string(text))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	const contact = "concept = true\ntelefoon = \"06 98 76 54 32\"\nemail = \"karin.kanarie@prive.example\"\n"
	for name, text := range map[string]string{
		"pleinen/nieuw.md":    contact + "naam = \"Plein Kanarie\"\nadres = \"Kanariestraat 1\"\npostcode = \"5171 AA\"\nplaats = \"Kaatsheuvel\"\n",
		"partners/nieuw.md":   contact + "naam = \"Kanarie\"\n",
		"spreekuren/nieuw.md": contact + "titel = \"Kanarie\"\nplein = \"bieb\"\npartner = \"taalhuis\"\ndag = \"dinsdag\"\ntijd = \"10.00-11.00\"\nin_een_zin = \"Kanarie helpt.\"\n",
		"agenda/nieuw.md":     "concept = true\ntitel = \"Kanarie\"\ndatum = \"2027-06-10\"\nplein = \"bieb\"\nin_een_zin = \"Kanarie spreekt.\"\n",
		"berichten/nieuw.md":  "concept = true\ntitel = \"Kanarie\"\ndatum = \"2027-05-10\"\npleinen = [\"bieb\"]\nin_een_zin = \"Kanarie vertrekt.\"\n",
		"paginas/nieuw.md":    "concept = true\ntitel = \"Kanarie\"\n",
	} {
		write(filepath.Join(content, name), "+++\n"+text+"+++\n\nVraag "+secret+".\n")
	}
	task := "[[taak]]\nwat = \"Evaluatie met " + secret + "\"\ndatum = \"2027-06-01\"\n"
	write(filepath.Join(private, "taken.toml"), task)
	write(filepath.Join(content, "..", "prive", "taken.toml"), task)
	write(filepath.Join(content, "..", "taken.toml"), task)
	commitCanaries(t, filepath.Dir(content))
	return content, private
}

// commitCanaries puts the content in git long ago, so that its drafts are old. Who did that
// is nobody's business either.
func commitCanaries(t *testing.T, dir string) {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		return
	}
	for _, args := range [][]string{{"init", "--quiet"}, {"add", "content"}, {"commit", "--quiet", "-m", "Vraag " + secret}} {
		git := exec.Command("git", args...)
		git.Dir = dir
		git.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_AUTHOR_DATE=2027-01-01T10:00:00Z", "GIT_COMMITTER_DATE=2027-01-01T10:00:00Z",
			"GIT_AUTHOR_NAME=Karin Kanarie", "GIT_AUTHOR_EMAIL=karin.kanarie@prive.example", "GIT_COMMITTER_NAME=Karin Kanarie", "GIT_COMMITTER_EMAIL=karin.kanarie@prive.example")
		if out, err := git.CombinedOutput(); err != nil {
			t.Fatalf("git %s: %v: %s", args[0], err, out)
		}
	}
}

// TestCanaries puts a name, a number and a mailbox in each private place, and looks for
// them in everything that becomes public: the site, and the issue that the workflow keeps.
// They are in what a person asked for, on that person's own terminal.
func TestCanaries(t *testing.T) {
	content, private := withCanaries(t)
	const now = "2027-06-01T10:00:00+02:00"
	out := filepath.Join(t.TempDir(), "public")
	code, text := runWith(t.Context(), "build", "-content", content, "-out", out, "-now", now)
	if code != exitFine || canary.MatchString(text) {
		t.Fatalf("build: code %d: %s", code, text)
	}
	seen := 0
	err := filepath.WalkDir(out, func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		seen++
		text, err := os.ReadFile(name)
		if found := canary.Find(text); found != nil || canary.MatchString(name) {
			t.Errorf("%s has %q", name, found)
		}
		return err
	})
	if err != nil || seen < 50 {
		t.Fatal(seen, err)
	}
	for _, args := range []string{"", "-format markdown", "-format ics", "-voor bieb"} {
		code, text := runWith(t.Context(), append([]string{"taken", "-content", content, "-now", now}, strings.Fields(args)...)...)
		if code != exitFine || canary.MatchString(text) || !strings.Contains(text, "Taalspreekuur") {
			t.Errorf("taken %s: code %d: %s", args, code, text)
		}
	}
	h := startHub(t)
	if code, text := runWith(t.Context(), "taken", "-issue", "-content", content, "-now", now); code != exitFine || canary.MatchString(text) {
		t.Errorf("the issue: code %d: %s", code, text)
	}
	if body := h.issues[len(h.issues)-1].Body; canary.MatchString(body) || !strings.Contains(body, "Taalspreekuur") {
		t.Errorf("the issue says %s", body)
	}
	code, text = runWith(t.Context(), "taken", "-content", content, "-now", now, "-prive", private)
	if _, err := exec.LookPath("git"); err == nil && !strings.Contains(text, "concept sinds 1 januari 2027") {
		t.Errorf("no task about drafts: %s", text)
	}
	if code != exitFine || !strings.Contains(strings.Join(strings.Fields(text), " "), secret) {
		t.Errorf("with -prive: code %d: %s", code, text)
	}
	code, text = runWith(t.Context(), "taken", "-content", content, "-prive", filepath.Join(content, "..", "prive"))
	if code != exitFailure || canary.MatchString(text) {
		t.Errorf("with -prive beside the content: code %d: %s", code, text)
	}
}
