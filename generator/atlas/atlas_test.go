package atlas

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// TestProject knows points of which the Kadaster gives the place in the grid.
func TestProject(t *testing.T) {
	for name, test := range map[string]struct{ latitude, longitude, east, north float64 }{
		"Amersfoort, the middle": {52.15517440, 5.38720621, 155_000, 463_000},
		"Westertoren, Amsterdam": {52.37453253, 4.88352559, 120_700.723, 487_525.501},
		"Martinitoren":           {53.21938317, 6.56820053, 233_883.131, 582_065.167},
	} {
		got := project(test.latitude, test.longitude)
		if math.Hypot(got.east-test.east, got.north-test.north) > 1 {
			t.Errorf("%s is at %.0f, %.0f, want %.0f, %.0f", name, got.east, got.north, test.east, test.north)
		}
	}
	goirle, tilburg := Place{"Goirle", 51.5203, 5.0672, false}, Place{"Tilburg", 51.5606, 5.0919, false}
	if d := Distance(goirle, tilburg); math.Abs(d-4800) > 100 {
		t.Errorf("from Goirle to Tilburg is %.0f m", d)
	}
}

// region is real: where towns lie to each other is known.
var region = []Place{
	{"Tilburg", 51.5606, 5.0838, false}, {"Tilburg", 51.5800, 5.0600, false}, {"Goirle", 51.5203, 5.0672, false},
	{"Kaatsheuvel", 51.6570, 5.0400, false}, {"Waalwijk", 51.6830, 5.0700, false}, {"Oisterwijk", 51.5795, 5.1883, false},
	{"Hilvarenbeek", 51.4850, 5.1370, false}, {"Loon op Zand", 51.6270, 5.0740, false}, {"Udenhout", 51.6090, 5.1440, false},
	{"Berkel-Enschot", 51.5850, 5.1430, false}, {"Drunen", 51.6860, 5.1320, false}, {"Waspik", 51.6890, 4.9490, false},
	{"Sprang-Capelle", 51.6680, 5.0150, false},
}

// TestRegion wants each town to be where it is from the others, and to be named.
func TestRegion(t *testing.T) {
	for _, size := range []Size{Small, Large} {
		m := Draw(region, size)
		check(t, m, region, size)
		at := map[string]Spot{}
		for _, s := range m.Spots {
			at[s.Towns[0]] = s
		}
		for _, test := range [][2]string{{"Waalwijk", "Tilburg"}, {"Tilburg", "Goirle"}, {"Goirle", "Hilvarenbeek"}, {"Drunen", "Udenhout"}, {"Kaatsheuvel", "Loon op Zand"}} {
			if at[test[0]].Y >= at[test[1]].Y {
				t.Errorf("%s is not north of %s", test[0], test[1])
			}
		}
		for _, test := range [][2]string{{"Waspik", "Waalwijk"}, {"Waalwijk", "Drunen"}, {"Goirle", "Hilvarenbeek"}, {"Loon op Zand", "Udenhout"}, {"Udenhout", "Oisterwijk"}} {
			if at[test[0]].X >= at[test[1]].X {
				t.Errorf("%s is not west of %s", test[0], test[1])
			}
		}
		if least := map[Size]int{Small: 10, Large: 12}[size]; len(m.Spots) != len(region) || len(m.Labels) < least {
			t.Errorf("%d spots and %d labels of %d places in %d towns", len(m.Spots), len(m.Labels), len(region), len(region)-1)
		}
	}
}

// check wants each place to be on the map once, nothing to lie over anything else, and all
// of it within the map.
func check(t *testing.T, m Map, places []Place, size Size) {
	t.Helper()
	var shown []int
	all := []box{m.Scale.box(size)}
	names := []string{"the scale"}
	for i, s := range m.Spots {
		for _, other := range m.Spots[:i] {
			if math.Hypot(float64(s.X-other.X), float64(s.Y-other.Y)) < float64(s.Radius+other.Radius) {
				t.Errorf("%d: the spots of %v and %v lie over each other", size.Width, s.Towns, other.Towns)
			}
		}
		shown = append(shown, s.Places...)
		all, names = append(all, s.box()), append(names, fmt.Sprint("the spot of ", s.Towns))
	}
	for _, l := range m.Labels {
		all, names = append(all, l.box), append(names, l.Text)
	}
	slices.Sort(shown)
	for i := range places {
		if i >= len(shown) || shown[i] != i {
			t.Fatalf("place %d of %d is not on the map once", i, len(places))
		}
	}
	for i, b := range all {
		if b.left < 0 || b.top < 0 || b.right > float64(m.Width) || b.bottom > float64(m.Height) {
			t.Errorf("%d: %s is outside the map of %d by %d: %v", size.Width, names[i], m.Width, m.Height, b)
		}
		for j := range i {
			if spots := i <= len(m.Spots); !spots && b.overlaps(all[j]) {
				t.Errorf("%d: %s lies over %s", size.Width, names[i], names[j])
			}
		}
	}
	if m.Height > 2*m.Width || m.Height < m.Width/3 {
		t.Errorf("the map is %d by %d", m.Width, m.Height)
	}
	if m.Scale.Length > m.Width/2 {
		t.Errorf("the scale of %d km takes %d of %d", m.Scale.Kilometres, m.Scale.Length, m.Width)
	}
}

// TestAny draws maps of any number of places, anywhere: all over the country, in one town,
// in a row, and at one door.
func TestAny(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, n := range []int{1, 2, 3, 13, 40, 150, 500} {
		for _, spread := range [][2]float64{{0, 0}, {0.002, 0.002}, {0.2, 0.2}, {0.2, 0}, {0, 0.3}, {1.4, 1.8}} {
			places := make([]Place, n)
			towns := []string{"Ee", "Dorp", "'s-Gravenmoer", "Berkel-Enschot", "Sint Philipsland aan de Maas"}
			for i := range places {
				places[i] = Place{
					Town:     towns[random.IntN(5)] + fmt.Sprint(random.IntN(1+n/2)),
					Latitude: 52.1 + spread[0]*(2*random.Float64()-1), Longitude: 5.4 + spread[1]*(2*random.Float64()-1),
				}
			}
			places[0].Here = true
			for _, size := range []Size{Small, Large} {
				m := Draw(places, size)
				check(t, m, places, size)
				if !slices.ContainsFunc(m.Labels, func(l Label) bool { return l.Here }) && n <= 3 {
					t.Errorf("%d places over %v: what the map is about has no name", n, spread)
				}
			}
		}
	}
}

// TestLand goes round all spots, by those at the edge.
func TestLand(t *testing.T) {
	for want, spots := range map[string][]Spot{
		"": nil, "M5 5L5 5Z": {{X: 5, Y: 5}}, "M0 0L9 9L9 9L0 0Z": {{X: 9, Y: 9}, {X: 0, Y: 0}, {X: 4, Y: 4}},
		"M0 0L9 0L9 9L9 9L0 9L0 0Z": {{X: 0, Y: 0}, {X: 9, Y: 9}, {X: 4, Y: 5}, {X: 9, Y: 0}, {X: 0, Y: 9}, {X: 5, Y: 0}},
	} {
		if got := land(spots); got != want {
			t.Errorf("land %q, want %q", got, want)
		}
	}
}

func BenchmarkDraw(b *testing.B) {
	random := rand.New(rand.NewPCG(1, 2))
	places := make([]Place, 500)
	for i := range places {
		places[i] = Place{fmt.Sprint("Dorp ", i/3), 51 + 2*random.Float64(), 4 + 2.5*random.Float64(), false}
	}
	for b.Loop() {
		Draw(places, Large)
	}
}
