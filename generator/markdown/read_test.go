package markdown

import "testing"

// TestRead compares the text of each passage, and also compares each of its words with
// the source at the position that the passage gives for it.
func TestRead(t *testing.T) {
	tests := map[string]struct {
		source string
		want   []string
	}{
		"paragraphs": {"Een zin.\nEn nog een.\n\nTwee.", []string{"Een zin. En nog een.", "Twee."}},
		"marking":    {"Dit is **heel** _mooi_.", []string{"Dit is heel mooi."}},
		"list":       {"- een\n- twee **drie**\n\n1. vier", []string{"een", "twee drie", "vier"}},
		"heading":    {"## Wat neemt u mee?\n\nUw brief.", []string{"Wat neemt u mee?", "Uw brief."}},
		"link":       {"Ga naar [Plein Goirle](/pleinen/plein-goirle/) toe.", []string{"Ga naar Plein Goirle toe."}},
		"mail":       {"Mail naar info@voorbeeld.nl of bel.", []string{"Mail naar info@voorbeeld.nl of bel."}},
		"code":       {"Typ `ls -l` in.\n\n```\nniet dit\n```\n", []string{"Typ  in."}},
		"html":       {"<b>Een</b> twee\n\n<div>drie</div>\n", []string{"Een twee"}},
		"table":      {"| a | b |\n|---|---|\n| een | twee |\n", []string{"a", "b", "een", "twee"}},
		"quote":      {"> Een citaat\n> gaat door.", []string{"Een citaat gaat door."}},
		"nothing":    {"", nil},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			got := Read(test.source).Passages
			if len(got) != len(test.want) {
				t.Fatalf("%d passages, want %d: %+v", len(got), len(test.want), got)
			}
			for i, p := range got {
				if p.Text != test.want[i] {
					t.Errorf("passage %q, want %q", p.Text, test.want[i])
				}
				for j, r := range []byte(p.Text) {
					if at := p.Source(j); r != ' ' && test.source[at] != r {
						t.Errorf("%q: byte %d is said to stand at %d, where %q is", p.Text, j, at, test.source[at:])
					}
				}
			}
		})
	}
}

func TestReadLinks(t *testing.T) {
	source := "Kijk [**hier** even](/plein/#a), ![](x.png) en ![een kaart](/k.svg).\n\nOok www.voorbeeld.nl en <https://b.nl> of mail i@b.nl."
	want := []struct {
		Link
		seen string
	}{
		{Link{Text: "hier even", Destination: "/plein/#a"}, "[**hier** e"},
		{Link{Text: "", Destination: "x.png", Image: true}, "![]"},
		{Link{Text: "een kaart", Destination: "/k.svg", Image: true}, "![een kaart]"},
		{Link{Text: "www.voorbeeld.nl", Destination: "http://www.voorbeeld.nl", Bare: true}, "www.voorbeeld.nl"},
		{Link{Text: "https://b.nl", Destination: "https://b.nl", Bare: true}, "https://b.nl"},
		{Link{Text: "i@b.nl", Destination: "mailto:i@b.nl", Bare: true}, "i@b.nl"},
	}
	got := Read(source).Links
	if len(got) != len(want) {
		t.Fatalf("%d links, want %d: %+v", len(got), len(want), got)
	}
	for i, l := range got {
		if seen := source[l.Start:l.End]; l.Text != want[i].Text || l.Destination != want[i].Destination ||
			l.Image != want[i].Image || l.Bare != want[i].Bare || seen != want[i].seen {
			t.Errorf("got %+v, which points at %q; want %+v, at %q", l, seen, want[i].Link, want[i].seen)
		}
	}
}

// FuzzReadPlain checks that a text which needs no parser is split exactly as the parser
// would.
func FuzzReadPlain(f *testing.F) {
	for _, seed := range []string{
		"Kom langs.", "Kom langs.\nNeem uw brief mee.  \n\nTot ziens! ", "\n\n  \nDe prijs: € 2,50 (soms meer).\n\n\n", "Een\n  twee", "Een\n===",
		"Een\n- twee", "Een\n2. twee", "", " ", "Caf\u00e9\u00a0\u2028 x \n\u00a0\ny", "a: b\nc!", "• een\n•\ttwee", "– een\n– twee", "\u00a0x\n\u00a0\ny", "o  x", "een\u0085twee", "A\n:-", "'s avonds", "Een\r\ntwee", "x\n\u0085\ny", "+++",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, source string) {
		got, ok := readPlain(source)
		if !ok {
			t.Skip()
		}
		want := parse(source)
		if len(want.Links) > 0 || len(got) != len(want.Passages) {
			t.Fatalf("%q: got %+v, want %+v", source, got, want)
		}
		for i, p := range got {
			other := want.Passages[i]
			if p.Text != other.Text || p.Heading != other.Heading {
				t.Fatalf("%q: got %+v, want %+v", source, p, other)
			}
			for at := range p.Text {
				if p.Source(at) != other.Source(at) {
					t.Fatalf("%q: byte %d of %q stands at %d, want %d", source, at, p.Text, p.Source(at), other.Source(at))
				}
			}
		}
	})
}
