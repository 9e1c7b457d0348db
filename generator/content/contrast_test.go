package content

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
		if got := contrast(test.a, test.b); math.Abs(got-test.want) > 0.005 {
			t.Errorf("contrast(%s, %s) = %.3f, want %.2f", test.a, test.b, got, test.want)
		}
	}
}

func TestDecimalRoundsDown(t *testing.T) {
	for v, want := range map[float64]string{4.49: "4,4", 4.5: "4,5", 21: "21,0"} {
		if got := decimal(v); got != want {
			t.Errorf("decimal(%v) = %s, want %s", v, got, want)
		}
	}
}
