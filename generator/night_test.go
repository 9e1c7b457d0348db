package generator_test

import (
	"bytes"
	"hash/maphash"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"pleinwijzer/generator"
	"pleinwijzer/generator/browsertest"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/layouts"
	"pleinwijzer/static"
)

func TestQuietNight(t *testing.T) {
	first := time.Date(2026, 11, 28, 3, 0, 0, 0, time.UTC)
	g := generator.New(generator.Folders{Content: os.DirFS("../content"), Layouts: layouts.Files, Static: static.Files})
	seed := maphash.MakeSeed()
	last := map[string]uint64{}
	texts := map[string]string{}
	_ = regexp.MustCompile
	nights := 3
	if browsertest.All() {
		nights = 28
	}
	for night := 0; night <= nights; night++ {
		at := first.AddDate(0, 0, night)
		site, err := g.Site(generator.Change{}, catalog.Options{Now: at})
		if err != nil {
			t.Fatal(err)
		}
		changed := map[string]int{}
		n := 0
		shown := map[string]int{}
		for _, f := range site.Files {
			var b bytes.Buffer
			if err := f.Render(&b); err != nil {
				t.Fatal(err)
			}
			h := maphash.Bytes(seed, b.Bytes())
			if last[f.Path] != h {
				n++
				k := kindOf(f.Path)
				changed[k]++
				if night > 0 && shown[k] < 2 && os.Getenv("NIGHT_DIFF") != "" {
					shown[k]++
					t.Logf("DIFF %s\n%s", f.Path, firstDiff(texts[f.Path], b.String()))
				}
			}
			last[f.Path] = h
			if os.Getenv("NIGHT_DIFF") != "" {
				texts[f.Path] = b.String()
			}
		}
		t.Logf("%s %d of %d", at.Format("Mon 2006-01-02"), n, len(site.Files))
		if night == 0 {
			continue
		}
		keys := []string{}
		for k := range changed {
			keys = append(keys, k)
		}
		slices.Sort(keys)
		for _, k := range keys {
			t.Logf("   %5d %s", changed[k], k)
		}
	}
}

func firstDiff(a, b string) string {
	as, bs := strings.Split(strings.ReplaceAll(a, ",", ",\n"), "\n"), strings.Split(strings.ReplaceAll(b, ",", ",\n"), "\n")
	var out []string
	for i := 0; i < len(as) && i < len(bs) && len(out) < 6; i++ {
		if as[i] != bs[i] {
			out = append(out, "-"+clip(as[i]), "+"+clip(bs[i]))
		}
	}
	return strings.Join(out, "\n")
}

func clip(s string) string {
	if len(s) > 300 {
		return s[:300]
	}
	return s
}

func kindOf(p string) string {
	parts := strings.Split(p, "/")
	if len(parts[0]) == 2 {
		parts = parts[1:]
	}
	if len(parts) > 2 {
		parts[1] = "*"
		if parts[0] == "embed" && len(parts) > 3 {
			for i := 1; i < len(parts)-1; i++ {
				parts[i] = "*"
			}
		}
	} else if len(parts) == 2 && parts[1] != "index.html" {
		parts[1] = "*" + path.Ext(parts[1])
	}
	return strings.Join(parts, "/")
}
