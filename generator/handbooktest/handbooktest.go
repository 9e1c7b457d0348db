// Package handbooktest keeps the editors' handbook true: whatever it shows of the
// program is made by the program. Only tests import this package.
//
// A part that a test makes stands between two comments, as in
// <!-- velden:spreekuur --> and <!-- /velden -->.
package handbooktest

import (
	"os"
	"regexp"
	"testing"
)

// File is the handbook, as seen from a package two folders deep.
const File = "../../content/README.md"

// Read gives the handbook.
func Read(t *testing.T) string {
	t.Helper()
	data, err := os.ReadFile(File)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// Parts gives what stands in the parts of a name, by what follows the colon.
func Parts(t *testing.T, name string) map[string]string {
	t.Helper()
	parts := map[string]string{}
	for _, found := range pattern(name).FindAllStringSubmatch(Read(t), -1) {
		parts[found[2]] = found[3]
	}
	if len(parts) == 0 {
		t.Errorf("the handbook has no part %s", name)
	}
	return parts
}

// Keep wants the parts of a name to be what make gives, for what follows the
// colon and for what stands there. With update it writes them instead.
func Keep(t *testing.T, update bool, name string, make func(part, old string) string) {
	t.Helper()
	text, form := Read(t), pattern(name)
	made := form.ReplaceAllStringFunc(text, func(whole string) string {
		found := form.FindStringSubmatch(whole)
		return found[1] + make(found[2], found[3]) + found[4]
	})
	switch {
	case !form.MatchString(text):
		t.Errorf("the handbook has no part %s", name)
	case made == text:
	case !update:
		t.Errorf("the parts %s of content/README.md are stale: run this test with -update, and read what changed", name)
	default:
		if err := os.WriteFile(File, []byte(made), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// pattern finds the comment before a part, what follows its colon, the part and
// the comment behind it.
func pattern(name string) *regexp.Regexp {
	return regexp.MustCompile(`(?s)(<!-- ` + name + `(?::([\w-]+))? -->\n)(.*?)(<!-- /` + name + ` -->)`)
}
