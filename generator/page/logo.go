package page

import (
	"bytes"
	"fmt"
	"net/http"
	"path"
	"strings"

	"pleinwijzer/generator/diag"
)

// logoLimit is how large a logo may be, in bytes: it is on every page, and on a
// phone it must not keep a visitor waiting.
const logoLimit = 50_000

func (a *assets) checkLogo(name string, at diag.Range) diag.List {
	problem := diag.Diagnostic{Range: at}
	logo, found := a.find(name)
	switch {
	case !found:
		var names []string
		for known := range a.byName {
			names = append(names, "/"+known)
		}
		problem.Code, problem.Message = "logo-ontbreekt", fmt.Sprintf("het bestand %q staat niet in de map static", name)
		problem.Hint = diag.Question(diag.Nearest(name, names))
		if problem.Hint == "" {
			problem.Hint = `zet het bestand in de map static en schrijf het pad, zoals "/logo.svg"`
		}
	case !isPicture(logo):
		problem.Code, problem.Message = "logo-geen-plaatje", fmt.Sprintf("%q is geen plaatje dat een browser kan tonen", name)
		problem.Hint = "gebruik een bestand dat eindigt op .svg, .png, .jpg of .webp"
	case len(logo.data) > logoLimit:
		problem.Code, problem.Message = "logo-groot", fmt.Sprintf("%q is te groot: %d kB", name, (len(logo.data)+999)/1000)
		problem.Hint = fmt.Sprintf("maak het plaatje kleiner dan %d kB", logoLimit/1000)
	default:
		return nil
	}
	return diag.List{problem}
}

// find looks an asset up by its path on the site as an editor writes it.
func (a *assets) find(name string) (asset, bool) {
	published, ok := a.byName[strings.TrimPrefix(path.Clean("/"+name), "/")]
	if !ok {
		return asset{}, false
	}
	for _, x := range a.list {
		if x.path == published {
			return x, true
		}
	}
	return asset{}, false
}

// isPicture looks at the file itself, whatever its name says.
func isPicture(x asset) bool {
	if path.Ext(x.path) == ".svg" {
		return bytes.Contains(x.data, []byte("<svg"))
	}
	return strings.HasPrefix(http.DetectContentType(x.data), "image/")
}
