package scaffold

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
)

// netlifyCommand writes a new directory and returns it with what Netlify would run.
func netlifyCommand(t *testing.T) (dir, command string) {
	t.Helper()
	site := NewSite()
	for key, text := range map[string]string{"titel": "Proef", "adres": "https://proef.example"} {
		q, _ := SiteQuestion(key)
		if problems := site.Set(q, text); len(problems) > 0 {
			t.Fatal(problems)
		}
	}
	dir = t.TempDir()
	for _, file := range (Starter{Handbook: "x", Onderwerpen: "[geld]\nnaam = \"Geld\"\n"}).Files(site) {
		name := filepath.Join(dir, file.Path)
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, file.Data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	var config struct {
		Build struct{ Command, Publish string }
	}
	if _, err := toml.DecodeFile(filepath.Join(dir, "netlify.toml"), &config); err != nil {
		t.Fatal(err)
	}
	return dir, config.Build.Command
}

// Netlify runs the command with bash. Without the address of the program it stops
// with the mend.
func TestNetlifyWithoutAddress(t *testing.T) {
	dir, command := netlifyCommand(t)
	cmd := exec.Command("bash", "-c", command)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "PLEINWIJZER_BRON=")
	out, err := cmd.CombinedOutput()
	if err == nil || !strings.Contains(string(out), "vul in netlify.toml in waar het programma staat") {
		t.Errorf("%v: %s", err, out)
	}
}

// With it, the program is fetched at one commit and built, and makes the site. What
// it fetches is the last commit of this repository.
func TestNetlify(t *testing.T) {
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	revision, err := exec.Command("git", "-C", root, "rev-parse", "HEAD").Output()
	if err != nil {
		t.Skip("this is no git repository")
	}
	dir, command := netlifyCommand(t)
	cmd := exec.Command("bash", "-c", command)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "PLEINWIJZER_BRON="+root, "PLEINWIJZER_VERSIE="+strings.TrimSpace(string(revision)),
		"CONTEXT=deploy-preview", "DEPLOY_PRIME_URL=https://kijk.example")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	page, err := os.ReadFile(filepath.Join(dir, "public", "index.html"))
	if err != nil || !strings.Contains(string(page), "https://kijk.example/") {
		t.Errorf("the home page: %v\n%.500s", err, page)
	}
}
