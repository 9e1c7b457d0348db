// Package picture draws the pictures that other sites and apps show next to a link to a
// page (Open Graph): a title, when and where, and the days of the week.
//
// A site has a picture for every record, so drawing has to be cheap. A picture has a
// palette, with one byte per pixel; each letter is drawn only once per size; and the
// encoder is tuned to pictures like these (png.go). The name of a picture depends on
// everything in it ([Card.Name]), so that one that is already published need not be drawn
// again.
package picture

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"image"
	"image/color"
	"io"
	"slices"
	"sync"
)

// Width and Height are in pixels: the size that the large services recommend.
const (
	Width  = 1200
	Height = 630
)

// version is part of the name of a picture. Increase it whenever the drawing changes.
const version = "1"

// Card is the content of a picture.
type Card struct {
	Site  string // the title of the site
	Title string
	Lines []string // when and where, below the title
	Days  [7]bool  // the days to mark, starting with Monday
	Theme Theme
}

// Theme is the colours of the site.
type Theme struct{ Accent, OnAccent, Page, Text color.RGBA }

// days are the labels of the seven days.
var days = [7]string{"ma", "di", "wo", "do", "vr", "za", "zo"}

// Name returns a name that is different for every picture: a hash of all that is in it.
func (c Card) Name() string {
	encoded, err := json.Marshal(c)
	if err != nil {
		panic(err) // a Card contains nothing that cannot be marshalled
	}
	hash := sha256.Sum256(append(encoded, version...))
	return hex.EncodeToString(hash[:8])
}

// Draw writes the picture as PNG.
func (c Card) Draw(w io.Writer) error {
	room := rooms.Get().(*room)
	defer rooms.Put(room)
	p := newCanvas(c.Theme, room.pixels)
	p.header(c.Site)
	bottom := p.title(c.Title)
	p.lines(c.Lines, bottom)
	if c.Days != ([7]bool{}) {
		p.week(c.Days)
	}
	var err error
	room.packed, err = writePNG(w, p.image, room.packed[:0])
	return err
}

// room is the memory needed to draw one picture, most of a megabyte. It is reused for the
// next one.
type room struct{ pixels, packed []uint8 }

var rooms = sync.Pool{New: func() any { return &room{pixels: make([]uint8, Width*Height)} }}

// canvas is a picture while it is being drawn.
type canvas struct{ image *image.Paletted }

// The ranges of the palette. At its edges a letter has colours between that of the ink
// and that of its background, so each combination that occurs has a range of its own.
var (
	onPage    = ramp{0, 10}
	onAccent  = ramp{10, 8}
	onSurface = ramp{18, 6}
)

// ramp is a range of the palette, from the colour of the paper to that of the ink.
type ramp struct{ first, n int }

func (r ramp) paper() uint8 { return uint8(r.first) }

// at returns the colour where ink covers part of the paper, from 0 for none to 255 for
// all.
func (r ramp) at(cover uint8) uint8 {
	return uint8(r.first + (int(cover)*(r.n-1)+127)/255)
}

func newCanvas(t Theme, pixels []uint8) canvas {
	surface := mix(t.Page, t.Text, 18)
	palette := make(color.Palette, 0, 24)
	for _, r := range []struct {
		ramp
		paper, ink color.RGBA
	}{{onPage, t.Page, t.Text}, {onAccent, t.Accent, t.OnAccent}, {onSurface, surface, mix(t.Page, t.Text, 190)}} {
		for i := range r.n {
			palette = append(palette, mix(r.paper, r.ink, i*255/(r.n-1)))
		}
	}
	c := canvas{&image.Paletted{Pix: pixels, Stride: Width, Rect: image.Rect(0, 0, Width, Height), Palette: palette}}
	c.fill(c.image.Rect, onPage.paper())
	return c
}

// mix returns a colour between two: a if part is 0, b if it is 255.
func mix(a, b color.RGBA, part int) color.RGBA {
	between := func(a, b uint8) uint8 { return uint8((int(a)*(255-part) + int(b)*part + 127) / 255) }
	return color.RGBA{between(a.R, b.R), between(a.G, b.G), between(a.B, b.B), 255}
}

// row returns the part of a row of pixels that is inside a rectangle.
func (c canvas) row(r image.Rectangle, y int) []uint8 {
	return c.image.Pix[c.image.PixOffset(r.Min.X, y):c.image.PixOffset(r.Max.X, y)]
}

func (c canvas) fill(r image.Rectangle, colour uint8) {
	first := c.row(r, r.Min.Y)
	for i := range first {
		first[i] = colour
	}
	for y := r.Min.Y + 1; y < r.Max.Y; y++ {
		copy(c.row(r, y), first)
	}
}

const (
	margin       = 72
	headerHeight = 104
	weekTop      = 506
	weekHeight   = 76
	weekGap      = 12
)

func (c canvas) header(site string) {
	c.fill(image.Rect(0, 0, Width, headerHeight), onAccent.paper())
	f := bold(40, onAccent)
	c.text(fit(f, f.line(site), Width-2*margin), image.Pt(margin, 66))
}

// title writes the title as large as its length allows and returns the position of its
// bottom edge.
func (c canvas) title(title string) (bottom int) {
	const most = 3
	var f *face
	var lines []line
	var size int
	for _, size = range []int{84, 72, 60, 50} {
		f = bold(size, onPage)
		if lines = wrap(f, title, Width-2*margin); len(lines)*size <= 190 {
			break
		}
	}
	if len(lines) > most {
		lines = append(lines[:most-1], slices.Concat(lines[most-1], f.line(" …")))
	}
	y := headerHeight + 44 + size*3/4
	for _, line := range lines {
		c.text(fit(f, line, Width-2*margin), image.Pt(margin, y))
		y += size * 9 / 8
	}
	return y - size*9/8
}

func (c canvas) lines(lines []string, y int) {
	f := regular(40, onPage)
	y += 68
	for _, line := range lines {
		for _, part := range wrap(f, line, Width-2*margin) {
			if y > weekTop-24 {
				return
			}
			c.text(fit(f, part, Width-2*margin), image.Pt(margin, y))
			y += 54
		}
	}
}

// week draws a block for each day. A marked day has a different colour, bold letters, and
// a block that sticks out at the top.
func (c canvas) week(marked [7]bool) {
	width := (Width - 2*margin - 6*weekGap) / 7
	for i, name := range days {
		left := margin + i*(width+weekGap)
		block := image.Rect(left, weekTop, left+width, weekTop+weekHeight)
		f := regular(36, onSurface)
		if marked[i] {
			f = bold(36, onAccent)
			block.Min.Y -= 10
		}
		c.fill(block, f.colours.paper())
		text := f.line(name)
		c.text(text, image.Pt(left+(width-text.width().Ceil())/2, weekTop+weekHeight/2+12))
	}
}
