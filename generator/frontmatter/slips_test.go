package frontmatter

import (
	"reflect"
	"regexp"
	"strings"
	"testing"
)

// slipCases are what an editor can do so that the parser stops: together they
// force every message that BurntSushi/toml v1.6 has for a text file. want is
// "line:column code" of each problem.
var slipCases = []struct{ toml, want string }{
	// Quotes.
	{"titel = “x”\nb = 1", "1:9 aanhaling-krom"},
	{"titel = \"x”\nb = 1", "1:11 aanhaling-krom"},
	{"titel = „x”", "1:9 aanhaling-krom"},
	{"titel = ‘x’\nb = “y”", "1:9 aanhaling-krom, 2:5 aanhaling-krom"},
	{"“titel” = \"x\"", "1:1 aanhaling-krom"},
	{"c = [“nl”, \"en\"]", "1:6 aanhaling-krom"},
	{"titel = \"x\nb = 1", "1:9 tekst-open"},
	{"titel = \"x", "1:9 tekst-open"},
	{"titel = 'x\nb = 1", "1:9 tekst-open"},
	{"titel = 'x", "1:9 tekst-open"},
	{"titel = \"", "1:9 tekst-open"},
	{"titel = \"x\nvervolg van de tekst\"\nb = \"1", "1:9 tekst-open, 3:5 tekst-open"},
	{"titel = \"\"\"x\nb = 1", "1:9 tekst-open"},
	{"titel = '''x\nb = 1", "1:9 tekst-open"},
	{"b = 1\ntitel = \"\"\"x", "2:9 tekst-open"},
	{"\"titel = 1", "1:1 tekst-open"},
	{"titel = \"zeg \"ja\" nu\"", "1:15 waarde-dubbel"},
	{"c = \"a\", \"b\"", "1:8 waarde-dubbel"},
	{"c = \"a\";", "1:8 waarde-dubbel"},
	{"c = \"a\" b", "1:9 waarde-dubbel"},
	{"titel = \"x\" = 2", "1:13 waarde-dubbel"},
	{"b = Hulp bij brieven", "1:5 aanhaling-ontbreekt"},
	{"titel = newlines", "1:9 aanhaling-ontbreekt"}, // as the parser says of a text without an end
	{"titel = escaped", "1:9 aanhaling-ontbreekt"},
	{"b = <b>\ntitel = !x", "1:5 aanhaling-ontbreekt, 2:9 aanhaling-ontbreekt"},
	{"d = True\nf = nee", "1:5 aanhaling-ontbreekt, 2:5 aanhaling-ontbreekt"},
	{"d = true false", "1:5 aanhaling-ontbreekt"},
	{"b == 1", "1:4 aanhaling-ontbreekt"},
	{"b = = 1", "1:5 aanhaling-ontbreekt"},
	{"b = 1 = 2", "1:5 aanhaling-ontbreekt"},
	// Numbers and dates.
	{"titel = 013 000", "1:9 aanhaling-ontbreekt"},
	{"titel = 013", "1:9 aanhaling-ontbreekt"},
	{"titel = +31 13", "1:9 aanhaling-ontbreekt"},
	{"titel = 06-12", "1:9 aanhaling-ontbreekt"},
	{"titel = 10.00 - 12.00", "1:9 aanhaling-ontbreekt"},
	{"titel = 10.00-12.00", "1:9 aanhaling-ontbreekt"},
	{"titel = 10:00 - 12:00", "1:9 aanhaling-ontbreekt"},
	{"titel = 25:00", "1:9 aanhaling-ontbreekt"},
	{"titel = 1979-05-27T25:00:00", "1:9 aanhaling-ontbreekt"},
	{"titel = 2026-12-25T10", "1:9 aanhaling-ontbreekt"},
	{"e = 51,63", "1:5 getal-komma"},
	{"e = .5\nb = 5.", "1:5 aanhaling-ontbreekt, 2:5 aanhaling-ontbreekt"},
	{"e = 1_\nb = 1__2", "1:5 aanhaling-ontbreekt, 2:5 aanhaling-ontbreekt"},
	{"e = 1.0_\nb = 01.5", "1:5 aanhaling-ontbreekt, 2:5 aanhaling-ontbreekt"},
	{"e = 1.e2\nb = 1.2.3", "1:5 aanhaling-ontbreekt, 2:5 aanhaling-ontbreekt"},
	{"b = 99999999999999999999\ne = 1e999", "1:5 aanhaling-ontbreekt, 2:5 aanhaling-ontbreekt"},
	{"b = -a\ne = +in", "1:5 aanhaling-ontbreekt, 2:5 aanhaling-ontbreekt"},
	{"b = +0x1\ne = 0b2", "1:5 aanhaling-ontbreekt, 2:5 aanhaling-ontbreekt"},
	{"b = 0o9\ne = 0xg", "1:5 aanhaling-ontbreekt, 2:5 aanhaling-ontbreekt"},
	{"b = 1e", "1:5 aanhaling-ontbreekt"},
	{"titel = 2026-02-30", "1:9 datum-onleesbaar"},
	{"titel = 25-12-2026\na = 2026/12/25", "1:9 datum-onleesbaar, 2:5 datum-onleesbaar"},
	{"titel = 2026-2-3", "1:9 datum-onleesbaar"},
	{"titel = 25 december", "1:9 aanhaling-ontbreekt"},
	// Keys.
	{"titel: x\na : \"y\"", "1:6 is-teken, 2:3 is-teken"},
	{"c:\n- nl\n- en\na: 1", "1:2 is-teken, 4:2 is-teken"},
	{"titel\na = 1", "1:1 toml"},
	{"titel", "1:1 toml"},
	{"- a", "1:1 toml"},
	{"Dit is gewone tekst.", "1:1 toml"},
	{"titel x = 1", "1:7 toml"},
	{"één = 1", "1:1 toml"},
	{"a..b = 1", "1:3 toml"},
	{".a = 1", "1:1 toml"},
	{"a. = 1", "1:4 toml"},
	{"= 1", "1:1 naam-ontbreekt"},
	{"b =\ntitel = ", "1:4 waarde-ontbreekt, 2:9 waarde-ontbreekt"},
	{"b = # leeg", "1:11 waarde-ontbreekt"},
	{"a = 1\na = 2", "2:1 veld-dubbel"},
	{"y.a = 1\ny = 2\ny.a = 3", "3:1 veld-dubbel"},
	{"b = 1\nb.c = 2", "2:1 veld-dubbel"},
	{"y = {a = 1, a = 2}", "1:1 veld-dubbel"},
	// Headers.
	{"[a]\n[a]", "2:1 veld-dubbel"},
	{"a = 1\n[a]", "2:1 veld-dubbel"},
	{"[a]\n[[a]]", "2:1 veld-dubbel"},
	{"[[a]]\n[a]", "2:1 veld-dubbel"},
	{"a = 1\n[[a]]", "2:1 veld-dubbel"},
	{"a = 1\n[a.b]", "2:1 veld-dubbel"},
	{"[a\nb = 1", "1:1 kopje"},
	{"[[a]\nb = 1", "1:1 kopje"},
	{"[a]]", "1:1 kopje"},
	{"[]\n", "1:1 kopje"},
	{"[[]]\n", "1:1 kopje"},
	{"[.a]", "1:1 kopje"},
	{"[a.]", "1:1 kopje"},
	{"  [a b]", "1:3 kopje"},
	{"[[a]] x", "1:1 kopje"},
	// Lists and blocks on one line.
	{"c = [\"a\" \"b\"]", "1:10 komma"},
	{"c = [\n\"a\"\n\"b\",\n]", "3:1 komma"},
	{"c = [\"a\",, \"b\"]", "1:10 komma"},
	{"c = [a, \"b\"]", "1:6 aanhaling-ontbreekt"},
	{"c = [\"a\", \"b\"\ntitel = 1", "1:5 lijst-open"},
	{"c = [\"a\",\ntitel = 1", "1:5 lijst-open"},
	{"c = [\"a\",\n[y]\na = 1", "1:5 lijst-open"},
	{"c = [\"a\"", "1:5 lijst-open"},
	{"c = [\"a\",", "1:5 lijst-open"},
	{"c = [", "1:5 lijst-open"},
	{"y = {a = 1", "1:5 lijst-open"},
	{"y = {a = 1 b = 2}", "1:12 komma"},
	{"y = {a = 1,, b = 2}", "1:12 komma"},
	{"y = {a}\nb = \"x", "1:7 toml, 2:5 tekst-open"},
	// Backslashes and characters that nobody sees.
	{"a = \"C:\\Users\"", "1:8 schuine-streep"},
	{"a = \"a\\qb\"\nb = \"\\u12\"", "1:7 schuine-streep, 2:6 schuine-streep"},
	{"a = \"\\uD800\"", "1:6 schuine-streep"},
	{"a = \"a\\xZZ\"", "1:7 schuine-streep"},
	{"a = \"a\\ b\"", "1:7 schuine-streep"},
	{"a = \"a\x01b\"", "1:7 teken-onzichtbaar"},
	{"# a\x01", "1:4 teken-onzichtbaar"},
	{"a = \"a\rb\"", "1:7 teken-onzichtbaar"},
	{"a = \u200b\"x\"", ""}, {"a = \a\"x\"", "1:5 teken-onzichtbaar"},
	{"a = \"x\"\n=======\nb = 1", "2:1 git-conflict"},
	{"titel\u00a0= \"x\"", "1:6 spatie-vast"},
	{"titel =\u00a0\"x\"\n\u00a0a = 1", "1:8 spatie-vast, 2:1 spatie-vast"},
	{"titel = \"x\"\u00a0\na = 1", "1:12 spatie-vast"},
	{"\u00a0\na = 1", "1:1 spatie-vast"},
	// Fences.
	{"+++\na = 1", "1:1 plus-over"},
	{"a = 1\n+++\nb = 2", "2:1 plus-over"},
	{"---\na = 1", "1:1 plus-over"},
}

// english are words of the parser's messages.
var english = regexp.MustCompile(`(?i)\b(expected|but|got|found|instead|invalid|key|value|toml: line|string|newline|unexpected|cannot|already|defined|table|array|escape|digit|EOF|must|with|float|integer|datetime|range|delimiter|separator)\b`)

func TestSlips(t *testing.T) {
	for _, c := range slipCases {
		d, problem := Parse("a.toml", []byte(c.toml))
		if problem != nil {
			t.Errorf("%q: %s", c.toml, problem.Message)
			continue
		}
		_, problems := d.values()
		var got []string
		for _, p := range problems {
			got = append(got, strings.TrimPrefix(p.Range.String(), "a.toml:")+" "+p.Code)
			for _, text := range []string{p.Message, p.Hint, p.Example} {
				if word := english.FindString(text); word != "" {
					t.Errorf("%q: %q in %q", c.toml, word, text)
				}
				if strings.HasSuffix(text, ".") {
					t.Errorf("%q: full stop in %q", c.toml, text)
				}
			}
			if p.Hint == "" && p.Example == "" {
				t.Errorf("%q: %q says no mend", c.toml, p.Message)
			}
		}
		if strings.Join(got, ", ") != c.want {
			t.Errorf("%q\n got  %s\n want %s", c.toml, strings.Join(got, ", "), c.want)
		}
		checkInside(t, []byte(c.toml), problems...)
	}
}

// TestMends follows the advice "schrijf: key = value" and wants it to be TOML.
func TestMends(t *testing.T) {
	for _, c := range slipCases {
		d, _ := Parse("a.toml", []byte(c.toml))
		_, problems := d.values()
		for _, p := range problems {
			mend, ok := strings.CutPrefix(p.Hint, "schrijf: ")
			if !ok || !strings.Contains(mend, " = ") {
				continue
			}
			fixed, problem := Parse("b.toml", []byte(mend))
			if problem != nil {
				t.Fatal(problem)
			}
			if _, problems := fixed.values(); len(problems) > 0 {
				t.Errorf("%q: the mend %q is wrong too: %s", c.toml, mend, problems[0].Message)
			}
		}
	}
}

// TestPartial sees to it that a line that cannot be read hides neither the
// others nor what is on it.
func TestPartial(t *testing.T) {
	d, _ := Parse("a.toml", []byte("a = “x”\nb = \"drie\"\nnieuw = 1\n[y]\nz: 3\n"))
	var v everything
	problems := d.Bind(&v, FieldsOf(reflect.TypeFor[everything]()), nil, nil)
	problems.Sort()
	var got []string
	for _, p := range problems {
		got = append(got, p.Code)
	}
	if want := "aanhaling-krom soort-verkeerd veld-onbekend is-teken"; strings.Join(got, " ") != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if !d.Partial() {
		t.Error("the document is partial")
	}
}

func TestManyLines(t *testing.T) {
	d, _ := Parse("a.toml", []byte(strings.Repeat("a: b\n", 1000)))
	if _, problems := d.values(); len(problems) != maxSyntax {
		t.Errorf("%d problems, want %d", len(problems), maxSyntax)
	}
}
