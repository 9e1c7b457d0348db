package timetable

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/scaffold"
)

// TestWorkbooks reads a timetable as people make it, in workbooks of two kinds that
// another program wrote (see testdata/README.md): two give the same, and so does the one
// that counts from 1904.
func TestWorkbooks(t *testing.T) {
	const want = `4 new spreekuren/rekenen.md
5 joined
6 new spreekuren/lezen.md
9 skipped een totaal
10 skipped een noot
`
	const rekenen = `+++
titel = "Rekenen"
in_een_zin = "Wij rekenen met u."
plein = "lochal"
partner = "taalhuis"
talen = ["nl", "tr"]
telefoon = "0130000001"
vanaf = "2027-01-12"

[[tijden]]
dag = "dinsdag"
tijd = "10:00 - 12:00"

[[tijden]]
dag = "donderdag"
tijd = "13:30 - 15:00"
+++

Kom langs.
`
	for _, name := range []string{"mensen.xlsx", "mensen-1904.xlsx", "mensen.ods"} {
		data, err := os.ReadFile("testdata/" + name)
		if err != nil {
			t.Fatal(err)
		}
		f, files := folderOf(t, small)
		r, err := Read(data, f, files, Options{Now: now})
		if err != nil || summary(r) != want {
			t.Fatalf("%s: %v\n%s", name, err, summary(r))
		}
		if got := string(r.Lines[0].Data); got != rekenen {
			t.Errorf("%s:\n%s", name, got)
		}
		if got := string(r.Lines[2].Data); !strings.Contains(got, "tijd = \"10:00 - 11:30\"\n") ||
			!strings.Contains(got, "vanaf = \"2026-12-01\"\n") || !strings.Contains(got, `talen = ["en", "pl"]`) {
			t.Errorf("%s:\n%s", name, got)
		}
		got := fmt.Sprint(r.Sheet, r.Unfit, r.HiddenRows, r.Readings)
		if want := "Rooster[Notities] [7] [{plein LocHal Tilburg LocHal 2} {partner Stichting Taalhuis Taalhuis 1}]"; got != want {
			t.Errorf("%s: %s", name, got)
		}
		f, files = written(t, files, r)
		if r, err = Read(data, f, files, Options{Now: now}); err != nil || r.Count(Same) != 2 || r.Count(Changed)+r.Count(New) > 0 {
			t.Errorf("%s again: %v\n%s", name, err, summary(r))
		}
	}
}

// TestWhen reads days and hours in one cell or in several.
func TestWhen(t *testing.T) {
	for _, test := range []struct{ heads, cells, want string }{
		{"Wanneer", "Dinsdag 10-12", `dag="Dinsdag" tijd="10-12"`},
		{"Wanneer", "elke dinsdag van 10.00 tot 12.00 uur", `dag="elke dinsdag" tijd="van 10.00 tot 12.00 uur"`},
		{"Wanneer", "1e en 3e dinsdag van de maand, 10:00:00 - 12:00:00", `dag="1e en 3e dinsdag van de maand" tijd="10:00 - 12:00"`},
		{"Wanneer", "10-12 uur (dinsdag)", `dag="dinsdag" tijd="10-12 uur"`},
		{"Wanneer", "1 december 2026 10-12", `data=["2026-12-01"] tijd="10-12"`},
		{"Wanneer", "elke dinsdag", `wrong Wanneer: hier ontbreekt de tijd; schrijf bijvoorbeeld`},
		{"Dag", "dinsdg 10-12", `wrong Dag: `},
		{"Wanneer", "di 10-12 / do 13-15", `tijden di=10-12 do=13-15`},
		{"Dag", "woensdag 9.30 - 11 uur", `dag="woensdag" tijd="9.30 - 11 uur"`},
		{"Dag;Tijd", "ma en wo;0,416666667 - 0,583333333", `dag="ma en wo" tijd="10:00 - 14:00"`},
		{"Dag;Tijd", "1 december 2026, 8 december 2026;10-12", `data=["2026-12-01", "2026-12-08"] tijd="10-12"`},
		{"Dag;Tijd", "46357;10-12", `data=["2026-12-01"] tijd="10-12"`},
		{"Dag;Tijd", "di;2026-12-10", `wrong Tijd: hier staat de datum 2026-12-10; Excel maakt een datum van 10-12`},
		{"Dag;Van;Tot", "di;10:00:00;12:00:00", `dag="di" tijd="10:00 - 12:00"`},
		{"Dag;Van;Tot", "di;0,375;0,5", `dag="di" tijd="09:00 - 12:00"`},
		{"Dag;Van;Tot", "di;10;12 uur", `dag="di" tijd="10.00 - 12.00"`},
		{"Dag;Van;Tot", "di;10;", `wrong vul nog in: "Tot"`},
		{"Dag;Tijd;Van;Tot", "di;10-12;1-1-2027;30-6-2027", `dag="di" tijd="10-12" vanaf="2027-01-01" tot_en_met="2027-06-30"`},
		{"Dag;Begintijd;Eindtijd;Begin;Einde", "di;10;12;46388;1 juni 2027", `dag="di" tijd="10.00 - 12.00" vanaf="2027-01-01" tot_en_met="2027-06-01"`},
	} {
		f, files := folderOf(t, small)
		sheet := "Titel;Omschrijving in 1 zin;Korte omschrijving;Plein;Partner;" + test.heads + "\nRekenen;Wij rekenen.;Kom langs.;bieb;Taalhuis;" + test.cells + "\n"
		r, err := Read([]byte(sheet), f, files, Options{Now: now})
		if err != nil {
			t.Errorf("%s %s: %v", test.heads, test.cells, err)
			continue
		}
		got := "wrong " + r.Lines[0].Reason
		if r.Lines[0].State == New {
			got = whenOf(string(r.Lines[0].Data))
		}
		if !strings.HasPrefix(got, test.want) {
			t.Errorf("%s %s:\n got %s\nwant %s", test.heads, test.cells, got, test.want)
		}
	}
}

// whenOf formats the lines of a file that say when.
func whenOf(file string) string {
	var dag, rest []string
	for line := range strings.Lines(file) {
		key, value, ok := strings.Cut(strings.TrimSpace(line), " = ")
		switch {
		case !ok:
		case key == "dag" || key == "data":
			dag = append(dag, key+"="+value)
		case key == "tijd" || key == "vanaf" || key == "tot_en_met":
			rest = append(rest, key+"="+value)
		}
	}
	if len(dag) > 1 {
		words := "tijden"
		for i := range dag {
			words += " " + strings.Trim(strings.TrimPrefix(dag[i], "dag="), `"`) + "=" + strings.Trim(strings.TrimPrefix(rest[i], "tijd="), `"`)
		}
		return words
	}
	return strings.Join(append(dag, rest...), " ")
}

// TestHeadings checks what headings are taken for, and that a person can say otherwise.
func TestHeadings(t *testing.T) {
	for _, test := range []struct {
		heads string
		told  map[string]string
		want  string
	}{
		{"Wat;Wanneer;Waar;Wie", nil, "Wat=Titel Wanneer=Dag en tijd Waar=Plein Wie=Partner"},
		{"Naam van het spreekuur;Dag;Tijd;Locatie (plein);Partner", nil, "Naam van het spreekuur=Titel Locatie (plein)=Plein"},
		{"Titel;Dag;Tijd;Plien;Partner", nil, "Plien=Plein"},
		{"Titel;Dag;Tijd;Plein;Waar;Partner", nil, "unread Waar"},
		{"Titel;Dag;Tijd;Plein;Partner;Telefoon partner", nil, "unread Telefoon partner"},
		{"Titel;Dag;Tijd;Plein;Partner;E-mail contactpersoon", nil, "unread E-mail contactpersoon"},
		{"Wat;Wanneer;Zaal;Wie", map[string]string{"zaal": "Plein"}, "Wat=Titel Wanneer=Dag en tijd Wie=Partner"},
		{"Wat;Wanneer;Plein;Wie;Talen", map[string]string{"Talen": ""}, "Wat=Titel Wanneer=Dag en tijd Wie=Partner unread Talen"},
		{"Wat;Wanneer;Plein;Wie", map[string]string{"Wie": "vraag"}, `er is geen veld "vraag"`},
	} {
		f, files := folderOf(t, small)
		r, err := Read([]byte(test.heads+"\n"), f, files, Options{Now: now, Headings: test.told})
		got := fmt.Sprint(err)
		if err == nil {
			var words []string
			for _, h := range r.Guessed {
				words = append(words, h.Heading+"="+h.Label)
			}
			if len(r.Unread) > 0 {
				words = append(words, "unread "+strings.Join(r.Unread, ", "))
			}
			got = strings.Join(words, " ")
		}
		if !strings.HasPrefix(got, test.want) {
			t.Errorf("%s: %s, want %s", test.heads, got, test.want)
		}
	}
}

// TestUndescribed checks that spreekuren without a description become drafts, and that
// those which have one keep it.
func TestUndescribed(t *testing.T) {
	f, files := folderOf(t, small)
	sheet := "Wat;Wanneer;Waar;Wie\nRekenen;di 10-12;bieb;Taalhuis\nTaalhulp;di 10-12;bieb;Taalhuis\n"
	r, err := Read([]byte(sheet), f, files, Options{Now: now})
	if err != nil || summary(r) != "2 new spreekuren/rekenen.md\n3 same spreekuren/taalhulp.md\n" {
		t.Fatal(err, summary(r))
	}
	if got := string(r.Lines[0].Data); !r.Lines[0].Undescribed || !strings.Contains(got, "concept = true\n") || len(r.Unsaid) != 2 {
		t.Error(got, r.Unsaid)
	}
	sheet = "Wat;Wanneer;Waar;Wie;Omschrijving\nRekenen;di 10-12;bieb;Taalhuis;Wij rekenen met u. Kom langs.\n"
	if r, err = Read([]byte(sheet), f, files, Options{Now: now}); err != nil || r.Count(New) != 1 {
		t.Fatal(err, summary(r))
	}
	if got := string(r.Lines[0].Data); !strings.Contains(got, "in_een_zin = \"Wij rekenen met u.\"\n") || strings.Contains(got, "concept") {
		t.Error(got)
	}
}

// TestNames checks which names are taken for another, and that a slip of the pen never is.
func TestNames(t *testing.T) {
	f, files := folderOf(t, small)
	for name, want := range map[string]string{
		"LocHal": "lochal", "Bibliotheek LocHal": "lochal", "Loc Hal": "lochal", "lochal, Tilburg": "lochal", "LocHal (1e etage)": "lochal",
		"LocHall": "", "Tilburg": "", "Bibliotheek": "", "LocHal Waalwijk": "",
	} {
		sheet := heading + "\nRekenen;di;10-12;Wij rekenen.;Kom langs.;" + name + ";Taalhuis\n"
		r, err := Read([]byte(sheet), scaffold.NewFolder(f.Content), files, Options{Now: now})
		if err != nil {
			t.Fatal(err)
		}
		if l := r.Lines[0]; want == "" && l.State != Refused || want != "" && !strings.Contains(string(l.Data), "plein = \""+want+"\"") {
			t.Errorf("%s: %s", name, summary(r))
		}
	}
}

// TestMake checks that what is missing is made with what the sheet knows, and that the
// result has no errors.
func TestMake(t *testing.T) {
	const sheet = heading + ";Onderwerpen;Gebouw;Adres;Postcode;Plaats;Telefoon plein\n" +
		"Rekenen;di;10-12;Wij rekenen.;Kom langs.;Wijkhuis;SeniorWeb;Rekenen en lezen; Taal;Het Huis;Kerkstraat 1;5171aa;Kaatsheuvel;130000002\n" +
		"Lezen;di;10-12;Wij lezen.;Kom langs.;Elders;SeniorWeb en Taalhuis;;;;;;\n" +
		"Dansen;di;10-12;Wij dansen.;Kom langs.;LocHall;Taalhuis;;;;;;\n"
	data := strings.Replace(sheet, "Rekenen en lezen; Taal", "\"Rekenen en lezen; Taal\"", 1)
	f, files := folderOf(t, small)
	r, err := Read([]byte(data), f, files, Options{Now: now})
	if err != nil || len(r.Made) > 0 || r.Count(New) > 0 {
		t.Fatal(err, summary(r))
	}
	var offered []string
	for _, u := range r.Unknown {
		offered = append(offered, fmt.Sprint(u.Name, ":", u.Offered, u.Needs, u.Nearest))
	}
	if got, want := strings.Join(offered, "|"), `Elders:falsezet in het rooster: Adres, Postcode, Plaats|LocHall:falsebedoelt u "lochal"?|Wijkhuis:true`; !strings.HasPrefix(got, want) {
		t.Errorf("%s\nwant %s", got, want)
	}
	r, err = Read([]byte(data), f, files, Options{Now: now, Make: true})
	if err != nil || r.Count(New) != 1 || r.Count(Refused) != 2 {
		t.Fatal(err, summary(r))
	}
	after := map[string]string{}
	for name, text := range small {
		after[name] = text
	}
	var made []string
	for _, m := range r.Made {
		made = append(made, m.Path)
		after[m.Path] = string(m.Data)
	}
	if got, want := fmt.Sprint(made), "[partners/seniorweb.md pleinen/wijkhuis.md onderwerpen.toml]"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	for _, l := range r.Lines {
		if l.State == New {
			after[l.Path] = string(l.Data)
		}
	}
	c, problems, err := contentfs.Read(mapFS(after))
	if err != nil || problems.HasErrors() || len(c.Onderwerpen) != 3 || len(c.Pleinen) != 3 {
		t.Error(err, problems, len(c.Onderwerpen), len(c.Pleinen))
	}
}

// TestSheets checks which sheet is read, and that a person can choose.
func TestSheets(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	for _, name := range []string{"Noord", "Zuid", "Geheim"} {
		f.NewSheet(name)
		f.SetSheetRow(name, "A1", &[]any{"Titel", "Dag", "Tijd", "Omschrijving in 1 zin", "Korte omschrijving", "Plein", "Partner", map[bool]string{true: "Talen"}[name == "Geheim"]})
		f.SetSheetRow(name, "A2", &[]any{"Rekenen " + name, "di", "10-12", "Wij rekenen.", "Kom langs.", "bieb", "Taalhuis"})
	}
	f.SetSheetVisible("Geheim", false)
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	folder, files := folderOf(t, small)
	for name, want := range map[string]string{
		"": "Noord [Zuid] [Sheet1] [Geheim] spreekuren/rekenen-noord.md", "zuid": "Zuid [Noord] [Sheet1] [Geheim] spreekuren/rekenen-zuid.md",
		"Geheim": "Geheim [Noord Zuid] [Sheet1] [] spreekuren/rekenen-geheim.md",
		"West":   `er is geen blad "West"; dit zijn de bladen: "Sheet1", "Noord", "Zuid", "Geheim"`,
	} {
		r, err := Read(b.Bytes(), folder, files, Options{Now: now, Sheet: name})
		got := fmt.Sprint(err)
		if err == nil {
			got = fmt.Sprint(r.Sheet, " ", r.Others, r.Unfit, r.Origin.Hidden, r.Lines[0].Path)
			got = strings.ReplaceAll(got, "][", "] [")
			got = strings.ReplaceAll(got, "]spreek", "] spreek")
		}
		if got != want {
			t.Errorf("%q: %s, want %s", name, got, want)
		}
	}
}
