package typed

import (
	"math"
	"strconv"
)

// Contrast is the contrast ratio of two colours (WCAG 2.2, "contrast ratio").
func Contrast(a, b Colour) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// luminance is the relative luminance of a colour in sRGB (WCAG 2.2, "relative
// luminance").
func luminance(c Colour) float64 {
	n, err := strconv.ParseUint(string(c[1:]), 16, 32)
	if err != nil {
		panic("typed: a Colour that is none: " + string(c))
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
