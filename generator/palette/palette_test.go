package palette

import (
	"fmt"
	"math/rand/v2"
	"os"
	"regexp"
	"strings"
	"testing"

	"pleinwijzer/generator/typed"
)

// pairs checks every pair of colours that is on a page together.
func pairs(t *testing.T, name string, p Palette) {
	t.Helper()
	for _, surface := range []typed.Colour{p.Page, p.Surface, p.Warning} {
		for _, ink := range []typed.Colour{p.Text, p.Muted, p.Accent} {
			if got := typed.Contrast(ink, surface); got < LeastText {
				t.Errorf("%s: %s on %s has %.2f, in %+v", name, ink, surface, got, p)
			}
		}
	}
	for _, pair := range [][2]typed.Colour{{p.OnAccent, p.Accent}, {p.OnHeader, p.Header}} {
		if got := typed.Contrast(pair[0], pair[1]); got < LeastText {
			t.Errorf("%s: %s on %s has %.2f, in %+v", name, pair[0], pair[1], got, p)
		}
	}
	const highlight typed.Colour = "#ffd37a" // the ring round what has the focus in the head
	for _, pair := range [][2]typed.Colour{{p.Control, p.Page}, {p.Control, p.Surface}, {highlight, p.Header}} {
		if got := typed.Contrast(pair[0], pair[1]); got < leastControl {
			t.Errorf("%s: the edge %s on %s has %.2f, in %+v", name, pair[0], pair[1], got, p)
		}
	}
}

// TestPairs checks the two palettes of the style sheet, and those of many house styles of
// which the colours are good on the page, however narrowly.
func TestPairs(t *testing.T) {
	pairs(t, "light", Light)
	pairs(t, "dark", Dark)
	random := rand.New(rand.NewPCG(1, 2))
	colour := func() typed.Colour { return typed.Colour(fmt.Sprintf("#%06x", random.IntN(1<<24))) }
	for range 3_000 {
		page := colour()
		accent, text := Mend(colour(), page), Mend(colour(), page)
		if !Good(accent, page) || !Good(text, page) {
			t.Fatalf("on %s, %s and %s are no mend", page, accent, text)
		}
		pairs(t, fmt.Sprint(accent, page, text), Of(accent, page, text))
		if own := Mend(accent, Light.Page); Good(own, Light.Page) {
			pairs(t, fmt.Sprint("only an accent: ", own), Of(own, "", ""))
		}
	}
}

// TestPlain leaves a site without a house style as the style sheet has it.
func TestPlain(t *testing.T) {
	if got := Of("", "", ""); got != Light {
		t.Errorf("got  %+v\nwant %+v", got, Light)
	}
}

// TestFollows gives cards and the foot a colour near that of the page, and far enough from
// it to be seen.
func TestFollows(t *testing.T) {
	for page, own := range map[typed.Colour][2]typed.Colour{
		"#eef6ff": {"#123a80"}, "#ffffff": {}, "#fff0f5": {"#801040", "#222222"}, "#101c2c": {"#b0d0ff", "#ffffff"}, "#000000": {"#ffd37a", "#eeeeee"},
	} {
		p := Of(own[0], page, own[1])
		if c := typed.Contrast(p.Surface, page); c < 1.03 || c > 1.6 {
			t.Errorf("on %s the surface is %s, with a contrast of %.2f", page, p.Surface, c)
		}
	}
}

// TestStyleSheet compares the palettes with the style sheet, which is what browsers use.
func TestStyleSheet(t *testing.T) {
	css, err := os.ReadFile("../../static/css/site.css")
	if err != nil {
		t.Fatal(err)
	}
	light, rest, found := strings.Cut(string(css), ":root:root {")
	dark, _, closed := strings.Cut(rest, "}")
	if !found || !closed {
		t.Fatal("the style sheet has no dark scheme")
	}
	for name, of := range map[string]struct {
		sheet string
		Palette
	}{"light": {light, Light}, "dark": {dark, Dark}} {
		for token, want := range of.tokens() {
			m := regexp.MustCompile(token + `: (#[0-9a-f]+|var\([a-z-]+\));`).FindStringSubmatch(of.sheet)
			if m == nil {
				t.Errorf("%s: the style sheet has no %s", name, token)
				continue
			}
			got := m[1]
			if own, ok := strings.CutPrefix(got, "var("); ok {
				got = string(of.tokens()[strings.TrimSuffix(own, ")")])
			}
			if len(got) == 4 {
				got = "#" + strings.Repeat(got[1:2], 2) + strings.Repeat(got[2:3], 2) + strings.Repeat(got[3:4], 2)
			}
			if got != string(want) {
				t.Errorf("%s: %s is %s in the style sheet, and %s here", name, token, got, want)
			}
		}
	}
}

func (p Palette) tokens() map[string]typed.Colour {
	all := map[string]typed.Colour{}
	for name, c := range p.Tokens() {
		all[name] = c
	}
	return all
}
