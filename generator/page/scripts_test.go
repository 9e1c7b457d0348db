package page

import (
	"bytes"
	"compress/gzip"
	"path"
	"strings"
	"testing"
	"testing/fstest"
)

// TestBundle joins scripts that import each other, whose own names may be the
// same, and refuses what cannot be joined.
func TestBundle(t *testing.T) {
	tests := map[string]struct {
		scripts map[string]string
		want    string // in the one script or in the error
	}{
		"same names":  {map[string]string{"a.js": "import { x } from './b.js';\nconst y = 'ya';\nalert(x, y);", "b.js": "const y = 'yb';\nexport const x = () => y;"}, `"yb"`},
		"missing":     {map[string]string{"a.js": "import { x } from './b.js';"}, "static/js/a.js: no script b.js"},
		"other form":  {map[string]string{"a.js": "import * as b from './b.js';", "b.js": ""}, "static/js/a.js: "},
		"syntax":      {map[string]string{"a.js": "const = 1;"}, "static/js/a.js: "},
		"in a circle": {map[string]string{"a.js": "import { b } from './b.js';", "b.js": "import { c } from './c.js';", "c.js": "import { b } from './b.js';"}, "static/js/a.js: b.js imports itself by way of others"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			fsys := fstest.MapFS{}
			for name, text := range test.scripts {
				fsys["js/"+name] = &fstest.MapFile{Data: []byte(text)}
			}
			a, err := newAssets(fsys)
			var got string
			if err != nil {
				got = err.Error()
			} else if len(a.list) != 1 {
				t.Errorf("%d scripts, want one", len(a.list))
			} else {
				got = string(a.list[0].data)
			}
			if !strings.Contains(got, test.want) {
				t.Errorf("got %s\nwant %s", got, test.want)
			}
		})
	}
}

// TestScriptSize keeps the scripts of the site small.
func TestScriptSize(t *testing.T) {
	var all, search int
	for _, f := range filesOf(t, complete(t)) {
		if path.Ext(f.Path) != ".js" {
			continue
		}
		var b bytes.Buffer
		z, _ := gzip.NewWriterLevel(&b, gzip.BestCompression)
		if err := f.Render(z); err != nil {
			t.Fatal(err)
		}
		z.Close()
		all += b.Len()
		if strings.Contains(f.Path, "zoeken") {
			search += b.Len()
		}
		t.Logf("%5d %s", b.Len(), f.Path)
	}
	t.Logf("%5d all scripts, of which %d search", all, search)
	if all > 12<<10 {
		t.Errorf("%d bytes of script, compressed; want at most %d", all, 12<<10)
	}
}
