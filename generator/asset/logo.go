package asset

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"image"
	_ "image/gif" // the kinds of logos, of which the sizes are read
	_ "image/jpeg"
	_ "image/png"
	"net/http"
	"path"
	"strconv"
	"strings"

	_ "golang.org/x/image/webp"

	"pleinwijzer/generator/diag"
)

// LogoLimit is how large a logo may be, in bytes: it is on every page, and on a
// phone it must not keep a visitor waiting.
const LogoLimit = 50_000

func (a *Assets) CheckLogo(name string, at diag.Range) diag.List {
	problem := diag.Diagnostic{Range: at}
	logo, found := a.Find(name)
	switch {
	case !found:
		problem.Code, problem.Message = "logo-ontbreekt", fmt.Sprintf("het bestand %q staat niet in de map static", name)
		problem.Hint = a.meant(name, "/logo.svg")
	case !isPicture(logo):
		problem.Code, problem.Message = "logo-geen-plaatje", fmt.Sprintf("%q is geen plaatje dat een browser kan tonen", name)
		problem.Hint = "gebruik een bestand dat eindigt op .svg, .png, .jpg of .webp"
	case logo.size > LogoLimit:
		problem.Code, problem.Message = "logo-groot", fmt.Sprintf("%q is te groot: %d kB", name, (logo.size+999)/1000)
		problem.Hint = fmt.Sprintf("maak het plaatje kleiner dan %d kB", LogoLimit/1000)
	default:
		return nil
	}
	return diag.List{problem}
}

// Logo is a logo as a page shows it. Its sizes are what its width is to its height, so that
// there is room for it before it is there; 0 where the file does not say.
type Logo struct {
	Path          string // below the site's own
	Width, Height int
}

// Logo finds a logo that a record names, or nil.
func (a *Assets) Logo(name string) *Logo {
	x, ok := a.Find(name)
	if !ok || name == "" {
		return nil
	}
	data, err := x.data()
	if err != nil {
		return nil
	}
	logo := &Logo{Path: "/" + x.Path}
	if path.Ext(x.Path) == ".svg" {
		logo.Width, logo.Height = drawingSize(data)
	} else if config, _, err := image.DecodeConfig(bytes.NewReader(data)); err == nil {
		logo.Width, logo.Height = config.Width, config.Height
	}
	return logo
}

// drawingSize is how wide and how high an SVG is: by what it says, or by what it draws.
func drawingSize(data []byte) (width, height int) {
	var svg struct {
		Width   string `xml:"width,attr"`
		Height  string `xml:"height,attr"`
		ViewBox string `xml:"viewBox,attr"`
	}
	if xml.Unmarshal(data, &svg) != nil {
		return 0, 0
	}
	size := [2]string{svg.Width, svg.Height}
	if box := strings.FieldsFunc(svg.ViewBox, func(r rune) bool { return r == ' ' || r == ',' }); len(box) == 4 {
		size = [2]string{box[2], box[3]}
	}
	across, err := strconv.ParseFloat(strings.TrimSuffix(size[0], "px"), 64)
	down, errDown := strconv.ParseFloat(strings.TrimSuffix(size[1], "px"), 64)
	if err != nil || errDown != nil || !(across > 0 && down > 0 && across < 1e6 && down < 1e6) {
		return 0, 0
	}
	const fine = 1000 // a drawing may be one by one
	return int(across / down * fine), fine
}

// meant asks whether another file was, or says where to put it.
func (a *Assets) meant(name, example string) string {
	var names []string
	for known := range a.byName {
		names = append(names, "/"+known)
	}
	if hint := diag.Question(diag.Nearest(name, names)); hint != "" {
		return hint
	}
	return fmt.Sprintf("zet het bestand in de map static en schrijf het pad, zoals %q", example)
}

// inStatic is the path of a file in static/ as an editor writes it.
func inStatic(name string) string { return strings.TrimPrefix(path.Clean("/"+name), "/") }

// Find looks an asset up by its path on the site as an editor writes it.
func (a *Assets) Find(name string) (asset, bool) {
	published, ok := a.byName[inStatic(name)]
	if !ok {
		return asset{}, false
	}
	for _, x := range a.list {
		if x.Path == published {
			return x, true
		}
	}
	return asset{}, false
}

// isPicture looks at the file itself, whatever its name says.
func isPicture(x asset) bool {
	data, err := x.data()
	if path.Ext(x.Path) == ".svg" {
		return bytes.Contains(data, []byte("<svg"))
	}
	return err == nil && strings.HasPrefix(http.DetectContentType(data), "image/")
}
