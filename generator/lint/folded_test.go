package lint_test

import (
	"strings"
	"testing"

	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/lint"
)

func TestFolded(t *testing.T) {
	const long, never = "dit is langer dan een half jaar geleden nagekeken", "hier staat niet wanneer iemand dit heeft nagekeken"
	about := func(file, code, message string) diag.Diagnostic {
		return diag.Diagnostic{Range: diag.Range{File: file}, Severity: diag.Warning, Code: code, Message: message, Hint: "schrijf"}
	}
	tests := []struct {
		name string
		list diag.List
		want string // the files that are left
	}{
		{"nothing", nil, ""},
		{"one", diag.List{about("a", "nakijken", long)}, "a"},
		{"some", diag.List{about("a", "zin-lang", "lang"), about("b", "nakijken", long), about("c", "nakijken", long), about("d", "zin-lang", "lang"), about("e", "nakijken", long)}, "a b d"},
		{"of each one", diag.List{about("a", "nakijken", long), about("b", "nakijken", never)}, "a b"},
		{"of each two", diag.List{about("a", "nakijken", long), about("b", "nakijken", never), about("c", "nakijken", never), about("d", "nakijken", long)}, "a b"},
		{"in the future", diag.List{about("a", "nakijken", "deze dag moet nog komen"), about("b", "nakijken", "deze dag moet nog komen")}, "a b"},
		{"the words of another", diag.List{about("a", "zin-lang", long), about("b", "zin-lang", long)}, "a b"},
	}
	for _, test := range tests {
		before := len(test.list)
		got := lint.Folded(test.list)
		var files []string
		for _, d := range got {
			files = append(files, d.File)
			if folded := strings.Contains(d.Message, " spreekuren"); folded != strings.Contains(d.Hint, "pleinwijzer taken") {
				t.Errorf("%s: %q with the hint %q", test.name, d.Message, d.Hint)
			}
		}
		if strings.Join(files, " ") != test.want || len(test.list) != before || before > 0 && strings.Contains(test.list[0].Message, " spreekuren") {
			t.Errorf("%s: %q is left of %v, want %q", test.name, files, test.list, test.want)
		}
	}
}
