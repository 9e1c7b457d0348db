package diag_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pleinwijzer/generator/diag"
)

var update = flag.Bool("update", false, "rewrite the golden files")

const file = "spreekuren/inloop-noord.md"

// at returns the range of piece, found by searching for it in the excerpt.
func at(line int, excerpt, piece string) diag.Range {
	before, _, found := strings.Cut(excerpt, piece)
	if !found {
		panic(piece + " is not in " + excerpt)
	}
	return diag.Range{
		File: file, Line: line, Column: 1 + len([]rune(before)),
		Length: len([]rune(piece)), Excerpt: excerpt,
	}
}

// problems holds one problem of each shape that a problem can have.
var problems = diag.List{
	{Range: at(4, `telefon = "013 000 01 01"`, "telefon"), Code: "veld-onbekend", Message: `onbekend veld "telefon"`, Hint: `bedoelt u "telefoon"?`},
	{Range: at(12, "\tdag = \"dinsdach\"", "dinsdach"), Code: "dag-onleesbaar", Message: "er staat een tab voor", Example: `"dinsdag"`},
	{Range: at(7, `titel = "Café met één naïef woord"`, "naïef"), Code: "accent", Message: "letters met accenten tellen als één"},
	{Range: at(101, strings.Repeat("lang ", 50)+"FOUT"+strings.Repeat(" lang", 50), "FOUT"),
		Code: "lang-midden", Message: "midden in een lange regel", Hint: "hier"},
	{Range: at(102, "FOUT"+strings.Repeat(" lang", 50), "FOUT"), Code: "lang-begin", Message: "aan het begin van een lange regel", Hint: "hier"},
	{Range: at(103, strings.Repeat("lang ", 50)+"FOUT", "FOUT"), Code: "lang-eind", Message: "aan het eind van een lange regel", Hint: "hier"},
	{Range: at(104, strings.Repeat("lang ", 50), strings.Repeat("lang ", 50)),
		Code: "lang-heel", Message: "een lange regel in zijn geheel", Hint: "hier"},
	{Range: at(9, "gevaarlijk \x1b[2J \u202e omgekeerd", "gevaarlijk"), Code: "teken", Message: "een opdracht aan de terminal staat er niet als opdracht"},
	{Range: diag.Range{File: file, Line: 3, Column: 9, Excerpt: `titel = `}, Code: "eind", Message: "op het eind van de regel"},
	{Range: diag.Range{File: file, Line: 1, Column: 1}, Code: "veld-ontbreekt",
		Message: `het veld "titel" ontbreekt`, Hint: `voeg toe: titel = "…"`},
	{Range: diag.Range{File: "site.toml"}, Code: "bestand-ontbreekt", Message: "het bestand site.toml ontbreekt", Hint: "maak het", Example: "titel = \"Pleinwijzer\"\nadres = \"https://www.voorbeeld.nl\""},
	{Range: diag.Range{File: "foto.jpg"}, Severity: diag.Warning, Code: "bestand-onbekend", Message: "dit bestand wordt niet gebruikt"},
	{
		Range: at(5, `aliassen = ["oud"]`, `"oud"`), Code: "alias-dubbel", Message: "twee bestanden, 100% gelijk: \"oud\"",
		Related: []diag.Range{{File: "a,b.md"}, {File: "c.md", Line: 4, Column: 2}},
	},
}

func TestFormats(t *testing.T) {
	for name, write := range map[string]func(*bytes.Buffer) error{
		"text":   func(b *bytes.Buffer) error { return diag.Text(b, problems) },
		"json":   func(b *bytes.Buffer) error { return diag.JSON(b, problems) },
		"github": func(b *bytes.Buffer) error { return diag.GitHub(b, problems.In("content")) },
	} {
		t.Run(name, func(t *testing.T) {
			var got bytes.Buffer
			if err := write(&got); err != nil {
				t.Fatal(err)
			}
			golden(t, filepath.Join("testdata", name+".golden"), got.Bytes())
		})
	}
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, got, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs; look at it after go test -update\n%s", name, got)
	}
}

func TestNothingToWrite(t *testing.T) {
	var text, github, list bytes.Buffer
	diag.Text(&text, nil)
	diag.GitHub(&github, nil)
	diag.JSON(&list, nil)
	if text.Len() > 0 || github.Len() > 0 || list.String() != "[]\n" {
		t.Errorf("text %q, github %q, json %q", &text, &github, &list)
	}
}

func TestJSONIsJSON(t *testing.T) {
	var b bytes.Buffer
	if err := diag.JSON(&b, problems); err != nil {
		t.Fatal(err)
	}
	var back []map[string]any
	if err := json.Unmarshal(b.Bytes(), &back); err != nil || len(back) != len(problems) {
		t.Errorf("%d objects, %v", len(back), err)
	}
}

type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) { return 0, errors.New("broken pipe") }

func TestWriteError(t *testing.T) {
	if diag.Text(brokenPipe{}, problems) == nil || diag.JSON(brokenPipe{}, problems) == nil || diag.GitHub(brokenPipe{}, problems) == nil {
		t.Error("a write that failed went unnoticed")
	}
}

func TestSort(t *testing.T) {
	problem := func(file string, line, column int, code string) diag.Diagnostic {
		return diag.Diagnostic{Range: diag.Range{File: file, Line: line, Column: column}, Code: code}
	}
	var l diag.List
	l.Add(problem("b", 1, 1, "x"), problem("a", 10, 1, "x"), problem("a", 2, 9, "x"), problem("a", 2, 1, "y"))
	l.Add(problem("a", 2, 1, "x"), problem("a", 2, 1, "y")) // the last one is a duplicate
	l.Sort()
	var got []string
	for _, d := range l {
		got = append(got, d.Range.String()+d.Code)
	}
	if want := "a:2:1x a:2:1y a:2:9x a:10:1x b:1:1x"; strings.Join(got, " ") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, " "), want)
	}
}

func TestCount(t *testing.T) {
	warnings := diag.List{{Severity: diag.Warning}, {Severity: diag.Warning}}
	if warnings.HasErrors() || warnings.Count(diag.Warning) != 2 {
		t.Error("two warnings are no errors")
	}
	if all := append(warnings, diag.Diagnostic{}); !all.HasErrors() || all.Count(diag.Error) != 1 {
		t.Error("one error among warnings is an error")
	}
	if diag.List(nil).HasErrors() {
		t.Error("an empty list has no errors")
	}
}

func TestIn(t *testing.T) {
	list := diag.List{{Range: diag.Range{File: "a.md"}, Related: []diag.Range{{File: "b.md"}}}, {}}
	in := list.In("content")
	if in[0].File != "content/a.md" || in[0].Related[0].File != "content/b.md" || in[1].File != "content" {
		t.Errorf("%+v", in)
	}
	if list[0].File != "a.md" || list[0].Related[0].File != "b.md" {
		t.Error("In changed the list itself")
	}
	for _, here := range []string{"", "."} {
		if got := list.In(here)[0].File; got != "a.md" {
			t.Errorf("In(%q): %q", here, got)
		}
	}
}

func TestNearest(t *testing.T) {
	fields := []string{"titel", "dag", "tijd", "plein", "partner", "telefoon", "email", "website", "vanaf", "tot_en_met", "data", "talen", "niet"}
	days := []string{"maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"}
	slugs := []string{"plein-goirle", "plein-waalwijk", "wagnerplein-tilburg", "dinsdagochtendplein", "lochal-tilburg"}
	for _, c := range []struct {
		word string
		from []string
		want string // "" for none
	}{
		{"telefon", fields, "telefoon"},
		{"Telefoon", fields, "telefoon"},
		{"TITEL", fields, "titel"},
		{"tel", fields, "telefoon"},
		{"telefoonnummer", fields, "telefoon"},
		{"title", fields, "titel"},
		{"e-mail", fields, "email"},
		{"mail", fields, "email"},
		{"tyd", fields, ""}, // two of its three letters differ
		{"tid", fields, "tijd"},
		{"dg", fields, "dag"},
		{"da", fields, "dag"},
		{"x", fields, ""},
		{"", fields, ""},
		{"ding", fields, "dag"},
		{"kleur", fields, ""},
		{"postadres", fields, ""},
		{"dindag", days, "dinsdag"},
		{"dinsdah", days, "dinsdag"},
		{"donerdag", days, "donderdag"},
		{"madag", days, "maandag"},
		{"dag", days, ""}, // all candidates end in it
		{"goirle", slugs, "plein-goirle"},
		{"wagnerplein", slugs, "wagnerplein-tilburg"},
		{"dinsdagochtend-plein", slugs, "dinsdagochtendplein"},
		{"tilburg", slugs, ""}, // two candidates end in it
		{"titel_nl", fields, "titel"},
		{"plein", slugs, ""}, // two candidates begin with it
		{"aab", []string{"aaa", "aac"}, ""},
		{"aab", []string{"aaa", "aaa"}, "aaa"}, // a duplicate candidate does not count as a tie
		{"een", nil, ""},
		{"één-loket", []string{"een-loket"}, "een-loket"},
	} {
		got, ok := diag.Nearest(c.word, c.from)
		if got != c.want && (ok || c.want != "") || ok != (c.want != "") {
			t.Errorf("Nearest(%q) = %q, %v; want %q", c.word, got, ok, c.want)
		}
	}
}

func TestQuestion(t *testing.T) {
	if got := diag.Question(diag.Nearest("telefon", []string{"telefoon"})); got != `bedoelt u "telefoon"?` {
		t.Errorf("got %q", got)
	}
	if got := diag.Question(diag.Nearest("kleur", []string{"telefoon"})); got != "" {
		t.Errorf("got %q", got)
	}
}

// TestFewer checks that a thousand problems of one kind in a file are cut to a hundred,
// with the number of the rest, and that other kinds and other files keep theirs.
func TestFewer(t *testing.T) {
	var all diag.List
	for i := range 1_000 {
		all.Add(diag.Diagnostic{Range: diag.Range{File: "a.md", Line: i + 1}, Code: "veld-dubbel", Message: "staat er al"})
	}
	all.Add(diag.Diagnostic{Range: diag.Range{File: "a.md", Line: 1}, Code: "komma"},
		diag.Diagnostic{Range: diag.Range{File: "b.md", Line: 1}, Code: "veld-dubbel"})
	few := all.Fewer()
	if len(few) != 102 || few[98].Message != "staat er al" ||
		few[99].Message != "staat er al; en zo nog 900 keer in dit bestand" || few[101].File != "b.md" {
		t.Errorf("%d: %+v", len(few), few[98:])
	}
	if all[99].Message != "staat er al" || len(all[:100].Fewer()) != 100 {
		t.Error("the list itself changed")
	}
}
