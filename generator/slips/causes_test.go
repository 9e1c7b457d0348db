package slips

import (
	"errors"
	"testing"

	"github.com/BurntSushi/toml"
)

// TestCauses gives the parser a file with each mistake. It fails when the parser says one
// in other words than causes.go knows: change them there.
func TestCauses(t *testing.T) {
	used := make([]bool, len(wordings))
	for _, test := range []struct {
		text string
		want cause
	}{
		{"a = \"x\x01\"", controlCharacter},
		{"a = 1\na = 2", definedTwice},
		{"[a]\n[a]", definedTwice},
		{"a = 1\n[[a]]", definedTwice},
		{"a = 1\n[a.b]", definedTwice},
		{"a.b = 1\na.b.c = 2", definedTwice},
		{"[[a]]\n[a]", definedTwice},
		{`a = {b = [1], b.c = 2}`, definedTwice},
		{`a = "\q"`, badEscape},
		{`a = "\ b"`, badEscape},
		{`a = "\ud800"`, badEscape},
		{`a = "\uZZ"`, badEscape},
		{`a = "\xZZ"`, badEscape},
		{`a = "\UZZ"`, badEscape},
		{`a = [, 1]`, commaTooMany},
		{`a = [1,, 2]`, commaTooMany},
		{`a = {b = 1,, c = 2}`, commaTooMany},
		{`a = [1 2]`, commaMissing},
		{`a = {b = 1 c = 2}`, commaMissing},
		{`a = [b]`, noValue},
		{`a = b`, noValue},
		{`a = `, noValue},
		{"a = \n", noValue},
		{"a = \"b\n", textUnended},
		{"a = 'b\n", textUnended},
		{`a = "b`, textUnended},
		{`a = 'b`, textUnended},
		{`a = "b" c`, moreOnLine},
		{`a = "b", "c"`, moreOnLine},
		{"= 1", otherCause},
		{"a : 1", otherCause},
		{"[a", otherCause},

		// What the editor wrote is no cause.
		{`a = already`, noValue},
		{`a = escape`, noValue},
		{`a = [newlines]`, noValue},
		{`a = [is not a table]`, noValue},
		{"\"strings cannot contain newlines\" = 1\n\"strings cannot contain newlines\" = 2", definedTwice},
	} {
		var values map[string]any
		_, err := toml.Decode(test.text, &values)
		var parse toml.ParseError
		if !errors.As(err, &parse) {
			t.Errorf("%q: %v", test.text, err)
			continue
		}
		if got, _, _ := causeOf(err); got != test.want {
			t.Errorf("%q: cause %d, want %d: %s", test.text, got, test.want, parse.Message)
		}
		for i, w := range wordings {
			used[i] = used[i] || w.MatchString(parse.Message)
		}
	}
	for i, w := range wordings {
		if !used[i] {
			t.Errorf("the parser does not say %q any more, or no mistake here makes it say so", w.Regexp)
		}
	}
}
