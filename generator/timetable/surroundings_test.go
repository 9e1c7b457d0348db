package timetable

import (
	"fmt"
	"strings"
	"testing"

	"pleinwijzer/generator/scaffold"
)

// placed formats the rows of a rooster with what was filled in, and when, where and with whom
// each new spreekuur is held.
func placed(r *Rooster) string {
	var b strings.Builder
	for _, l := range r.Lines {
		switch l.State {
		case New:
			keys := map[string]string{}
			for line := range strings.Lines(string(l.Data)) {
				key, value, _ := strings.Cut(strings.TrimSpace(line), " = ")
				keys[key] = strings.Trim(keys[key]+"+"+strings.Trim(value, `"`), "+")
			}
			fmt.Fprintf(&b, "%d %s %s %s %s %s\n", l.Number, keys["titel"], keys["dag"]+keys["data"], keys["tijd"], keys["plein"], keys["partner"])
		case Joined:
			fmt.Fprintf(&b, "%d joined %d\n", l.Number, l.With)
		default:
			fmt.Fprintf(&b, "%d %s\n", l.Number, l.Reason)
		}
	}
	for _, f := range r.Filled {
		fmt.Fprintf(&b, "%v = %s of %d\n", f.Rows, f.Value, f.From)
	}
	for _, h := range r.Guessed {
		fmt.Fprintf(&b, "%s=%s\n", h.Heading, h.Label)
	}
	return b.String()
}

// TestSurroundings reads rows that leave something to a line or a row above them.
func TestSurroundings(t *testing.T) {
	for _, test := range []struct{ name, sheet, want string }{
		{"days above rows", `
Titel;Tijd;Plein;Partner
Dinsdag;;;
Rekenen;10-12;bieb;Taalhuis
Lezen;13-15;bieb;Taalhuis
WOENSDAG:;;;
Dansen;10-12;LocHal;Taalhuis
`, `
2 een kopje: dinsdag
3 Rekenen Dinsdag 10-12 bieb taalhuis
4 Lezen Dinsdag 13-15 bieb taalhuis
5 een kopje: woensdag
6 Dansen WOENSDAG 10-12 lochal taalhuis
[3 4] = dinsdag of 2
[6] = woensdag of 5
`},
		{"a date above rows", `
Titel;Dag;Tijd;Plein;Partner
Dinsdag 12 januari;;;;
Rekenen;;10-12;bieb;Taalhuis
Woensdag 13 januari 2027;;;;
Lezen;;10-12;bieb;Taalhuis
14 januari;;;;
Dansen;;10-12;bieb;Taalhuis
`, `
2 een kopje: dinsdag 12 januari 2027
3 Rekenen ["2027-01-12"] 10-12 bieb taalhuis
4 een kopje: woensdag 13 januari 2027
5 Lezen ["2027-01-13"] 10-12 bieb taalhuis
6 alleen "Titel" is ingevuld; haal de rij weg als dit geen spreekuur is; het jaar van "14 januari" is niet zeker; schrijf het jaar erbij
7 vul nog in: "Dag"; in rij 6: het jaar van "14 januari" is niet zeker; schrijf het jaar erbij
[3] = dinsdag 12 januari 2027 of 2
[5] = woensdag 13 januari 2027 of 4
`},
		{"a year in the title", `
Rooster 2027;;;;
Titel;Dag;Tijd;Plein;Partner
12 januari;;;;
Rekenen;;10-12;bieb;Taalhuis
`, `
3 een kopje: dinsdag 12 januari 2027
4 Rekenen ["2027-01-12"] 10-12 bieb taalhuis
[4] = dinsdag 12 januari 2027 of 3
`},
		{"pleinen, each with days", `
Titel;Dag;Tijd;Plein;Partner
Bibliotheek LocHal;;;;
Dinsdag;;;;
Rekenen;;10-12;;Taalhuis
Woensdag;;;;
Lezen;;10-12;;Taalhuis
Kaatsheuvel;;;;
Dansen;;10-12;;Taalhuis
Plein: Wijkhuis;;;;
Zingen;di;10-12;;Taalhuis
`, `
2 een kopje: plein "lochal"
3 een kopje: dinsdag
4 Rekenen Dinsdag 10-12 lochal taalhuis
5 een kopje: woensdag
6 Lezen Woensdag 10-12 lochal taalhuis
7 een kopje: plein "bieb"
8 vul nog in: "Dag"
9 een kopje: plein "Wijkhuis"
10 Plein: plein "Wijkhuis" bestaat niet; zie de namen hieronder
[4] = dinsdag of 3
[4 6] = plein "lochal" of 2
[6] = woensdag of 5
[8] = plein "bieb" of 7
[10] = plein "Wijkhuis" of 9
`},
		{"a heading that nobody knows ends the one before", `
Titel;Dag;Tijd;Plein;Partner
LocHal;;;;
Rekenen;di;10-12;;Taalhuis
Wijkcentrum;;;;
Lezen;di;10-12;;Taalhuis
`, `
2 een kopje: plein "lochal"
3 Rekenen di 10-12 lochal taalhuis
4 alleen "Titel" is ingevuld; haal de rij weg als dit geen spreekuur is; is het een kopje, zet dan ervoor wat het is, zoals "Plein: Wijkcentrum"
5 vul nog in: "Plein"; in rij 4 staat "Wijkcentrum"; is het een kopje, zet dan ervoor wat het is, zoals "Plein: Wijkcentrum"
[3] = plein "lochal" of 2
`},
		{"a row that contradicts its heading", `
Titel;Dag;Tijd;Plein;Partner
Dinsdag - LocHal;;;;
Rekenen;1e dinsdag van de maand;10-12;;Taalhuis
Lezen;woensdag;10-12;;Taalhuis
Dansen;;10-12;bieb;Taalhuis
`, `
2 een kopje: dinsdag, plein "lochal"
3 Rekenen 1e dinsdag van de maand 10-12 lochal taalhuis
4 hier staat "woensdag", en in het kopje van rij 2 staat dinsdag; verbeter een van de twee
5 hier staat "bieb", en in het kopje van rij 2 staat plein "lochal"; verbeter een van de twee
[3] = plein "lochal" of 2
`},
		{"a day and a plein given once", `
Titel;Dag;Tijd;Plein;Partner
Rekenen;di;10-12;bieb;Taalhuis
Lezen;;13-15;;Taalhuis
Zingen;;15-16;;Taalhuis
Dansen;wo;10-12;LocHal;Taalhuis
`, `
2 Rekenen di 10-12 bieb taalhuis
3 Lezen di 13-15 bieb taalhuis
4 Zingen di 15-16 bieb taalhuis
5 Dansen wo 10-12 lochal taalhuis
[3 4] = di of 2
[3 4] = plein "bieb" of 2
`},
		{"an empty cell among repeated ones", `
Titel;Dag;Tijd;Plein;Partner
Rekenen;di;10-12;bieb;Taalhuis
Lezen;di;13-15;bieb;Taalhuis
Zingen;;15-16;bieb;Taalhuis
`, `
2 Rekenen di 10-12 bieb taalhuis
3 Lezen di 13-15 bieb taalhuis
4 vul nog in: "Dag"
`},
		{"an empty row between", `
Titel;Dag;Tijd;Plein;Partner
Rekenen;di;10-12;bieb;Taalhuis

Lezen;;13-15;LocHal;Taalhuis
`, `
2 Rekenen di 10-12 bieb taalhuis
4 vul nog in: "Dag"
`},
		{"further times", `
Titel;Dag;Tijd;Plein;Partner
Rekenen;di;10-12;bieb;Taalhuis
;wo;13-15;;
;;15-16;;
`, `
2 Rekenen di+wo+wo 10-12+13-15+15-16 bieb taalhuis
3 joined 2
4 joined 2
[3 4] = Rekenen of 2
[4] = wo of 3
`},
		{"the title is about one plein", `
Spreekuren LocHal 2027;;;
Wat;Wanneer;Wie
Rekenen;di 10-12;Taalhuis
`, `
3 Rekenen di 10-12 lochal taalhuis
[3] = plein "lochal" of 1
Wat=Titel
Wanneer=Dag en tijd
Wie=Partner
`},
		{"a second table with another order", `
LocHal;;;;
Titel;Dag;Tijd;Partner;
Rekenen;di;10-12;Taalhuis;
;;;;
bieb;;;;
Dag;Tijd;Titel;Partner;
wo;10-12;Lezen;Taalhuis;
`, `
3 Rekenen di 10-12 lochal taalhuis
5 een kopje: plein "bieb"
6 de kopjes staan hier nog een keer
7 Lezen wo 10-12 bieb taalhuis
[3] = plein "lochal" of 1
[7] = plein "bieb" of 5
`},
		{"a week with hours", `
Titel;Wie;Waar;ma;di;wo;do;vr
Rekenen;Taalhuis;bieb;10-12;;10-12;-;
Lezen;Taalhuis;bieb;;10.00-12.00;;13.00-15.00 en 16-17;
Dansen;Taalhuis;bieb;;;;;
Zingen;Taalhuis;bieb;vol;;;;
`, `
2 Rekenen ma en wo 10-12 bieb taalhuis
3 Lezen di+do 10.00-12.00+13.00-15.00 en 16-17 bieb taalhuis
4 op geen van de dagen staat een tijd
5 onder "ma" staat "vol"; schrijf daar de tijd, zoals "10.00-12.00"
Wie=Partner
Waar=Plein
`},
		{"a week with crosses", `
Titel;Tijd;Partner;Plein;Maandag;Dinsdag
Rekenen;10-12;Taalhuis;bieb;x;X
`, `
2 Rekenen Maandag en Dinsdag 10-12 bieb taalhuis
`},
		{"a week of a plein, by partner", `
LocHal;;;
;Titel;ma;di
Taalhuis;Rekenen;10-12;
Rode Kruis, afdeling Oost;Lezen;;10-12
`, `
3 Rekenen ma 10-12 lochal taalhuis
4 Lezen di 10-12 lochal rode-kruis
[3 4] = plein "lochal" of 1
kolom A=Partner
`},
		{"a week by hour", `
bieb;;
Tijd;ma;di
10.00-12.00;Rekenen (Taalhuis);Lezen - Taalhuis
13.00-15.00;;"Rekenen
Taalhuis"
`, `
3 Rekenen ma+di 10.00-12.00+13.00-15.00 bieb taalhuis
3 Lezen di 10.00-12.00 bieb taalhuis
4 joined 3
[3 4] = plein "bieb" of 1
`},
		{"dates above columns", `
Titel;Partner;Plein;12-1-2027;19-1-2027;26-1-2027
Rekenen;Taalhuis;bieb;10-12;;10-12
`, `
2 Rekenen ["2027-01-12", "2027-01-26"] 10-12 bieb taalhuis
`},
	} {
		f, files := folderOf(t, small)
		r, err := Read([]byte(strings.TrimPrefix(test.sheet, "\n")), scaffold.NewFolder(f.Content), files, Options{Now: now})
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		if got := placed(r); got != test.want[1:] {
			t.Errorf("%s:\n got %s\nwant %s", test.name, got, test.want[1:])
		}
	}
}
