package frontmatter

import (
	"reflect"
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
	for _, c := range slipCases {
		f.Add([]byte("+++\n" + c.toml + "\n+++\nTekst.\n"))
		f.Add([]byte(c.toml))
	}
	f.Add([]byte("\xff\xfea\x00"))
	f.Add([]byte("+++\nnaam = \"Caf\xe9\"\n+++\n"))
	f.Add([]byte("+++\nnaam = \"\u202d\uFFFD Caf\xe9\xe9\"\n+++\n"))
	f.Add([]byte("\uFEFF+++\r\ntitel = “x”\r\n+++"))
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
			if !strings.HasSuffix(d.text, d.Body()) {
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
