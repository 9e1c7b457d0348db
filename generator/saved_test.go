package generator_test

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path"
	"strings"
	"testing"
	"testing/fstest"

	"pleinwijzer/generator/browsertest"
)

// TestSaved writes every file that ships with the TOML library of the CMS: with dates in
// quotes, without comments, and with the fields in another order. Reading the result must
// give the same records.
func TestSaved(t *testing.T) {
	_, err := os.Stat("../.ci/node_modules/smol-toml")
	browsertest.Needs(t, err == nil, "smol-toml")
	fsys := edited(t)
	want := records(t, fsys)
	for name, reverse := range map[string]bool{"in order": false, "reversed": true} {
		t.Run(name, func(t *testing.T) {
			saved := save(t, fsys, reverse)
			for _, ends := range []string{"\n", "\r\n"} {
				after := fstest.MapFS{}
				for file, text := range saved {
					after[file] = &fstest.MapFile{Data: []byte(strings.ReplaceAll(text, "\n", ends))}
				}
				got := records(t, after)
				for file := range want {
					if got[file] != want[file] {
						t.Errorf("%s is read as\n%s\nwant\n%s\nsaved as\n%s", file, got[file], want[file], saved[file])
					}
				}
			}
		})
	}
	if text := save(t, fsys, false)["site.toml"]; strings.Contains(text, "# Regio") {
		t.Error("site.toml is not written anew: it has its comments")
	}
}

// save rewrites the records in a folder using the library of the CMS.
func save(t *testing.T, fsys fstest.MapFS, reverse bool) map[string]string {
	t.Helper()
	files := map[string]string{}
	for name, file := range fsys {
		if ext := path.Ext(name); name != "README.md" && name != "afspraken.md" && (ext == ".md" || ext == ".toml") { // which have no fields
			files[name] = string(file.Data)
		}
	}
	in, err := json.Marshal(map[string]any{"files": files, "reverse": reverse})
	if err != nil {
		t.Fatal(err)
	}
	script, err := os.ReadFile("testdata/opslaan.mjs")
	if err != nil {
		t.Fatal(err)
	}
	command := exec.CommandContext(t.Context(), "node", "--input-type=module", "-e", string(script))
	command.Dir, command.Stdin = "../.ci", bytes.NewReader(in) // the folder where Node finds the modules
	var complaints strings.Builder
	command.Stderr = &complaints
	out, err := command.Output()
	if err != nil {
		t.Fatal(err, complaints.String())
	}
	var saved map[string]string
	if err := json.Unmarshal(out, &saved); err != nil {
		t.Fatal(err)
	}
	return saved
}
