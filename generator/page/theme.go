package page

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"pleinwijzer/generator/content"
)

// styleSheet is the one file of styles that a page waits for.
const styleSheet = "css/site.css"

// tokens are the custom properties of the style sheet that [thema] sets.
func tokens(t content.Thema) string {
	var b strings.Builder
	for _, token := range []struct {
		name  string
		value content.Colour
	}{
		{"accent", t.Accent}, {"page", t.Achtergrond}, {"text", t.Tekst},
	} {
		if token.value != "" {
			fmt.Fprintf(&b, "--plein-color-%s:%s;", token.name, token.value)
		}
	}
	return b.String()
}

// themed adds a house style to the style sheet. It holds in light only: a
// colour that reads well on white seldom does on black, and the dark scheme has
// colours of its own. It goes into the same file, since a second one would be
// one more thing to wait for.
func (a *assets) themed(t content.Thema) *assets {
	own := tokens(t)
	i := slices.IndexFunc(a.list, func(x asset) bool { return x.path == a.byName[styleSheet] })
	if own == "" || i < 0 {
		return a
	}
	themed := &assets{list: slices.Delete(slices.Clone(a.list), i, i+1), byName: maps.Clone(a.byName)}
	rule := "@media screen and (prefers-color-scheme:light){:root{" + own + "}}"
	themed.add(styleSheet, append(slices.Clone(a.list[i].data), rule...))
	return themed
}
