package photo

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"net/http"

	"golang.org/x/image/draw"
)

// What is kept of a photo is twice as wide as what a page shows of it, for screens to come,
// and of a quality at which it can be made smaller once more.
const (
	keptWidth   = 2560
	keptQuality = 90
)

// Keep returns a photo as it is to be kept by who publishes it: upright, whole, no larger
// than pages need, and made again of its pixels, so without what else was in the file, such
// as where it was taken. The error is a *Problem.
func Keep(data []byte) ([]byte, error) {
	p, err := Look(data)
	if err != nil {
		return nil, err
	}
	shown := p.turned.of(p.crop.Size()).X
	pixels, err := p.pixels(data, min(1, float64(keptWidth)/float64(shown)), color.White)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = jpeg.Encode(&b, pixels, &jpeg.Options{Quality: keptQuality})
	return b.Bytes(), err
}

// Pixels returns a picture of any size below the limits: upright, no wider than most, and
// nothing but its pixels. The error is a *Problem.
func Pixels(data []byte, most int) (*image.RGBA, error) {
	if len(data) > Limit {
		return nil, TooLarge(int64(len(data)))
	}
	kind, ok := formats[http.DetectContentType(data)]
	if !ok {
		return nil, noPhoto(data)
	}
	size, err := kind.size(data)
	if err != nil {
		return nil, err
	}
	p := Photo{format: kind, turned: kind.turned(data)}
	return p.pixels(data, min(1, float64(most)/float64(p.turned.of(size).X)), color.Transparent)
}

// pixels decodes a picture, on a ground that shows where it can be seen through.
func (p Photo) pixels(data []byte, scale float64, ground color.Color) (*image.RGBA, error) {
	decoding.Lock()
	defer decoding.Unlock()
	picture, err := p.format.decode(data)
	if err != nil || picture.Bounds().Empty() {
		return nil, errBroken
	}
	size := picture.Bounds().Size()
	size.X, size.Y = max(1, int(float64(size.X)*scale+0.5)), max(1, int(float64(size.Y)*scale+0.5))
	made := image.NewRGBA(image.Rectangle{Max: size})
	draw.Draw(made, made.Rect, image.NewUniform(ground), image.Point{}, draw.Src)
	if scale == 1 {
		draw.Draw(made, made.Rect, picture, picture.Bounds().Min, draw.Over)
	} else {
		draw.CatmullRom.Scale(made, made.Rect, picture, picture.Bounds(), draw.Over, nil)
	}
	return p.turned.upright(made), nil
}
