package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/creack/pty"
	"github.com/xuri/excelize/v2"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/handbooktest"
	"pleinwijzer/generator/schedule"
)

// asTyped is how the handbook runs the program.
const asTyped = "go run ./cmd/pleinwijzer "

// TestHandbookCommands checks that the program knows each command in the editors'
// handbook, with its flags.
func TestHandbookCommands(t *testing.T) {
	seen := map[string]bool{}
	for _, found := range regexp.MustCompile("(?m)"+asTyped+"([^`\n]+)").FindAllStringSubmatch(handbooktest.Read(t), -1) {
		words := strings.Fields(found[1])
		v, args, err := choose(verbs, words)
		if err != nil {
			t.Errorf("%s: %v", found[1], err)
			continue
		}
		seen[v.name] = true
		for _, word := range args {
			if strings.HasPrefix(word, "-") && !regexp.MustCompile(`(?m)^ +`+word+` `).MatchString(v.usage) {
				t.Errorf("%s: the usage has no %s", found[1], word)
			}
		}
	}
	for _, name := range strings.Fields("serve check new import build gids taken help") {
		if !seen[name] {
			t.Errorf("the handbook does not show %s", name)
		}
	}
}

// today returns the date of the output in the handbook.
func today() time.Time { return time.Date(2026, time.November, 22, 12, 0, 0, 0, schedule.Amsterdam) }

// TestHandbookOutput produces the terminal output in the handbook, using its example file
// with the changes that it describes.
func TestHandbookOutput(t *testing.T) {
	const file, before = "spreekuren/werk-waalwijk.md", `tijd = "10.00-12.00"`
	right := shippedWith(t, file, before, `tijd = "10.30-12.30"`)
	wrong := shippedWith(t, file, before, `tijd = 10.30-12.30`)
	outputs := map[string]func() string{
		"serve":   func() string { return serveOutput(t, right) },
		"goed":    func() string { return printed(t, right, exitFine, "check") },
		"fout":    func() string { return printed(t, wrong, exitProblems, "check") },
		"uitleg":  func() string { return printed(t, right, exitFine, "check", "-explain", "zin-lang") },
		"rooster": func() string { return printed(t, withRooster(t), exitProblems, "import", "rooster.xlsx") },
		"vragen":  func() string { return asked(t, right) },
	}
	handbooktest.Keep(t, *update, "uitvoer", func(name, old string) string {
		made, known := outputs[name]
		if !known {
			t.Errorf("there is no output %q", name)
			return old
		}
		delete(outputs, name)
		return "\n```text\n" + strings.TrimSpace(made()) + "\n```\n\n"
	})
	for name := range outputs {
		t.Errorf("the handbook does not show the output %q", name)
	}
}

// shippedWith makes a folder with one file of the shipped content, the handbook's
// example, with a change in it, and with whatever else the site needs. Problems in other
// files must not show up in the handbook.
func shippedWith(t *testing.T, name, from, to string) string {
	t.Helper()
	dir := t.TempDir()
	data, err := os.ReadFile(filepath.Join("../../content", filepath.FromSlash(name)))
	if err != nil || strings.Count(string(data), from) != 1 {
		t.Fatalf("the handbook says that %s has %s once: %v", name, from, err)
	}
	for name, text := range map[string]string{
		name:                              strings.Replace(string(data), from, to, 1),
		"site.toml":                       "titel = 'Pleinen'\nadres = 'https://pleinen.example'\n",
		"onderwerpen.toml":                "[werk]\nnaam = 'Werk'\n[geld]\nnaam = 'Geld'\n",
		"partners/baanbrekers.toml":       "naam = 'Baanbrekers'\n",
		"pleinen/plein-waalwijk.toml":     "naam = 'Plein Waalwijk'\nadres = 'Plein 4'\npostcode = '5141 KG'\nplaats = 'Waalwijk'\ntelefoon = '013 000 00 06'\n",
		"pleinen/plein-sprang-capelle.md": "+++\nnaam = 'Plein Sprang'\nadres = 'Markt 3'\npostcode = '5161 CC'\nplaats = 'Sprang-Capelle'\ntelefoon = '013 000 00 07'\n+++\n",
	} {
		file := filepath.Join(dir, "content", filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// withRooster returns the shipped content with a spreadsheet next to it. One of its rows
// changes a time, one is new, and one has a mistake.
func withRooster(t *testing.T) string {
	t.Helper()
	dir := shippedWith(t, "spreekuren/werk-waalwijk.md", "+++\n\nWe", "+++\n\nWe")
	records, _, err := contentfs.Read(os.DirFS(filepath.Join(dir, "content")))
	if err != nil {
		t.Fatal(err)
	}
	work := records.Spreekuren[slices.IndexFunc(records.Spreekuren, func(s *content.Spreekuur) bool { return s.Slug == "werk-waalwijk" })]
	book := excelize.NewFile()
	defer book.Close()
	for i, row := range [][]any{
		{"Titel", "Dag", "Tijd", "Omschrijving in 1 zin", "Korte omschrijving", "Plein", "Partner"},
		{work.Titel, "woensdag", "10.30-12.30", work.InEenZin, work.Body(), "Plein Waalwijk", "Baanbrekers"},
		{"Hulp bij een cv", "donderdag", "13.00-15.00", "Wij schrijven samen met u een cv.", "Neem uw diploma's mee.", "Plein Waalwijk", "Baanbrekers"},
		{"Praten over werk", "vrijdg", "10.00-12.00", "U oefent een gesprek over werk.", "Kom gerust langs.", "Plein Waalwijk", "Baanbrekers"},
	} {
		if err := book.SetSheetRow("Sheet1", "A"+strconv.Itoa(i+1), &row); err != nil {
			t.Fatal(err)
		}
	}
	if err := book.SaveAs(filepath.Join(dir, "rooster.xlsx")); err != nil {
		t.Fatal(err)
	}
	return dir
}

// printed returns what the program prints when it is run in a folder on the date of the
// handbook.
func printed(t *testing.T, dir string, wantCode int, args ...string) string {
	t.Helper()
	var output bytes.Buffer
	t.Run(args[0], func(t *testing.T) {
		t.Chdir(dir)
		if code := run(t.Context(), args, environment{stdout: &output, stderr: &output, now: today, verbs: verbs}); code != wantCode {
			t.Errorf("%s: %d, %s", args, code, output.String())
		}
	})
	return output.String()
}

// serveOutput returns the first output of serve. It uses a port other than the default,
// which may be in use.
func serveOutput(t *testing.T, dir string) string {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	terminal, done := make(lines, 100), make(chan int)
	go func() {
		args := []string{"serve", "-content", filepath.Join(dir, "content"), "-addr", "localhost:0"}
		done <- run(ctx, args, environment{stdout: terminal, stderr: terminal, now: today, verbs: verbs})
	}()
	output := terminal.next(t, "open http://localhost:")
	cancel()
	<-done
	return regexp.MustCompile(`localhost:\d+`).ReplaceAllString(output, "localhost:1313")
}

// asked returns the start of the conversation of new, up to the question whether the day
// and the time are right.
func asked(t *testing.T, dir string) string {
	t.Helper()
	person, device, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer device.Close()
	tm := overhear(t, person)
	done := make(chan int)
	go func() {
		args := []string{"new", "spreekuur", "-content", filepath.Join(dir, "content")}
		done <- run(t.Context(), args, environment{stdin: device, stdout: device, stderr: device, now: today, verbs: verbs})
	}()
	for _, s := range []step{
		{"Titel\n", "Hulp bij een cv"}, {"Dag\n", "dinsdg"}, {`schrijf: "dinsdag"`, "elke dinsdag"}, {"Tijd\n", "13.00-15.00"}, {"Klopt dit?", "ja"},
	} {
		tm.sees(s.sees)
		tm.types(s.types)
	}
	tm.sees()
	tm.press(ctrlD)
	<-done
	output := strings.ReplaceAll(tm.all.String(), "\r\n", "\n")
	upTo := strings.Index(output, "> ja\n")
	if upTo < 0 {
		t.Fatal(output)
	}
	return output[:upTo] + "> ja\n"
}
