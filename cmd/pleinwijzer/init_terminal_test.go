package main

import (
	"os"
	"path/filepath"
	"pleinwijzer/generator/contentfs"
	"strings"
	"testing"
)

func TestInitStopped(t *testing.T) {
	dir := t.TempDir()
	tm := atTerminal(t, dir, "init", "pleinen")
	tm.sees("Titel\n")
	tm.types("Pleinen van Oost")
	tm.sees("Adres\n")
	tm.press(ctrlC)
	if code, output := tm.ends(); code != exitFailure || !strings.Contains(output, "gestopt; er is niets geschreven") {
		t.Errorf("code %d, %s", code, output)
	}
	if left := files(t, dir); left != "" {
		t.Errorf("left %s", left)
	}
}

func TestInitAtTerminal(t *testing.T) {
	dir := t.TempDir()
	tm := atTerminal(t, dir, "init", "pleinen")
	for _, s := range []step{
		{"Titel\n", "Pleinen van Oost"}, {"Adres\n", "oost.voorbeeld.nl"}, {`schrijf "https://oost.voorbeeld.nl"`, "https://oost.voorbeeld.nl"},
		{"Organisatie\n", "Bibliotheek Oost"}, {"E-mail\n", ""}, {"Telefoon\n", ""},
	} {
		tm.sees(s.sees)
		tm.types(s.types)
	}
	if code, output := tm.ends(); code != exitFine {
		t.Fatalf("code %d, %s", code, output)
	}
	c, problems, err := contentfs.Read(os.DirFS(filepath.Join(dir, "pleinen", "content")))
	if err != nil || len(problems) > 0 || c.Site.Organisatie != "Bibliotheek Oost" {
		t.Errorf("%v, %v", err, problems)
	}
}
