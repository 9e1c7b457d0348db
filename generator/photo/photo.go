// Package photo makes of a photo, as it comes from a phone, what a page shows.
//
// A photo is made upright, cut where it is very wide or very high, and made in a few
// widths. What else is in the file stays behind: with each photo a phone writes down
// where it was taken. The header alone says whether the file will do ([Look]), since a
// check has to be quick and a header may promise more than a computer can hold.
package photo

import (
	"bytes"
	"fmt"
	"image"
	"image/jpeg"
	"image/png"
	"net/http"

	"golang.org/x/image/webp"
)

const (
	// Limit is how large a file may be, in bytes.
	Limit = 20_000_000

	mostPixels  = 50_000_000 // some 200 MB to decode, and a phone that makes more also makes less
	leastWidth  = 640
	leastHeight = 360
)

// widths are for a line of a list, a phone and a desktop, on a screen with two pixels for
// each of CSS.
var widths = []int{320, 640, 1280}

// How wide and how high a photo may be: its width divided by its height.
const (
	narrowest = 3.0 / 4
	widest    = 2.0
)

// Photo is what is known of a file without decoding it.
type Photo struct {
	Sizes []image.Point // in which it is made, the smallest first

	format format
	turned orientation
	crop   image.Rectangle // of the pixels in the file
}

// A Problem is why a file will not do, for who put it there.
type Problem struct{ Code, Message, Hint string }

func problem(code, message, hint string) *Problem { return &Problem{code, message, hint} }

func (p *Problem) Error() string { return p.Message + "; " + p.Hint }

const saveAgain = "open de foto in een fotoprogramma en bewaar hem opnieuw als .jpg"

var errBroken = problem("foto-stuk", "deze foto is beschadigd, of van een soort die de site niet kan lezen", saveAgain)

// format is a kind of file that can be read.
type format struct {
	decode   func([]byte) (image.Image, error)
	config   func([]byte) (image.Config, error)
	turned   func([]byte) orientation
	complete func([]byte) bool // as far as can be seen without decoding
}

var formats = map[string]format{
	"image/jpeg": {
		func(b []byte) (image.Image, error) { return jpeg.Decode(bytes.NewReader(b)) },
		func(b []byte) (image.Config, error) { return jpeg.DecodeConfig(bytes.NewReader(b)) },
		exifIn(jpegExif), jpegComplete,
	},
	"image/png": {
		func(b []byte) (image.Image, error) { return png.Decode(bytes.NewReader(b)) },
		func(b []byte) (image.Config, error) { return png.DecodeConfig(bytes.NewReader(b)) },
		exifIn(pngExif), func(b []byte) bool { return bytes.Contains(b, []byte("\x00\x00\x00\x00IEND")) },
	},
	"image/webp": {
		func(b []byte) (image.Image, error) { return webp.Decode(bytes.NewReader(b)) },
		func(b []byte) (image.Config, error) { return webp.DecodeConfig(bytes.NewReader(b)) },
		exifIn(webpExif), webpComplete,
	},
}

// Look finds out what will be made of a file. The error is a *Problem.
func Look(data []byte) (Photo, error) {
	if len(data) > Limit {
		return Photo{}, TooLarge(int64(len(data)))
	}
	kind, ok := formats[http.DetectContentType(data)]
	if !ok {
		return Photo{}, noPhoto(data)
	}
	size, err := kind.size(data)
	if err != nil {
		return Photo{}, err
	}
	p := Photo{format: kind, turned: kind.turned(data)}
	if shown := p.turned.of(size); shown.X < leastWidth || shown.Y < leastHeight {
		return Photo{}, problem("foto-klein", fmt.Sprintf("deze foto is te klein: %d bij %d beeldpunten", shown.X, shown.Y),
			fmt.Sprintf("neem een foto van minstens %d bij %d beeldpunten", leastWidth, leastHeight))
	}
	if !kind.complete(data) {
		return Photo{}, errBroken
	}
	p.cut(size)
	return p, nil
}

// size reads how large a picture is from its header, and refuses one that would fill the
// memory of a computer. The error is a *Problem.
func (f format) size(data []byte) (image.Point, error) {
	config, err := f.config(data)
	switch {
	case err != nil || config.Width <= 0 || config.Height <= 0:
		return image.Point{}, errBroken
	case int64(config.Width)*int64(config.Height) > mostPixels:
		return image.Point{}, problem("foto-groot", fmt.Sprintf("deze foto is te groot: %d bij %d beeldpunten", config.Width, config.Height),
			"maak hem kleiner: 2000 beeldpunten breed is genoeg")
	}
	return image.Pt(config.Width, config.Height), nil
}

// TooLarge says of a file of a size, above the limit, that nobody will read it.
func TooLarge(size int64) *Problem {
	return problem("foto-groot", fmt.Sprintf("deze foto is te groot: %d MB", (size+999_999)/1_000_000),
		fmt.Sprintf("maak hem kleiner dan %d MB: 2000 beeldpunten breed is genoeg", Limit/1_000_000))
}

// noPhoto says what a file is that no photo can be made of.
func noPhoto(data []byte) *Problem {
	if len(data) > 12 && string(data[4:8]) == "ftyp" {
		return problem("foto-geen-foto", "dit is een HEIC- of AVIF-bestand, zoals een iPhone maakt; de site kan het niet lezen", saveAgain)
	}
	return problem("foto-geen-foto", "dit is geen foto, al kan de naam zo eindigen", "gebruik een foto die bewaard is als .jpg, .png of .webp")
}

// cut takes the middle of a photo that is too wide or too high, and says how large the
// rest is made. No photo is made larger than it is.
func (p *Photo) cut(size image.Point) {
	shown := p.turned.of(size)
	part := shown
	switch ratio := float64(shown.X) / float64(shown.Y); {
	case ratio > widest:
		part.X = int(float64(shown.Y) * widest)
	case ratio < narrowest:
		part.Y = int(float64(shown.X) / narrowest)
	}
	for i, width := range widths {
		if i > 0 && part.X < width {
			width = part.X
		}
		if width = min(width, part.X); i == 0 || width > p.Sizes[i-1].X {
			p.Sizes = append(p.Sizes, image.Pt(width, max(1, (width*part.Y+part.X/2)/part.X)))
		}
	}
	part = p.turned.of(part) // the middle is the middle, however it is turned
	corner := size.Sub(part).Div(2)
	p.crop = image.Rectangle{corner, corner.Add(part)}
}
