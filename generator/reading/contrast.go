package reading

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/palette"
	"pleinwijzer/generator/typed"
)

// checkContrast refuses colours that people cannot read. The colours that [thema] does not
// set are those of the style sheet; all others follow from these three.
func checkContrast(c *checker, t content.Thema) {
	own := palette.Of(t.Accent, t.Achtergrond, t.Tekst)
	for _, colour := range []struct {
		key, name   string
		set, holds  typed.Colour
		onDarkPages typed.Colour
	}{{"accent", "links", t.Accent, own.Accent, palette.Dark.Accent}, {"tekst", "tekst", t.Tekst, own.Text, palette.Dark.Text}} {
		ratio := typed.Contrast(colour.holds, own.Page)
		switch {
		case ratio >= palette.LeastText:
		case colour.set != "":
			c.add("contrast-laag", c.doc.Value("thema", colour.key),
				fmt.Sprintf("deze kleur is slecht te lezen op %s: het contrast is %s op 1, en moet minstens %s zijn",
					own.Page, decimal(ratio), decimal(palette.LeastText)),
				fmt.Sprintf("schrijf bijvoorbeeld %q", palette.Mend(colour.set, own.Page)))
		default:
			mend := palette.Mend(colour.holds, own.Page)
			if palette.Good(colour.onDarkPages, own.Page) {
				mend = colour.onDarkPages
			}
			c.add("contrast-laag", c.doc.Value("thema", "achtergrond"),
				fmt.Sprintf("op deze achtergrond is de kleur van %s (%s) slecht te lezen: het contrast is %s op 1, en moet minstens %s zijn",
					colour.name, colour.holds, decimal(ratio), decimal(palette.LeastText)),
				fmt.Sprintf("zet eronder: %s = %q", colour.key, mend))
		}
	}
}

// decimal formats a number with one decimal and a comma. It rounds down, so that a
// ratio never looks better than it is.
func decimal(v float64) string {
	return strings.Replace(strconv.FormatFloat(math.Floor(v*10)/10, 'f', 1, 64), ".", ",", 1)
}
