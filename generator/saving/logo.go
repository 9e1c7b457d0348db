package saving

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"image"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
	"net/http"
	"path"
	"strings"

	"pleinwijzer/generator/asset"
	"pleinwijzer/generator/photo"
)

// logoWidths are tried in turn, until a logo is small enough for every page to have it.
var logoWidths = []int{640, 480, 320, 240, 160}

const logoQuality = 90 // of image/jpeg

// logo makes a logo of what somebody uploads: a drawing as it is, anything else of its
// pixels.
func logo(name string, data []byte) (made []byte, ext string, err error) {
	if startsWith(data, "<") {
		return data, ".svg", drawing(name, data)
	}
	if http.DetectContentType(data) == "image/gif" {
		if data, err = stillOf(data); err != nil {
			return nil, "", err
		}
	}
	for _, width := range logoWidths {
		pixels, err := photo.Pixels(data, width)
		if err != nil {
			return nil, "", noLogo(err)
		}
		if made, ext, err = encoded(pixels, http.DetectContentType(data) == "image/jpeg"); err != nil || len(made) <= asset.LogoLimit {
			return made, ext, err
		}
	}
	return nil, "", largeLogo()
}

// encoded writes a logo as JPEG if it was one, and otherwise as PNG, which keeps lines
// sharp; but a picture that fills its rectangle, and is too large as PNG, as JPEG.
func encoded(pixels *image.RGBA, wasJPEG bool) (made []byte, ext string, err error) {
	var b bytes.Buffer
	if !wasJPEG {
		encoder := png.Encoder{CompressionLevel: png.BestCompression}
		if err := encoder.Encode(&b, pixels); err != nil || b.Len() <= asset.LogoLimit || !pixels.Opaque() {
			return b.Bytes(), ".png", err
		}
		b.Reset()
	}
	err = jpeg.Encode(&b, pixels, &jpeg.Options{Quality: logoQuality})
	return b.Bytes(), ".jpg", err
}

// mostOfGIF is how many pixels a GIF may have: more than any logo.
const mostOfGIF = 4_000_000

// stillOf makes of the first picture of a GIF a PNG.
func stillOf(data []byte) ([]byte, error) {
	config, err := gif.DecodeConfig(bytes.NewReader(data))
	if err == nil && config.Width*config.Height > mostOfGIF {
		return nil, largeLogo()
	}
	var b bytes.Buffer
	still, err := gif.Decode(bytes.NewReader(data))
	if err == nil {
		err = png.Encode(&b, still)
	}
	if err != nil {
		return nil, brokenLogo()
	}
	return b.Bytes(), nil
}

// drawing refuses an SVG that a browser cannot show, or that holds more than a drawing.
// A page shows a logo in an <img>, where scripts do not run; but the file has an address of
// its own, at which they would.
func drawing(name string, data []byte) error {
	switch {
	case len(data) > asset.LogoLimit:
		return largeLogo()
	case !strings.EqualFold(path.Ext(name), ".svg"):
		return notNamed()
	}
	decoder := xml.NewDecoder(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
	for root := true; ; {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) && !root {
			return nil
		} else if err != nil {
			return brokenLogo()
		}
		switch t := token.(type) {
		case xml.Directive:
			if bytes.Contains(bytes.ToUpper(t), []byte("<!ENTITY")) {
				return activeLogo()
			}
		case xml.ProcInst:
			if t.Target != "xml" {
				return activeLogo() // a style sheet from elsewhere
			}
		case xml.StartElement:
			if root && t.Name.Local != "svg" {
				return brokenLogo()
			}
			root = false
			if acts(t) {
				return activeLogo()
			}
		}
	}
}

// active are the elements that can run a script, hold another page, or change what a link
// points to.
var active = map[string]bool{
	"script": true, "foreignobject": true, "iframe": true, "object": true, "embed": true, "handler": true, "listener": true,
	"set": true, "animate": true, "audio": true, "video": true,
}

// acts reports whether an element does more than draw.
func acts(e xml.StartElement) bool {
	if active[strings.ToLower(e.Name.Local)] {
		return true
	}
	for _, a := range e.Attr {
		name, value := strings.ToLower(a.Name.Local), strings.ToLower(strings.Join(strings.Fields(a.Value), ""))
		switch {
		case strings.HasPrefix(name, "on"):
			return true
		case name == "href" && !strings.HasPrefix(value, "#") && !strings.HasPrefix(value, "data:image/"):
			return true
		case name == "href" && strings.HasPrefix(value, "data:image/svg"):
			return true
		}
	}
	return false
}

// noLogo says of what is no photo that it is no logo either.
func noLogo(err error) error {
	problem, ok := errors.AsType[*photo.Problem](err)
	if !ok || problem.Code == "foto-groot" {
		return err
	}
	return brokenLogo()
}

func brokenLogo() *Refusal {
	return &Refusal{Reason: NoPicture, Message: "dit is geen plaatje dat een browser kan tonen, of het is beschadigd",
		Hint: "gebruik een bestand dat eindigt op .svg, .png, .jpg of .webp"}
}

func notNamed() *Refusal {
	return &Refusal{Reason: NoPicture, Message: "dit is geen foto en geen plaatje, al kan de naam zo eindigen",
		Hint: "gebruik een bestand dat is bewaard als .svg, .png, .jpg of .webp"}
}

func activeLogo() *Refusal {
	return &Refusal{Reason: NoPicture,
		Message: "in deze tekening (SVG) zit meer dan een tekening, zoals een programma of iets van een andere site",
		Hint:    "open de tekening in een tekenprogramma, en bewaar hem als gewone SVG of als .png"}
}

func largeLogo() *Refusal {
	return &Refusal{Reason: TooLarge, Message: fmt.Sprintf("dit logo is te groot: het past niet in %d kB", asset.LogoLimit/1000),
		Hint: "vraag om een kleiner bestand, of bewaar het als .png van 300 beeldpunten breed"}
}
