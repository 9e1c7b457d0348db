package picture

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"io"
	"math/bits"
)

// A picture is mostly plain, and image/png looks at each byte of it several times,
// which takes ten times as long as drawing it. So rows are written as what differs from
// the row above (the filter Up of PNG), which is long runs of zeros with the edges of
// letters in between. Runs are found eight pixels at a time, and the compression and
// its checksum take a run in one step. Files are smaller than with png.BestSpeed.

// writePNG writes a picture with a palette of up to 256 colours.
func writePNG(w io.Writer, m *image.Paletted) error {
	var b bytes.Buffer
	b.WriteString("\x89PNG\r\n\x1a\n")
	header := binary.BigEndian.AppendUint32(nil, uint32(m.Rect.Dx()))
	header = binary.BigEndian.AppendUint32(header, uint32(m.Rect.Dy()))
	chunk(&b, "IHDR", append(header, 8, 3, 0, 0, 0)) // eight bits for each pixel, a palette
	var palette []byte
	for _, c := range m.Palette {
		rgba := c.(color.RGBA)
		palette = append(palette, rgba.R, rgba.G, rgba.B)
	}
	chunk(&b, "PLTE", palette)
	chunk(&b, "IDAT", compressed(m))
	chunk(&b, "IEND", nil)
	_, err := w.Write(b.Bytes())
	return err
}

func chunk(b *bytes.Buffer, kind string, data []byte) {
	sum := crc32.NewIEEE()
	both := io.MultiWriter(b, sum)
	binary.Write(b, binary.BigEndian, uint32(len(data)))
	io.WriteString(both, kind)
	both.Write(data)
	binary.Write(b, binary.BigEndian, sum.Sum32())
}

const filterUp = 2

// compressed is the pixels in the format zlib.
func compressed(m *image.Paletted) []byte {
	d := deflater{out: make([]byte, 0, 32<<10), a: 1}
	d.begin()
	width := m.Rect.Dx()
	above := make([]byte, width)
	for y := range m.Rect.Dy() {
		row := m.Pix[y*m.Stride:][:width]
		d.run(filterUp, 1)
		if bytes.Equal(row, above) {
			d.run(0, width)
			continue
		}
		for x := 0; x < width; {
			differs := row[x] - above[x]
			n := 1
			if differs == 0 {
				n = same(row[x:], above[x:])
			} else {
				for x+n < width && row[x+n]-above[x+n] == differs {
					n++
				}
			}
			d.run(differs, n)
			x += n
		}
		above = row
	}
	return d.end()
}

// same is the number of bytes at which two slices of one length begin alike.
func same(a, b []byte) int {
	n := 0
	for ; n+8 <= len(a); n += 8 {
		if differ := binary.LittleEndian.Uint64(a[n:]) ^ binary.LittleEndian.Uint64(b[n:]); differ != 0 {
			return n + bits.TrailingZeros64(differ)/8
		}
	}
	for n < len(a) && a[n] == b[n] {
		n++
	}
	return n
}
