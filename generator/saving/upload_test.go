package saving_test

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
	"math/rand/v2"
	"net/http"
	"os"
	"strings"
	"testing"

	"pleinwijzer/generator/asset"
	"pleinwijzer/generator/photo"
	"pleinwijzer/generator/saving"
)

// phonePhoto is a photo as a phone makes it: its pixels lie on their side, and EXIF says so,
// and where it was taken. Its top left corner, as people see it, is red.
func phonePhoto(t *testing.T, width, height int) []byte {
	t.Helper()
	m := image.NewRGBA(image.Rect(0, 0, height, width)) // on its side
	for y := range width {
		for x := range height {
			m.SetRGBA(x, y, color.RGBA{0, 0, 200, 255})
			if x < height/4 && y > width*3/4 { // the bottom left becomes the top left by a quarter turn to the right
				m.SetRGBA(x, y, color.RGBA{200, 0, 0, 255})
			}
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, nil); err != nil {
		t.Fatal(err)
	}
	return bytes.Join([][]byte{b.Bytes()[:2], exif(), b.Bytes()[2:]}, nil)
}

// exif is a segment with an orientation, and the latitude "51" as GPS writes it.
func exif() []byte {
	var b bytes.Buffer
	entry := func(tag, kind uint16, count uint32, value uint32) {
		for _, v := range []any{tag, kind, count} {
			binary.Write(&b, binary.LittleEndian, v)
		}
		binary.Write(&b, binary.LittleEndian, value)
	}
	b.WriteString("Exif\x00\x00II*\x00\x08\x00\x00\x00")
	binary.Write(&b, binary.LittleEndian, uint16(2))
	entry(0x0112, 3, 1, 6)  // Orientation: a quarter turn to the right
	entry(0x8825, 4, 1, 38) // GPSInfo
	binary.Write(&b, binary.LittleEndian, uint32(0))
	binary.Write(&b, binary.LittleEndian, uint16(1))
	entry(0x0001, 2, 2, uint32('N')) // GPSLatitudeRef
	binary.Write(&b, binary.LittleEndian, uint32(0))
	b.WriteString("GPS-51.6270")
	segment := []byte{0xff, 0xe1, 0, 0}
	binary.BigEndian.PutUint16(segment[2:], uint16(b.Len()+2))
	return append(segment, b.Bytes()...)
}

func (p place) upload(what saving.Picture, name string, data []byte) string {
	p.Helper()
	made, err := p.Upload(what, name, bytes.NewReader(data))
	p.must(err)
	return made
}

// TestPhoto checks that a photo is kept upright, without its place, and not larger than
// pages need.
func TestPhoto(t *testing.T) {
	p := newPlace(t)
	data := phonePhoto(t, 2600, 1500)
	name := p.upload(saving.Photo, `C:\Foto's\IMG 4711.JPG`, data)
	if name != "/fotos/img-4711.jpg" {
		t.Errorf("it is called %s", name)
	}
	kept := p.read("static" + name)
	for _, trace := range []string{"Exif", "GPS", "51.6270"} {
		if !strings.Contains(string(data), trace) || strings.Contains(kept, trace) {
			t.Errorf("%q is kept", trace)
		}
	}
	if _, err := photo.Look([]byte(kept)); err != nil {
		t.Error(err)
	}
	m, err := jpeg.Decode(strings.NewReader(kept))
	p.must(err)
	if m.Bounds() != image.Rect(0, 0, 2560, 1477) || len(kept) > 1_000_000 {
		t.Errorf("it is %v, in %d bytes", m.Bounds(), len(kept))
	}
	if r, _, b, _ := m.At(50, 50).RGBA(); r < b {
		t.Errorf("the top left is %v", m.At(50, 50))
	}
}

// TestNames uploads the same picture twice, and another of the same name.
func TestNames(t *testing.T) {
	p := newPlace(t)
	for _, test := range []struct {
		name, want string
		colour     uint8
	}{
		{"ingang.jpg", "/fotos/ingang.jpg", 1}, {"ingang.jpg", "/fotos/ingang.jpg", 1}, {"Ingang.png", "/fotos/ingang-2.jpg", 2},
		{"ingang.jpg", "/fotos/ingang-3.jpg", 3}, {"ingang.jpg", "/fotos/ingang-2.jpg", 2},
		{"con.jpg", "/fotos/con-1.jpg", 1}, {"", "/fotos/foto.jpg", 1}, {"../../x.jpg", "/fotos/x.jpg", 1}, {"..", "/fotos/foto-2.jpg", 2},
		{".htaccess", "/fotos/foto-3.jpg", 3}, {"日本.jpg", "/fotos/foto-4.jpg", 4}, {strings.Repeat("lang ", 99),
			"/fotos/" + strings.TrimSuffix(strings.Repeat("lang-", 12), "-") + ".jpg", 1},
		{"a\x00b\n<script>.jpg", "/fotos/a-b-script.jpg", 1},
	} {
		if got := p.upload(saving.Photo, test.name, photoOf(t, test.colour)); got != test.want {
			t.Errorf("%q is called %s, want %s", test.name, got, test.want)
		}
	}
	p.write("static/fotos/Groot.jpg", "een andere foto")
	if got := p.upload(saving.Photo, "groot.jpg", photoOf(t, 1)); got != "/fotos/groot-2.jpg" {
		t.Errorf("beside Groot.jpg it is called %s", got)
	}
}

// noPicture are files that are no pictures, whatever their names say.
var noPicture = map[string]string{
	"HTML":         "<!doctype html><html><body><script>alert(1)</script>",
	"nothing":      "",
	"text":         "Dit is geen foto.",
	"PDF":          "%PDF-1.7\n",
	"a program":    "MZ\x90\x00",
	"HEIC":         "\x00\x00\x00\x18ftypheic\x00\x00\x00\x00",
	"JPEG, almost": "\xff\xd8\xff\xe0",
	"a zip":        "PK\x03\x04",
}

func TestNoPicture(t *testing.T) {
	p := newPlace(t)
	for name, text := range noPicture {
		for _, what := range []saving.Picture{saving.Photo, saving.Logo} {
			for _, file := range []string{"x.jpg", "x.png", "x.svg"} {
				_, err := p.Upload(what, file, strings.NewReader(text))
				if refusal, ok := errors.AsType[*saving.Refusal](err); !ok || refusal.Reason != saving.NoPicture || refusal.Hint == "" {
					t.Errorf("%s as %s: %v", name, file, err)
				}
			}
		}
	}
	_, err := p.Upload(saving.Photo, "x.svg", strings.NewReader(plainSVG))
	p.refused(err, saving.NoPicture, "geen foto")
	_, err = p.Upload(saving.Logo, "x.jpg", strings.NewReader(plainSVG))
	p.refused(err, saving.NoPicture, "al kan de naam zo eindigen")
	p.wantFiles(atFirst)
}

// TestBadPhotos are pictures of which no photo can be made.
func TestBadPhotos(t *testing.T) {
	p := newPlace(t)
	whole := phonePhoto(t, 900, 1200)
	bomb := photoOf(t, 0)
	copy(bomb[16:], "\x00\x01\x00\x00\x00\x01\x00\x00") // 65536 by 65536, which is not true
	lies := photoOf(t, 0)
	copy(lies[16:], "\x00\x00\x10\x00\x00\x00\x10\x00") // 4096 by 4096, neither
	tests := map[string]struct {
		data   []byte
		reason saving.Reason
		part   string
	}{
		"cut off":           {whole[:len(whole)/2], saving.NoPicture, "beschadigd"},
		"cut off in header": {whole[:300], saving.NoPicture, "beschadigd"},
		"a bomb":            {bomb, saving.NoPicture, "beschadigd"},
		"a lie":             {lies, saving.NoPicture, "beschadigd"},
		"too small":         {photoOfSize(t, 300, 200), saving.NoPicture, "te klein"},
		"too many bytes":    {append(whole, make([]byte, photo.Limit)...), saving.TooLarge, "te groot"},
		"too many pixels":   {photoOfSize(t, 10_000, 6_000), saving.TooLarge, "te groot"},
	}
	for name, test := range tests {
		_, err := p.Upload(saving.Photo, "x.jpg", bytes.NewReader(test.data))
		if name == "a bomb" {
			if refusal, ok := errors.AsType[*saving.Refusal](err); !ok {
				t.Errorf("%s: %v", name, refusal)
			}
			continue
		}
		p.refused(err, test.reason, test.part)
	}
	broken := errors.New("the browser went away")
	if _, err := p.Upload(saving.Photo, "x.jpg", io.MultiReader(bytes.NewReader(whole[:99]), failing{broken})); !errors.Is(err, broken) {
		t.Errorf("%v", err)
	}
	p.wantFiles(atFirst)
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

func photoOfSize(t *testing.T, width, height int) []byte {
	t.Helper()
	var b bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestSpeed}
	if err := encoder.Encode(&b, image.NewPaletted(image.Rect(0, 0, width, height), color.Palette{color.White})); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestPolyglot uploads a photo that is a page as well. Only its pixels are kept.
func TestPolyglot(t *testing.T) {
	p := newPlace(t)
	comment := []byte("\xff\xfe\x00\x1c<script>alert(1)</script>")
	whole := phonePhoto(t, 900, 1200)
	evil := bytes.Join([][]byte{whole[:2], comment[:2], {0, byte(len(comment) - 2)}, comment[4:], whole[2:],
		[]byte("<html><script>x</script>")}, nil)
	if kept := p.read("static" + p.upload(saving.Photo, "x.html", evil)); strings.Contains(kept, "script") {
		t.Error("the script is kept")
	}
}

const plainSVG = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 10 10"><style>path{fill:red}</style><defs><path id="a" d="M0 0h9v9z"/></defs><use xlink:href="#a"/></svg>`

// TestLogo checks what is made of each kind of logo.
func TestLogo(t *testing.T) {
	p := newPlace(t)
	if name := p.upload(saving.Logo, "Taalhuis.SVG", []byte(plainSVG)); name != "/logos/taalhuis.svg" || p.read("static"+name) != plainSVG {
		t.Errorf("a drawing becomes %s", name)
	}
	var moving bytes.Buffer
	frame := image.NewPaletted(image.Rect(0, 0, 20, 10), color.Palette{color.Transparent, color.Black})
	p.must(gif.EncodeAll(&moving, &gif.GIF{Image: []*image.Paletted{frame, frame}, Delay: []int{1, 1}}))
	for _, test := range []struct {
		name, want string
		data       []byte
		kind       string
	}{
		{"a.gif", "/logos/a.png", moving.Bytes(), "image/png"},
		{"b.jpeg", "/logos/b.jpg", phonePhoto(t, 100, 50), "image/jpeg"},
		{"c.png", "/logos/c.png", photoOfSize(t, 900, 100), "image/png"},
		{"d.png", "/logos/d.jpg", noise(t, 700, 200, true), "image/jpeg"},
		{"e.png", "/logos/e.png", noise(t, 700, 200, false), "image/png"},
	} {
		name := p.upload(saving.Logo, test.name, test.data)
		data := p.read("static" + name)
		if name != test.want || http.DetectContentType([]byte(data)) != test.kind || len(data) > asset.LogoLimit ||
			strings.Contains(data, "GPS") {
			t.Errorf("%s becomes %s, %s in %d bytes", test.name, name, http.DetectContentType([]byte(data)), len(data))
		}
	}
	webp, err := base64.StdEncoding.DecodeString("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==")
	p.must(err)
	if name := p.upload(saving.Logo, "g.webp", webp); name != "/logos/g.png" {
		t.Errorf("WebP becomes %s", name)
	}
}

// noise is a picture that can hardly be compressed.
func noise(t *testing.T, width, height int, opaque bool) []byte {
	t.Helper()
	r := rand.New(rand.NewPCG(1, 2))
	m := image.NewNRGBA(image.Rect(0, 0, width, height))
	for i := range m.Pix {
		if m.Pix[i] = uint8(r.Uint32()); i%4 == 3 && opaque {
			m.Pix[i] = 255
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestDrawings are drawings that are more than a drawing, or none.
func TestDrawings(t *testing.T) {
	p := newPlace(t)
	const open, close = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">`, `</svg>`
	for _, text := range []string{
		open + `<script>alert(1)</script>` + close, open + `<SCRIPT href="x.js"/>` + close, `<svg onload="x()"></svg>`,
		open + `<g oNclick="x"/>` + close,
		open + `<foreignObject><body/></foreignObject>` + close, open + `<a href="javascript:x"><path/></a>` + close,
		open + `<a xlink:href=" java` + "\n" + `script:x"/>` + close,
		open + `<image href="https://elders.nl/a.png"/>` + close, open + `<use href="data:image/svg+xml;base64,PHN2Zz4="/>` + close,
		open + `<a><animate attributeName="href" values="javascript:x"/></a>` + close,
		open + `<set attributeName="onmouseover" to="x"/>` + close,
		`<!DOCTYPE svg [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;">]>` + open + "&b;" + close,
		`<?xml-stylesheet href="https://elders.nl/a.css"?>` + open + close,
		open + `<x:script xmlns:x="http://www.w3.org/1999/xhtml">x</x:script>` + close,
	} {
		_, err := p.Upload(saving.Logo, "x.svg", strings.NewReader(text))
		p.refused(err, saving.NoPicture, "meer dan een tekening")
	}
	for _, text := range []string{open, "<svg", open + "<g>" + close,
		"<html>" + open + close + "</html>", "<?xml version=\"1.0\"?>", "<!-- svg -->", open + "\xff" + close, "<p>" + plainSVG,
	} {
		_, err := p.Upload(saving.Logo, "x.svg", strings.NewReader(text))
		p.refused(err, saving.NoPicture, "geen plaatje dat een browser kan tonen")
	}
	_, err := p.Upload(saving.Logo, "x.svg", strings.NewReader(open+strings.Repeat("<g/>", 20_000)+close))
	p.refused(err, saving.TooLarge, "50 kB")
	var large bytes.Buffer
	p.must(gif.Encode(&large, image.NewPaletted(image.Rect(0, 0, 3000, 3000), color.Palette{color.Black}), nil))
	_, err = p.Upload(saving.Logo, "x.gif", &large)
	p.refused(err, saving.TooLarge, "te groot")
	p.wantFiles(atFirst)
}

// TestStaticFile uploads where a file is in the place of the folder.
func TestStaticFile(t *testing.T) {
	p := newPlace(t)
	p.write("static/fotos", "een bestand")
	_, err := p.Upload(saving.Photo, "x.jpg", bytes.NewReader(photoOf(t, 1)))
	if _, ok := errors.AsType[*saving.Refusal](err); !ok || p.read("static/fotos") != "een bestand" {
		t.Errorf("%v", err)
	}
	p.must(os.RemoveAll(p.path("static")))
	p.upload(saving.Photo, "x.jpg", photoOf(t, 1))
}
