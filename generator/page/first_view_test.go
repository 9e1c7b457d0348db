package page

import (
	"bytes"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"pleinwijzer/generator/asset"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/pagetest"
	"pleinwijzer/static"
)

// firstView is what a browser gets in the first round trip of a new connection: ten packets.
const firstView = 14_336

// styleOf finds the style of a page that is for the screen.
var styleOf = regexp.MustCompile(`<link rel="stylesheet" href="/([^"]+)">`)

// TestFirstView wants what a visitor sees first to arrive at once: the page, its style and
// the scripts that say there what is now.
func TestFirstView(t *testing.T) {
	fsys := fstest.MapFS{"js/site.js": {Data: []byte("import { startNow } from './now.js';\n\nstartNow();\n")}}
	for _, name := range []string{"element", "words", "clock", "now"} {
		fsys["js/"+name+".js"] = &fstest.MapFile{Data: pagetest.Must(fs.ReadFile(static.Files, "js/"+name+".js"))}
	}
	now, ok := pagetest.Must(asset.NewAssets(fsys)).Find("js/site.js")
	if !ok {
		t.Fatal("the scripts of the first view are not joined")
	}
	script := pagetest.Compressed(t, now.Data)
	c := pagetest.Shipped(t)
	files := filesOf(t, c)
	largest := slices.MaxFunc(c.Pleinen, func(a, b *catalog.Plein) int { return len(a.Spreekuren) - len(b.Spreekuren) })
	for _, path := range []string{"/", largest.Page(), "/spreekuren/belasting-lochal/", "/uk/spreekuren/belasting-lochal/"} {
		page := pagetest.Rendered(t, files, strings.TrimPrefix(path, "/")+"index.html")
		shown, _, _ := bytes.Cut(page, []byte(`<script type="application/ld+json">`)) // which stands last, for search engines
		size := pagetest.Compressed(t, shown) + script
		top, _, _ := bytes.Cut(page, []byte("</h1>")) // a style sheet below holds up what is below it
		for _, style := range styleOf.FindAllSubmatch(top, -1) {
			size += pagetest.Compressed(t, pagetest.Rendered(t, files, string(style[1])))
		}
		if t.Logf("%s: %d bytes", path, size); size > firstView {
			t.Errorf("%s: the first view takes %d bytes, more than %d", path, size, firstView)
		}
	}
}
