package page

import (
	"bytes"
	"image"
	"image/png"
	"strings"
	"testing"

	"pleinwijzer/generator/pagetest"
	"pleinwijzer/layouts"
)

// TestLogosShown shows the logo of the site in the head of each page and that of a partner
// on its page, in a room that is kept for it, and says nothing that the name beside it says.
func TestLogosShown(t *testing.T) {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 300, 100))); err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct{ svg, room string }{
		"by what it draws": {`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"><path d="M0 0h1v1z"/></svg>`, ` width="3000" height="1000"`},
		"by its sizes":     {`<svg xmlns="http://www.w3.org/2000/svg" width="20px" height="40"><path d="M0 0h1v1z"/></svg>`, ` width="500" height="1000"`},
		"unknown":          {`<svg xmlns="http://www.w3.org/2000/svg" width="100%"><path d="M0 0h1v1z"/></svg>`, ``},
		"nothing":          {`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 0 0"><path d="M0 0h1v1z"/></svg>`, ``},
	} {
		r := pagetest.Must(New(layouts.Files, withStatic(t, map[string][]byte{"logos/a.svg": []byte(test.svg), "b.png": b.Bytes()}), Kinds))
		files := pagetest.Must(r.Site(pagetest.Winter(t, map[string]string{
			"site.toml":        "[thema]\nlogo = \"/logos/a.svg\"",
			"partners/hulp.md": "+++\nnaam = \"Stichting Hulp\"\nlogo = \"b.png\"\n+++\n",
		}))).Files
		for _, page := range []string{"index.html", "partners/hulp/index.html", "404.html"} {
			html := string(pagetest.Rendered(t, files, page))
			own := `<img class="own" src="/logos/a.svg"` + test.room + ` alt>`
			if strings.Count(html, own) != 1 || strings.Contains(html, `<svg class="logo"`) {
				t.Errorf("%s: no %s in the head of %s", name, own, page)
			}
			want := `<img class="own" src="/b.png" width="300" height="100" alt>`
			if got := strings.Count(html, want); (got == 1) != (page == "partners/hulp/index.html") {
				t.Errorf("%s: %d times %s in %s", name, got, want, page)
			}
		}
	}
}
