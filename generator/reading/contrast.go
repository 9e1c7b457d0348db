package reading

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/typed"
)

// The minimum contrast between text and its background (WCAG 2.2, success criterion
// 1.4.3, level AA, text of any size).
const leastContrast = 4.5

// The background if [thema] has none: that of the style sheet in light mode.
const defaultBackground typed.Colour = "#fffdf9"

// checkContrast refuses colours that people cannot read.
func checkContrast(c *checker, t content.Thema) {
	background := t.Achtergrond
	if background == "" {
		background = defaultBackground
	}
	for _, colour := range []struct {
		key   string
		value typed.Colour
	}{{"accent", t.Accent}, {"tekst", t.Tekst}} {
		if colour.value == "" {
			continue
		}
		if ratio := typed.Contrast(colour.value, background); ratio < leastContrast {
			c.add("contrast-laag", c.doc.Value("thema", colour.key),
				fmt.Sprintf("deze kleur is slecht te lezen op %s: het contrast is %s op 1", background, decimal(ratio)),
				fmt.Sprintf("kies een kleur met een contrast van minstens %s op 1", decimal(leastContrast)))
		}
	}
}

// decimal formats a number with one decimal and a comma. It rounds down, so that a
// ratio never looks better than it is.
func decimal(v float64) string {
	return strings.Replace(strconv.FormatFloat(math.Floor(v*10)/10, 'f', 1, 64), ".", ",", 1)
}
