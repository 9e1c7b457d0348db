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

// Most of a picture is plain, and image/png examines each byte several times, which takes
// ten times as long as drawing the picture. So each row is stored as its difference from
// the row above (PNG's Up filter), which gives long runs of zeros interrupted by the
// edges of letters. Runs are found eight pixels at a time, and a run takes only one step
// to compress and to add to the checksum. The files are smaller than with png.BestSpeed.

// writePNG writes a picture with a palette of up to 256 colours. It compresses the pixels
// into packed, which it returns for use by the next picture.
func writePNG(w io.Writer, m *image.Paletted, packed []byte) ([]byte, error) {
	header := binary.BigEndian.AppendUint32(nil, uint32(m.Rect.Dx()))
	header = binary.BigEndian.AppendUint32(header, uint32(m.Rect.Dy()))
	header = append(header, 8, 3, 0, 0, 0) // eight bits per pixel, with a palette
	var palette []byte
	for _, c := range m.Palette {
		rgba := c.(color.RGBA)
		palette = append(palette, rgba.R, rgba.G, rgba.B)
	}
	packed = compressed(packed, m)
	_, err := io.WriteString(w, "\x89PNG\r\n\x1a\n")
	for _, c := range []struct {
		kind string
		data []byte
	}{{"IHDR", header}, {"PLTE", palette}, {"IDAT", packed}, {"IEND", nil}} {
		if err == nil {
			err = chunk(w, c.kind, c.data)
		}
	}
	return packed, err
}

func chunk(w io.Writer, kind string, data []byte) error {
	begin := append(binary.BigEndian.AppendUint32(nil, uint32(len(data))), kind...)
	sum := crc32.Update(crc32.ChecksumIEEE([]byte(kind)), crc32.IEEETable, data)
	for _, part := range [][]byte{begin, data, binary.BigEndian.AppendUint32(nil, sum)} {
		if _, err := w.Write(part); err != nil {
			return err
		}
	}
	return nil
}

const filterUp = 2

// compressed appends the pixels in zlib format.
func compressed(packed []byte, m *image.Paletted) []byte {
	d := deflater{out: packed, a: 1}
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

// same returns how many bytes at the start of two slices of equal length are equal.
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
