package difference_test

import (
	"strings"
	"testing"

	"pleinwijzer/generator/difference"
	"pleinwijzer/generator/frontmatter"
)

// names knows one record.
func names(_ *frontmatter.Field, slug string) string {
	if slug == "lochal" {
		return "LocHal"
	}
	return ""
}

const spreekuur = `+++
titel = "Taalhuis"
dag = "elke dinsdag" # behalve in augustus
tijd = "13.30 tot 15.00 uur"
in_een_zin = "Wij helpen u met lezen."
plein = "goirle"
partner = "taalhuis"
talen = ["nl"]

[[afwijkend]]
datum = 2026-12-24
vervalt = true
reden = "Kerst"

[[afwijkend]]
datum = "2026-12-31"
tijd = "10.00 tot 11.00 uur"

[vertaling.en]
titel = "Language help"

[gids]
id = "12"
+++

Neem uw brief mee.

U hoeft zich niet aan te melden.
`

// TestOf changes one thing of a file, and reads what is said about it.
func TestOf(t *testing.T) {
	tests := []struct{ name, old, new, want string }{
		{"a value", "13.30 tot 15.00", "14.00 tot 16.00", "Tijd: was 13.30 tot 15.00 uur, wordt 14.00 tot 16.00 uur"},
		{"prose", "met lezen.", "met lezen, en schrijven.",
			"Omschrijving in 1 zin: was “Wij helpen u met lezen.”, wordt “Wij helpen u met lezen, en schrijven.”"},
		{"a name", `"goirle"`, `"lochal"`, "Plein: was goirle, wordt LocHal"},
		{"one value becomes a list of it", `"taalhuis"`, `["taalhuis"]`, ""},
		{"a longer list", `"taalhuis"`, `["taalhuis", "lochal"]`, "Partner: was taalhuis, wordt taalhuis, LocHal"},
		{"a language", `["nl"]`, `["nl", "en"]`, "Talen: was Nederlands, wordt Nederlands, Engels"},
		{"a field less", "dag = \"elke dinsdag\" # behalve in augustus\n", "", "Dag: was elke dinsdag, is nu weg"},
		{"a field more", "[gids]", "[gids]\nopnemen = false", "G!DS: Opnemen: nieuw is nee"},
		{"a field in a table", `id = "12"`, `id = "13"`, "G!DS: Nummer in G!DS: was 12, wordt 13"},
		{"an unknown field", "talen =", "tallen = \"x\"\ntalen =", "tallen: nieuw is x"},
		{"a value in a block", `"Kerst"`, `"Kerstavond"`,
			"Afwijkende dagen (donderdag 24 december 2026): Reden: was “Kerst”, wordt “Kerstavond”"},
		{"the date of a block", `"2026-12-31"`, `"2026-12-30"`,
			"Afwijkende dagen (woensdag 30 december 2026): Datum: was donderdag 31 december 2026, wordt woensdag 30 december 2026"},
		{"the spelling of a date", "2026-12-24\n", "\"2026-12-24\"\n", ""},
		{"a block before the others", "[[afwijkend]]\ndatum = 2026-12-24",
			"[[afwijkend]]\ndatum = \"2026-12-03\"\nvervalt = true\n\n[[afwijkend]]\ndatum = 2026-12-24",
			"Afwijkende dagen: nieuw is Datum: donderdag 3 december 2026; Vervalt: ja"},
		{"a block less", "[[afwijkend]]\ndatum = \"2026-12-31\"\ntijd = \"10.00 tot 11.00 uur\"\n", "",
			"Afwijkende dagen: was Datum: donderdag 31 december 2026; Tijd: 10.00 tot 11.00 uur, is nu weg"},
		{"a translation", `"Language help"`, `"Learn Dutch"`, "Vertalingen (Engels): Titel: was Language help, wordt Learn Dutch"},
		{"a language more", "[gids]", "[vertaling.pl]\ntitel = \"Pomoc\"\n\n[gids]", "Vertalingen (Pools): Titel: nieuw is Pomoc"},
		{"a paragraph", "Neem uw brief mee.", "Neem uw brief mee, en een pen.",
			"Tekst: was “Neem uw brief mee.”, wordt “Neem uw brief mee, en een pen.”"},
		{"a paragraph more", "\n\nU hoeft", "\n\nEr is koffie.\n\nU hoeft", "Tekst: nieuw is “Er is koffie.”"},
		{"a paragraph less", "\n\nU hoeft zich niet aan te melden.", "", "Tekst: was “U hoeft zich niet aan te melden.”, is nu weg"},
		{"a remark", "# behalve", "# ook", ""},
		{"a table less", "[gids]\nid = \"12\"", "", "G!DS: Nummer in G!DS: was 12, is nu weg"},
	}
	for _, test := range tests {
		after := strings.Replace(spreekuur, test.old, test.new, 1)
		if after == spreekuur {
			t.Fatalf("%s: nothing changes", test.name)
		}
		f := difference.Of("spreekuren/x.md", []byte(spreekuur), []byte(after), names)
		if got := said(f); got != test.want || f.OnlyForm != (test.want == "") || f.Unread != "" || f.Title != "Taalhuis" ||
			f.Kind != "spreekuur" {
			t.Errorf("%s:\ngot  %s (%+v)\nwant %s", test.name, got, f, test.want)
		}
		back := difference.Of("spreekuren/x.md", []byte(after), []byte(spreekuur), names)
		if len(back.Values) != len(f.Values) {
			t.Errorf("%s: back, it is %s", test.name, said(back))
		}
	}
}

func said(f difference.File) string {
	all := make([]string, len(f.Values))
	for i, v := range f.Values {
		all[i] = v.String()
	}
	return strings.Join(all, "\n")
}

// TestOrder moves a block.
func TestOrder(t *testing.T) {
	menu := func(titles ...string) []byte {
		text := "titel = \"x\"\n"
		for _, title := range titles {
			text += "\n[[menu]]\ntitel = \"" + title + "\"\n"
		}
		return []byte(text)
	}
	f := difference.Of("site.toml", menu("Pleinen", "Agenda", "Nieuws"), menu("Agenda", "Pleinen", "Nieuws"), nil)
	if got, want := said(f), "Menu: volgorde: was Pleinen; Agenda; Nieuws, wordt Agenda; Pleinen; Nieuws"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestFiles compares files that come, go, move, or cannot be read.
func TestFiles(t *testing.T) {
	latin := strings.Replace(spreekuur, "Kerst", "Kerstdag \xe9\xe9n", 1)
	tests := []struct {
		name               string
		old, path          string
		before, after      string // "-" for none
		what               difference.What
		values             int
		unread, firstValue string
	}{
		{"new", "", "spreekuren/x.md", "-", spreekuur, difference.New, 12, "", "Titel: nieuw is “Taalhuis”"},
		{"gone", "", "spreekuren/x.md", spreekuur, "-", difference.Gone, 0, "", ""},
		{"moved", "spreekuren/y.md", "spreekuren/x.md", spreekuur, spreekuur, difference.Renamed, 0, "", ""},
		{"another kind of file", "spreekuren/x.md", "spreekuren/x.toml", "+++\ntitel = \"A\"\n+++\n\nTekst.\n",
			"titel = \"A\"\ntekst = \"\"\"\nTekst.\n\"\"\"\n", difference.Renamed, 0, "", ""},
		{"not readable now", "", "spreekuren/x.md", spreekuur, latin, difference.Altered, 1, "deze versie is niet te lezen",
			"Regels: was “reden = \"Kerst\"”, wordt “reden = \"Kerstdag één\"”"},
		{"not readable then", "", "spreekuren/x.md", latin, spreekuur, difference.Altered, 1, "de vorige versie is niet te lezen", ""},
		{"neither readable", "", "spreekuren/x.md", latin, "\xff\xfex\x00", difference.Altered, 1, "beide versies zijn niet te lezen", ""},
		{"a line that is no field", "", "spreekuren/x.md", spreekuur, strings.Replace(spreekuur, "tijd = ", "tijd : ", 1),
			difference.Altered, 1, "deze versie is niet te lezen", ""},
		{"a conflict of git", "", "spreekuren/x.md", spreekuur, "<<<<<<< HEAD\n" + spreekuur + "=======\n>>>>>>> x\n",
			difference.Altered, 2, "deze versie is niet te lezen", ""},
		{"empty", "", "spreekuren/x.md", spreekuur, "", difference.Altered, 1, "deze versie is niet te lezen", ""},
		{"a topic", "", "onderwerpen.toml", "[geld]\nnaam = \"Geld\"\n",
			"[geld]\nnaam = \"Geld en schulden\"\n[werk]\nnaam = \"Werk\"\n", difference.Altered, 2, "",
			"Onderwerp (Geld en schulden): Naam: was “Geld”, wordt “Geld en schulden”"},
		{"clauses", "", "afspraken.md", "Een.\n\nTwee.\n", "Een.\n\nDrie.\n", difference.Altered, 1, "",
			"Tekst: was “Twee.”, wordt “Drie.”"},
		{"a table that is a text", "", "site.toml", "titel = \"x\"\nthema = \"blauw\"\n",
			"titel = \"x\"\n[thema]\nlogo = \"/a.svg\"\n", difference.Altered, 1, "", "Kleuren en logo: was blauw, wordt Logo: /a.svg"},
	}
	for _, test := range tests {
		old := test.old
		if old == "" {
			old = test.path
		}
		f := difference.Moved(old, test.path, bytesOf(test.before), bytesOf(test.after), nil)
		first := ""
		if len(f.Values) > 0 {
			first = f.Values[0].String()
		}
		if f.What != test.what || len(f.Values) != test.values || test.firstValue != "" && first != test.firstValue ||
			!strings.HasPrefix(f.Unread, test.unread) || (f.Unread == "") != (test.unread == "") {
			t.Errorf("%s: %+v", test.name, f)
		}
	}
}

func bytesOf(text string) []byte {
	if text == "-" {
		return nil
	}
	return []byte(text)
}

// FuzzOf compares anything with anything. A file does not differ from itself.
func FuzzOf(f *testing.F) {
	f.Add([]byte(spreekuur), []byte(strings.Replace(spreekuur, "Kerst", "x", 1)))
	f.Add([]byte("+++\n[[tijden]]\n+++\n"), []byte("+++\ntijden = [1, {dag = 2}]\nvertaling = [1]\ngids = 3\n+++\n"))
	f.Add([]byte("\xff\xfea\x00"), []byte(""))
	f.Fuzz(func(t *testing.T, before, after []byte) {
		for _, path := range []string{"spreekuren/x.md", "pleinen/x.toml", "site.toml", "onderwerpen.toml", "afspraken.md"} {
			difference.Of(path, before, after, nil)
			if same := difference.Of(path, before, before, nil); before != nil && (len(same.Values) > 0 || same.OnlyForm) {
				t.Errorf("%s differs from itself: %+v", path, same)
			}
		}
	})
}
