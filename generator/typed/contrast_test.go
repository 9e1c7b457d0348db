package typed

import (
	"math"
	"testing"
)

func TestContrast(t *testing.T) {
	tests := []struct {
		a, b Colour
		want float64
	}{
		{"#000000", "#ffffff", 21}, // the largest there is
		{"#ffffff", "#000000", 21},
		{"#777777", "#ffffff", 4.48}, // the grey that just fails
		{"#767676", "#ffffff", 4.54}, // and the one that just passes
		{"#ff0000", "#ffffff", 4.00},
		{"#123456", "#123456", 1},
	}
	for _, test := range tests {
		if got := Contrast(test.a, test.b); math.Abs(got-test.want) > 0.005 {
			t.Errorf("Contrast(%s, %s) = %.3f, want %.2f", test.a, test.b, got, test.want)
		}
	}
}
