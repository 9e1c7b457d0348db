package frontmatter

import (
	"os"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/paste"
)

func TestParse(t *testing.T) {
	for _, c := range []struct {
		name, file, text string
		body             string
		line             int
	}{
		{"md", "a.md", "+++\na = 1\n+++\nTekst.\n", "Tekst.\n", 4},
		{"no body", "a.md", "+++\na = 1\n+++", "", 3},
		{"empty front matter", "a.md", "+++\n+++\nTekst.", "Tekst.", 3},
		{"spaces after fences", "a.md", "+++ \na = 1\n+++\u00a0\t\nTekst.", "Tekst.", 4},
		{"windows", "a.md", "\uFEFF+++\r\na = 1\r\n+++\r\nTekst.\r\n\r\nMeer.\r\n", "Tekst.\n\nMeer.\n", 4},
		{"fence in body", "a.md", "+++\na = 1\n+++\n+++\n", "+++\n", 4},
		{"toml", "a.toml", "a = 1\n", "", 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, problem := Parse(c.file, []byte(c.text))
			if problem != nil {
				t.Fatal(problem.Message)
			}
			if d.Body() != c.body || d.BodyLine() != c.line {
				t.Errorf("body %q at line %d, want %q at %d", d.Body(), d.BodyLine(), c.body, c.line)
			}
		})
	}
}

// seeds are whole files, right and wrong.
func seeds(f *testing.F) {
	for _, c := range indexCases {
		f.Add([]byte("+++\n" + c.toml + "\n+++\nTekst.\n"))
	}
	for _, text := range slipTexts(f) {
		f.Add([]byte("+++\n" + text + "\n+++\nTekst.\n"))
		f.Add([]byte(text))
	}
	f.Add([]byte("\xff\xfea\x00"))
	f.Add([]byte("+++\nnaam = \"Caf\xe9\"\n+++\n"))
	f.Add([]byte("+++\nnaam = \"\u202d\uFFFD Caf\xe9\xe9\"\n+++\n"))
	f.Add([]byte("\uFEFF+++\r\ntitel = “x”\r\n+++"))
}

// slipTexts are those with which package slips is tested.
func slipTexts(t testing.TB) []string {
	data, err := os.ReadFile("../slips/testdata/slips.txt")
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for line := range strings.Lines(string(data)) {
		if quoted, err := strconv.QuotedPrefix(line); err == nil {
			text, err := strconv.Unquote(quoted)
			if err != nil {
				t.Fatal(err)
			}
			texts = append(texts, text)
		}
	}
	return texts
}

// TestSlipsAreInside wants what is said of each slip at a place in the file.
func TestSlipsAreInside(t *testing.T) {
	for _, text := range slipTexts(t) {
		d, problem := Parse("a.toml", []byte(text))
		if problem != nil {
			t.Errorf("%q: %s", text, problem.Message)
			continue
		}
		_, problems := d.values()
		checkInside(t, []byte(text), problems...)
	}
}

func FuzzParse(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, file := range []string{"a.md", "a.toml"} {
			d, problem := Parse(file, data)
			if problem != nil {
				checkInside(t, data, *problem)
				continue
			}
			if !strings.HasSuffix(d.Text(), d.Body()) {
				t.Errorf("the body is not the end of the file")
			}
		}
	})
}

// everything is a struct with a field of every type that the binder knows.
type everything struct {
	A string            `toml:"a,required" example:"\"x\""`
	B int               `toml:"b"`
	C []string          `toml:"c"`
	D bool              `toml:"d"`
	E float64           `toml:"e"`
	F *bool             `toml:"f"`
	G map[string]string `toml:"g"`
	X []inner           `toml:"x"`
	Y inner             `toml:"y"`
	T string            `toml:"titel" choices:"een|twee"`
}

type inner struct {
	A string   `toml:"a,required"`
	B []string `toml:"b"`
	Z *int     `toml:"z"`
}

func FuzzBind(f *testing.F) {
	seeds(f)
	fields := FieldsOf(reflect.TypeFor[everything]())
	topics := FieldsOf(reflect.TypeFor[inner]())
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, file := range []string{"a.md", "a.toml"} {
			if d, problem := Parse(file, data); problem == nil {
				checkInside(t, data, d.Bind(new(everything), fields, nil, nil)...)
			}
			if d, problem := Parse(file, data); problem == nil {
				checkInside(t, data, d.BindMap(new(map[string]inner), topics, nil, nil)...)
			}
		}
	})
}

// checkInside wants each problem at a place in the file, and the excerpt to be
// that line.
func checkInside(t *testing.T, data []byte, problems ...diag.Diagnostic) {
	text := paste.Visible(strings.ToValidUTF8(strings.ReplaceAll(string(data), "\r\n", "\n"), "\uFFFD"))
	lines := strings.Split(text, "\n")
	for _, p := range problems {
		switch {
		case p.Message == "" || p.Code == "":
			t.Errorf("incomplete: %+v", p)
		case p.Line == 0:
		case p.Line > len(lines):
			t.Errorf("line %d of %d: %+v", p.Line, len(lines), p)
		case p.Column < 1 || p.Column+p.Length > utf8.RuneCountInString(lines[p.Line-1])+1:
			t.Errorf("column %d+%d of %q: %+v", p.Column, p.Length, lines[p.Line-1], p)
		case p.Excerpt != "" && p.Excerpt != lines[p.Line-1]:
			t.Errorf("excerpt %q of %q", p.Excerpt, lines[p.Line-1])
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
