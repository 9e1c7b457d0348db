package main

import (
	"fmt"
	"strings"
	"testing"
)

func TestFold(t *testing.T) {
	tests := []struct {
		width      int
		text, want string
	}{
		{0, "een lange regel\n", "een lange regel\n"},
		{15, "een lange regel\n", "een lange regel\n"},
		{14, "een lange regel\n", "een lange\nregel\n"},
		{9, "één één één\nkort\n", "één één\néén\nkort\n"},
		{16, "  Typ een stukje van de naam.\n", "  Typ een stukje\n  van de naam.\n"},
		{14, "  12  Plein in de bieb\n", "  12  Plein in\n      de bieb\n"},
		{10, "zie https://www.voorbeeld.nl nu\n", "zie\nhttps://www.voorbeeld.nl\nnu\n"},
		{2, "    te smal\n", "    te smal\n"},
		{10, "> ", "> "},
	}
	for _, test := range tests {
		var b strings.Builder
		n, err := fmt.Fprint(fold{&b, func() int { return test.width }}, test.text)
		if b.String() != test.want || n != len(test.text) || err != nil {
			t.Errorf("%q in %d columns: %q, %d, %v", test.text, test.width, b.String(), n, err)
		}
	}
}
