package page

import (
	"bytes"
	"image/png"
	"strings"
	"testing"

	"pleinwijzer/generator/pagetest"
	"pleinwijzer/layouts"
	"pleinwijzer/static"
)

// TestPictures wants each page that names a picture to name one that is made,
// and each picture to be named.
func TestPictures(t *testing.T) {
	c := pagetest.Complete(t)
	r := pagetest.Must(New(layouts.Files, static.Files, Kinds))
	made := map[string]bool{}
	for _, f := range r.Pictures(c) {
		made[c.Site.Absolute("/"+f.Path)] = false
		if !f.Named {
			t.Errorf("%s: drawn again at each build", f.Path)
		}
		var b bytes.Buffer
		if err := f.Render(&b); err != nil {
			t.Fatal(err)
		}
		if _, err := png.Decode(&b); err != nil {
			t.Errorf("%s: %v", f.Path, err)
		}
	}
	if want := len(c.Pleinen) + len(c.Spreekuren); len(made) != want {
		t.Errorf("%d pictures, want %d", len(made), want)
	}
	site, err := r.Site(c)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range site.Files {
		if !strings.HasSuffix(f.Path, ".html") {
			continue
		}
		var b bytes.Buffer
		if err := f.Render(&b); err != nil {
			t.Fatal(err)
		}
		_, rest, ok := strings.Cut(b.String(), `property="og:image" content="`)
		if !ok {
			_, rest, ok = strings.Cut(b.String(), `property=og:image content=`)
		}
		if !ok {
			continue
		}
		address := rest[:strings.IndexAny(rest, `">`)]
		if _, ok := made[address]; !ok {
			t.Errorf("%s: the picture %s is not made", f.Path, address)
		}
		made[address] = true
	}
	for address, named := range made {
		if !named {
			t.Errorf("%s: no page names it", address)
		}
	}
}
