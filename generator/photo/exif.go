package photo

import (
	"bytes"
	"encoding/binary"
	"image"

	"github.com/bep/imagemeta"
)

// orientation is how the pixels of a file stand, as EXIF counts it: from 1, upright, to 8.
// From 5 on rows are columns.
type orientation int

const upright orientation = 1

// The kinds of files as the reader of EXIF names them.
const (
	jpegExif = imagemeta.JPEG
	pngExif  = imagemeta.PNG
	webpExif = imagemeta.WebP
)

// exifIn gives the orientation that a file of a format tells. What cannot be read tells
// nothing: a photo is shown as it is.
func exifIn(format imagemeta.ImageFormat) func([]byte) orientation {
	return func(data []byte) orientation {
		found := upright
		imagemeta.Decode(imagemeta.Options{
			R: bytes.NewReader(data), ImageFormat: format, Sources: imagemeta.EXIF,
			ShouldHandleTag: func(tag imagemeta.TagInfo) bool { return tag.Tag == "Orientation" && tag.Namespace == "IFD0" },
			HandleTag: func(tag imagemeta.TagInfo) error {
				if value, ok := tag.Value.(uint16); ok && value >= 1 && value <= 8 {
					found = orientation(value)
				}
				return imagemeta.ErrStopWalking
			},
		})
		return found
	}
}

// of is a size as it is shown, or that of the file of a size that is shown.
func (o orientation) of(size image.Point) image.Point {
	if o >= 5 {
		return image.Pt(size.Y, size.X)
	}
	return size
}

// upright turns the pixels of a file as they are shown.
func (o orientation) upright(m *image.RGBA) *image.RGBA {
	if o == upright {
		return m
	}
	last := m.Rect.Max.Sub(image.Pt(1, 1))
	turned := image.NewRGBA(image.Rectangle{Max: o.of(m.Rect.Max)})
	for y := range turned.Rect.Max.Y {
		for x := range turned.Rect.Max.X {
			turned.SetRGBA(x, y, m.RGBAAt(o.from(x, y, last)))
		}
	}
	return turned
}

// from is where the pixel at a place comes from. last is the last one of the file.
func (o orientation) from(x, y int, last image.Point) (int, int) {
	switch o {
	case 2:
		return last.X - x, y
	case 3:
		return last.X - x, last.Y - y
	case 4:
		return x, last.Y - y
	case 5:
		return y, x
	case 6:
		return y, last.Y - x
	case 7:
		return last.X - y, last.Y - x
	case 8:
		return last.X - y, x
	}
	return x, y
}

// jpegComplete looks for the end behind the last header: what is lost on the way, such as
// in a mail that stopped, is lost at the end.
func jpegComplete(data []byte) bool {
	const scan, end = 0xda, "\xff\xd9"
	for at := 2; at+4 <= len(data) && data[at] == 0xff; {
		if data[at+1] == 0xff { // more than one may stand before a header
			at++
			continue
		}
		if data[at+1] == scan {
			return bytes.Contains(data[at:], []byte(end))
		}
		at += 2 + int(binary.BigEndian.Uint16(data[at+2:]))
	}
	return false
}

func webpComplete(data []byte) bool {
	return len(data) >= 8 && uint64(len(data)) >= uint64(binary.LittleEndian.Uint32(data[4:]))+8
}
