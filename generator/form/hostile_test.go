package form_test

import (
	"fmt"
	"net/url"
	"strings"
	"testing"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/edit"
	"pleinwijzer/generator/form"
)

const blocks = "titel = \"A\" # opm\nonbekend = 1\n\n[[afwijkend]]\ndatum = \"2026-12-24\"\nvervalt = true\n\n[[afwijkend]]\ndatum = \"2026-12-25\"\nvreemd = 2\n"

// TestRefused has posts that no page makes. None of them changes anything, and each gets one
// clear problem.
func TestRefused(t *testing.T) {
	many := url.Values{"afwijkend": {""}}
	for i := range 10_000 {
		many.Add("afwijkend", fmt.Sprint("n", i))
		many.Set(fmt.Sprintf("afwijkend.n%d.datum", i), "2027-01-01")
	}
	some := url.Values{"afwijkend": {"0", "1"}}
	for i := range 400 {
		some.Add("afwijkend", fmt.Sprint("n", i))
		some.Set(fmt.Sprintf("afwijkend.n%d.datum", i), "2027-01-01")
	}
	for name, test := range map[string]struct {
		posted     url.Values
		code, part string
	}{
		"an unknown field":        {post("telefon", "1"), "veld-onbekend", `"telefon"`},
		"a field of a block":      {post("afwijkend.0.nee", "1"), "veld-onbekend", "afwijkend.0.nee"},
		"a block that is not":     {post("afwijkend", "0", "7"), "veld-onbekend", `geen blok "7"`},
		"a negative block":        {post("afwijkend", "-1"), "veld-onbekend", `"-1"`},
		"a number otherwise":      {post("afwijkend", "00"), "veld-onbekend", `"00"`},
		"a block twice":           {post("afwijkend", "0", "0"), "veld-dubbel", "twee keer"},
		"a path as a block":       {post("afwijkend", "0.datum"), "veld-onbekend", "0.datum"},
		"a field of no block":     {post("afwijkend.7.datum", "2027-01-01"), "veld-onbekend", "afwijkend.7.datum"},
		"a field of no new block": {post("afwijkend.n1.datum", "2027-01-01"), "veld-onbekend", "afwijkend.n1.datum"},
		"NUL":                     {post("titel", "a\x00b"), "teken-onzichtbaar", `"titel"`},
		"NUL in a name":           {post("ti\x00tel", "a"), "teken-onzichtbaar", "onzichtbaar"},
		"no UTF-8":                {post("titel", "caf\xe9"), "geen-utf8", `"titel"`},
		"no UTF-8 in a name":      {post("t\xe9l", "a"), "geen-utf8", "niet te lezen"},
		"ten thousand blocks":     {many, "te-veel", "te veel"},
		"hundreds of blocks":      {some, "te-veel", "300"},
		"a large text":            {post("titel", strings.Repeat("a", 3<<20)), "te-veel", "te veel"},
		"a large field":           {post("titel", strings.Repeat("a", 300_000)), "te-veel", "200000"},
		"two versions":            {post("tekst", "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> main"), "git-conflict", ""},
		"one advice twice": {url.Values{"negeer": {"n1", "n2"}, "negeer.n1.advies": {"zin-lang"}, "negeer.n1.reden": {"a"},
			"negeer.n2.advies": {"zin-lang"}, "negeer.n2.reden": {"b"}}, "veld-dubbel", "twee keer"},
		"the name of a table": {post("gids", "3"), "veld-onbekend", `"gids"`},
	} {
		t.Run(name, func(t *testing.T) {
			data, problems := form.Change(content.KindOf("spreekuur"), "spreekuren/a.toml", []byte(blocks), test.posted)
			if data != nil || len(problems) == 0 {
				t.Fatalf("%.200s %v", data, problems)
			}
			if p := problems[0]; p.Code != test.code || !strings.Contains(p.Message, test.part) || p.Hint == "" {
				t.Error(problems)
			}
		})
	}
}

// TestMissing leaves what is not posted, and what a form cannot show.
func TestMissing(t *testing.T) {
	for name, test := range map[string]struct {
		posted url.Values
		want   string
	}{
		"nothing":           {url.Values{}, blocks},
		"nothing filled in": {url.Values{"telefon": {""}, "_token": {"x"}, "telefoon": {"", " "}}, blocks},
		"a title":           {post("titel", "B"), strings.Replace(blocks, `"A"`, `"B"`, 1)},
		"no title":          {post("titel", ""), strings.Replace(blocks, `titel = "A" # opm`, "# opm", 1)},
		"the first block":   {post("afwijkend", "", "1"), strings.Replace(blocks, "[[afwijkend]]\ndatum = \"2026-12-24\"\nvervalt = true\n\n", "", 1)},
		"no blocks":         {post("afwijkend", ""), "titel = \"A\" # opm\nonbekend = 1\n"},
		"a block of which nothing is left": {url.Values{"afwijkend": {"0", "1"}, "afwijkend.0.datum": {""}, "afwijkend.0.vervalt": {""}},
			strings.Replace(blocks, "[[afwijkend]]\ndatum = \"2026-12-24\"\nvervalt = true\n\n", "", 1)},
		"a block with something unknown": {url.Values{"afwijkend": {"0", "1"}, "afwijkend.1.datum": {""}}, strings.Replace(blocks, "datum = \"2026-12-25\"\n", "", 1)},
		"an empty new block":             {url.Values{"afwijkend": {"0", "1", "n1"}, "afwijkend.n1.datum": {""}, "afwijkend.n1.vervalt": {"nee"}}, blocks},
		"the blocks the other way":       {post("afwijkend", "1", "0"), "titel = \"A\" # opm\nonbekend = 1\n\n[[afwijkend]]\ndatum = \"2026-12-25\"\nvreemd = 2\n\n[[afwijkend]]\ndatum = \"2026-12-24\"\nvervalt = true\n"},
	} {
		t.Run(name, func(t *testing.T) {
			f := file{content.KindOf("spreekuur"), "spreekuren/a.toml", []byte(blocks)}
			if got := f.change(t, test.posted); string(got.data) != test.want {
				t.Errorf("got\n%s\nwant\n%s", got.data, test.want)
			}
		})
	}
}

// wantRefused wants one problem with the code, and no bytes.
func (f file) wantRefused(t *testing.T, posted url.Values, code string) {
	t.Helper()
	data, problems := form.Change(f.kind, f.name, f.data, posted)
	if data != nil || len(problems) != 1 || problems[0].Code != code {
		t.Errorf("%q with %v: %q %v", f.data, posted, data, problems)
	}
}

// TestOdd shows what a form cannot ask for as it is spelled, and keeps it.
func TestOdd(t *testing.T) {
	f := newFile(t, "pleinen/a.toml", []byte("naam = [\"a\"]\ngastheer = \"ja\"\npostcode = 5175\ngids = 3\n\n[afwijkend] # opm\ndatum = 1\n\n[telefoon]\nx = 1\n"))
	want := map[string]string{"naam": `["a"]`, "gastheer": `"ja"`, "gids": "3", "afwijkend": "[afwijkend] # opm", "telefoon": "[telefoon]"}
	each(f.read(t), func(l *form.Field) bool {
		if l.Odd != want[l.Name] {
			t.Errorf("%s: %q, want %q", l.Name, l.Odd, want[l.Name])
		}
		return true
	})
	if got := f.change(t, everything(f.read(t))); string(got.data) != string(f.data) {
		t.Errorf("became\n%s", got.data)
	}
	got := f.change(t, url.Values{"naam": {"B"}, "gastheer": {"ja"}})
	if !strings.HasPrefix(string(got.data), "naam = \"B\"\ngastheer = true\npostcode = 5175\n") {
		t.Errorf("became\n%s", got.data)
	}
	for _, posted := range []url.Values{{"gids.id": {"1"}}, {"afwijkend": {"n1"}, "afwijkend.n1.datum": {"2027-01-01"}}, {"telefoon": {"013"}}} {
		if data, problems := form.Change(f.kind, f.name, f.data, posted); data != nil || len(problems) == 0 {
			t.Errorf("%v gives\n%s", posted, data)
		}
	}
}

// TestUnreadable has no form for a file of which it is not certain what it says.
func TestUnreadable(t *testing.T) {
	for text, code := range map[string]string{
		"titel = A\n": "aanhaling-ontbreekt", "titel = \"caf\xe9\"\n": "geen-utf8", "t\x00i\x00": "geen-utf8", " \n": "bestand-leeg",
		"<<<<<<< a\nx = 1\n=======\nx = 2\n>>>>>>> b\n": "git-conflict", "titel = \"A\"\n[gids\n": "kopje",
	} {
		f := file{content.KindOf("bericht"), "berichten/a.toml", []byte(text)}
		if _, problem := form.Read(f.kind, f.name, f.data, edit.Lists{}); problem == nil || problem.Code != code {
			t.Errorf("%q: %v", text, problem)
		}
		f.wantRefused(t, post("titel", "B"), code)
	}
}

// TestBody empties, fills and changes the text below the fields.
func TestBody(t *testing.T) {
	const head = "+++\ntitel = \"A\"\n+++\n"
	for _, test := range [][3]string{
		{head + "\nEen.\n\nTwee.\n", "", head},
		{head + "\nEen.\n\nTwee.\n", "Een.\r\n\r\nDrie.\r\n", head + "\nEen.\n\nDrie.\n"},
		{head, "Een.", head + "\nEen.\n"},
		{strings.TrimSpace(head), "Een.", head + "\nEen.\n"},
		{"\uFEFF" + strings.ReplaceAll(head, "\n", "\r\n") + "\r\nEen.\u00AD\r\n\r\nTwee.\r\n", "Een.\n\nDrie.\n\nVier.",
			"\uFEFF" + strings.ReplaceAll(head, "\n", "\r\n") + "\r\nEen.\u00AD\r\n\r\nDrie.\r\n\r\nVier.\r\n"},
		{head + "\n\n  - a\n  - b\n\n\n", "  - a\n  - c", head + "\n\n  - a\n  - c\n\n\n"},
		{head + "a", "a\n+++\nb", head + "a\n+++\nb"},
	} {
		f := file{content.KindOf("bericht"), "berichten/a.md", []byte(test[0])}
		if got := f.change(t, post("tekst", test[1])); string(got.data) != test[2] {
			t.Errorf("%q with %q is %q, want %q", test[0], test[1], got.data, test[2])
		}
	}
	clauses := file{content.Clauses, "afspraken.md", []byte("Een.\n")}
	got := clauses.change(t, url.Values{"negeer": {"n1"}, "negeer.n1.advies": {"zin-lang"}, "negeer.n1.reden": {"Een citaat."}})
	if want := "+++\n[negeer]\nzin-lang = \"Een citaat.\"\n+++\n\nEen.\n"; string(got.data) != want {
		t.Errorf("got %q, want %q", got.data, want)
	}
	clauses.wantRefused(t, post("tekst", ""), "bestand-leeg")
}

// TestNames gives topics and pieces of advice a name, and refuses one that is taken.
func TestNames(t *testing.T) {
	topics := newFile(t, "onderwerpen.toml", []byte("# opm\n\n[geld]\nnaam = \"Geld\"\n"))
	got := topics.change(t, url.Values{"onderwerpen": {"n1", "0"}, "onderwerpen.n1.naam": {"Werk & inkomen"}})
	if want := "# opm\n\n[werk-inkomen]\nnaam = \"Werk & inkomen\"\n\n[geld]\nnaam = \"Geld\"\n"; string(got.data) != want {
		t.Errorf("got\n%s", got.data)
	}
	for name, code := range map[string]string{"Geld": "naam-dubbel", "?": "veld-ontbreekt", "": "veld-ontbreekt"} {
		topics.wantRefused(t, url.Values{"onderwerpen": {"0", "n1"}, "onderwerpen.n1.naam": {name}, "onderwerpen.n1.uitleg": {"x"}}, code)
	}
	f := newFile(t, "paginas/a.toml", []byte("titel = \"A\"\nnegeer = { \"zin-lang\" = \"a\", opsomming = \"b\" } # opm\n"))
	for _, test := range []struct {
		posted url.Values
		want   string
	}{
		{url.Values{"negeer": {"1"}}, `negeer = { opsomming = "b" } # opm`},
		{url.Values{"negeer": {""}}, "# opm"},
		{url.Values{"negeer.0.reden": {"c"}}, `negeer = { "zin-lang" = "c", opsomming = "b" } # opm`},
		{url.Values{"negeer": {"0", "1", "n"}, "negeer.n.advies": {"u-en-je"}, "negeer.n.reden": {"d"}}, `"zin-lang" = "a", opsomming = "b"`},
		{url.Values{"negeer": {"n", "0"}, "negeer.0.advies": {"u-en-je"}, "negeer.0.reden": {"a"}, "negeer.n.advies": {"kop"}, "negeer.n.reden": {"d"}},
			`negeer = { u-en-je = "a", kop = "d" } # opm`},
		{url.Values{"negeer": {"0", "1"}, "negeer.0.advies": {"u-en-je"}, "negeer.0.reden": {"a"}}, `u-en-je = "a"`},
	} {
		if got := f.change(t, test.posted); !strings.Contains(string(got.data), test.want) {
			t.Errorf("%v gives\n%s", test.posted, got.data)
		}
	}
}
