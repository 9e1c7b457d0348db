package timetable

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"pleinwijzer/generator/scaffold"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/reading"
	"pleinwijzer/generator/spreadsheet"
)

const heading = "Titel;Dag;Tijd;Omschrijving in 1 zin;Korte omschrijving;Plein;Partner"

// summary formats a rooster for comparison.
func summary(r *Rooster) string {
	var b strings.Builder
	for _, l := range r.Lines {
		states := [...]string{"new", "changed", "same", "joined", "refused", "skipped"}
		b.WriteString(strings.Join(strings.Fields(fmt.Sprint(l.Number, " ", states[l.State], " ", l.Path, " ", l.Reason)), " ") + "\n")
		for _, c := range l.Changes {
			fmt.Fprintf(&b, "  %s: %q -> %q\n", c.Label, c.Old, c.New)
		}
	}
	for _, u := range r.Unknown {
		fmt.Fprintf(&b, "unknown %s %q %d %s\n", u.Kind, u.Name, u.Lines, u.Nearest)
	}
	if len(r.Unread) > 0 {
		fmt.Fprintf(&b, "unread %q\n", r.Unread)
	}
	return b.String()
}

func TestRead(t *testing.T) {
	tests := []struct{ name, sheet, want string }{
		{"new", heading + "\nRekenen;di;10-12;Wij rekenen.;Kom langs.;bieb;Taalhuis\n", "2 new spreekuren/rekenen.md\n"},
		{"the same, otherwise written", heading + "\nTaalhulp;dinsdag;10.00 tot 12.00 uur;Wij helpen met taal.;\"Kom  gerust\nlangs.\";Plein in de bieb;taalpunt\n",
			"2 same spreekuren/taalhulp.md\n"},
		{"several pleinen", heading + "\nRekenen;di;10-12;Wij rekenen.;Kom langs.;bieb;Taalhuis\nRekenen;wo;10-12;Wij rekenen.;Kom langs.;LocHal;Taalhuis\n",
			"2 new spreekuren/rekenen-bieb.md\n3 new spreekuren/rekenen-lochal.md\n"},
		{"twice", heading + "\nRekenen;di;10-12;Wij rekenen.;Kom langs.;bieb;Taalhuis\nRekenen;wo;10-12;Wij rekenen.;Kom langs.;bieb;Taalhuis\n",
			"2 new spreekuren/rekenen.md\n3 joined\n"},
		{"twice the same", heading + "\nRekenen;di;10-12;Wij rekenen.;Kom langs.;bieb;Taalhuis\nRekenen;di;10-12;Wij rekenen.;Kom langs.;bieb;Taalhuis\n",
			"2 new spreekuren/rekenen.md\n3 refused dit staat al in rij 2\n"},
		{"twice, with something else", heading + "\nRekenen;di;10-12;Wij rekenen.;Kom langs.;bieb;Taalhuis\nRekenen;wo;10-12;Wij rekenen.;Kom.;bieb;Taalhuis\n",
			"2 new spreekuren/rekenen.md\n3 refused rij 2 gaat over hetzelfde spreekuur, maar \"Tekst\" is daar anders; maak ze gelijk, of geef dit spreekuur een andere titel\n"},
		{"twice, of which one is wrong", heading + "\nRekenen;di;10-12;Wij rekenen.;Kom langs.;bieb;Taalhuis\nRekenen;wodag;10-12;Wij rekenen.;Kom langs.;bieb;Taalhuis\n",
			"2 refused rij 3 hoort hierbij, en daar klopt iets niet\n3 refused Dag: \"wodag\" is geen dag van de week; schrijf bijvoorbeeld \"dinsdag\"\n"},
		{"twice, at a plein without hours", heading + "\nRekenen;di;tijdens openingstijden;Wij rekenen.;Kom langs.;bieb;Taalhuis\nRekenen;wo;10-12;Wij rekenen.;Kom langs.;bieb;Taalhuis\n",
			"2 refused spreekuren/rekenen.md Tijd: op deze dag heeft plein \"bieb\" geen openingstijden; vul bij het plein [openingstijden] in, of schrijf hier de tijd\n3 refused dit hoort bij rij 2, waar iets niet klopt\n"},
		{"unknown names", heading + "\nRekenen;di;10-12;Wij rekenen.;Kom langs.;biep;Taalhui\nLezen;di;10-12;Wij lezen.;Kom langs.;Wijkhuis;Taalhuis\n",
			"2 refused Plein: plein \"biep\" bestaat niet; bedoelt u \"bieb\"?; Partner: partner \"Taalhui\" bestaat niet; bedoelt u \"taalhuis\"?\n" +
				"3 refused Plein: plein \"Wijkhuis\" bestaat niet; zie de namen hieronder\n" +
				"unknown plein \"Wijkhuis\" 1 \nunknown plein \"biep\" 1 bedoelt u \"bieb\"?\nunknown partner \"Taalhui\" 1 bedoelt u \"taalhuis\"?\n"},
		{"wrong cells", heading + ";Vanaf;Telefoon\nRekenen;dinsdg;10;Wij rekenen.;Kom langs.;bieb;Taalhuis;;\nLezen;om de week op di;10-12;Wij lezen.;Kom langs.;bieb;Taalhuis;12-1-2027;130000001\n",
			"2 refused spreekuren/rekenen.md Dag: \"dinsdg\" is geen dag van de week; schrijf: \"dinsdag\"\n" +
				"3 new spreekuren/lezen.md\n"},
		{"too many cells", heading + ";Vanaf;Onderwerpen;Meenemen\nLezen;om de week op di;10-12;Wij lezen.;Kom langs.;bieb;Rode Kruis, afdeling Oost;12-1-2027;Geld en schulden, taal;Een pen, of potlood; papier\n",
			"2 refused er zijn 11 cellen en 10 kopjes; zet tekst met ';' erin tussen aanhalingstekens\n"},
		{"empty cells and lines", heading + "\n;;;;;;\n;di;10-12;;Kom langs.;bieb;Taalhuis\n\n", "3 refused vul nog in: \"Titel\", \"Omschrijving in 1 zin\"; een samengevoegde cel telt alleen in de bovenste rij\n"},
		{"an empty cell", heading + "\nRekenen;di;10-12;;Kom langs.;bieb;Taalhuis\n", "2 refused vul nog in: \"Omschrijving in 1 zin\"\n"},
		{"a total", heading + "\nTotaal: 3;;;;;;\n", "2 skipped een totaal\n"},
		{"dates for a day", heading + ";Datums\nRekenen;;10-12;Wij rekenen.;Kom langs.;bieb;Taalhuis;12-1-2027, 2027-02-09\n", "2 new spreekuren/rekenen.md\n"},
		{"a broken line", heading + "\n\"Rekenen;di;10-12;Wij rekenen.;Kom langs.;bieb;Taalhuis\nLezen;di;10-12;Wij lezen.;Kom langs.;bieb;Taalhuis\n",
			"2 refused een aanhalingsteken staat verkeerd of heeft geen tweede; verbeter het in het rooster\n3 new spreekuren/lezen.md\n"},
		{"a title above, another order and more columns", "Rooster 2027;;;;;;;\n;;;;;;;\nPLEIN;Organisatie;titel ; Dag;Tijd;Omschrijving in één zin;korte  omschrijving;Zaal\nbieb;Taalhuis;Rekenen;di;10-12;Wij rekenen.;Kom langs.;3\n",
			"4 new spreekuren/rekenen.md\nunread [\"Zaal\"]\n"},
		{"commas", strings.ReplaceAll(heading, ";", ",") + "\nRekenen,di,10-12,\"Wij rekenen, met u.\",Kom langs.,bieb,Taalhuis\n", "2 new spreekuren/rekenen.md\n"},
		{"tabs", strings.ReplaceAll(heading+"\nRekenen;di;10-12;Wij rekenen.;Kom langs.;bieb;Taalhuis\n", ";", "\t"), "2 new spreekuren/rekenen.md\n"},
		{"a name that two have", heading + "\nDubbel;di;10-12;Wij rekenen.;Kom langs.;bieb;Taalhuis\n",
			"2 refused er zijn 2 spreekuren met deze titel op dit plein (dubbel-1, dubbel-2); zet de naam van het bestand in een kolom \"bestand\"\n"},
		{"the file named", heading + ";Bestand\nTaal;di;10-12;Wij helpen met taal.;Kom gerust langs.;bieb;Taalhuis;taalhulp.md\nDubbel;wo;10-12;Twee.;Drie.;bieb;Taalhuis;dubbel-2\n",
			"2 changed spreekuren/taalhulp.md\n  Titel: \"Taalhulp\" -> \"Taal\"\n3 changed spreekuren/dubbel-2.toml\n  Korte omschrijving: \"Twee.\" -> \"Drie.\"\n"},
		{"a name for a file that another row has", heading + ";Bestand\nRekenen;di;10-12;Wij rekenen.;Kom langs.;bieb;Taalhuis;\nLezen;di;10-12;Wij lezen.;Kom langs.;bieb;Taalhuis;rekenen\nZingen;di;10-12;Wij zingen.;Kom langs.;bieb;Taalhuis;koor\n",
			"2 new spreekuren/rekenen.md\n3 refused de naam \"rekenen\" is al van een ander bestand\n4 new spreekuren/koor.md\n"},
		{"times in blocks", heading + "\nSchrijven;di;10-12;Wij schrijven met u.;Kom.;bieb;Taalhuis\n",
			"2 changed spreekuren/schrijven.md\n  Korte omschrijving: \"Kom langs.\" -> \"Kom.\"\n"},
		{"other times in blocks", heading + "\nSchrijven;wo;10-12;Wij schrijven met u.;Kom langs.;bieb;Taalhuis\n",
			"2 refused spreekuren/schrijven.md de tijden zijn anders dan in spreekuren/schrijven.md, waar ze in [[tijden]] of data horen; verander ze daar\n"},
		{"hours that the plein does not have", heading + "\nRekenen;di;tijdens openingstijden;Wij rekenen.;Kom langs.;bieb;Taalhuis\n",
			"2 refused spreekuren/rekenen.md Tijd: op deze dag heeft plein \"bieb\" geen openingstijden; vul bij het plein [openingstijden] in, of schrijf hier de tijd\n"},
	}
	f, files := folderOf(t, small)
	for _, test := range tests {
		r, err := Read([]byte(test.sheet), scaffold.NewFolder(f.Content), files, Options{Now: now})
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
		} else if got := summary(r); got != test.want {
			t.Errorf("%s:\n got %s\nwant %s", test.name, got, test.want)
		}
	}
}

func TestNoRooster(t *testing.T) {
	tests := []struct{ sheet, want string }{
		{"", "er is geen regel met kopjes"},
		{"a;b\n1;2\n", "er is geen regel met kopjes"},
		{"PK\x03\x04", "is beschadigd"},
		{"Titel;Dag;Tijd;Omschrijving in 1 zin;Korte omschrijving;Partner\n", `ontbreekt de kolom "Plein"; zet die erbij`},
		{heading + ";titel\n", `de kolommen "Titel" en "titel" zijn voor hetzelfde`},
	}
	f, files := folderOf(t, small)
	for _, test := range tests {
		if _, err := Read([]byte(test.sheet), f, files, Options{Now: now}); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%q: %v, want %q", test.sheet, err, test.want)
		}
	}
}

// TestChangeKeepsTheRest checks that a change leaves the rest of the file as it was.
func TestChangeKeepsTheRest(t *testing.T) {
	f, files := folderOf(t, small)
	r, err := Read([]byte(heading+";Telefoon\nTaalhulp;dinsdag;10.00-12.30;Wij helpen met taal.;Kom gerust langs.;bieb;Taalhuis;013 000 00 01\n"), f, files, Options{Now: now})
	if err != nil {
		t.Fatal(err)
	}
	want := "2 changed spreekuren/taalhulp.md\n  Tijd: \"10.00-12.00\" -> \"10.00-12.30\"\n  Telefoon: \"\" -> \"013 000 00 01\"\n"
	if got := summary(r); got != want {
		t.Fatalf("got %s", got)
	}
	wantFile := strings.NewReplacer("12.00", "12.30", "partner = \"taalhuis\"\n", "partner = \"taalhuis\"\ntelefoon = \"013 000 00 01\"\n").Replace(small["spreekuren/taalhulp.md"])
	if got := string(r.Lines[0].Data); got != wantFile {
		t.Errorf("written:\n%s", got)
	}
}

// TestNewFile shows a new file made from cells as people write them.
func TestNewFile(t *testing.T) {
	f, files := folderOf(t, small)
	r, err := Read([]byte(heading+`;Vanaf;Onderwerpen;Meenemen;Talen
"Lezen ""en"" schrijven";om de week op di;10-12;Wij  lezen.;"Kom langs.

Elke keer."; bieb ;Rode Kruis, afdeling Oost;12-1-2027;Geld en schulden, rekening, taal;"Een pen, of potlood; papier";nl,en
`), f, files, Options{Now: now})
	if err != nil || summary(r) != "2 new spreekuren/lezen-en-schrijven.md\n" {
		t.Fatal(err, summary(r))
	}
	const want = `+++
titel = 'Lezen "en" schrijven'
dag = "om de week op di"
tijd = "10-12"
in_een_zin = "Wij lezen."
plein = "bieb"
partner = "rode-kruis"
onderwerpen = ["geld", "taal"]
talen = ["nl", "en"]
meenemen = ["Een pen, of potlood", "papier"]
vanaf = "2027-01-12"
+++

Kom langs.

Elke keer.
`
	if got := string(r.Lines[0].Data); got != want {
		t.Errorf("written:\n%s", got)
	}
}

// TestSeveralTimes checks that rows which differ only in day and time become one file,
// and that it stays one.
func TestSeveralTimes(t *testing.T) {
	f, files := folderOf(t, small)
	sheet := []byte(heading + "\nRekenen;di;10-12;Wij rekenen.;Kom langs.;bieb;Taalhuis\nRekenen;do;13-15;Wij rekenen.;Kom langs.;bieb;Taalhuis\n")
	r, err := Read(sheet, f, files, Options{Now: now})
	if err != nil || summary(r) != "2 new spreekuren/rekenen.md\n3 joined\n" {
		t.Fatal(err, summary(r))
	}
	const want = "+++\ntitel = \"Rekenen\"\nin_een_zin = \"Wij rekenen.\"\nplein = \"bieb\"\npartner = \"taalhuis\"\n\n" +
		"[[tijden]]\ndag = \"di\"\ntijd = \"10-12\"\n\n[[tijden]]\ndag = \"do\"\ntijd = \"13-15\"\n+++\n\nKom langs.\n"
	if got := string(r.Lines[0].Data); got != want {
		t.Errorf("written:\n%s", got)
	}
	f, files = written(t, files, r)
	if r, err = Read(sheet, f, files, Options{Now: now}); err != nil || summary(r) != "2 same spreekuren/rekenen.md\n3 joined\n" {
		t.Error(err, summary(r))
	}
}

// written returns the folder after an import.
func written(t *testing.T, files fs.FS, r *Rooster) (*scaffold.Folder, fs.FS) {
	t.Helper()
	after := map[string]string{}
	for name := range files.(fstest.MapFS) {
		data, err := fs.ReadFile(files, name)
		if err != nil {
			t.Fatal(err)
		}
		after[name] = string(data)
	}
	for _, l := range r.Lines {
		if l.State == New || l.State == Changed {
			after[l.Path] = string(l.Data)
		}
	}
	return folderOf(t, after)
}

// TestLibreOffice checks that files saved by LibreOffice 7.4 in both encodings give the
// same result, and that a second import changes nothing.
func TestLibreOffice(t *testing.T) {
	const want = `2 new spreekuren/hulp-bij-brieven.md
3 new spreekuren/cafe-zoey.md
4 refused spreekuren/rekenen.md Dag: "donderdg" is geen dag van de week; schrijf: "donderdag"
`
	const wantAgain = `2 same spreekuren/hulp-bij-brieven.md
3 same spreekuren/cafe-zoey.md
4 refused spreekuren/rekenen.md Dag: "donderdg" is geen dag van de week; schrijf: "donderdag"
`
	for _, name := range []string{"libreoffice-utf8.csv", "libreoffice-windows1252.csv"} {
		data, err := os.ReadFile("testdata/" + name)
		if err != nil {
			t.Fatal(err)
		}
		f, files := folderOf(t, small)
		r, err := Read(data, f, files, Options{Now: now})
		if err != nil || summary(r) != want {
			t.Fatalf("%s: %v\n%s", name, err, summary(r))
		}
		f, files = written(t, files, r)
		if r, err = Read(data, f, files, Options{Now: now}); err != nil || summary(r) != wantAgain {
			t.Errorf("%s again: %v\n%s", name, err, summary(r))
		}
		var one *content.Spreekuur
		for _, s := range f.Content.Spreekuren {
			if s.Slug == "hulp-bij-brieven" {
				one = s
			}
		}
		if one.InEenZin != "Wij lezen uw brief één keer samen." || one.Email != "info@voorbeeld.nl" || one.TotEnMet.String() != "2027-06-29" ||
			strings.TrimSpace(one.Body()) != "Neem de brief mee; ook de envelop.\n\nHebt u \"blauwe\" post? Kom langs." {
			t.Errorf("%s: %+v %q", name, one, one.Body())
		}
	}
}

// TestLibreOfficeJoinedCells reads a sheet with a title above it, merged cells and a row
// of totals, in both encodings.
func TestLibreOfficeJoinedCells(t *testing.T) {
	const want = `4 new spreekuren/hulp-bij-brieven.md
5 joined
6 new spreekuren/cafe-zoey.md
7 refused spreekuren/rekenen.md Tijd: hier ontbreekt de eindtijd; schrijf bijvoorbeeld: "9.00 tot 11.00 uur"
9 skipped een totaal
`
	for _, name := range []string{"samengevoegd-utf8.csv", "samengevoegd-windows1252.csv"} {
		data, err := os.ReadFile("testdata/" + name)
		if err != nil {
			t.Fatal(err)
		}
		f, files := folderOf(t, small)
		if r, err := Read(data, f, files, Options{Now: now}); err != nil || summary(r) != want {
			t.Errorf("%s: %v\n%s", name, err, summary(r))
		}
	}
}

// FuzzRead checks that each row of a sheet becomes a file or is reported, and that
// a file that is written has no errors.
func FuzzRead(f *testing.F) {
	for _, line := range []string{
		"Rekenen;di;10-12;Wij rekenen.;Kom langs.;bieb;Taalhuis", "\"a;b", "Taalhulp;wo;10-12;\"x\ny\";+++;bieb;Taalhuis", ";;;;;;x", "a;b;c;d;e;f;g;h", "\xe9;di;9-10;é;x;bieb;taalhuis",
		"Dubbel;di;9-10;a;b;bieb;taalhuis", "C:\\x;di;9-10;\"\"\"a\"\"\";'b';bieb;taalhuis",
	} {
		f.Add(line + "\n" + line)
	}
	folder, files := folderOf(f, small)
	f.Fuzz(func(t *testing.T, rows string) {
		r, err := Read([]byte(heading+"\n"+rows), scaffold.NewFolder(folder.Content), files, Options{Now: now})
		if err != nil {
			return
		}
		for _, l := range r.Lines {
			switch {
			case l.State == Refused && l.Reason == "":
				t.Fatalf("line %d is refused without a reason", l.Number)
			case l.State == New || l.State == Changed:
				if _, problems := reading.Parse(content.KindOf("spreekuur"), l.Path, l.Data); problems.HasErrors() {
					t.Fatalf("line %d: %v\n%s", l.Number, problems, l.Data)
				}
			}
		}
	})
}

// TestRoosterTooMuch checks that what is larger than any region needs is refused before
// it is read.
func TestRoosterTooMuch(t *testing.T) {
	const head = "Titel;Dag;Tijd;Omschrijving in 1 zin;Korte omschrijving;Plein;Partner\n"
	for _, test := range []struct{ text, want string }{
		{head + strings.Repeat("T;dinsdag;10-11;a;b;c;d\n", 100_001), "heeft meer dan 100000 rijen"},
		{head + strings.Repeat("\"\n", 100_001), "heeft meer dan 100000 rijen"},
		{head + strings.Repeat("\n", 2_000_001), "heeft meer dan 2000000 regels"},
		{head + "T;dinsdag;10-11;" + strings.Repeat("a", spreadsheet.MostBytes) + ";b;c;d\n", "is groter dan 50 MB"},
		{head + "T;dinsdag;10-11;" + strings.Repeat("a", 1<<20) + ";b;c;d\n", "een regel van meer dan 20000 tekens, op regel 2"},
		{strings.TrimSpace(head) + strings.Repeat(";k", 1_000_000) + "\n", "een regel van meer dan 20000 tekens, op regel 1"},
	} {
		if _, err := Read([]byte(test.text), nil, nil, Options{}); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%v, want %s", err, test.want)
		}
	}
}

// TestAtADraft checks that a spreekuur on the site does not move to a plein that is still
// a draft.
func TestAtADraft(t *testing.T) {
	with := maps.Clone(small)
	with["pleinen/wijkhuis.md"] = "+++\nnaam = \"Wijkhuis\"\nadres = \"Dorpsstraat 3\"\npostcode = \"5171 AA\"\nplaats = \"Kaatsheuvel\"\ntelefoon = \"013 000 00 01\"\nconcept = true\n+++\n"
	f, files := folderOf(t, with)
	const want = "2 refused spreekuren/taalhulp.md Plein: plein \"wijkhuis\" is nog een concept; haal bij dat bestand de regel concept = true weg, of maak dit ook een concept\n"
	sheet := heading + ";Bestand\nTaalhulp;di;10-12;Wij helpen met taal.;Kom gerust langs.;Wijkhuis;Taalhuis;taalhulp\n"
	if r, err := Read([]byte(sheet), f, files, Options{Now: now}); err != nil || summary(r) != want {
		t.Errorf("%v: %s", err, summary(r))
	}
}
