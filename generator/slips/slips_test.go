package slips

import (
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"pleinwijzer/generator/paste"
	"pleinwijzer/generator/source"
)

type slipCase struct{ toml, want string }

// cases reads testdata/slips.txt.
func cases(t *testing.T) []slipCase {
	t.Helper()
	data, err := os.ReadFile("testdata/slips.txt")
	if err != nil {
		t.Fatal(err)
	}
	var all []slipCase
	for line := range strings.Lines(string(data)) {
		quoted, err := strconv.QuotedPrefix(line)
		if err != nil {
			continue // a remark
		}
		text, err := strconv.Unquote(quoted)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, slipCase{text, strings.TrimSpace(line[len(quoted):])})
	}
	if len(all) < 100 {
		t.Fatalf("%d cases", len(all))
	}
	return all
}

// read reads a file of nothing but TOML.
func read(text string) Reading {
	text = paste.Visible(text)
	return Read(source.New("a.toml", text), 0, len(text))
}

// english are words of the parser's messages.
var english = regexp.MustCompile(`(?i)\b(expected|but|got|found|instead|invalid|key|value|toml: line|string|newline|unexpected|cannot|already|defined|table|array|escape|digit|EOF|must|with|float|integer|datetime|range|delimiter|separator)\b`)

func TestSlips(t *testing.T) {
	for _, c := range cases(t) {
		problems := read(c.toml).Problems
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
	}
}

// TestMends follows the advice "schrijf: key = value" and wants it to be TOML.
func TestMends(t *testing.T) {
	for _, c := range cases(t) {
		for _, p := range read(c.toml).Problems {
			mend, ok := strings.CutPrefix(p.Hint, "schrijf: ")
			if !ok || !strings.Contains(mend, " = ") {
				continue
			}
			if problems := read(mend).Problems; len(problems) > 0 {
				t.Errorf("%q: the mend %q is wrong too: %s", c.toml, mend, problems[0].Message)
			}
		}
	}
}

func TestManyLines(t *testing.T) {
	if problems := read(strings.Repeat("a: b\n", 1000)).Problems; len(problems) != most {
		t.Errorf("%d problems, want %d", len(problems), most)
	}
}
