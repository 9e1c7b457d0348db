package form_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/form"
	"pleinwijzer/generator/schedule"
)

// TestFieldOf puts each problem of a file beside the field that it is about.
func TestFieldOf(t *testing.T) {
	f := newFile(t, "spreekuren/a.md", []byte(`+++
titel = 3
dag = "elke dinsdag"
tijd = "van tien tot
partner = ["b", ""]
telefon = "1"
[[afwijkend]]
vervalt = true
[[afwijkend]]
datum = "2026-12-25"
vervalt = "ja"
reeden = "x"
[gids]
opnemen = "ja"
[vertaling.en]
tekst = "[x](javascript:alert(1))"
+++
Zie [hier](javascript:alert(1)).
`))
	f.data = []byte(strings.Replace(string(f.data), "van tien tot", "van tien tot\"", 1))
	_, problems := contentfs.ReadFiles(map[string][]byte{f.name: f.data})
	var got []string
	for _, p := range problems {
		if p.File == f.name {
			got = append(got, p.Code+" "+form.FieldOf(f.kind, f.name, f.data, p))
		}
	}
	slices.Sort(got)
	want := []string{
		"afwijkend-leeg afwijkend.1", "link-onveilig tekst", "link-onveilig vertaling.en.tekst", "soort-verkeerd afwijkend.1.vervalt", "soort-verkeerd gids.opnemen", "soort-verkeerd titel",
		"tijd-onleesbaar tijd", "veld-onbekend ", "veld-onbekend afwijkend.1", "veld-ontbreekt afwijkend.0.datum", "veld-ontbreekt in_een_zin", "veld-ontbreekt plein", "waarde-leeg partner",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	topics := newFile(t, "onderwerpen.toml", []byte("[geld]\nnaam = \"Geld\"\n\n[werk]\nuitleg = \"x\"\n[[werk.vragen]]\nzin = 3\n"))
	_, problems = contentfs.ReadFiles(map[string][]byte{topics.name: topics.data})
	got = nil
	for _, p := range problems {
		if p.File == topics.name {
			got = append(got, form.FieldOf(topics.kind, topics.name, topics.data, p))
		}
	}
	slices.Sort(got)
	if want := []string{"onderwerpen.1.naam", "onderwerpen.1.vragen.0.zin"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q: %v", got, want, problems)
	}
}

var november = time.Date(2026, 11, 28, 12, 0, 0, 0, schedule.Amsterdam)

// around is the content in which rules are explained.
func around(t *testing.T) *content.Content {
	t.Helper()
	c, problems := contentfs.ReadFiles(map[string][]byte{
		"site.toml":       []byte("titel = \"P\"\nadres = \"https://p.example\"\n[[sluitingen]]\nvan = \"2026-12-21\"\ntot_en_met = \"2027-01-01\"\nreden = \"kerstvakantie\"\n"),
		"partners/b.toml": []byte("naam = \"B\"\n"),
		"pleinen/p.toml": []byte("naam = \"Plein\"\nadres = \"Weg 1\"\npostcode = \"5175 AA\"\nplaats = \"Dorp\"\ntelefoon = \"013 000 00 01\"\n" +
			"[openingstijden]\ndinsdag = \"9.00-17.00\"\nwoensdag = \"9.00-17.00\"\n[[afwijkend]]\ndatum = \"2026-12-08\"\ngesloten = true\nreden = \"de vloer\"\n"),
		"spreekuren/oud.toml": []byte("titel = \"Oud\"\nplein = \"p\"\npartner = \"b\"\nin_een_zin = \"Zin.\"\ntekst = \"T\"\ndag = \"maandag\"\ntijd = \"10-12\"\n"),
	})
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	return c
}

// TestExplain reads rules back as the site would show them, with closings and exceptions.
func TestExplain(t *testing.T) {
	const head = "titel = \"A\"\npartner = \"b\"\nin_een_zin = \"Zin.\"\n"
	for _, test := range []struct{ kind, text, want string }{
		{"spreekuur", head + "plein = \"p\"\ndag = \"dinsdag\"\ntijd = \"10-12\"\n", `Elke dinsdag van 10.00 tot 12.00 uur.
dinsdag 1 december 2026, 10.00 tot 12.00 uur:
dinsdag 8 december 2026, 10.00 tot 12.00 uur: Gaat niet door. De vloer.
dinsdag 15 december 2026, 10.00 tot 12.00 uur:`},
		{"spreekuur", head + "plein = \"p\"\ndag = \"dinsdag\"\ntijd = \"tijdens openingstijden\"\nvanaf = \"2026-12-16\"\n[[afwijkend]]\ndatum = \"2027-01-05\"\nvervalt = true\n", `Elke dinsdag tijdens de openingstijden, vanaf 16 december 2026.
dinsdag 22 december 2026, 9.00 tot 17.00 uur: Gaat niet door. Kerstvakantie.
dinsdag 29 december 2026, 9.00 tot 17.00 uur: Gaat niet door. Kerstvakantie.
dinsdag 5 januari 2027, 9.00 tot 17.00 uur: Gaat niet door.
dinsdag 12 januari 2027, 9.00 tot 17.00 uur:`},
		{"spreekuur", "dag = \"dinsdag\"\ntijd = \"10-12\"\n", `Elke dinsdag van 10.00 tot 12.00 uur.
dinsdag 1 december 2026, 10.00 tot 12.00 uur:
dinsdag 8 december 2026, 10.00 tot 12.00 uur:
dinsdag 15 december 2026, 10.00 tot 12.00 uur:`},
		{"spreekuur", head + "dag = \"om de week op dinsdag\"\ntijd = \"10-12\"\n", "Om de week op dinsdag van 10.00 tot 12.00 uur."},
		{"spreekuur", head + "dag = \"dinsd\"\ntijd = \"10-12\"\n", ""},
		{"spreekuur", head + "dag = \"dinsdag\"\n", ""},
		{"spreekuur", "titel = A", ""},
		{"spreekuur", head + "plein = \"p\"\n[[tijden]]\ndag = \"woensdag\"\n[[tijden]]\ndag = \"dinsdag\"\ntijd = \"10-12\"\n", `Elke dinsdag van 10.00 tot 12.00 uur.
dinsdag 1 december 2026, 10.00 tot 12.00 uur:
dinsdag 8 december 2026, 10.00 tot 12.00 uur: Gaat niet door. De vloer.
dinsdag 15 december 2026, 10.00 tot 12.00 uur:`},
		{"spreekuur", head + "plein = \"p\"\ndata = [\"2027-02-09\", \"2027-01-12\"]\ntijd = \"10-12\"\n", `Op 12 januari en 9 februari 2027 van 10.00 tot 12.00 uur.
dinsdag 12 januari 2027, 10.00 tot 12.00 uur:
dinsdag 9 februari 2027, 10.00 tot 12.00 uur:`},
		{"spreekuur", head + "plein = \"p\"\ndag = \"op afspraak\"\ntelefoon = \"013 000 00 01\"\n", "Op afspraak: bel 013 000 00 01."},
		{"agendapunt", "titel = \"A\"\ndatum = \"2027-01-21\"\ntijd = \"9.30\"\n", `Donderdag 21 januari 2027, 9.30 uur.
donderdag 21 januari 2027, 9.30 uur:`},
		{"agendapunt", "titel = \"A\"\ndatum = \"2027-01-05\"\ntot_en_met = \"2027-02-02\"\ndag = \"dinsdag\"\nbehalve = [\"2027-01-12\"]\ntijd = \"10-12\"\n", `Elke dinsdag van 10.00 tot 12.00 uur, vanaf 5 januari 2027 tot en met 2 februari 2027.
dinsdag 5 januari 2027, 10.00 tot 12.00 uur:
dinsdag 19 januari 2027, 10.00 tot 12.00 uur:
dinsdag 26 januari 2027, 10.00 tot 12.00 uur:`},
		{"plein", "naam = \"A\"\n[openingstijden]\nmaandag = [\"9-12\", \"13-17\"]\ndinsdag = \"10-17\"\nwoensdag = \"10-17\"\n[[afwijkend]]\ndatum = \"2026-11-30\"\ntijd = \"9-10\"\nreden = \"Feest\"\n[[afwijkend]]\ndatum = \"2026-12-01\"\ngesloten = true\n", `Elke maandag van 9.00 tot 12.00 uur en van 13.00 tot 17.00 uur en elke dinsdag en woensdag van 10.00 tot 17.00 uur.
maandag 30 november 2026, 9.00 tot 10.00 uur: Het plein heeft andere openingstijden. Feest.
dinsdag 1 december 2026: Gesloten.
woensdag 2 december 2026, 10.00 tot 17.00 uur:`},
		{"plein", "naam = \"A\"\n", ""},
		{"partner", "naam = \"A\"\n", ""},
		{"bericht", "titel = \"A\"\n", ""},
	} {
		k := content.KindOf(test.kind)
		e := form.Explain(k, k.Folder+"/nieuw.toml", []byte(test.text), around(t), november)
		got := e.Rule
		for _, d := range e.Dates {
			got += "\n" + strings.TrimSpace(d.When+": "+d.Different)
		}
		if got != test.want {
			t.Errorf("%s\ngot\n%s\nwant\n%s", test.text, got, test.want)
		}
	}
	for _, k := range []content.Kind{content.SiteFile, content.TopicsFile, content.Clauses} {
		if e := form.Explain(k, "x.toml", []byte("titel = 1"), around(t), november); e.Rule != "" {
			t.Errorf("%s: %+v", k.Name, e)
		}
	}
}
