package timetable

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"pleinwijzer/generator/scaffold"
)

// officeRows is what the sheet of kantoor.fods says, in whatever format LibreOffice saved it:
// an empty column and rows before it, a title, merged cells, formulas, times, dates and
// telephone numbers as numbers and as text, a total, and a second table.
const officeRows = `6 Hulp bij geld dinsdag 10:00 - 12:00 lochal taalhuis
7 Café & taal dinsdag 13.00 - 15:30 lochal taalhuis
HIDDEN9 Één keer ["2027-02-09"] 09:30 - 11.00 bieb taalhuis
10 een kopje: woensdag
11 Lezen Woensdag 10:00 - 12:00 bieb taalhuis
12 een totaal
14 een kopje: plein "lochal"
15 de kopjes staan hier nog een keer
16 Zingen vrijdag 13:00 - 14:00 lochal taalhuis
FILLED[11] = woensdag of 10
[16] = plein "lochal" of 14
Van=Begintijd
Tot=Eindtijd
`

// TestOffice reads what LibreOffice saved (see testdata/README.md). Text with separators has
// no merged cells and no hidden rows.
func TestOffice(t *testing.T) {
	workbook := strings.NewReplacer("HIDDEN", "", "FILLED", "").Replace(officeRows)
	text := strings.NewReplacer("HIDDEN", "8 vul nog in: \"Van\", \"Tot\", \"Partner\"\n",
		"FILLED", "[7] = dinsdag of 6\n[7 8] = plein \"LocHal\" of 6\n").Replace(officeRows)
	for name, want := range map[string]string{
		"kantoor.xlsx": workbook, "kantoor.ods": workbook,
		"kantoor-utf8.csv": text, "kantoor-windows1252.csv": text, "kantoor-utf16.csv": text, "kantoor-komma.csv": text,
	} {
		r := roosterOf(t, name, "")
		if got := placed(r); got != want {
			t.Errorf("%s:\n got %s\nwant %s", name, got, want)
			continue
		}
		first, once := string(r.Lines[0].Data), string(r.Lines[len(r.Lines)-7].Data)
		for _, line := range []string{"telefoon = \"0130000001\"\n", "vanaf = \"2027-01-12\"\n", "website = \"https://www.voorbeeld.nl/geld\"\n"} {
			if !strings.Contains(first, line) {
				t.Errorf("%s: no %s in\n%s", name, line, first)
			}
		}
		if !strings.Contains(once, "telefoon = \"+31130000003\"\n") || strings.Contains(first, "bellen") {
			t.Errorf("%s:\n%s%s", name, first, once)
		}
		hidden := fmt.Sprint(r.HiddenRows, r.HiddenColumns, r.Origin.Hidden, r.Unread)
		if want := map[bool]string{true: "[8] [H] [Kladje] [Bezet]", false: "[] [] [] [Intern Bezet]"}[want == workbook]; hidden != want {
			t.Errorf("%s: %s, want %s", name, hidden, want)
		}
	}
}

// TestOfficeWeek reads weeks with a column for each day, one of them with dates, in sheets of
// which one is named after a plein.
func TestOfficeWeek(t *testing.T) {
	for _, name := range []string{"week.xlsx", "week.ods"} {
		for sheet, want := range map[string]string{
			"LocHal": `2 Lezen ma en wo 10-12 lochal taalhuis
3 Rekenen di 9.30-11.00 en 13.00-14.00 lochal taalhuis
[2 3] = plein "lochal" of 0
kolom A=Partner
`,
			"Datums": `2 Lezen ["2027-01-12", "2027-01-26"] 10-12 bieb taalhuis
Wat=Titel
Wie=Partner
Waar=Plein
`,
		} {
			if got := placed(roosterOf(t, name, sheet)); got != want {
				t.Errorf("%s %s:\n got %s\nwant %s", name, sheet, got, want)
			}
		}
	}
}

func roosterOf(t *testing.T, name, sheet string) *Rooster {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	f, files := folderOf(t, small)
	r, err := Read(data, scaffold.NewFolder(f.Content), files, Options{Now: now, Sheet: sheet})
	if err != nil {
		t.Fatal(name, err)
	}
	return r
}
