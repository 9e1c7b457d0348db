package lint_test

import (
	"reflect"
	"slices"
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
	old, unknown, other := func(file string) diag.Diagnostic { return about(file, "nakijken", long) },
		func(file string) diag.Diagnostic { return about(file, "nakijken", never) },
		func(file string) diag.Diagnostic { return about(file, "zin-lang", "lang") }
	future := func(file string) diag.Diagnostic { return about(file, "nakijken", "deze dag moet nog komen") }
	tests := []struct {
		name string
		list diag.List
		want string // the files that are left
	}{
		{"nothing", nil, ""},
		{"one", diag.List{old("a")}, "a"},
		{"some", diag.List{other("a"), old("b"), old("c"), other("d"), old("e")}, "a b d"},
		{"of each one", diag.List{old("a"), unknown("b")}, "a b"},
		{"of each two", diag.List{old("a"), unknown("b"), unknown("c"), old("d")}, "a b"},
		{"in the future", diag.List{future("a"), future("b")}, "a b"},
		{"the words of another", diag.List{about("a", "zin-lang", long), about("b", "zin-lang", long)}, "a b"},
	}
	for _, test := range tests {
		before := slices.Clone(test.list)
		var files []string
		for _, d := range lint.Folded(test.list) {
			files = append(files, d.File)
			if folded := strings.Contains(d.Message, " spreekuren"); folded != strings.Contains(d.Hint, "pleinwijzer taken") {
				t.Errorf("%s: %q with the hint %q", test.name, d.Message, d.Hint)
			}
		}
		if strings.Join(files, " ") != test.want {
			t.Errorf("%s: %q is left, want %q", test.name, files, test.want)
		}
		if !reflect.DeepEqual(before, test.list) {
			t.Errorf("%s: the list itself has changed", test.name)
		}
	}
}
