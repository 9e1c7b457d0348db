package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"pleinwijzer/generator/browsertest"
)

// TestManPage has both programs that show such pages look for mistakes in ours. One of them
// then shows it, with every word of each usage.
func TestManPage(t *testing.T) {
	code, page := runWith(t.Context(), "help", "-man")
	if code != exitFine {
		t.Fatal(page)
	}
	file := filepath.Join(t.TempDir(), "pleinwijzer.1")
	if err := os.WriteFile(file, []byte(page), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, r := range page {
		if r > '~' {
			t.Fatalf("%q is not in ASCII", r)
		}
	}
	for _, program := range []string{"mandoc", "groff"} {
		_, err := exec.LookPath(program)
		browsertest.Needs(t, err == nil, program)
	}
	out, _ := exec.Command("mandoc", "-Tlint", "-Wwarning", file).CombinedOutput()
	for line := range strings.Lines(string(out)) {
		if !strings.Contains(line, "missing date") { // a test binary does not know how old its source is
			t.Error(line)
		}
	}
	var complaints bytes.Buffer
	groff := exec.Command("groff", "-man", "-ww", "-Tutf8", "-Z", file)
	groff.Stderr = &complaints
	if err := groff.Run(); err != nil || complaints.Len() > 0 {
		t.Errorf("groff: %v, %s", err, &complaints)
	}
	shown, err := exec.Command("mandoc", "-Tutf8", "-Owidth=200", file).Output()
	if err != nil {
		t.Fatal(err)
	}
	words := func(text string) []string { return regexp.MustCompile(`[\p{L}\d][^\s]*`).FindAllString(text, -1) }
	has := map[string]bool{}
	for _, word := range words(regexp.MustCompile(`.\x08`).ReplaceAllString(string(shown), "")) { // bold is typed over
		has[strings.ToLower(word)] = true
	}
	for _, v := range verbs {
		for _, word := range words(v.usage) {
			if !has[strings.ToLower(word)] && !has[strings.ToLower(word)+"."] {
				t.Errorf("%s: the page lacks %q", v.name, word)
			}
		}
	}
}

func TestRoff(t *testing.T) {
	for text, want := range map[string]string{
		"-v":                `\-v`,
		".TH\n'x":           "\\&.TH\n\\&\\(aqx",
		`C:\x "a" ~/.zshrc`: `C:\ex \(dqa\(dq \(ti/.zshrc`,
		"één":               `\[u00E9]\[u00E9]n`,
	} {
		if got := roff(text); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}
