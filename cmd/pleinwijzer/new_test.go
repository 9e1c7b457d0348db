package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/creack/pty"
)

// site makes a copy of the small site and returns its folder.
func site(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("testdata/site")); err != nil {
		t.Fatal(err)
	}
	return dir
}

// files lists the paths in a folder.
func files(t *testing.T, dir string) string {
	t.Helper()
	var names []string
	err := filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(names, "\n")
}

// A step is a question, identified by a part of its text, with the answer to type.
type step struct{ sees, types string }

// spreekuurSteps is a complete conversation that includes mistakes.
var spreekuurSteps = []step{
	{"Titel\n  Waarmee helpt u?", ""},
	{`het veld "titel" is leeg`, "Hulp bij brieven"},
	{"Dag\n  Op welke dag is het spreekuur?", "dinsdg"},
	{`schrijf: "dinsdag"`, "?"},
	{"Moet er staan, behalve bij tijden of data.", "om de week op dinsdag"},
	{"Tijd\n  Van hoe laat tot hoe laat?", "10-12"},
	{"Vanaf\n", "5-1-2027"},
	{`schrijf: "2027-01-05"`, "2027-01-05"},
	{"De bezoeker leest: om de week op dinsdag van 10.00 tot 12.00 uur, vanaf 5 januari 2027.\nDe eerste keren: dinsdag 5 januari, dinsdag 19 januari en dinsdag 2 februari.\nKlopt dit?", "nee"},
	{"Dag\n", "elke donderdag"},
	{"Tijd\n", "14.00-16.00"},
	{"De bezoeker leest: elke donderdag van 14.00 tot 16.00 uur.", "misschien"},
	{"Typ ja of nee.", "ja"},
	{"Omschrijving in 1 zin\n", `Wij lezen "moeilijke" post met u.`},
	{"Korte omschrijving\n", "Neem de brief mee."},
	{"", ""},
	{"", "Ook de envelop."},
	{"", ""},
	{"", ""},
	{"Plein\n  Typ een stukje van de naam.\n  1  Plein in de bieb (Kaatsheuvel)\n", "zwembad"},
	{`Er is geen naam met "zwembad"`, "1"},
	{"Partner\n", "taal"},
	{"Nog een?", ""},
	{"Afspraak maken\n", "3"},
	{"Telefoon\n", "06"},
	{"dit is geen telefoonnummer", "013-0000001"},
	{"E-mail\n", ""},
	{"Website\n", ""},
	{"Naam van het bestand\n", "Hulp!"},
	{`schrijf "hulp"`, ""},
	{"Dit komt in het bestand:", "1"},
	{"Nu: Hulp bij brieven. Enter laat het zo.", "Hulp bij moeilijke brieven"},
	{"1  Titel: Hulp bij moeilijke brieven\n", "ja"},
}

const spreekuurFile = `+++
titel = "Hulp bij moeilijke brieven"
dag = "elke donderdag"
tijd = "14.00-16.00"
in_een_zin = 'Wij lezen "moeilijke" post met u.'
plein = "bieb"
partner = "taalhuis"
aanmelden = "mag"
telefoon = "013-0000001"
+++

Neem de brief mee.

Ook de envelop.
`

// checkedLine matches the line with the date of the test: whoever answers the questions
// has checked the facts.
var checkedLine = regexp.MustCompile(`(?m)^gecontroleerd = ".*"\n`)

func TestNewAtTerminal(t *testing.T) {
	dir := site(t)
	tm := atTerminal(t, dir, "new", "spreekuur")
	for _, s := range spreekuurSteps {
		tm.sees(s.sees)
		tm.types(s.types)
	}
	if code, output := tm.ends(); code != exitFine || !strings.Contains(output, "content/spreekuren/hulp-bij-brieven.md is gemaakt") {
		t.Fatalf("code %d, %s", code, output)
	}
	got, err := os.ReadFile(filepath.Join(dir, "content/spreekuren/hulp-bij-brieven.md"))
	today := checkedLine.FindString(string(got))
	if err != nil || strings.Replace(string(got), today, "", 1) != spreekuurFile || !strings.Contains(today, "20") {
		t.Errorf("%v, written:\n%s", err, got)
	}
	if code, out := runWith(t.Context(), "check", "-content", filepath.Join(dir, "content")); code != exitFine {
		t.Errorf("check: %s", out)
	}
}

// TestNewStopped checks that stopping at any question, in any way, leaves no files.
func TestNewStopped(t *testing.T) {
	for i := range spreekuurSteps {
		key := ctrlC
		if i%2 == 1 {
			key = ctrlD
		}
		t.Run("", func(t *testing.T) {
			t.Parallel()
			dir := site(t)
			before := files(t, dir)
			tm := atTerminal(t, dir, "new", "spreekuur")
			for _, s := range spreekuurSteps[:i] {
				tm.sees(s.sees)
				tm.types(s.types)
			}
			tm.sees()
			tm.press(key)
			if code, output := tm.ends(); code != exitFailure || !strings.HasSuffix(output, "\npleinwijzer: gestopt; er is niets geschreven\n") {
				t.Errorf("at %q: code %d, %q", spreekuurSteps[i].sees, code, output)
			}
			if after := files(t, dir); after != before {
				t.Errorf("at %q: left\n%s", spreekuurSteps[i].sees, after)
			}
		})
	}
}

// halfwaySteps make a partner in the middle of a spreekuur, after a plein that is
// abandoned.
var halfwaySteps = []step{
	{"Titel\n", "Computerhulp"}, {"Dag\n", "di"}, {"Tijd\n", "10-12"}, {"Klopt dit?", ""},
	{"Omschrijving in 1 zin\n", "Wij helpen met uw computer."}, {"Korte omschrijving\n", "Kom langs."}, {"", ""}, {"", ""},
	{"Plein\n", "Wijkhuis"},
	{"Of typ een plusje: dan maakt u eerst een nieuw plein.", "+"},
	{"U maakt eerst een nieuw plein: Wijkhuis. Daarna gaat u hier verder.\n\nOmschrijving in 1 zin\n", ""},
	{"Gebouw\n", ""}, {"Adres\n", "Dorpsstraat 2"}, {"Postcode\n", "5038aa"}, {"Plaats\n", "Tilburg"},
	{"Openingstijden\n", ""}, {"Telefoon\n", "013 000 00 01"}, {"E-mail\n", ""}, {"Website\n", ""}, {"Route\n", ""}, {"Tekst\n", ""}, {"Naam van het bestand\n", ""},
	{"Enter of ja gaat verder met het andere bestand.", "nee"},
	{"Dat is niet gemaakt.", "bieb"},
	{"Partner\n", "SeniorWeb"}, {"nieuwe partner.", "+"},
	{"Naam in uitingen\n", ""}, {"", ""}, {"", ""}, {"", ""}, {"", ""}, {"", ""}, {"Naam van het bestand\n", ""},
	{"1  Naam: SeniorWeb\n", "ja"},
	{"  SeniorWeb\n  Nog een?", "nee"},
	{"Afspraak maken\n", ""}, {"", ""}, {"", ""}, {"", ""}, {"Naam van het bestand\n", ""},
	{"Partner: seniorweb\n", ""},
}

// TestNewOpening writes the opening hours as the fields of a plein take them.
func TestNewOpening(t *testing.T) {
	dir := site(t)
	tm := atTerminal(t, dir, "new", "plein")
	for _, s := range openingSteps {
		tm.sees(s.sees)
		tm.types(s.types)
	}
	if code, output := tm.ends(); code != exitFine {
		t.Fatalf("code %d, %s", code, output)
	}
	got, err := os.ReadFile(filepath.Join(dir, "content/pleinen/plein-zuid.md"))
	const want = `
[openingstijden]
maandag = "gesloten"
dinsdag = "9-12 en 13-17"
woensdag = "gesloten"
donderdag = "gesloten"
vrijdag = "gesloten"
zaterdag = "gesloten"
zondag = "gesloten"
+++
`
	if err != nil || !strings.HasSuffix(string(got), want) {
		t.Errorf("%v, written:\n%s", err, got)
	}
	if code, out := runWith(t.Context(), "check", "-content", filepath.Join(dir, "content")); code != exitFine {
		t.Errorf("check: %s", out)
	}
}

// contents are the files of a folder, by path.
func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	for name := range strings.Lines(files(t, dir)) {
		name = strings.TrimSpace(name)
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		all[name] = string(data)
	}
	return all
}

// TestNewInEmptyFolder checks that a plein and a partner can be made in the middle of a
// spreekuur if there are none yet.
func TestNewInEmptyFolder(t *testing.T) {
	dir := site(t)
	for _, folder := range []string{"pleinen", "partners", "spreekuren"} {
		if err := os.RemoveAll(filepath.Join(dir, "content", folder)); err != nil {
			t.Fatal(err)
		}
	}
	tm := atTerminal(t, dir, "new", "spreekuur")
	for _, s := range halfwaySteps[:8] {
		tm.sees(s.sees)
		tm.types(s.types)
	}
	tm.sees("Plein\n  Er is nog geen plein. Typ een plusje: dan maakt u die eerst.\n> ")
	tm.types("+")
	tm.sees("U maakt eerst een nieuw plein. Daarna gaat u hier verder.\n\nNaam\n")
}

// TestNewPasted types what people paste, and keys that are not letters.
func TestNewPasted(t *testing.T) {
	tm := atTerminal(t, site(t), "new", "pagina")
	tm.sees("Titel\n")
	tm.types("Over\x1b[D")
	tm.sees("onzichtbaar teken; typ deze tekst opnieuw.")
	tm.types("Caf\xc3") // é after a backspace removed half of it
	tm.sees("niet te lezen is; typ deze tekst opnieuw.")
	tm.types("Over\ndeze\nsite")
	tm.sees("Tekst\n")
	tm.types(strings.Repeat("x", longestLine+100) + "\ny")
	tm.sees("Deze regel is te lang voor de terminal")
	tm.types(strings.Repeat("x", longestLine-1))
	for range 4 {
		tm.sees()
		tm.types("")
	}
	tm.sees("Naam van het bestand\n")
	tm.types("")
	tm.sees("1  Titel: Over deze site\n")
}

// TestNewNarrow checks that no word is split in a narrow window.
func TestNewNarrow(t *testing.T) {
	tm := atTerminal(t, site(t), "new", "spreekuur")
	tm.sees("Titel\n")
	if err := pty.Setsize(tm.device, &pty.Winsize{Rows: 24, Cols: 24}); err != nil {
		t.Fatal(err)
	}
	tm.types("")
	tm.sees("  Dat kan niet: het veld\n  \"titel\" is leeg.\n", "  Bijvoorbeeld: Hulp bij\n  brieven en formulieren\n")
}

// TestNewEveryKind takes the shortest way through the questions of each kind.
func TestNewEveryKind(t *testing.T) {
	tests := []struct {
		kind, file string
		answers    []string // one answer per question, then Enter for all that follow
	}{
		{"plein", "pleinen/wijkhuis.md", []string{"Wijkhuis", "", "", "Dorpsstraat 2", "5038aa", "Tilburg", "", "013 000 00 01"}},
		{"partner", "partners/seniorweb.md", []string{"SeniorWeb"}},
		{"agenda", "agenda/open-dag.md", []string{"Open dag", "2027-03-01", "", "10-12", "Kijk rond.", "", "De Zaal", "Kerkstraat 1", "Tilburg"}},
		{"bericht", "berichten/dicht.md", []string{"Dicht", "2026-12-01", "", "Het plein is dicht.", "bieb"}},
		{"pagina", "paginas/contact.md", []string{"Contact", "Bel ons."}},
	}
	for _, test := range tests {
		t.Run(test.kind, func(t *testing.T) {
			t.Parallel()
			dir := site(t)
			tm := atTerminal(t, dir, "new", test.kind)
			for _, answer := range test.answers {
				tm.sees()
				tm.types(answer)
			}
			for tm.sees(); !strings.Contains(tm.seen, "Is het goed?"); tm.sees() {
				tm.types("")
			}
			tm.types("")
			if code, output := tm.ends(); code != exitFine {
				t.Fatalf("code %d, %s", code, output)
			}
			if _, err := os.Stat(filepath.Join(dir, "content", test.file)); err != nil {
				t.Error(err)
			}
			code, out := runWith(t.Context(), "check", "-content", filepath.Join(dir, "content"))
			if code != exitFine || strings.Contains(out, test.file) {
				t.Errorf("check: %s", out)
			}
		})
	}
}
