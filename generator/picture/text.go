package picture

import (
	"image"
	"slices"
	"strings"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// face is a font at one size and in the colours of one ramp, with a cache of the letters
// that were drawn.
type face struct {
	colours ramp

	mu      sync.Mutex // opentype.Face is not safe for concurrent use
	font    font.Face
	letters map[rune]letter
}

// letter is the ink of one letter.
type letter struct {
	spans   []span // empty if the font does not have the letter
	advance fixed.Int26_6
}

// span is a part of a row of pixels that is not paper, relative to a point on the
// baseline.
type span struct {
	at     image.Point
	pixels []uint8
}

type style struct {
	bold    bool
	pixels  int
	colours ramp
}

var (
	faces   = map[style]*face{}
	facesMu sync.Mutex
	fonts   = sync.OnceValue(func() map[bool]*sfnt.Font {
		return map[bool]*sfnt.Font{false: mustParse(goregular.TTF), true: mustParse(gobold.TTF)}
	})
)

func mustParse(data []byte) *sfnt.Font {
	f, err := opentype.Parse(data)
	if err != nil {
		panic(err) // cannot fail: the font is embedded in the program
	}
	return f
}

func regular(pixels int, colours ramp) *face { return faceOf(style{false, pixels, colours}) }
func bold(pixels int, colours ramp) *face    { return faceOf(style{true, pixels, colours}) }

func faceOf(s style) *face {
	facesMu.Lock()
	defer facesMu.Unlock()
	f := faces[s]
	if f == nil {
		made, err := opentype.NewFace(fonts()[s.bold], &opentype.FaceOptions{Size: float64(s.pixels), DPI: 72, Hinting: font.HintingFull})
		if err != nil {
			panic(err) // cannot fail: the options are valid
		}
		f = &face{colours: s.colours, font: made, letters: map[rune]letter{}}
		faces[s] = f
	}
	return f
}

// line is a text in one face.
type line []letter

func (f *face) line(text string) line {
	f.mu.Lock()
	defer f.mu.Unlock()
	l := make(line, 0, len(text))
	for _, r := range text {
		drawn, ok := f.letters[r]
		if !ok {
			drawn = f.draw(r)
			f.letters[r] = drawn
		}
		l = append(l, drawn)
	}
	return l
}

func (f *face) draw(r rune) letter {
	bounds, mask, from, advance, ok := f.font.Glyph(fixed.Point26_6{}, r)
	if !ok {
		return letter{}
	}
	l := letter{advance: advance}
	paper := f.colours.paper()
	for y := range bounds.Dy() {
		var inked []uint8
		for x := range bounds.Dx() {
			_, _, _, cover := mask.At(from.X+x, from.Y+y).RGBA()
			pixel := f.colours.at(uint8(cover >> 8))
			if pixel == paper {
				inked = nil
				continue
			}
			if inked == nil {
				l.spans = append(l.spans, span{at: bounds.Min.Add(image.Pt(x, y))})
			}
			inked = append(inked, pixel)
			l.spans[len(l.spans)-1].pixels = inked
		}
	}
	return l
}

func (l line) width() fixed.Int26_6 {
	var width fixed.Int26_6
	for _, letter := range l {
		width += letter.advance
	}
	return width
}

// text draws a line from a point on its baseline. Letters that the font does not have,
// such as emoji, are left out.
func (c canvas) text(l line, at image.Point) {
	x := fixed.I(at.X)
	for _, letter := range l {
		from := image.Pt(x.Round(), at.Y)
		for _, s := range letter.spans {
			if p := from.Add(s.at); p.In(c.image.Rect) && p.X+len(s.pixels) <= c.image.Rect.Max.X {
				copy(c.image.Pix[c.image.PixOffset(p.X, p.Y):], s.pixels)
			}
		}
		x += letter.advance
	}
}

// wrap breaks a text into lines between its words. A word that is too long for a line
// stays whole: see fit.
func wrap(f *face, text string, width int) []line {
	var lines []line
	var current line
	space := f.line(" ")
	for word := range strings.FieldsSeq(text) {
		next := f.line(word)
		if len(current) == 0 {
			current = next
			continue
		}
		longer := slices.Concat(current, space, next)
		if longer.width().Ceil() > width {
			lines = append(lines, current)
			longer = next
		}
		current = longer
	}
	return append(lines, current)
}

// fit shortens a line that is too long and ends it with an ellipsis.
func fit(f *face, l line, width int) line {
	if l.width().Ceil() <= width {
		return l
	}
	more := f.line("…")
	for len(l) > 0 && (l.width()+more.width()).Ceil() > width {
		l = l[:len(l)-1]
	}
	return slices.Concat(l, more)
}
