package markdown

import (
	"slices"
	"testing"
)

// TestAsMeant compares texts as editors write them with the Markdown that has the same
// meaning.
func TestAsMeant(t *testing.T) {
	list := "- een\n- twee"
	tests := map[string]struct{ source, same string }{
		"bullets":                     {"• een\n• twee", list},
		"bullets, tab":                {"•\teen\n•\ttwee", list},
		"bullets, no space":           {"•een\n•twee", list},
		"middle dots":                 {"·\u00A0een\n·\u00A0twee", list},
		"dashes":                      {"– een\n– twee", list},
		"a dash after a colon":        {"Neem mee:\n– uw pas", "Neem mee:\n- uw pas"},
		"a dash in a sentence":        {"Kom langs\n– ook zonder vraag – op dinsdag.", "Kom langs\n– ook zonder vraag – op dinsdag."},
		"dashes below a sentence":     {"Neem mee\n– een\n– twee", "Neem mee\n- een\n- twee"},
		"circles":                     {"o\teen\no\ttwee", list},
		"no-break space after a mark": {"-\u00A0een\n-\u00A0twee", list},
		"numbers":                     {"1.\u00A0een\n2.\u00A0twee", "1. een\n2. twee"},
		"no-break space before":       {"\u00A0 ## Kop\n\u00A0- een", "## Kop\n- een"},
		"heading, no-break space":     {"##\u00A0Kop", "## Kop"},
		"an empty line":               {"Een\n\u00A0\nTwee", "Een\n\nTwee"},
		"line of Word":                {"Een\vTwee\u2028Drie", "Een\nTwee\nDrie"},
		"indented":                    {"Een.\n\n    Let op: twee.\n    Drie.", "Een.\n\nLet op: twee.\nDrie."},
		"indented by a tab":           {"Een.\n\n\tLet op.", "Een.\n\nLet op."},
		"indented by no-break spaces": {"\u00A0\u00A0\u00A0\u00A0Let op.", "Let op."},
		"indented list":               {"Mee:\n\n    - een\n    - twee", "Mee:\n\n- een\n- twee"},
		"indented list, no line":      {"Mee:\n    - een\n    - twee", "Mee:\n- een\n- twee"},
		"indented list in a list":     {"Mee:\n    - een\n        - diep\n    - twee", "Mee:\n- een\n    - diep\n- twee"},
		"whole text indented":         {"    Een.\n\n    - twee\n    - drie\n\n    ## Kop", "Een.\n\n- twee\n- drie\n\n## Kop"},
		"all but the first line":      {"Een.\n\n    - twee\n\n    Drie.", "Een.\n\n- twee\n\nDrie."},
		"list in a list":              {"- een\n    - twee\n      verder", "- een\n  - twee\n    verder"},
		"code in an item":             {"- een\n\n        twee", "- een\n\n  twee"},
		"far from its mark":           {"-      een", "- een"},
		"numbers, indented":           {"Zo:\n    1. een\n    2. twee", "Zo:\n1. een\n2. twee"},
		"in a quote":                  {"> • een\n> • twee", "> - een\n> - twee"},
		"an address in lines":         {"Taalhuis\nKerkstraat 1\n5041 AA Tilburg", "Taalhuis\\\nKerkstraat 1\\\n5041 AA Tilburg"},
		"sentences":                   {"Kom langs.\nNeem uw brief mee", "Kom langs.\nNeem uw brief mee"},
		"a sentence that goes on":     {"Kom langs bij het\nTaalhuis in\nde bieb", "Kom langs bij het\nTaalhuis in\nde bieb"},
		"an address":                  {"Kijk op https://a.example/a\\_b\\&c, mail jan\\_x@a.example, \\*.", "Kijk op https://a.example/a_b&c, mail jan_x@a.example, \\*."},
		"code":                        {"```\n•\teen\n    twee\n```", "```\n•\teen\n    twee\n```"},
	}
	for name, test := range tests {
		if got, want := HTML(test.source, Options{}), HTML(test.same, Options{}); got != want {
			t.Errorf("%s: %q\n got %s\nwant %s", name, test.source, got, want)
		}
	}
}

// TestPlacesAsMeant checks that every word of a passage maps to the place where the
// editor wrote it, whatever was changed in between.
func TestPlacesAsMeant(t *testing.T) {
	source := "• uw\u00A0pas\n•\tuw brief\n\n\u00A0## Wat\u00A0kost het?\n\n    Let op: de deur.\n\nDat kost &euro; 5 \\*per\\* keer.\n"
	for _, p := range Read(source).Passages {
		for i, r := range []byte(p.Text) {
			if at := p.Source(i); r < 0x80 && r != ' ' && source[at] != r {
				t.Errorf("byte %d of %q is said to stand at %d, where %q is", i, p.Text, at, source[at:])
			}
		}
	}
	var indented []string
	for _, s := range Read(source).Indented {
		indented = append(indented, source[s.Start:s.End])
	}
	if !slices.Equal(indented, []string{"Let op: de deur."}) {
		t.Errorf("indented: %q", indented)
	}
}

func TestHeadings(t *testing.T) {
	tests := []struct {
		written, shown []int
		below          int
	}{
		{[]int{2, 2, 3}, []int{2, 2, 3}, 1},
		{[]int{1, 4, 2}, []int{2, 3, 3}, 1},
		{[]int{1, 2, 3}, []int{3, 4, 5}, 2},
		{[]int{4, 3, 5, 5, 2}, []int{2, 2, 3, 3, 2}, 1},
		{[]int{1, 2, 3, 4, 5, 6}, []int{2, 3, 4, 5, 6, 6}, 1},
		{nil, []int{}, 1},
	}
	for _, test := range tests {
		if got := Levels(test.written, test.below); !slices.Equal(got, test.shown) {
			t.Errorf("%v below %d: got %v, want %v", test.written, test.below, got, test.shown)
		}
	}
	source := "# Welkom\n\n#### Diep #\n\nTot ziens\n---\n##\n"
	if got := HTML(source, Options{}); got != "<h2>Welkom</h2>\n<h3>Diep</h3>\n<h3>Tot ziens</h3>" {
		t.Errorf("got %s", got)
	}
	var got []string
	for _, h := range Read(source).Headings {
		mark := ""
		if h.Underlined {
			mark = "_"
		}
		got = append(got, source[h.Start:h.End]+mark)
	}
	if !slices.Equal(got, []string{"Welkom", "Diep", "Tot ziens_", ""}) {
		t.Errorf("headings: %q", got)
	}
}

func TestReadSilent(t *testing.T) {
	source := "Dag <b>u</b>, typ `code` in.\n\n<div>\nweg\n</div>\n"
	p := Read(source)
	var got []string
	for _, s := range slices.Concat(p.HTML, p.Code) {
		got = append(got, source[s.Start:s.End])
	}
	if !slices.Equal(got, []string{"<b>", "</b>", "<div>\nweg\n</div>\n", "code"}) {
		t.Errorf("got %q", got)
	}
}
