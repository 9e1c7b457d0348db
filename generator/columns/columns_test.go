package columns

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/scaffold"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/spreadsheet"
)

// notation is that of a file that somebody reads on 22 November 2026.
func notation(t testing.TB) Notation {
	t.Helper()
	today, err := schedule.ParseDate("2026-11-22")
	if err != nil {
		t.Fatal(err)
	}
	return Notation{Today: today}
}

// folder has the records that cells may name.
func folder(t testing.TB) *scaffold.Folder {
	t.Helper()
	const plein = "+++\nnaam = %q\nadres = \"Dorpsstraat 1\"\npostcode = \"5171 AA\"\nplaats = %q\ntelefoon = \"013 000 00 01\"\n+++\n"
	c, problems, err := contentfs.Read(fstest.MapFS{
		"site.toml":            {Data: []byte("titel = \"Proef\"\nadres = \"https://proef.example\"\n")},
		"pleinen/bieb.md":      {Data: fmt.Appendf(nil, plein, "Plein in de bieb", "Kaatsheuvel")},
		"pleinen/lochal.md":    {Data: fmt.Appendf(nil, plein, "LocHal", "Tilburg")},
		"partners/taalhuis.md": {Data: []byte("+++\nnaam = \"Taalhuis\"\n+++\n")},
	})
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	return scaffold.NewFolder(c)
}

// sheetOf returns the rows of a sheet with its cells between bars.
func sheetOf(text string) []spreadsheet.Row {
	var rows []spreadsheet.Row
	for i, line := range strings.Split(strings.TrimSpace(text), "\n") {
		if cells := strings.Split(line, "|"); line != "" {
			rows = append(rows, spreadsheet.Row{Number: i + 1, Line: i + 1, Cells: cells, Many: len(cells)})
		}
	}
	return rows
}

// unfolded reads a sheet, and returns the columns and the rows below the headings.
func unfolded(t testing.TB, text string, f *scaffold.Folder) (Layout, []Row, []Filled) {
	t.Helper()
	rows := sheetOf(text)
	l := FindHeader(rows, nil, notation(t))
	below := slices.IndexFunc(rows, func(r spreadsheet.Row) bool { return r.Line > l.Header.Line })
	if l.Known == 0 || below < 0 {
		return l, nil, nil
	}
	above := rows[:slices.IndexFunc(rows, func(r spreadsheet.Row) bool { return r.Line == l.Header.Line })]
	all, filled := l.Unfold(rows[below:], Surroundings{Above: above, Folder: f})
	return l, all, filled
}

func TestFindHeader(t *testing.T) {
	for _, test := range []struct{ name, sheet, want string }{
		{"the labels", "Titel|Dag|Tijd|Plein|Partner", "1: Titel=titel Dag=dag Tijd=tijd Plein=plein Partner=partner"},
		{"below a title", "Rooster 2027\n\nTitel|Dag|Tijd", "3: Titel=titel Dag=dag Tijd=tijd"},
		{"words that people use", "Wat|Wanneer|Waar|Wie", "1: Wat=titel? Wanneer=wanneer? Waar=plein? Wie=partner?"},
		{"what is taken is not guessed", "Titel|Naam|Dag|Tijd", "1: Titel=titel Naam=- Dag=dag Tijd=tijd"},
		{"a slip of the pen", "Titel|Dag|Tijd|Plien", "1: Titel=titel Dag=dag Tijd=tijd Plien=plein?"},
		{"no slip of the pen", "Titel|Dag|Tijd|Begintijd|Eindtijd|Eind", "1: Titel=titel Dag=dag Tijd=tijd Begintijd=van Eindtijd=tot Eind=-"},
		{"never of a person", "Titel|Dag|Tijd|Telefoon contactpersoon", "1: Titel=titel Dag=dag Tijd=tijd Telefoon contactpersoon=-"},
		{"the first of two tables", "Titel|Dag|Tijd\nRekenen|di|10-12\nTitel|Dag|Tijd|Plein", "1: Titel=titel Dag=dag Tijd=tijd"},
		{"groups above headings", "Spreekuur||Wanneer\nTitel|Partner|Dag|Tijd", "2: Titel=titel Partner=partner Dag=dag Tijd=tijd"},
		{"days", "Titel|ma|di", "1: Titel=titel ma=day di=day"},
		{"two dates are no week", "Titel|12-1-2027|19-1-2027", "1: Titel=titel 12-1-2027=- 19-1-2027=-"},
	} {
		l := FindHeader(sheetOf(test.sheet), nil, notation(t))
		got := fmt.Sprintf("%d:", l.Header.Number)
		for _, c := range l.Columns {
			key := c.Key
			switch {
			case c.day:
				key = "day"
			case c.Unknown:
				key = "-"
			case c.Guessed:
				key += "?"
			}
			got += " " + c.Heading + "=" + key
		}
		if got != test.want {
			t.Errorf("%s:\n got %s\nwant %s", test.name, got, test.want)
		}
	}
}

func TestMoments(t *testing.T) {
	for text, want := range map[string]string{
		"di 10-12":                      "di @ 10-12",
		"10-12 uur, dinsdag":            "dinsdag @ 10-12 uur",
		"di en do 10-12":                "di en do @ 10-12",
		"di 10-12, do 14-16":            "di @ 10-12 & do @ 14-16",
		"di 10-12 do 14-16":             "di @ 10-12 & do @ 14-16",
		"di 10-12 en 13-15; do 14-16":   "di @ 10-12 en 13-15 & do @ 14-16",
		"1e di 10-11 en elke vr 13-14":  "1e di @ 10-11 & elke vr @ 13-14",
		"do 10-12":                      "do @ 10-12", // 10 December is a Thursday
		"12 januari 2027 van 10-12 uur": "12 januari 2027 @ van 10-12 uur",
		"12 januari 2027":               "12 januari 2027 @ ",
		"dinsdag":                       "dinsdag @ ",
		"di 10-12, do":                  "di 10-12, do @ ",
		"di 10-12, niet op di 24-12":    "di 10-12, niet op di 24-12 @ ",
		"op afspraak":                   "op afspraak @ ",
	} {
		var got []string
		for _, s := range notation(t).Moments(text) {
			got = append(got, s.Dag+" @ "+s.Tijd)
		}
		if got := strings.Join(got, " & "); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

func TestDates(t *testing.T) {
	for text, want := range map[string]string{
		"1 december 2026": "[2026-12-01]", "1-12-2026": "[2026-12-01]", "di 1 dec 2026": "[2026-12-01]", "46357": "[2026-12-01]",
		"5, 12 en 19 januari 2027": "[2027-01-05 2027-01-12 2027-01-19]", "6 maart en 13 maart 2027": "[2027-03-06 2027-03-13]",
		"12 jan 27": "[2027-01-12]", "12-1-'27": "[2027-01-12]", "12 jan '27": "[2027-01-12]", "12 jan 10": "[]",
		"dinsdag 12 januari": "[2027-01-12]", "12 januari": "[]", "woensdag 1 dec 2026": "[]", "31, 32 januari 2027": "[]",
		"10-12": "[]", "5, 12": "[]", "5 en 6 maart": "[]", "dinsdag": "[]", "": "[]",
	} {
		if got := fmt.Sprint(notation(t).Dates(text)); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

func TestClock(t *testing.T) {
	for text, want := range map[string]string{
		"10:00:00": "10:00", "1899-12-30 10:00:00": "10:00", "0,416666667": "10:00", "01:30:00 PM": "13:30", "12 a.m.": "00:00",
		"10-12": "10-12", "10:00:00 - 12:00:00": "10:00 - 12:00", "1 december 2026": "1 december 2026", "0,5": "12:00", "": "",
	} {
		if got := notation(t).Clock(text); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

func TestUnfold(t *testing.T) {
	for _, test := range []struct{ name, sheet, want string }{
		{"a heading of rows", "Titel|Tijd|Plein|Partner\nDinsdag|||\nRekenen|10-12|bieb|Taalhuis", `
2 skip een kopje: dinsdag
3 Rekenen|10-12|bieb|Taalhuis|Dinsdag
`},
		{"hours below Dag", "Titel|Dag|Plein|Partner\nDinsdag|||\nRekenen|10-12|bieb|Taalhuis", `
2 skip een kopje: dinsdag
3 Rekenen|Dinsdag 10-12|bieb|Taalhuis
`},
		{"dittos", "Titel|Dag|Tijd|Plein|Partner\nRekenen|di|10-12|bieb|Taalhuis\nLezen|\"|idem|''|- \" -\nDansen|id.|Zie boven|,,|〃", `
2 Rekenen|di|10-12|bieb|Taalhuis
3 Lezen|di|10-12|bieb|Taalhuis
4 Dansen|di|10-12|bieb|Taalhuis
`},
		{"a ditto below nothing", "Titel|Dag|Tijd|Plein|Partner\nRekenen|idem|10-12|bieb|Taalhuis\nLezen|idem|10-12|bieb|Taalhuis", `
2 wrong Dag: hier staat "idem", maar de cel erboven is niet te gebruiken; schrijf hier zelf wat u bedoelt
3 wrong Dag: hier staat "idem", maar de cel erboven is niet te gebruiken; schrijf hier zelf wat u bedoelt
`},
		{"a note, a total and a number", "Nr|Titel|Dag|Tijd|Plein|Partner\n1|Rekenen|di|10-12|bieb|Taalhuis\n2|||||\n|Totaal|3|||\n|Let op: kom op tijd||||", `
2 1|Rekenen|di|10-12|bieb|Taalhuis
3 skip alleen een nummer
4 skip een totaal
5 skip een noot
`},
		{"a second table with text below no heading", "Titel|Dag|Tijd|Plein|Partner\nRekenen|di|10-12|bieb|Taalhuis\nTitel|Dag|Tijd||Plein|Partner\nLezen|di|10-12|zaal 3|bieb|Taalhuis", `
2 Rekenen|di|10-12|bieb|Taalhuis
3 skip de kopjes staan hier nog een keer
4 wrong boven "zaal 3" staat geen kopje; zet dat erbij, of haal de tekst weg
`},
		{"a week", "Titel|Plein|Partner|ma|di\nRekenen|bieb|Taalhuis|10-12|10-12\nLezen|bieb|Taalhuis|vol|", `
2 Rekenen|bieb|Taalhuis|ma en di|10-12
3 wrong onder "ma" staat "vol"; schrijf daar de tijd, zoals "10.00-12.00"
`},
	} {
		_, rows, _ := unfolded(t, test.sheet, folder(t))
		got := "\n"
		for _, r := range rows {
			switch {
			case r.Wrong != "":
				got += fmt.Sprintf("%d wrong %s\n", r.Number, r.Wrong)
			case r.Skip != "":
				got += fmt.Sprintf("%d skip %s\n", r.Number, r.Skip)
			default:
				got += fmt.Sprintf("%d %s\n", r.Number, strings.TrimRight(strings.Join(r.Cells, "|"), "|"))
			}
		}
		if got != test.want {
			t.Errorf("%s:\n got %s\nwant %s", test.name, got, test.want)
		}
	}
}

func TestCheck(t *testing.T) {
	for sheet, want := range map[string]string{
		"Titel|Dag|Tijd|Plein|Partner\nx|x|x|x|x":                                                  "",
		"Wat|Wanneer|Waar|Wie\nx|x|x|x":                                                            "",
		"Titel|Dag|Tijd|Plein|Partner|Datum\nx":                                                    "",
		"Titel|Dag|Tijd|Plein\nx|x|x|x":                                                            `in het rooster ontbreekt de kolom "Partner"; zet die erbij, of zet boven de rijen een regel zoals "Partner: Taalhuis"`,
		"Titel|Dag|Tijd|Plein|Partner|Dagen\nx|x|x|x|x|x":                                          `de kolommen "Dag" en "Dagen" zijn voor hetzelfde; laat er één staan`,
		"Titel|Dag|Tijd|Plein|Partner\nx|x|x|x|x\nTitel|Dag|Tijd|Dagen|Plein|Partner\nx|x|x|x|x|x": `de kolommen "Dag" en "Dagen" zijn voor hetzelfde; laat er één staan`,
		"Titel|Dag|Tijd|Plein|Partner|Titel|Dag|Tijd\nx":                                           `er staan twee tabellen naast elkaar, met allebei een kolom "Titel"; zet de tweede onder de eerste, of op een eigen blad`,
	} {
		l, _, _ := unfolded(t, sheet, folder(t))
		got := ""
		if err := l.Check(); err != nil {
			got = err.Error()
		}
		if got != want {
			t.Errorf("%s:\n got %s\nwant %s", sheet, got, want)
		}
	}
}

// FuzzUnfold checks that each row comes through, and that each cell of it is in the row that
// comes of it, or is said to be left out: with its row, or with its column.
func FuzzUnfold(f *testing.F) {
	for _, sheet := range []string{
		"Titel|Dag|Tijd|Plein|Partner\nRekenen|di|10-12|bieb|Taalhuis\n|wo|13-15||\n\nidem|\"||LocHal|x",
		"LocHal\nWat|Wanneer|Wie\nDinsdag\nRekenen|10-12|Taalhuis\nTitel|Dag|Tijd|Zaal\nLezen|wo|9-10|3",
		"Titel|Wie|Waar|ma|di|wo\nRekenen|Taalhuis|bieb|10-12|x|-\nLezen|Taalhuis|bieb|vol||",
		"bieb\nTijd|ma|di\n10-12|Rekenen (Taalhuis)|Lezen - Taalhuis",
		"Titel|Partner|Plein|12-1-2027|19-1-2027|26-1-2027\nRekenen|Taalhuis|bieb|10-12||10-12",
		"Nr|Titel|Dag|Van|Tot|Plein|Partner\n1|Rekenen|di|0,41|10:00:00|bieb|Taalhuis\n2||||||\nTotaal|1",
	} {
		f.Add(sheet)
	}
	records := folder(f)
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 2_000 {
			return
		}
		l, rows, filled := unfolded(t, text, records)
		byNumber := map[int][]Row{}
		for _, r := range rows {
			byNumber[r.Number] = append(byNumber[r.Number], r)
		}
		first := FindHeader(sheetOf(text), nil, notation(t))
		for _, r := range sheetOf(text) {
			if first.Known > 0 && r.Line > first.Header.Line {
				lost(t, first, l, r, byNumber[r.Number])
			}
		}
		for _, got := range filled {
			if got.Value == "" || len(got.Rows) == 0 {
				t.Errorf("%+v tells nothing", got)
			}
		}
	})
}

// lost fails if a cell of a row is in none of the rows that come of it. The columns are those
// before and after these were made.
func lost(t *testing.T, before, after Layout, r spreadsheet.Row, made []Row) {
	t.Helper()
	if len(made) == 0 {
		t.Fatalf("row %d is lost", r.Number)
	}
	if slices.ContainsFunc(made, func(m Row) bool { return m.Skip+m.Wrong != "" }) {
		return
	}
	plain := func(text string) string { return pieces.ReplaceAllString(strings.ToLower(oneLine(text)), "") }
	all := ""
	for _, m := range made {
		for _, cell := range m.Cells {
			all += plain(cell) + "\n"
		}
	}
	for i := range r.Cells {
		text := Cell(r, i)
		if text == "" || i >= len(before.Columns) || isDitto(text) {
			continue // package timetable names the columns without a heading
		}
		if c := before.Columns[i]; c.day && (none.MatchString(text) || cross.MatchString(text)) {
			continue
		}
		if heading := before.Columns[i].Heading; heading == "" || slices.Contains(after.Unread(true), heading) {
			continue
		}
		for _, piece := range pieces.Split(text, -1) {
			if !strings.Contains(all, plain(piece)) {
				t.Fatalf("row %d: %q is not in %q", r.Number, piece, all)
			}
		}
	}
}
