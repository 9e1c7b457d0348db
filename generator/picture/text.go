package picture

import (
	"image"
	"strings"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// face is a font at one size, with the letters that were drawn so far.
type face struct {
	mu      sync.Mutex // opentype.Face may be used by one goroutine at a time
	font    font.Face
	letters map[rune]letter
}

// letter is how far a letter covers each pixel, round a point on the base line.
type letter struct {
	mask    *image.Alpha // nil for a letter that the font has not
	at      image.Point  // of the mask, from that point
	advance fixed.Int26_6
}

type size struct {
	bold   bool
	pixels int
}

var (
	faces   = map[size]*face{}
	facesMu sync.Mutex
	fonts   = sync.OnceValue(func() map[bool]*sfnt.Font {
		return map[bool]*sfnt.Font{false: mustParse(goregular.TTF), true: mustParse(gobold.TTF)}
	})
)

func mustParse(data []byte) *sfnt.Font {
	f, err := opentype.Parse(data)
	if err != nil {
		panic(err) // the font is part of the program
	}
	return f
}

func regular(pixels int) *face { return faceOf(size{false, pixels}) }
func bold(pixels int) *face    { return faceOf(size{true, pixels}) }

func faceOf(s size) *face {
	facesMu.Lock()
	defer facesMu.Unlock()
	f := faces[s]
	if f == nil {
		made, err := opentype.NewFace(fonts()[s.bold], &opentype.FaceOptions{Size: float64(s.pixels), DPI: 72, Hinting: font.HintingFull})
		if err != nil {
			panic(err) // the options are right
		}
		f = &face{font: made, letters: map[rune]letter{}}
		faces[s] = f
	}
	return f
}

func (f *face) letter(r rune) letter {
	f.mu.Lock()
	defer f.mu.Unlock()
	l, drawn := f.letters[r]
	if drawn {
		return l
	}
	bounds, mask, from, advance, ok := f.font.Glyph(fixed.Point26_6{}, r)
	if ok {
		l = letter{image.NewAlpha(image.Rectangle{Max: bounds.Size()}), bounds.Min, advance}
		for y := range bounds.Dy() {
			for x := range bounds.Dx() {
				l.mask.Set(x, y, mask.At(from.X+x, from.Y+y))
			}
		}
	}
	f.letters[r] = l
	return l
}

func (f *face) width(text string) int {
	var width fixed.Int26_6
	for _, r := range text {
		width += f.letter(r).advance
	}
	return width.Ceil()
}

// text writes a line from a point on its base line. A letter that the font has
// not, such as a picture of a face, is left out.
func (c canvas) text(f *face, text string, at image.Point, colours ramp) {
	x := fixed.I(at.X)
	for _, r := range text {
		l := f.letter(r)
		if l.mask != nil {
			c.stamp(l.mask, image.Pt(x.Round(), at.Y).Add(l.at), colours)
		}
		x += l.advance
	}
}

func (c canvas) stamp(mask *image.Alpha, at image.Point, colours ramp) {
	for y := range mask.Rect.Dy() {
		for x := range mask.Rect.Dx() {
			cover := mask.Pix[mask.PixOffset(x, y)]
			if where := at.Add(image.Pt(x, y)); cover > 0 && where.In(c.image.Rect) {
				c.image.Pix[c.image.PixOffset(where.X, where.Y)] = colours.at(cover)
			}
		}
	}
}

// wrap breaks a text into lines between its words.
func wrap(f *face, text string, width int) []string {
	var lines []string
	line := ""
	for word := range strings.FieldsSeq(text) {
		longer := strings.TrimSpace(line + " " + word)
		if line != "" && f.width(longer) > width {
			lines = append(lines, line)
			longer = word
		}
		line = longer
	}
	return append(lines, line)
}

// fit shortens a line that is one long word.
func fit(f *face, line string, width int) string {
	if f.width(line) <= width {
		return line
	}
	letters := []rune(line)
	for len(letters) > 0 && f.width(string(letters)+"…") > width {
		letters = letters[:len(letters)-1]
	}
	return string(letters) + "…"
}
