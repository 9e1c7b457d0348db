package piece

import "testing"

// TestSoftened breaks a name where a reader would, and only a long one.
func TestSoftened(t *testing.T) {
	for name, want := range map[string]string{
		"Dinsdagochtendplein":    "Dinsdagochtend\u00adplein",
		"Wagnerplein in Tilburg": "Wagner\u00adplein in Tilburg",
		"Plein Goirle":           "Plein Goirle",
		"Dorpspleinen":           "Dorpspleinen",
	} {
		if got := Softened(name); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
