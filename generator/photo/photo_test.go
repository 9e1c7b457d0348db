package photo

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// corners are the colours of the four parts of a test picture: upper left, upper right,
// lower left, lower right.
var corners = [4]color.RGBA{{200, 40, 40, 255}, {40, 160, 60, 255}, {40, 60, 200, 255}, {220, 200, 60, 255}}

func quarters(width, height int) *image.RGBA {
	m := image.NewRGBA(image.Rect(0, 0, width, height))
	for i, c := range corners {
		at := image.Pt(i%2*width/2, i/2*height/2)
		draw.Draw(m, image.Rectangle{at, at.Add(image.Pt(width/2, height/2))}, image.NewUniform(c), image.Point{}, draw.Src)
	}
	return m
}

func asJPEG(t testing.TB, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// secret stands in the EXIF of test pictures, where a phone has its position.
const secret = "52.0907N 5.1214E"

// withExif puts in a JPEG what a phone writes: which way up it is, and more.
func withExif(data []byte, o orientation) []byte {
	tiff := []byte("MM\x00*\x00\x00\x00\x08\x00\x02")
	tiff = append(tiff, 0x01, 0x0e, 0, 2, 0, 0, 0, byte(len(secret)+1), 0, 0, 0, 38) // a text, behind the table
	tiff = append(tiff, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, byte(o), 0, 0)
	tiff = append(tiff, 0, 0, 0, 0)
	tiff = append(tiff, secret+"\x00"...)
	segment := append([]byte("\xff\xe1"), binary.BigEndian.AppendUint16(nil, uint16(2+6+len(tiff)))...)
	segment = append(append(segment, "Exif\x00\x00"...), tiff...)
	return append(append(bytes.Clone(data[:2]), segment...), data[2:]...)
}

// wantQuarters looks whether a photo is a test picture, upright, of a size.
func wantQuarters(t *testing.T, data []byte, size image.Point, near int) {
	t.Helper()
	m, err := jpeg.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if m.Bounds().Max != size {
		t.Errorf("the photo is %v, want %v", m.Bounds().Max, size)
	}
	for i, want := range corners {
		got := color.RGBAModel.Convert(m.At((1+2*(i%2))*size.X/4, (1+2*(i/2))*size.Y/4)).(color.RGBA)
		for _, off := range []int{int(got.R) - int(want.R), int(got.G) - int(want.G), int(got.B) - int(want.B)} {
			if off > near || off < -near {
				t.Errorf("part %d is %v, want %v", i, got, want)
				break
			}
		}
	}
}

// TestOrientation turns each of the eight ways in which a phone writes a photo, and leaves
// behind what else it wrote.
func TestOrientation(t *testing.T) {
	shown := quarters(1600, 900)
	last := shown.Rect.Max.Sub(image.Pt(1, 1))
	for o := upright; o <= 8; o++ {
		stored := image.NewRGBA(image.Rectangle{Max: o.of(shown.Rect.Max)})
		for y := range stored.Rect.Max.Y {
			for x := range stored.Rect.Max.X {
				stored.SetRGBA(x, y, shown.RGBAAt(seen(o, x, y, last)))
			}
		}
		t.Run(fmt.Sprint(o), func(t *testing.T) {
			data := withExif(asJPEG(t, stored), o)
			p, err := Look(data)
			if err != nil {
				t.Fatal(err)
			}
			made, err := p.Make(data)
			if err != nil {
				t.Fatal(err)
			}
			for i, size := range []image.Point{{320, 180}, {640, 360}, {1280, 720}} {
				wantQuarters(t, made[i], size, 12)
				if bytes.Contains(made[i], []byte("Exif")) || bytes.Contains(made[i], []byte(secret)) {
					t.Error("the photo still has its EXIF")
				}
			}
		})
	}
}

// seen is where a pixel of a file is seen, by the words of the standard: of the first row
// and the first column of the file it says on which side they are.
func seen(o orientation, x, y int, last image.Point) (int, int) {
	left, top := x, y // row 0 is the top, column 0 the left
	switch o {
	case 2: // top, right
		left = last.X - x
	case 3: // bottom, right
		left, top = last.X-x, last.Y-y
	case 4: // bottom, left
		top = last.Y - y
	case 5: // row 0 is the left side, column 0 the top
		left, top = y, x
	case 6: // right side, top
		left, top = last.X-y, x
	case 7: // right side, bottom
		left, top = last.X-y, last.Y-x
	case 8: // left side, bottom
		left, top = y, last.Y-x
	}
	return left, top
}

// TestKinds reads what cameras, programs and sites make.
func TestKinds(t *testing.T) {
	for name, near := range map[string]int{"gewoon.jpg": 15, "progressief.jpg": 15, "foto.webp": 15, "diep.png": 15, "cmyk.jpg": 60} {
		made := madeOf(t, fixture(t, name))
		if len(made) != 3 {
			t.Fatalf("%s: %d sizes", name, len(made))
		}
		wantQuarters(t, made[0], image.Pt(320, 180), near)
		wantQuarters(t, made[2], image.Pt(1280, 720), near)
	}
	madeOf(t, fixture(t, "grijs.jpg"))
	seenThrough, err := jpeg.Decode(bytes.NewReader(madeOf(t, fixture(t, "doorzichtig.png"))[0]))
	if err != nil {
		t.Fatal(err)
	}
	if r, _, _, _ := seenThrough.At(10, 10).RGBA(); r>>8 < 200 {
		t.Errorf("what is seen through is dark: %d", r>>8)
	}
}

func fixture(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func madeOf(t *testing.T, data []byte) [][]byte {
	t.Helper()
	p, err := Look(data)
	if err != nil {
		t.Fatal(err)
	}
	made, err := p.Make(data)
	if err != nil {
		t.Fatal(err)
	}
	return made
}

// TestSizes makes no photo larger than it is, and cuts what is very wide or high.
func TestSizes(t *testing.T) {
	for file, want := range map[image.Point]string{
		{640, 360}: "[(320,180) (640,360)]", {700, 500}: "[(320,229) (640,457) (700,500)]", {4000, 3000}: "[(320,240) (640,480) (1280,960)]",
		{4000, 400}: "[(320,160) (640,320) (800,400)]", {640, 4000}: "[(320,427) (640,853)]", {3000, 4000}: "[(320,427) (640,853) (1280,1707)]", {2000, 8000}: "[(320,427) (640,853) (1280,1706)]",
	} {
		p, err := Look(asJPEG(t, image.NewGray(image.Rectangle{Max: file})))
		if got := fmt.Sprint(p.Sizes); err != nil || got != want {
			t.Errorf("%v: sizes %s (%v), want %s", file, got, err, want)
		}
	}
}

// TestProblems names what will not do, from the header alone.
func TestProblems(t *testing.T) {
	good := asJPEG(t, quarters(1600, 900))
	var small bytes.Buffer
	if err := png.Encode(&small, image.NewGray(image.Rect(0, 0, 3, 1))); err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct {
		data []byte
		code string
	}{
		"40 MB":             {append(bytes.Clone(good), make([]byte, 40_000_000)...), "foto-groot"},
		"three pixels":      {small.Bytes(), "foto-klein"},
		"text":              {[]byte("Dit is geen foto."), "foto-geen-foto"},
		"nothing":           {nil, "foto-geen-foto"},
		"drawing":           {[]byte(`<svg xmlns="http://www.w3.org/2000/svg"/>`), "foto-geen-foto"},
		"GIF":               {[]byte("GIF89a\x00\x10\x00\x10\x00\x00\x00;"), "foto-geen-foto"},
		"HEIC":              {[]byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic"), "foto-geen-foto"},
		"bomb":              {hugePNG(50_000, 50_000), "foto-groot"},
		"largest bomb":      {hugePNG(0x7fffffff, 0x7fffffff), "foto-stuk foto-groot"},
		"no width":          {hugePNG(0, 50), "foto-stuk"},
		"header alone":      {good[:600], "foto-stuk"},
		"half":              {good[:len(good)/2], "foto-stuk"},
		"half, with a view": {withThumbnail(t, good)[:len(good)/2], "foto-stuk"},
		"begin of a PNG":    {hugePNG(800, 600), "foto-stuk"},
		"half a WebP":       {fixture(t, "foto.webp")[:1000], "foto-stuk"},
		"good":              {good, ""},
		"with more behind":  {append(bytes.Clone(good), "a film, as of a motion photo"...), ""},
	} {
		_, err := Look(test.data)
		got := ""
		if problem, ok := errors.AsType[*Problem](err); ok && problem.Message != "" && problem.Hint != "" {
			got = problem.Code
		} else if err != nil {
			got = "no problem of a photo"
		}
		if (got == "") != (test.code == "") || !strings.Contains(test.code, got) {
			t.Errorf("%s: %v, want %s", name, err, test.code)
		}
	}
}

// hugePNG is the header of a PNG of a size, and nothing else.
func hugePNG(width, height uint32) []byte {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 1, 1))); err != nil {
		panic(err)
	}
	data := b.Bytes()[:8+25]
	binary.BigEndian.PutUint32(data[16:], width)
	binary.BigEndian.PutUint32(data[20:], height)
	binary.BigEndian.PutUint32(data[29:], crc32.ChecksumIEEE(data[12:29]))
	return data
}

// withThumbnail puts a whole JPEG before that of a photo, as a phone does.
func withThumbnail(t *testing.T, data []byte) []byte {
	t.Helper()
	inner := append([]byte("Exif\x00\x00"), asJPEG(t, quarters(64, 64))...)
	segment := append([]byte("\xff\xe1"), binary.BigEndian.AppendUint16(nil, uint16(2+len(inner)))...)
	return append(append(bytes.Clone(data[:2]), append(segment, inner...)...), data[2:]...)
}

// TestBroken says what is wrong with a file of which only the pixels are, and never ends
// otherwise.
func TestBroken(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, good := range [][]byte{asJPEG(t, quarters(800, 600)), fixture(t, "foto.webp"), fixture(t, "progressief.jpg")} {
		for range 20 {
			data := bytes.Clone(good)
			for range 1 + random.IntN(30) {
				data[20+random.IntN(len(data)-20)] = byte(random.Uint32())
			}
			p, err := Look(data)
			if err == nil {
				_, err = p.Make(data)
			}
			if _, ok := errors.AsType[*Problem](err); err != nil && !ok {
				t.Errorf("%v is no problem of a photo", err)
			}
		}
	}
}

// TestOnce makes a photo once, and forgets what failed.
func TestOnce(t *testing.T) {
	data := asJPEG(t, quarters(800, 600))
	p, err := Look(data)
	if err != nil {
		t.Fatal(err)
	}
	read, failure := 0, error(os.ErrPermission)
	open := func() ([]byte, error) { read++; return data, failure }
	if _, err := p.Once("test", open); !errors.Is(err, failure) {
		t.Errorf("error %v", err)
	}
	failure = nil
	for range 3 {
		if made, err := p.Once("test", open); err != nil || len(made) != 3 {
			t.Errorf("%d sizes, error %v", len(made), err)
		}
	}
	if read != 2 {
		t.Errorf("read %d times, want 2", read)
	}
	for i := range 2 * keep {
		if _, err := p.Once(fmt.Sprint("other", i), func() ([]byte, error) { return nil, failure }); err == nil {
			t.Error("a photo of nothing")
		}
	}
	if len(remembered.made) > keep || len(remembered.order) != len(remembered.made) {
		t.Errorf("remembers %d of %d", len(remembered.made), len(remembered.order))
	}
}

func BenchmarkMake(b *testing.B) {
	m := image.NewRGBA(image.Rect(0, 0, 4032, 3024)) // 12 megapixels, as of a phone
	random := rand.New(rand.NewPCG(1, 2))
	for i := range m.Pix {
		m.Pix[i] = byte(i/40) + byte(random.IntN(20))
	}
	data := asJPEG(b, m)
	for b.Loop() {
		p, err := Look(data)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := p.Make(data); err != nil {
			b.Fatal(err)
		}
	}
}
