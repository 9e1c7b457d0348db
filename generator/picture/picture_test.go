package picture

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"io"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
)

var theme = Theme{
	Accent: color.RGBA{0x8a, 0x3b, 0x12, 255}, OnAccent: color.RGBA{255, 255, 255, 255},
	Page: color.RGBA{0xff, 0xfd, 0xf9, 255}, Text: color.RGBA{0x24, 0x1b, 0x15, 255},
}

var sample = Card{
	Site: "Pleinen in Midden-Brabant", Title: "Hulp bij brieven en formulieren",
	Lines: []string{"Elke dinsdag van 10.00 tot 12.00 uur", "Dinsdagochtendplein, Loon op Zand"},
	Days:  [7]bool{1: true, 3: true}, Theme: theme,
}

func draw(t testing.TB, c Card) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := c.Draw(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestText draws texts that are short, long, a single word, or not in the font, and
// checks that there is ink within the margins only. To look at the results, set PICTURES
// to a folder.
func TestText(t *testing.T) {
	tests := map[string]func(*Card){
		"sample":   func(*Card) {},
		"short":    func(c *Card) { c.Title = "Taal" },
		"long":     func(c *Card) { c.Title = strings.Repeat("Hulp bij brieven en formulieren ", 9) },
		"one word": func(c *Card) { c.Title = strings.Repeat("Dinsdagochtendplein", 9); c.Lines = []string{c.Title} },
		"foreign":  func(c *Card) { c.Title = "مساعدة 🙂 Ґ pomoc ş"; c.Site = "" },
		"no title": func(c *Card) { c.Title = ""; c.Lines = nil },
		"lines":    func(c *Card) { c.Lines = strings.Split(strings.Repeat("een regel met woorden,", 20), ",") },
	}
	for name, change := range tests {
		c := sample
		change(&c)
		data := draw(t, c)
		if dir := os.Getenv("PICTURES"); dir != "" {
			if err := os.WriteFile(dir+"/"+name+".png", data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		picture, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		if b := picture.Bounds(); b.Dx() != Width || b.Dy() != Height {
			t.Errorf("%s: the picture is %v", name, b)
		}
		ink := 0
		for y := headerHeight; y < Height; y++ {
			for x := range Width {
				if picture.At(x, y) == color.Color(theme.Page) {
					continue
				}
				ink++
				if x < margin-8 || x > Width-margin+8 || y > Height-40 {
					t.Fatalf("%s: ink in the margin at %d,%d", name, x, y)
				}
			}
		}
		if ink < 1000 {
			t.Errorf("%s: the picture is empty", name)
		}
	}
}

// TestName checks that any difference gives a different name, and that pictures with the
// same name have the same bytes.
func TestName(t *testing.T) {
	names := map[string]string{}
	for what, change := range map[string]func(*Card){
		"nothing": func(*Card) {}, "title": func(c *Card) { c.Title += "." }, "site": func(c *Card) { c.Site = "" },
		"line": func(c *Card) { c.Lines = c.Lines[:1] }, "days": func(c *Card) { c.Days[6] = true },
		"colour": func(c *Card) { c.Theme.Accent.R++ },
	} {
		c := sample
		change(&c)
		if other, taken := names[c.Name()]; taken {
			t.Errorf("%s and %s have the same name", what, other)
		}
		names[c.Name()] = what
	}
	if !bytes.Equal(draw(t, sample), draw(t, sample)) {
		t.Error("two drawings of one card differ")
	}
}

// TestPNG checks that image/png can read what we write: random pixels in runs of all
// lengths, with all colours.
func TestPNG(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for n := range 50 {
		m := image.NewPaletted(image.Rect(0, 0, 1+random.IntN(700), 1+random.IntN(40)), nil)
		for i := range 256 {
			m.Palette = append(m.Palette, color.RGBA{uint8(i), uint8(255 - i), uint8(i * 7), 255})
		}
		for i := 0; i < len(m.Pix); {
			colour := uint8(random.IntN(256))
			for end := i + 1 + random.IntN(1+n*n); i < end && i < len(m.Pix); i++ {
				m.Pix[i] = colour
			}
		}
		var b bytes.Buffer
		if _, err := writePNG(&b, m, nil); err != nil {
			t.Fatal(err)
		}
		got, err := png.Decode(&b)
		if err != nil {
			t.Fatalf("%v: %v", m.Rect, err)
		}
		if got := got.(*image.Paletted); !bytes.Equal(got.Pix, m.Pix) || !slices.Equal(got.Palette, m.Palette) {
			t.Fatalf("%v: other pixels", m.Rect)
		}
	}
}

func BenchmarkDraw(b *testing.B) {
	for b.Loop() {
		if err := sample.Draw(io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}
