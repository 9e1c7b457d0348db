package asset

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/typed"
)

// styleSheets are the ones with tokens that [thema] sets: that of every page, and
// that of pages in a frame on another site.
var styleSheets = []string{"css/site.css", "embed/frame.css"}

// tokens are the custom properties of the style sheet that [thema] sets.
func tokens(t content.Thema) string {
	var b strings.Builder
	for _, token := range []struct {
		name  string
		value typed.Colour
	}{
		{"accent", t.Accent}, {"page", t.Achtergrond}, {"text", t.Tekst},
	} {
		if token.value != "" {
			fmt.Fprintf(&b, "--plein-color-%s:%s;", token.name, token.value)
		}
	}
	return b.String()
}

// Themed adds a house style to the style sheets. It holds in light only: a
// colour that reads well on white seldom does on black, and the dark scheme has
// colours of its own. It goes into the same file, since a second one would be
// one more thing to wait for.
func (a *Assets) Themed(t content.Thema) *Assets {
	own := tokens(t)
	if own == "" {
		return a
	}
	rule := "@media screen and (prefers-color-scheme:light){:root{" + own + "}}"
	themed := &Assets{list: slices.Clone(a.list), byName: maps.Clone(a.byName), photos: a.photos}
	for _, name := range styleSheets {
		i := slices.IndexFunc(a.list, func(x asset) bool { return x.Path == a.byName[name] })
		if i < 0 {
			continue
		}
		themed.list = slices.DeleteFunc(themed.list, func(x asset) bool { return x.Path == a.list[i].Path })
		themed.add(name, append(slices.Clone(a.list[i].Data), rule...))
	}
	return themed
}
