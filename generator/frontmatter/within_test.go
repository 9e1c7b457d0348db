package frontmatter

import "testing"

func TestWithinSpelling(t *testing.T) {
	tests := []struct {
		name, file, text, piece string
		line, column, length    int
	}{
		{"plain", `a = "een twee"`, "een twee", "twee", 1, 10, 4},
		{"twice, the second", `a = "een een"`, "een een", " een", 1, 9, 4},
		{"literal", `a = 'een "twee" \n'`, `een "twee" \n`, `"twee"`, 1, 10, 6},
		{"escaped quote before", `a = "zeg \"u\" en niet"`, `zeg "u" en niet`, "niet", 1, 19, 4},
		{"escaped quote in it", `a = "zeg \"u\" en"`, `zeg "u" en`, `"u"`, 1, 10, 5},
		{"unicode", `a = "caf\u00e9 dicht"`, "café dicht", "dicht", 1, 16, 5},
		{"accent", `a = "café dicht"`, "café dicht", "dicht", 1, 11, 5},
		{"trimmed and joined", `a = "  een   twee drie"`, "een twee drie", "twee", 1, 14, 4},
		{"several lines", "a = \"\"\"\neen\ntwee drie\n\"\"\"", "een\ntwee drie", "drie", 3, 6, 4},
		{"several lines joined", "a = \"\"\"\neen\n  twee\n\"\"\"", "een twee", "twee", 3, 3, 4},
		{"backslash at the end", "a = \"\"\"\neen \\\n   twee\"\"\"", "een twee", "twee", 3, 4, 4},
		{"quote at the end", `a = """zeg "u""""`, `zeg "u"`, `"u"`, 1, 12, 3},
		{"not its text", `a = "een"`, "twee", "twee", 1, 5, 5},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			doc, problem := Parse("x.toml", []byte(test.file+"\n"))
			if problem != nil {
				t.Fatal(problem)
			}
			offset := len(test.text) - len(test.piece)
			for offset > 0 && test.text[offset:offset+len(test.piece)] != test.piece {
				offset--
			}
			got := doc.Within(offset, len(test.piece), test.text, "a")
			if got.Line != test.line || got.Column != test.column || got.Length != test.length {
				t.Errorf("got %d:%d, %d long; want %d:%d, %d long", got.Line, got.Column, got.Length, test.line, test.column, test.length)
			}
		})
	}
}
