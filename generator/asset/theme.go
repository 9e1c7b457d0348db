package asset

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/palette"
	"pleinwijzer/generator/typed"
)

// styleSheets are the ones with tokens that [thema] sets: that of every page, and
// that of pages in a frame on another site.
var styleSheets = []string{"css/site.css", "embed/frame.css"}

// tokens are the custom properties of the style sheet that [thema] changes: the colours
// that it sets, and those that follow from them.
func tokens(t content.Thema) string {
	own := palette.Of(t.Accent, t.Achtergrond, t.Tekst)
	otherwise := map[string]typed.Colour{}
	for name, colour := range palette.Light.Tokens() {
		otherwise[name] = colour
	}
	// In the style sheet these two follow.
	otherwise["--plein-page-header-background-color"], otherwise["--plein-page-header-color"] = own.Accent, own.OnAccent
	set := map[string]bool{
		"--plein-color-accent": t.Accent != "", "--plein-color-page": t.Achtergrond != "", "--plein-color-text": t.Tekst != "",
	}
	var b strings.Builder
	for name, colour := range own.Tokens() {
		if set[name] || colour != otherwise[name] {
			fmt.Fprintf(&b, "%s:%s;", name, colour)
		}
	}
	return b.String()
}

// dayTokens are the colours of the days in a style sheet, in light and then in dark.
var dayTokens = regexp.MustCompile(`--plein-day-[a-z]+:[^;}]+`)

// darkened are the properties of a style sheet that a house style with light text on a
// dark page takes from its dark scheme.
func darkened(sheet []byte) string {
	days := dayTokens.FindAllString(string(sheet), -1)
	return strings.Join(append(days[len(days)/2:], "color-scheme:dark"), ";")
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
	themed := &Assets{list: slices.Clone(a.list), byName: maps.Clone(a.byName), photos: a.photos}
	for _, name := range styleSheets {
		i := slices.IndexFunc(a.list, func(x asset) bool { return x.Path == a.byName[name] })
		if i < 0 {
			continue
		}
		themed.list = slices.DeleteFunc(themed.list, func(x asset) bool { return x.Path == a.list[i].Path })
		props := own
		if palette.Of(t.Accent, t.Achtergrond, t.Tekst).IsDark() {
			props += darkened(a.list[i].Data)
		}
		rule := "@media screen and (prefers-color-scheme:light){:root{" + props + "}}"
		themed.add(name, append(slices.Clone(a.list[i].Data), rule...))
	}
	return themed
}
