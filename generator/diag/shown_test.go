package diag_test

import (
	"io"
	"strings"
	"testing"
	"unicode"

	"pleinwijzer/generator/diag"
)

// TestNames formats problems in files whose names contain invisible characters.
func TestNames(t *testing.T) {
	for name, quoted := range map[string]string{
		"a\nb.md": `"a\nb.md"`, "a\x1b[2Jb.md": `"a\x1b[2Jb.md"`, "a\u202edm.b": `"a\u202edm.b"`, "a\x7fb.md": `"a\x7fb.md"`, "a\u009bb.md": `"a\u009bb.md"`, "a\xffb.md": `"a\xffb.md"`,
	} {
		l := diag.List{{Range: diag.Range{File: name, Line: 1, Column: 1}, Code: "x",
			Message: "over " + name, Hint: "weg met " + name, Related: []diag.Range{{File: name}}}}
		for format, write := range map[string]func(io.Writer, diag.List) error{
			"text": diag.Text, "json": diag.JSON, "github": diag.GitHub,
			"sarif": func(w io.Writer, l diag.List) error {
				return diag.SARIF(w, l, func(string) (diag.Explanation, bool) { return diag.Explanation{}, false })
			},
		} {
			var b strings.Builder
			if err := write(&b, l); err != nil {
				t.Fatal(err)
			}
			if strings.ContainsFunc(b.String(),
				func(r rune) bool { return r != '\n' && unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) }) {
				t.Errorf("%s of %q: %q", format, name, b.String())
			}
			want := map[string]string{"json": strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(quoted), "sarif": "a%"}[format]
			if want == "" {
				want = quoted
			}
			if !strings.Contains(b.String(), want) {
				t.Errorf("%s of %q has no %s:\n%s", format, name, want, b.String())
			}
		}
	}
}
