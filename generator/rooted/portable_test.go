package rooted_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"pleinwijzer/generator/rooted"
)

func TestPortable(t *testing.T) {
	for _, name := range []string{
		"con", "CON", "nul.md", "Aux.tar.gz", "prn", "com1", "COM9.md", "lpt1", "lpt9.toml", "com¹", "con .md", "conin$", "x.", "x ", "x.md ",
		"a:b", "wat?", "a*", "a\\b", "<x>", "a|b", "a\"b", "a\nb", "a\x1bb", "a\x7fb", "a\u202eb", "a\xffb",
	} {
		if rooted.Portable(name) {
			t.Errorf("%q can be on Windows", name)
		}
	}
	for _, name := range []string{".", "contact.md", "console", "com", "com10", "lpt", "null", "a.con", "auxiliair", "Eén loket (2).md", "x.y.z", ".well-known", "日本.md"} {
		if !rooted.Portable(name) {
			t.Errorf("%q cannot be on Windows", name)
		}
	}
}

func TestUnportable(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"con.md", "a\nb.md", "a\xffb.md", "x. "} {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o644); err != nil {
			continue // this system does not allow the name
		}
		_, err := fs.ReadFile(rooted.Open(t.Context(), dir, ".", 10), name)
		if refusal, ok := errors.AsType[*rooted.Refusal](err); !ok || refusal.Reason != rooted.Name {
			t.Errorf("%q: %v", name, err)
		}
	}
}
