package content

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// The least contrast between text and what is behind it, WCAG 2.2, success
// criterion 1.4.3 (level AA, text of any size).
const leastContrast = 4.5

// The background where [thema] names none: that of the style sheet in light.
const defaultBackground Colour = "#fffdf9"

// checkContrast refuses colours that people cannot read.
func (t Thema) checkContrast(c *checker) {
	background := t.Achtergrond
	if background == "" {
		background = defaultBackground
	}
	for _, colour := range []struct {
		key   string
		value Colour
	}{{"accent", t.Accent}, {"tekst", t.Tekst}} {
		if colour.value == "" {
			continue
		}
		if ratio := contrast(colour.value, background); ratio < leastContrast {
			c.add("contrast-laag", c.doc.Value("thema", colour.key),
				fmt.Sprintf("deze kleur is slecht te lezen op %s: het contrast is %s op 1", background, decimal(ratio)),
				fmt.Sprintf("kies een kleur met een contrast van minstens %s op 1", decimal(leastContrast)))
		}
	}
}

// decimal writes a number with one decimal and a comma, rounded down so that a
// ratio never looks better than it is.
func decimal(v float64) string {
	return strings.Replace(strconv.FormatFloat(math.Floor(v*10)/10, 'f', 1, 64), ".", ",", 1)
}

// contrast is the contrast ratio of two colours (WCAG 2.2, "contrast ratio").
func contrast(a, b Colour) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// luminance is the relative luminance of a colour in sRGB (WCAG 2.2, "relative
// luminance").
func luminance(c Colour) float64 {
	n, err := strconv.ParseUint(string(c[1:]), 16, 32)
	if err != nil {
		panic("content: a Colour that is none: " + string(c))
	}
	linear := func(shift int) float64 {
		v := float64(n>>shift&0xff) / 255
		if v <= 0.04045 {
			return v / 12.92
		}
		return math.Pow((v+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(16) + 0.7152*linear(8) + 0.0722*linear(0)
}
