package tomledit

import (
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"pleinwijzer/generator/tomlindex"
)

func order(table tomlindex.Path) []string {
	return strings.Fields("titel dag lijst gids vertaling en pl id naam blok")
}

// edited is the text after some changes, which must still be TOML.
func edited(t *testing.T, text string, change func(e *Editor)) string {
	t.Helper()
	e := New(text, 0, len(text), "\n", order)
	change(e)
	var out strings.Builder
	for _, p := range e.Pieces() {
		out.WriteString(text[p.Start:p.End] + p.Text)
	}
	var values map[string]any
	if _, err := toml.Decode(out.String(), &values); err != nil {
		t.Errorf("%q became %q: %v", text, out.String(), err)
	}
	return out.String()
}

// TestSet adds a field in the way in which its table is written.
func TestSet(t *testing.T) {
	type path = tomlindex.Path
	for _, test := range []struct {
		text string
		at   path
		want string
	}{
		{"", path{"gids", "id"}, "[gids]\nid = 1\n"},
		{"titel = 1", path{"gids", "id"}, "titel = 1\n\n[gids]\nid = 1"},
		{"titel = 1 # x\n\n# los\n", path{"gids", "id"}, "titel = 1 # x\n\n[gids]\nid = 1\n\n# los\n"},
		{"[gids] # x\nnaam = 2\n", path{"gids", "id"}, "[gids] # x\nid = 1\nnaam = 2\n"},
		{"gids = {}\n", path{"gids", "id"}, "gids = { id = 1 }\n"},
		{"gids = { naam = 2 } # x\n", path{"gids", "id"}, "gids = { id = 1, naam = 2 } # x\n"},
		{"gids = {\n  # a\n  id = 3, # b\n}\n", path{"gids", "naam"}, "gids = {\n  # a\n  id = 3, # b\n  naam = 1,\n}\n"},
		{"gids.naam = 2\ntitel = 3\n", path{"gids", "id"}, "gids.naam = 2\ngids.id = 1\ntitel = 3\n"},
		{"[vertaling]\nen.id = 2\n", path{"vertaling", "pl", "id"}, "[vertaling]\nen.id = 2\npl.id = 1\n"},
		{"[vertaling.en]\nid = 2\n\n[zeker]\n", path{"vertaling", "pl", "id"}, "[vertaling.en]\nid = 2\n\n[vertaling.pl]\nid = 1\n\n[zeker]\n"},
		{"vertaling = { en = { id = 2 } }\n", path{"vertaling", "pl", "id"}, "vertaling = { en = { id = 2 }, pl.id = 1 }\n"},
		{"[[blok]]\nid = 2\n[[blok]]\nid = 3\n", path{"blok", 0, "vertaling", "en", "id"}, "[[blok]]\nid = 2\n\n[blok.vertaling.en]\nid = 1\n\n[[blok]]\nid = 3\n"},
		{"blok = [ { id = 2 }, { } ]\n", path{"blok", 1, "naam"}, "blok = [ { id = 2 }, { naam = 1 } ]\n"},
		{"[zeker]\nx = 1\n", path{"titel"}, "titel = 1\n[zeker]\nx = 1\n"},
		{"[a]\n", path{"a", "een \"naam\""}, "[a]\n'een \"naam\"' = 1\n"},
		{"x = [ 2 , 3 ] # x\n", path{"x", 1}, "x = [ 2 , 1 ] # x\n"},
	} {
		if got := edited(t, test.text, func(e *Editor) { e.Set(test.at, "1") }); got != test.want {
			t.Errorf("%q with %v is %q, want %q", test.text, test.at, got, test.want)
		}
	}
}

// TestRemove leaves remarks, and no table without fields.
func TestRemove(t *testing.T) {
	type path = tomlindex.Path
	for _, test := range []struct {
		text string
		at   path
		want string
	}{
		{"# a\ntitel = 1 # b\n", path{"titel"}, "# a\n# b\n"},
		{"titel = [\n  1, # a\n]\ndag = 2", path{"titel"}, "dag = 2"},
		{"x = 1\n\n[gids]\nid = 1\n\n[zeker]\n", path{"gids", "id"}, "x = 1\n\n[zeker]\n"},
		{"[gids] # a\n# b\nid = 1 # c\n", path{"gids", "id"}, "# a\n# b\n# c\n"},
		{"gids = { id = 1 } # a\nx = 2\n", path{"gids", "id"}, "# a\nx = 2\n"},
		{"gids = { id = 1, naam = 2 }\n", path{"gids", "id"}, "gids = { naam = 2 }\n"},
		{"gids = { id = 1, naam = 2 }\n", path{"gids", "naam"}, "gids = { id = 1 }\n"},
		{"[gids]\nid = 1\n[gids.meer]\nx = 1\n", path{"gids", "id"}, "[gids]\n[gids.meer]\nx = 1\n"},
		{"[[blok]]\nid = 1\n", path{"blok", 0, "id"}, "[[blok]]\n"},
		{"x = 1\n", path{"nee"}, "x = 1\n"},
	} {
		if got := edited(t, test.text, func(e *Editor) { e.Remove(test.at) }); got != test.want {
			t.Errorf("%q without %v is %q, want %q", test.text, test.at, got, test.want)
		}
	}
}

// TestArrange keeps remarks with what they belong to.
func TestArrange(t *testing.T) {
	item := func(i int) Item { return Item{From: i, New: Value{Spelled: "9", Fields: nil}} }
	block := Item{From: -1, New: Value{Fields: []Field{{Key: "id", Value: Value{Spelled: "9"}}}}}
	const list = "lijst = [\n  # a\n  1, # b\n  2 # c\n  , 3\n  # d\n]\n"
	const blocks = "x = 1\n\n# a\n[[blok]] # b\nid = 1\n# c\n\n# los\n\n[gids]\nid = 0\n\n[[blok]]\nid = 2\n[blok.naam]\nx = 2"
	for _, test := range []struct {
		text, name string
		items      []Item
		want       string
	}{
		{"lijst = [1, 2, 3]\n", "lijst", []Item{item(2), item(0)}, "lijst = [3, 1]\n"},
		{"lijst = [ 1, 2 ]\n", "lijst", []Item{item(1), item(-1)}, "lijst = [ 2, 9 ]\n"},
		{"lijst = [1] # x\n", "lijst", nil, "# x\n"},
		{"lijst = [1, # x\n 2 ]\n", "lijst", []Item{item(0)}, "lijst = [1 # x\n ]\n"},
		{"lijst = []\n", "lijst", []Item{item(-1), item(-1)}, "lijst = [9, 9]\n"},
		{list, "lijst", []Item{item(0), item(1), item(2), item(-1)}, "lijst = [\n  # a\n  1, # b\n  2 # c\n  , 3,\n  9\n  # d\n]\n"},
		{list, "lijst", []Item{item(1)}, "lijst = [\n  2 # c\n  \n  # d\n]\n"},
		{"blok = [{ id = 1 }]\n", "blok", []Item{block, item(0)}, "blok = [{ id = 9 }, { id = 1 }]\n"},
		{"x = 1", "blok", []Item{block}, "x = 1\n\n[[blok]]\nid = 9"},
		{blocks, "blok", []Item{item(1), item(0)}, "x = 1\n\n[[blok]]\nid = 2\n[blok.naam]\nx = 2\n\n# los\n\n[gids]\nid = 0\n\n# a\n[[blok]] # b\nid = 1\n# c\n"},
		{blocks, "blok", []Item{item(1)}, "x = 1\n\n# los\n\n[gids]\nid = 0\n\n[[blok]]\nid = 2\n[blok.naam]\nx = 2"},
		{blocks, "blok", nil, "x = 1\n\n# los\n\n[gids]\nid = 0\n"},
		{blocks, "blok", []Item{item(0), block, item(1)},
			"x = 1\n\n# a\n[[blok]] # b\nid = 1\n# c\n\n[[blok]]\nid = 9\n\n# los\n\n[gids]\nid = 0\n\n[[blok]]\nid = 2\n[blok.naam]\nx = 2"},
	} {
		got := edited(t, test.text, func(e *Editor) { e.Arrange(tomlindex.Path{test.name}, test.items) })
		if got != test.want {
			t.Errorf("%q with %v is\n%q, want\n%q", test.text, test.items, got, test.want)
		}
	}
}
