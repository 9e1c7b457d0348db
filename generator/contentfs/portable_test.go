package contentfs

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"pleinwijzer/generator/rooted"
	"pleinwijzer/generator/typed"
)

// TestPortableNames puts records under names that Windows cannot have.
func TestPortableNames(t *testing.T) {
	for _, name := range []string{"con", "nul", "aux", "prn", "com1", "lpt9"} {
		file := "paginas/" + name + ".md"
		_, problems := ReadFiles(map[string][]byte{"site.toml": []byte("titel = \"X\"\nadres = \"https://voorbeeld.nl\""), file: []byte("+++\ntitel = \"X\"\n+++\nKom.\n")})
		if len(problems) != 1 || problems[0].Code != "naam-verkeerd" || problems[0].Hint != fmt.Sprintf("noem het bestand %q", name+"-1.md") {
			t.Errorf("%s: %v", file, problems)
		}
		if typed.IsSlug(name) || !typed.IsSlug(typed.Slugify(name)) {
			t.Errorf("%s is a slug, or %s is none", name, typed.Slugify(name))
		}
	}
	_, problems := ReadFiles(map[string][]byte{"site.toml": []byte("titel = \"X\"\nadres = \"https://voorbeeld.nl\""), "onderwerpen.toml": []byte("[aux]\nnaam = \"Auxiliair\"\n")})
	if len(problems) != 1 || problems[0].Code != "naam-verkeerd" || problems[0].Hint != "schrijf [aux-1]" {
		t.Errorf("a topic: %v", problems)
	}
}

// TestPortableOnDisk reads what only a disk has: the folders round a record.
func TestPortableOnDisk(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"site.toml", "paginas/aux/x.md", "paginas/con.md", "paginas/map\n/y.md", "paginas/map./z.md"} {
		text := "+++\ntitel = \"X\"\n+++\nKom.\n"
		if name == "site.toml" {
			text = "titel = \"X\"\nadres = \"https://voorbeeld.nl\""
		}
		full := filepath.Join(dir, filepath.FromSlash(name))
		if os.MkdirAll(filepath.Dir(full), 0o755) != nil || os.WriteFile(full, []byte(text), 0o644) != nil {
			t.Skip("not on this system")
		}
	}
	_, problems, err := Read(rooted.Open(t.Context(), dir, ".", 1<<20))
	var got []string
	for _, p := range problems {
		got = append(got, p.File+" "+p.Code)
	}
	if err != nil || !slices.Equal(got, []string{"paginas/aux/x.md naam-verkeerd", "paginas/con.md naam-verkeerd", "paginas/map\n/y.md naam-verkeerd", "paginas/map./z.md naam-verkeerd"}) {
		t.Errorf("%q, %v", got, err)
	}
}
