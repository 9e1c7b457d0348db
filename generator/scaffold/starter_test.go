package scaffold

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"pleinwijzer/content"
)

const repository = "../.."

// config is the configuration that Netlify reads.
type config struct {
	Build struct {
		Command, Publish string
		Environment      map[string]string
	}
	Context map[string]struct{ Command string }
}

func readConfig(t *testing.T, dir string) config {
	t.Helper()
	var c config
	if _, err := toml.DecodeFile(filepath.Join(dir, "netlify.toml"), &c); err != nil {
		t.Fatal(err)
	}
	return c
}

// begun creates a new directory.
func begun(t *testing.T) (dir string) {
	t.Helper()
	site := NewSite()
	for key, text := range map[string]string{"titel": "Proef", "adres": "https://proef.example"} {
		q, _ := SiteQuestion(key)
		if problems := site.Set(q, text); len(problems) > 0 {
			t.Fatal(problems)
		}
	}
	files, err := Starter{Handbook: "x", Onderwerpen: "[formulieren]\nnaam = \"Formulieren\"\n"}.Files(site)
	if err != nil {
		t.Fatal(err)
	}
	dir = t.TempDir()
	for _, file := range files {
		name := filepath.Join(dir, file.Path)
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, file.Data, 0o777); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// TestHandbookOfNewFolder follows the first lesson of the handbook in a new folder: the file is
// there, with the line that is to be changed, at the place that the message about it names.
func TestHandbookOfNewFolder(t *testing.T) {
	for i := 0; i < len(elsewhere); i += 2 {
		if !strings.Contains(content.Handbook, elsewhere[i]) {
			t.Errorf("the handbook does not say %q", elsewhere[i])
		}
	}
	handbook := Starter{Handbook: content.Handbook}.handbook()
	found := regexp.MustCompile(`(content/spreekuren/[a-z-]+\.md):(\d+):\d+: `).FindStringSubmatch(handbook)
	if found == nil {
		t.Fatal("the handbook shows no message")
	}
	data, err := os.ReadFile(filepath.Join(begun(t), found[1]))
	if err != nil {
		t.Fatal(err)
	}
	number, _ := strconv.Atoi(found[2])
	line := strings.Split(string(data), "\n")[number-1]
	title := regexp.MustCompile(`(?m)^titel = "(.*)"$`).FindStringSubmatch(string(data))
	if title == nil || !strings.Contains(handbook, "Het spreekuur *"+title[1]+"*") ||
		!strings.Contains(handbook, "\n"+line+"\n") || !strings.HasPrefix(line, "tijd") {
		t.Errorf("the handbook does not fit %s: line %d is %s, and the title %s", found[1], number, line, title)
	}
}

// hosted runs a command the way a host does when it builds the site.
func hosted(dir, command string, environment ...string) (string, error) {
	cmd := exec.Command("bash", "-c", command)
	cmd.Dir = dir
	cmd.Env = append(append(os.Environ(), "GOFLAGS="+os.Getenv("GOFLAGS")+" -ldflags=-w"), environment...) // to link twice as fast
	out, err := cmd.CombinedOutput()
	return string(out), err
}

// TestHostedWithoutAddress checks that a host which does not know where the program is
// stops with advice.
func TestHostedWithoutAddress(t *testing.T) {
	dir := begun(t)
	out, err := hosted(dir, readConfig(t, dir).Build.Command, "PLEINWIJZER_BRON=")
	if err == nil || out != "pleinwijzer.sh: vul in dit bestand in waar het programma staat, achter bron=\n" {
		t.Errorf("%v: %s", err, out)
	}
}

// TestHosted checks that, given the address, the program is fetched at one commit, is
// built, and makes the site. What is fetched is the last commit of this repository.
func TestHosted(t *testing.T) {
	root, err := filepath.Abs(repository)
	if err != nil {
		t.Fatal(err)
	}
	revision, err := exec.Command("git", "-C", root, "rev-parse", "HEAD").Output()
	if err != nil {
		t.Skip("this is no git repository")
	}
	dir := begun(t)
	script, err := os.ReadFile(filepath.Join(dir, "pleinwijzer.sh"))
	if err != nil {
		t.Fatal(err)
	}
	filled := strings.NewReplacer(`bron=""`, `bron="`+root+`"`, `versie="HEAD"`,
		`versie="`+strings.TrimSpace(string(revision))+`"`).Replace(string(script))
	if err := os.WriteFile(filepath.Join(dir, "pleinwijzer.sh"), []byte(filled), 0o666); err != nil {
		t.Fatal(err)
	}
	netlify := readConfig(t, dir)
	tests := []struct {
		name, command, address string
		drafts                 bool
	}{
		{"production", netlify.Build.Command, "https://proef.example/", false},
		{"deploy-preview", netlify.Context["deploy-preview"].Command, "https://kijk.example/", true},
		{"branch-deploy", netlify.Context["branch-deploy"].Command, "https://kijk.example/", false},
	}
	for _, test := range tests {
		if out, err := hosted(dir, test.command, "DEPLOY_PRIME_URL=https://kijk.example"); err != nil {
			t.Fatalf("%s: %v: %s", test.name, err, out)
		}
		page, err := os.ReadFile(filepath.Join(dir, netlify.Build.Publish, "index.html"))
		if err != nil || !strings.Contains(string(page), test.address) {
			t.Errorf("%s: the home page: %v\n%.500s", test.name, err, page)
		}
		_, err = os.Stat(filepath.Join(dir, netlify.Build.Publish, "spreekuren", "voorbeeldspreekuur", "index.html"))
		if test.drafts != (err == nil) {
			t.Errorf("%s: the example: %v", test.name, err)
		}
	}
	workflow, err := os.ReadFile(filepath.Join(dir, ".github/workflows/controle.yml"))
	if err != nil {
		t.Fatal(err)
	}
	command := regexp.MustCompile(`(?m)run: (bash .*)$`).FindSubmatch(workflow)
	if command == nil {
		t.Fatalf("no command in\n%s", workflow)
	}
	if out, err := hosted(dir, string(command[1])); err != nil {
		t.Errorf("the check: %v: %s", err, out)
	}
}

// TestHostAdvice checks that hosts do the same for a new directory as for this
// repository, where the program and the content are in the same place.
func TestHostAdvice(t *testing.T) {
	dir := begun(t)
	comment := regexp.MustCompile(`(?m)^ *#.*\n| +#.*$`)
	text := func(dir, name string) string {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		return comment.ReplaceAllString(string(data), "")
	}
	elsewhere := strings.NewReplacer(
		"        id: haal\n", "        id: haal\n        env:\n          PLEINWIJZER_BRON: ${{ secrets.PLEINWIJZER_BRON }}\n",
		"          BASE_URL: ", "          PLEINWIJZER_BRON: ${{ secrets.PLEINWIJZER_BRON }}\n          BASE_URL: ",
		"go run ./cmd/pleinwijzer", "bash pleinwijzer.sh",
		"          go-version-file: go.mod\n", "          go-version: \"1.26\"\n          cache: false\n",
		"        run: go run ./cmd/pleinwijzer check", "        env:\n          PLEINWIJZER_BRON: ${{ secrets.PLEINWIJZER_BRON }}\n        run: bash pleinwijzer.sh check",
		"        run: go run ./cmd/pleinwijzer taken", "          PLEINWIJZER_BRON: ${{ secrets.PLEINWIJZER_BRON }}\n        run: bash pleinwijzer.sh taken",
	)
	for _, name := range []string{
		"netlify.toml", ".github/workflows/controle.yml", ".github/workflows/publiceer.yml", ".github/workflows/pages.yml", ".github/workflows/taken.yml", ".github/workflows/bronnen.yml"} {
		if got, want := text(dir, name), elsewhere.Replace(text(repository, name)); got != want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, want)
		}
	}
	if mod := text(repository, "go.mod"); !strings.Contains(mod, "\ngo "+readConfig(t, dir).Build.Environment["GO_VERSION"]) {
		t.Errorf("hosts get another version of Go than in\n%.100s", mod)
	}
}
