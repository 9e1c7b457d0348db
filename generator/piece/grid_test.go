package piece

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/i18n"
	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/pagetest"
	"pleinwijzer/generator/say"
	"pleinwijzer/layouts"
)

// weekSite is a directory of one plein. Each line is a spreekuur: a title, its days, its
// times and, after a semicolon, more of its front matter.
func weekSite(t *testing.T, lines ...string) *layout.Site {
	t.Helper()
	fsys := fstest.MapFS{
		"site.toml":          {Data: []byte("titel = \"Pleinen\"\nadres = \"https://pleinen.example\"\n")},
		"onderwerpen.toml":   {Data: []byte("[geld]\nnaam = \"Geld\"\npictogram = \"geld\"\n")},
		"pleinen/noord.toml": {Data: []byte("naam = \"Noord\"\nadres = \"Weg 1\"\npostcode = \"5038 CC\"\nplaats = \"Tilburg\"\nemail = \"a@b.example\"\n")},
		"partners/bieb.toml": {Data: []byte("naam = \"Bieb\"\n")},
	}
	for i, line := range lines {
		when, more, _ := strings.Cut(line, ";")
		part := strings.Split(when, "|")
		text := fmt.Sprintf("titel = %q\nplein = \"noord\"\npartner = \"bieb\"\nonderwerpen = [\"geld\"]\ndag = %q\nin_een_zin = \"Wij helpen u.\"\ntekst = \"Kom maar.\"\n%s\n",
			part[0], part[1], strings.ReplaceAll(more, ";", "\n"))
		if len(part) > 2 {
			text += fmt.Sprintf("tijd = %q\n", part[2])
		}
		fsys[fmt.Sprintf("spreekuren/s%d.toml", i)] = &fstest.MapFile{Data: []byte(text)}
	}
	records, problems, err := contentfs.Read(fsys)
	if err != nil {
		t.Fatal(err)
	}
	c, unresolved := catalog.Resolve(records, catalog.Options{Now: pagetest.Noon}) // a Sunday
	if all := append(problems, unresolved...); all.HasErrors() {
		t.Fatal(all)
	}
	s := &layout.Site{Catalog: c, Language: pagetest.Must(i18n.Load(layouts.Files))["nl"]}
	s.Say = say.In(s.Language, c)
	return s
}

// gridText is a grid as text: the days, with a star at the tab that is open, and a line for
// each hour with its bars, each at its columns.
func gridText(g Grid) []string {
	var days []string
	for _, d := range g.Days {
		key := d.Key
		if d.Next {
			key += "*"
		}
		days = append(days, key)
	}
	lines := []string{strings.Join(days, " ")}
	for _, h := range g.Hours {
		line := strings.TrimSuffix(h.Time, " uur") + ":"
		if h.Crowded {
			line = strings.TrimSuffix(line, ":") + " crowd:"
		}
		for _, b := range h.Bars {
			line += fmt.Sprintf(" %s %d+%d", b.Spreekuur.Title, b.Column, b.Span)
			if b.Later != "" {
				line += " later"
			}
			for _, some := range b.LaterOn {
				line += " (" + some + ")"
			}
			line += ";"
		}
		lines = append(lines, line)
	}
	return lines
}

func TestGrid(t *testing.T) {
	tests := map[string]struct {
		spreekuren []string
		want       []string
	}{
		"nothing":          {nil, []string{""}},
		"appointment only": {[]string{`A|op afspraak;telefoon = "013 000 00 01"`}, []string{""}},
		"one hour on five days is one bar": {
			[]string{"A|werkdagen|13-16", "B|dinsdag|13-16"},
			[]string{"ma* di wo do vr", "13.00 tot 16.00: A 1+5; B 2+1;"},
		},
		"not over a day between": {
			[]string{"A|maandag en woensdag|13-16", "B|dinsdag|9-10"},
			[]string{"ma* di wo", "9.00 tot 10.00: B 2+1;", "13.00 tot 16.00: A 1+1; A 3+1;"},
		},
		"over a day on which there is nothing, which has no column": {
			[]string{"A|maandag en woensdag|13-16"}, []string{"ma* wo", "13.00 tot 16.00: A 1+2;"},
		},
		"equal hours share a line": {
			[]string{"A|maandag|9-10", "B|dinsdag|9-10", "C|dinsdag|9-11"},
			[]string{"ma* di", "9.00 tot 10.00: A 1+1; B 2+1;", "9.00 tot 11.00: C 2+1;"},
		},
		"other weeks are another bar": {
			[]string{"A|maandag|9-10", "B|maandag in de even weken|9-10", "C|dinsdag|9-10"},
			[]string{"ma* di", "9.00 tot 10.00: A 1+1; B 1+1; C 2+1;"},
		},
		"until midnight": {
			[]string{"A|vrijdag en zaterdag|20-24", "B|vrijdag|19-21"},
			[]string{"vr* za", "19.00 tot 21.00: B 1+1;", "20.00 tot 24.00: A 1+2;"},
		},
		"the week ends on Sunday": {
			[]string{"A|zondag en maandag|9-10", "B|zaterdag|9-10"},
			[]string{"ma* za zo", "9.00 tot 10.00: A 1+1; B 2+1; A 3+1;"},
		},
		"one day needs no tabs": {[]string{"A|dinsdag|9-10", "B|dinsdag|9-10"}, []string{"di*", "9.00 tot 10.00 crowd: A 1+1; B 1+1;"}},
		"a bar of which one day is cancelled": {
			[]string{`A|werkdagen|9-10;afwijkend = [{ datum = "2026-11-24", vervalt = true }]`},
			[]string{"ma* di wo do vr", "9.00 tot 10.00: A 1+5 (Dinsdag: Volgende keer: dinsdag 1 december.);"},
		},
		"a bar that begins in spring": {
			[]string{`A|maandag en dinsdag|9-10;vanaf = "2027-03-01"`, "B|dinsdag|9-10"},
			[]string{"ma di*", "9.00 tot 10.00: A 1+2 later; B 2+1;"},
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			s := weekSite(t, test.spreekuren...)
			if got := gridText(GridOf(s, s.Catalog.Spreekuren)); !slices.Equal(got, test.want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(test.want, "\n"))
			}
		})
	}
}

// TestCrowd wants twenty spreekuren at one hour to be a list, and the other hours of that
// week columns.
func TestCrowd(t *testing.T) {
	lines := []string{"Ander|woensdag|9-10"}
	for i := range 20 {
		lines = append(lines, fmt.Sprintf("S%02d|dinsdag|10-12", i))
	}
	s := weekSite(t, lines...)
	g := GridOf(s, s.Catalog.Spreekuren)
	if len(g.Hours) != 2 || g.Hours[0].Crowded || !g.Hours[1].Crowded || len(g.Hours[1].Bars) != 20 {
		t.Fatalf("got %s", strings.Join(gridText(g), "\n"))
	}
	for _, b := range g.Hours[1].Bars {
		if b.Days != "Dinsdag" || b.Keys != "di" || b.Icon != "geld" {
			t.Errorf("%s: %q, keys %q, icon %q", b.Spreekuur.Title, b.Days, b.Keys, b.Icon)
		}
	}
}

// TestBar wants a bar to say its days, and to be held on all of them.
func TestBar(t *testing.T) {
	s := weekSite(t, `A|werkdagen|9-10;aanmelden = "verplicht"`)
	b := GridOf(s, s.Catalog.Spreekuren).Hours[0].Bars[0]
	if b.Days != "Maandag tot en met vrijdag" || b.Keys != "ma di wo do vr" || !b.Afspraak {
		t.Errorf("got %q, keys %q, appointment %v", b.Days, b.Keys, b.Afspraak)
	}
	if n := len(strings.Fields(b.Held)); n != 10 {
		t.Errorf("held %d times in two weeks: %s", n, b.Held)
	}
}

// TestByDate wants rows and cards in the order in which they are next held, and what has
// no date last.
func TestByDate(t *testing.T) {
	s := weekSite(t, "Later|woensdag|9-10", "Eerst|maandag|13-14", "Vroeg|maandag|9-10", `Spring|maandag|9-10;vanaf = "2027-03-01"`,
		`Weg|dinsdag|9-10;afwijkend = [{ datum = "2026-11-24", vervalt = true }]`, `Rust|maandag|9-10;status = "tijdelijk gestopt"`)
	var rows, cards []string
	for _, d := range RowsByDate(s, catalog.UrenOf(s.Catalog.Spreekuren)) {
		for _, r := range d.Rows {
			rows = append(rows, d.ID+" "+r.Spreekuur.Title)
		}
	}
	for _, d := range CardsByDate(s, s.Catalog.Spreekuren) {
		for _, x := range d.Cards {
			cards = append(cards, d.ID+" "+x.Titel)
		}
	}
	want := []string{"2026-11-23 Vroeg", "2026-11-23 Eerst", "2026-11-25 Later", "2026-12-01 Weg", "2027-03-01 Spring"}
	if !slices.Equal(rows, want) {
		t.Errorf("rows %q, want %q", rows, want)
	}
	if want = append(want, " Rust"); !slices.Equal(cards, want) {
		t.Errorf("cards %q, want %q", cards, want)
	}
}
