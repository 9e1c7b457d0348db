package asset

import (
	"bytes"
	"fmt"
	"net/http"
	"path"
	"strings"

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
