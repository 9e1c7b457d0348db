package spreadsheet

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
)

func TestDecode(t *testing.T) {
	const text = "Café;€ 1\n"
	old, err := charmap.Windows1252.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	wide := []byte{0xFF, 0xFE}
	for _, unit := range utf16.Encode([]rune(text)) {
		wide = append(wide, byte(unit), byte(unit>>8))
	}
	for name, data := range map[string]string{
		"UTF-8": text, "with a mark": "\uFEFF" + text, "Windows-1252": old, "UTF-16": string(wide),
		"Windows line ends": strings.ReplaceAll(text, "\n", "\r\n"), "old Mac": strings.ReplaceAll(text, "\n", "\r"),
	} {
		if got, err := decode([]byte(data)); got != text || err != nil {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
	if got, _ := decode([]byte(text + old + text)); got != text+text+text {
		t.Errorf("mixed: %q", got)
	}
	for _, data := range []string{"a\x00b"} {
		if _, err := decode([]byte(data)); err == nil {
			t.Errorf("%q was taken for text", data)
		}
	}
}

func TestReadRows(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"plain", "a;b\nc;d\n", `1 ["a" "b"] | 2 ["c" "d"]`},
		{"no last line end", "a;b\nc;d", `1 ["a" "b"] | 2 ["c" "d"]`},
		{"empty lines", "\n\na;b\n\nc;d\n\n", `3 ["a" "b"] | 5 ["c" "d"]`},
		{"quoted", "\"a;\"\"x\"\"\";b\n", `1 ["a;\"x\"" "b"]`},
		{"several lines", "\"a\n\nx\";b\nc;d\n", `1 ["a\n\nx" "b"] | 4 ["c" "d"]`},
		{"last cell of several lines", "a;\"b\nx\"\nc;d\n", `1 ["a" "b\nx"] | 3 ["c" "d"]`},
		{"a bare mark", "a;b\nc \"x\" c;d\ne;f\n", `1 ["a" "b"] | 2 wrong | 3 ["e" "f"]`},
		{"a mark without its other half", "a;b\n\"c;d\ne;f\ng;h\n", `1 ["a" "b"] | 2 wrong | 3 ["e" "f"] | 4 ["g" "h"]`},
		{"closed by a later row", "\"a;b\nc;d\n\"e\";f\n", `1 wrong | 2 ["c" "d"] | 3 ["e" "f"]`},
		{"closed at the end of a later cell", "\"a;b\nc;d\"\ne;f\n", `1 wrong | 2 wrong | 3 ["e" "f"]`},
		{"only a mark", "\"", `1 wrong`},
		{"fewer cells", "a\n", `1 ["a"]`},
	}
	for _, test := range tests {
		var got []string
		for _, r := range readRows(test.text, ';', 2, 100) {
			if r.Wrong != "" {
				got = append(got, fmt.Sprint(r.Line, " wrong"))
			} else {
				got = append(got, fmt.Sprintf("%d %q", r.Line, r.Cells))
			}
		}
		if all := strings.Join(got, " | "); all != test.want {
			t.Errorf("%s:\n got %s\nwant %s", test.name, all, test.want)
		}
	}
}

// FuzzReadRows checks that every non-empty line is in a row or is reported.
func FuzzReadRows(f *testing.F) {
	for _, text := range []string{"a;b\nc;d", "\"a\nb\";c", "\"a;\"b\n\"", "a;\"\"\"\n;\"", "\r;\n"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text, err := decode([]byte(text))
		if err != nil || len(text) > 1000 {
			return
		}
		covered := map[int]bool{}
		last := 0
		for _, r := range readRows(text, ';', 2, 1000) {
			if r.Line <= last {
				t.Fatalf("line %d comes after %d", r.Line, last)
			}
			last = r.Line
			for i := range 1 + strings.Count(strings.Join(r.Cells, ""), "\n") {
				covered[r.Line+i] = true
			}
		}
		for i, line := range strings.Split(text, "\n") {
			if strings.Trim(line, "\";") != "" && !covered[i+1] {
				t.Fatalf("line %d is lost: %q", i+1, line)
			}
		}
	})
}
