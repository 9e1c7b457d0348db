package scaffold

import (
	"strings"
	"testing"
)

func TestFind(t *testing.T) {
	f, _ := folderOf(t, small)
	tests := []struct{ kind, typed, want string }{
		{"plein", "bieb", "bieb"},
		{"plein", "Plein in de bieb", "bieb"},
		{"plein", "LOCHAL", "lochal"},
		{"plein", "kaats", "bieb"}, // found by its place
		{"plein", "loc til", "lochal"},
		{"plein", "zwembad", ""},
		{"partner", "a", "rode-kruis taalhuis"},
		{"partner", "taalpunt", "taalhuis"}, // found by its old name
		{"partner", "rode kruis, afdeling oost", "rode-kruis"},
		{"onderwerp", "rekening", "geld"},
		{"spreekuur", "dubbel", "dubbel-1 dubbel-2"}, // two have the same name
		{"spreekuur", "dubbel-2", "dubbel-2"},
	}
	for _, test := range tests {
		if got := slugs(f.Find(test.kind, test.typed)); got != test.want {
			t.Errorf("%s %q: found %q, want %q", test.kind, test.typed, got, test.want)
		}
	}
}

func TestPropose(t *testing.T) {
	f, _ := folderOf(t, small)
	long := strings.Repeat("hulp bij brieven ", 10)
	tests := []struct {
		names []string
		want  string
	}{
		{[]string{"Hulp bij brieven!"}, "hulp-bij-brieven"},
		{[]string{"Taalhulp"}, "taalhulp-2"},
		{[]string{"Taalhulp", "bieb"}, "taalhulp-bieb"},
		{[]string{"???"}, "spreekuur-2"},
		{[]string{long}, "hulp-bij-brieven-hulp-bij-brieven-hulp-bij-brieven-hulp-bij"},
		{[]string{strings.Repeat("a", 300)}, strings.Repeat("a", 60)},
	}
	for _, test := range tests {
		if got := f.Propose("spreekuur", test.names...); got != test.want {
			t.Errorf("%q: %q, want %q", test.names, got, test.want)
		}
	}
	if got := f.Propose("partner", "Taalpunt"); got != "taalpunt-2" {
		t.Errorf("an old name was given out again: %q", got)
	}
}
