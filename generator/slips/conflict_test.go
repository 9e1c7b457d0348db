package slips_test

import (
	"strings"
	"testing"

	"pleinwijzer/generator/frontmatter"
)

func TestConflict(t *testing.T) {
	both := func(one, two string) string {
		return "<<<<<<< HEAD\n" + one + "=======\n" + two + ">>>>>>> main\n"
	}
	tests := map[string]struct {
		file, text, at string
		related        int
	}{
		"fields":       {"a.md", "+++\n" + both("a = 1\n", "a = 2\n") + "+++\nx\n", "a.md:2:1", 2},
		"text":         {"a.md", "+++\na = 1\n+++\nx\n\n" + both("y\n", "z\n"), "a.md:6:1", 2},
		"the fence":    {"a.md", both("+++\na = 1\n+++\n", "+++\na = 2\n+++\n"), "a.md:1:1", 2},
		"a .toml":      {"a.toml", "tekst = \"\"\"\n" + both("y\n", "z\n") + "\"\"\"\n", "a.toml:2:1", 2},
		"with a base":  {"a.toml", "<<<<<<< x\na = 1\n||||||| 123\n=======\n>>>>>>> y\n", "a.toml:1:1", 3},
		"two":          {"a.md", "+++\na = 1\n+++\n" + both("y\n", "z\n") + both("y\n", "z\n"), "a.md:4:1", 5},
		"Windows":      {"a.md", strings.ReplaceAll("+++\na = 1\n+++\n"+both("y\n", "z\n"), "\n", "\r\n"), "a.md:4:1", 2},
		"half mended":  {"a.md", "+++\na = 1\n+++\ny\n=======\nz\n>>>>>>> main\n", "a.md:7:1", 1},
		"a heading":    {"a.md", "+++\na = 1\n+++\nWelkom!\n=======\n", "", 0},
		"a lot of >":   {"a.md", "+++\na = 1\n+++\n>>>>>>>>\n x <<<<<<< y\n", "", 0},
		"nothing else": {"a.md", "+++\na = 1\n+++\n", "", 0},
	}
	for name, test := range tests {
		_, problem := frontmatter.Parse(test.file, []byte(test.text))
		switch {
		case problem == nil && test.at == "":
		case problem == nil:
			t.Errorf("%s: no problem", name)
		case problem.Code != "git-conflict" || problem.Range.String() != test.at || len(problem.Related) != test.related:
			t.Errorf("%s: got %+v", name, problem)
		}
	}
}
