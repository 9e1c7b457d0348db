// Package palette makes all colours of the site from the few that a house style sets, so
// that people can read every text on every surface.
package palette

import (
	"fmt"
	"iter"
	"strconv"

	"pleinwijzer/generator/typed"
)

// The minimum contrast ratios of WCAG 2.2, level AA.
const (
	LeastText    = 4.5 // text of any size (success criterion 1.4.3)
	leastControl = 3.0 // the edge of a control (success criterion 1.4.11)
)

// leastSeen is the contrast by which a box stands out from the page.
const leastSeen = 1.08

// A Palette has the colours of the site that a house style changes, named like the tokens
// of the style sheet.
type Palette struct {
	Accent, OnAccent typed.Colour // of links and buttons, and of the words on a button
	Header, OnHeader typed.Colour
	Page, Surface    typed.Colour // behind the text, and behind that of cards and the foot
	Text, Muted      typed.Colour
	Line, Control    typed.Colour // rules, and the edges of what can be filled in
	Warning          typed.Colour // behind the text of a warning
}

// The palettes of the style sheet. A test compares them with it.
var (
	Light = Palette{
		Accent: "#8a3b12", OnAccent: white, Header: "#8a3b12", OnHeader: white, Page: "#fffdf9", Surface: "#f7efe2",
		Text: "#241b15", Muted: "#574b41", Line: "#ddd0bd", Control: "#7d6b58", Warning: "#fde7ad",
	}
	Dark = Palette{
		Accent: "#ffb78c", OnAccent: "#2a1206", Header: "#4a210d", OnHeader: "#fff4ea", Page: "#1a1613", Surface: "#28221d",
		Text: "#f7f0e7", Muted: "#cfc3b6", Line: "#4c4239", Control: "#a39383", Warning: "#4b3a10",
	}
)

const white, black typed.Colour = "#ffffff", "#000000"

// Of returns the palette of a house style, in which each colour may be missing. Where the
// colours are good on the page ([Wrong]), every other pair is good too: what the house
// style does not set is moved towards what it does until it is.
func Of(accent, page, text typed.Colour) Palette {
	p := Palette{Accent: or(accent, Light.Accent), Page: or(page, Light.Page), Text: or(text, Light.Text)}
	base := Light
	if p.IsDark() {
		base = Dark
	}
	own := p.Page != base.Page || p.Text != base.Text
	readable := func(c typed.Colour) bool { return good(LeastText, c, p.Accent, p.Text) }
	p.Surface = towards(pick(own, mix(p.Page, p.Text, 0.07), base.Surface), p.Page, readable)
	p.Warning = base.Warning
	if typed.Contrast(p.Warning, p.Page) < leastSeen {
		p.Warning = mix(p.Page, white, 0.7)
	}
	p.Warning = towards(p.Warning, p.Page, readable)
	p.Line = pick(own, mix(p.Page, p.Text, 0.2), base.Line)
	p.Muted = towards(pick(own, mix(p.Text, p.Page, 0.22), base.Muted), p.Text, func(c typed.Colour) bool {
		return good(LeastText, c, p.Page, p.Surface, p.Warning)
	})
	p.Control = towards(pick(own, mix(p.Text, p.Page, 0.4), base.Control), p.Text, func(c typed.Colour) bool {
		return good(leastControl, c, p.Page, p.Surface)
	})
	onAccent := func(c typed.Colour) bool { return good(LeastText, c, p.Accent) }
	if p.OnAccent = white; !onAccent(white) {
		p.OnAccent = towards(mix(p.Accent, black, 0.8), black, onAccent)
	}
	// The words of the head are always light: so are the pictures in it.
	p.OnHeader = white
	p.Header = towards(p.Accent, black, func(c typed.Colour) bool { return good(LeastText, c, white) })
	return p
}

// Tokens yields the colours by their names in the style sheet, the ones that a house style
// sets first.
func (p Palette) Tokens() iter.Seq2[string, typed.Colour] {
	return func(yield func(string, typed.Colour) bool) {
		for _, token := range []struct {
			name   string
			colour typed.Colour
		}{
			{"color-accent", p.Accent}, {"color-page", p.Page}, {"color-text", p.Text}, {"color-on-accent", p.OnAccent},
			{"color-surface", p.Surface}, {"color-muted", p.Muted}, {"color-line", p.Line}, {"color-control", p.Control},
			{"color-warning", p.Warning}, {"page-header-background-color", p.Header}, {"page-header-color", p.OnHeader},
		} {
			if !yield("--plein-"+token.name, token.colour) {
				return
			}
		}
	}
}

// IsDark reports whether the text is lighter than the page.
func (p Palette) IsDark() bool {
	return typed.Contrast(p.Page, black) < typed.Contrast(p.Text, black)
}

// Good reports whether people can read text of that colour on the page.
func Good(colour, page typed.Colour) bool { return good(LeastText, colour, page) }

// Mend returns the colour nearest to the given one that people can read on the page.
func Mend(colour, page typed.Colour) typed.Colour {
	end := black
	if typed.Contrast(page, white) > typed.Contrast(page, black) {
		end = white
	}
	return towards(colour, end, func(c typed.Colour) bool { return Good(c, page) })
}

// good reports whether a colour has at least that contrast with each of the others.
func good(least float64, c typed.Colour, others ...typed.Colour) bool {
	for _, other := range others {
		if typed.Contrast(c, other) < least {
			return false
		}
	}
	return true
}

// towards returns the first colour on the way from one to another that will do.
func towards(from, to typed.Colour, does func(typed.Colour) bool) typed.Colour {
	const steps = 32
	for i := range steps {
		if c := mix(from, to, float64(i)/steps); does(c) {
			return c
		}
	}
	return to
}

// mix returns a colour between two, with that share of the second.
func mix(a, b typed.Colour, share float64) typed.Colour {
	x, y := parts(a), parts(b)
	var mixed [3]int
	for i := range mixed {
		mixed[i] = int(float64(x[i])*(1-share) + float64(y[i])*share + 0.5)
	}
	return typed.Colour(fmt.Sprintf("#%02x%02x%02x", mixed[0], mixed[1], mixed[2]))
}

func parts(c typed.Colour) [3]int {
	n, err := strconv.ParseUint(string(c[1:]), 16, 32)
	if err != nil {
		panic("palette: a Colour that is none: " + string(c))
	}
	return [3]int{int(n >> 16 & 0xff), int(n >> 8 & 0xff), int(n & 0xff)}
}

func or(c, otherwise typed.Colour) typed.Colour {
	if c == "" {
		return otherwise
	}
	return c
}

func pick(own bool, mixed, base typed.Colour) typed.Colour {
	if own {
		return mixed
	}
	return base
}
