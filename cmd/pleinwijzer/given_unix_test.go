//go:build unix

package main

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

const oneRow = "titel;plein;partner;dag;tijd;omschrijving in 1 zin;korte omschrijving\nLezen;bieb;taalhuis;dinsdag;10.00 tot 12.00 uur;Wij lezen.;Kom langs.\n"

// TestImportOddThings imports odd things as a rooster. Each must end with a message of
// one line. Pipes from other programs must be read.
func TestImportOddThings(t *testing.T) {
	dir := t.TempDir()
	in := func(name string) string { return filepath.Join(dir, name) }
	importing := func(name string) (int, string) {
		return runWith(t.Context(), "import", name, "-content", smallSite)
	}
	if err := os.WriteFile(in("rooster.csv"), []byte(oneRow), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, err := range []error{
		os.Mkdir(in("map"), 0o755), os.Symlink("rooster.csv", in("link")), os.Symlink("zelf", in("zelf")), os.Symlink("nergens", in("dood")),
		os.Symlink("/dev/zero", in("eindeloos")), os.Symlink("map", in("maplink")),
		syscall.Mkfifo(in("pijp"), 0o644), syscall.Mkfifo(in("vol"), 0o644), aSocket(t, in("socket")),
	} {
		if err != nil {
			t.Skip(err)
		}
	}
	for name, want := range map[string]string{
		"map": "het is een map", "maplink": "het is een map", "zelf": "bij zichzelf uitkomt", "dood": "bestaat niet", "nergens": "bestaat niet",
		"eindeloos": "geen bestand", "socket": "geen bestand", "rooster.csv/x": "een deel van het pad",
	} {
		if code, out := importing(in(name)); code != exitFailure || !strings.Contains(out, want) || strings.Count(out, "\n") != 1 {
			t.Errorf("%s: code %d, %q", name, code, out)
		}
	}
	_, plain := importing(in("rooster.csv"))
	if !strings.Contains(plain, "1 nieuw") {
		t.Fatal(plain)
	}
	if code, out := importing(in("link")); code != exitFine || !strings.Contains(out, "1 nieuw") {
		t.Errorf("a link: code %d, %q", code, out)
	}
	write := func(name, text string) {
		if f, err := os.OpenFile(in(name), os.O_WRONLY, 0); err == nil {
			f.WriteString(text)
			f.Close()
		}
	}
	go write("pijp", oneRow)
	if code, out := importing(in("pijp")); code != exitFine || !strings.Contains(out, "1 nieuw") {
		t.Errorf("a pipe: code %d, %q", code, out)
	}
	go write("vol", strings.Repeat("x;y\n", 4<<20))
	if code, out := importing(in("vol")); code != exitFailure || strings.Count(out, "\n") != 1 {
		t.Errorf("a pipe without end: code %d, %q", code, out)
	}
}

// TestNewInLinkedFolder checks that new files end up in the content folder, and not where
// a link in it leads.
func TestNewInLinkedFolder(t *testing.T) {
	dir, elsewhere := t.TempDir(), t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "content"), os.DirFS(smallSite)); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(elsewhere, filepath.Join(dir, "content", "paginas")); err != nil {
		t.Skip(err)
	}
	code, out := runWith(t.Context(), "new", "pagina", "-set", "titel=Over ons", "-set", "tekst=Wij helpen.", "-content", filepath.Join(dir, "content"))
	made, _ := os.ReadDir(elsewhere)
	if code != exitFailure || len(made) > 0 || !strings.Contains(out, "koppeling") {
		t.Errorf("code %d, made %v, %s", code, made, out)
	}
}

// TestOddRecord replaces the record of published files by odd things.
func TestOddRecord(t *testing.T) {
	for thing, put := range oddThings {
		if thing == "a large file" || thing == "a link to nothing" {
			continue
		}
		public := filepath.Join(t.TempDir(), "public")
		name := filepath.Join(public, ".pleinwijzer", "bestanden.txt")
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := put(name); err != nil {
			t.Skip(err)
		}
		if code, out := runWith(t.Context(), "build", "-content", smallSite, "-out", public); code != exitFailure ||
			!strings.Contains(out, "beschadigd") || strings.Count(out, "\n") != 1 {
			t.Errorf("%s: code %d, %s", thing, code, out)
		}
	}
}
