package reading

import "testing"

func TestDecimalRoundsDown(t *testing.T) {
	for v, want := range map[float64]string{4.49: "4,4", 4.5: "4,5", 21: "21,0"} {
		if got := decimal(v); got != want {
			t.Errorf("decimal(%v) = %s, want %s", v, got, want)
		}
	}
}
