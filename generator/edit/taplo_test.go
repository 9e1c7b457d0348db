package edit

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"pleinwijzer/generator/browsertest"
)

// TestTaplo opens the folder as a text editor does, with the Taplo program and the
// committed settings and schemas. It must find nothing wrong with the files that ship,
// and must report a real mistake.
func TestTaplo(t *testing.T) {
	taplo, err := filepath.Abs(repository + "/.ci/node_modules/.bin/taplo")
	if err == nil {
		_, err = os.Stat(taplo)
	}
	browsertest.Needs(t, err == nil, "@taplo/cli")
	lint := func(dir string) (string, error) {
		command := exec.CommandContext(t.Context(), taplo, "lint", "--colors", "never")
		command.Dir = dir
		out, err := command.CombinedOutput()
		return string(out), err
	}
	if out, err := lint(repository); err != nil || strings.Contains(out, "found files total=0 ") {
		t.Errorf("%v %s", err, out)
	}
	dir := t.TempDir()
	files, err := EditorFiles()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range append(files, File{"content/spreekuren/fout.toml", []byte("titel = \"Fout\"\nplein = \"Plein Fout\"\ntelefon = \"112\"\n")}) {
		name := filepath.Join(dir, f.Path)
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, f.Data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	out, err := lint(dir)
	for _, want := range []string{"'telefon' was unexpected", `"Plein Fout" does not match`, `"in_een_zin" is a required property`} {
		if err == nil || !strings.Contains(out, want) {
			t.Errorf("no %q in %s", want, out)
		}
	}
}
