package desk

import (
	"path/filepath"
	"regexp"
	"slices"
	"testing"
	"testing/fstest"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/edit"
	"pleinwijzer/generator/form"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/sense"
)

func TestBeside(t *testing.T) {
	for _, c := range []struct{ field, message, hint, want string }{
		{"dag", `"dinsdg" is geen dag van de week`, `schrijf: dag = "elke dinsdag"`,
			`"dinsdg" is geen dag van de week. Vul in: "elke dinsdag".`},
		{"dag", `"om de week" telt vanaf een eerste dag`, `voeg toe: vanaf = "2026-12-01"`,
			`"om de week" telt vanaf een eerste dag. Vul bij "Vanaf" in: 1 december 2026.`},
		{"dag", `een tijd komt bij "tijd"`, `schrijf: dag = "dinsdag" en op een nieuwe regel: tijd = "10-12"`,
			`Een tijd komt bij "Tijd". Vul in: "dinsdag" en bij "Tijd": "10-12".`},
		{"tijd", "hier staat een tijd", `kies: haal de regel met "tijd" weg, of noem bij "dag" de dag en schrijf: aanmelden = "verplicht"`,
			`Hier staat een tijd. Kies: maak dit veld leeg, of noem bij "Dag" de dag en vul bij "Afspraak maken" in: "verplicht".`},
		{"afwijkend.0", "hier staat niet wat er anders is", "voeg toe: vervalt = true, of een tijd",
			`Hier staat niet wat er anders is. Kies bij "Vervalt": ja, of een tijd.`},
		{"afwijkend.0.tot_en_met", `"tot_en_met" (2026-01-05) ligt voor "van" (2026-12-22)`, `bedoelt u "2027-01-05"?`,
			`"Tot en met" (5 januari 2026) ligt voor "Van" (22 december 2026). Bedoelt u 5 januari 2027?`},
		{"plein", `het plein "lochal" is een concept`, "haal bij dat bestand de regel concept = true weg",
			`Het plein "lochal" is een concept. Haal bij dat bestand "Concept" weg.`},
	} {
		got := beside(content.Kinds[spreekuur], c.field, diag.Diagnostic{Message: c.message, Hint: c.hint})
		if got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.message, got, c.want)
		}
	}
}

func TestOtherSort(t *testing.T) {
	problem := diag.Diagnostic{Code: "soort-verkeerd", Message: `bij "talen" hoort een getal (zonder aanhalingstekens), niet tekst`, Hint: "schrijf bijvoorbeeld: talen = 1"}
	if got, want := beside(content.Kinds[spreekuur], "talen", problem), "Hier hoort een getal. Vul in: 1."; got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

var spreekuur = slices.IndexFunc(content.Kinds, func(k content.Kind) bool { return k.Name == "spreekuur" })

// spokenOfFiles is what means nothing to someone who fills in a form.
var spokenOfFiles = regexp.MustCompile(`\w = |\+\+\+|\[\[|regel weg|nieuwe regel|\d{4}-\d\d-\d\d|^Het veld "[^"]*" (ontbreekt|is leeg)`)

// ofFilesOnly are the mistakes that no form can make or mend: something in a file stands where
// no field of a form is.
var ofFilesOnly = []string{"veld-onder-kopje", "tekst-dubbel", "haken-dubbel", "vraag-zonder-onderwerp", "veld-onbekend"}

// TestNoFilesInForms goes through all mistakes of which a message is tested, and reads what
// a form says about them.
func TestNoFilesInForms(t *testing.T) {
	names, err := filepath.Glob("../catalog/testdata/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	base, err := txtar.ParseFile("../catalog/testdata/base.txtar")
	if err != nil {
		t.Fatal(err)
	}
	spoken := 0
	for _, name := range names {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		fsys := fstest.MapFS{}
		for _, f := range append(slices.Clone(base.Files), archive.Files...) {
			fsys[f.Name] = &fstest.MapFile{Data: f.Data}
		}
		for _, d := range mistakes(t, fsys) {
			kind, ok := contentfs.KindOf(d.File)
			if !ok {
				continue
			}
			data := fsys[d.File].Data
			if _, unreadable := form.Read(kind, d.File, data, edit.Lists{}); unreadable != nil {
				continue
			}
			spoken++
			text := beside(kind, form.FieldOf(kind, d.File, data, d), d)
			if !slices.Contains(ofFilesOnly, d.Code) && spokenOfFiles.MatchString(text) {
				t.Errorf("%s [%s]: %s", filepath.Base(name), d.Code, text)
			}
		}
	}
	if spoken < 200 {
		t.Errorf("only %d messages were read", spoken)
	}
}

func mistakes(t *testing.T, fsys fstest.MapFS) diag.List {
	t.Helper()
	now := time.Date(2026, time.November, 20, 9, 0, 0, 0, time.UTC)
	reader := contentfs.NewReader(fsys)
	reader.On(schedule.DateOf(now))
	c, problems, err := reader.Read()
	if err != nil {
		t.Fatal(err)
	}
	shown, more := catalog.Resolve(c, catalog.Options{Now: now})
	return slices.Concat(problems, more, sense.Check(shown))
}
