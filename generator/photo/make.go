package photo

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"slices"
	"sync"

	"golang.org/x/image/draw"
)

// quality is that of image/jpeg, at which a photo of a building shows no squares.
const quality = 80

// Make decodes a file and gives the photo in its sizes, as JPEG. The error is a *Problem.
func (p Photo) Make(data []byte) ([][]byte, error) {
	decoding.Lock()
	defer decoding.Unlock()
	picture, err := p.format.decode(data)
	if err != nil || !p.crop.Add(picture.Bounds().Min).In(picture.Bounds()) {
		return nil, errBroken
	}
	made := make([][]byte, len(p.Sizes))
	source, part := picture, p.crop.Add(picture.Bounds().Min)
	for i, size := range slices.Backward(p.Sizes) {
		scaled := image.NewRGBA(image.Rectangle{Max: p.turned.of(size)})
		draw.Draw(scaled, scaled.Rect, image.NewUniform(color.White), image.Point{}, draw.Src) // below what can be seen through
		draw.CatmullRom.Scale(scaled, scaled.Rect, source, part, draw.Over, nil)
		source, part = scaled, scaled.Rect // of which the next one is made much faster
		var b bytes.Buffer
		if err := jpeg.Encode(&b, p.turned.upright(scaled), &jpeg.Options{Quality: quality}); err != nil {
			return nil, err
		}
		made[i] = b.Bytes()
	}
	return made, nil
}

// decoding is one photo at a time: the largest takes some 200 MB.
var decoding sync.Mutex

// keep is how many photos are remembered, in their sizes: some 10 MB.
const keep = 40

// memory has the photos that were made last, by the hash of the file. In a preview the
// browser asks for them at every look, and after an edit of the look the site is another
// one.
type memory struct {
	mu    sync.Mutex
	order []string
	made  map[string]func() ([][]byte, error)
}

var remembered = memory{made: map[string]func() ([][]byte, error){}}

// Once is Make for a file that is read only if it was not made before.
func (p Photo) Once(hash string, read func() ([]byte, error)) ([][]byte, error) {
	return remembered.of(hash, func() ([][]byte, error) {
		data, err := read()
		if err != nil {
			return nil, err
		}
		return p.Make(data)
	})
}

func (m *memory) of(hash string, make func() ([][]byte, error)) ([][]byte, error) {
	m.mu.Lock()
	found, ok := m.made[hash]
	if !ok {
		found = sync.OnceValues(make)
		m.made[hash] = found
		if m.order = append(m.order, hash); len(m.order) > keep {
			delete(m.made, m.order[0])
			m.order = m.order[1:]
		}
	}
	m.mu.Unlock()
	made, err := found()
	if err != nil { // a disk may do better the next time
		m.mu.Lock()
		defer m.mu.Unlock()
		delete(m.made, hash)
		m.order = slices.DeleteFunc(m.order, func(h string) bool { return h == hash })
	}
	return made, err
}
