package atlas

import (
	"cmp"
	"math"
	"slices"
)

// Place is what is to be on a map. Degrees are WGS 84.
type Place struct {
	Town                string
	Latitude, Longitude float64
	Here                bool // the map is about this one
}

// A Size is what a map is drawn for.
type Size struct {
	Width int
	High  int // at most
	Text  int // the size of the letters
	Spot  int // the radius of a spot
	Reach int // the radius within which a finger hits it
}

// The sizes: a map of Small is shown as wide as a phone, one of Large as a page. Letters
// would else be too small on the one or too large on the other.
var (
	Small = Size{Width: 340, High: 460, Text: 16, Spot: 10, Reach: 15}
	Large = Size{Width: 700, High: 620, Text: 17, Spot: 11, Reach: 16}
)

// A Map is drawn from the upper left corner.
type Map struct {
	Width, Height int
	Spots         []Spot
	Labels        []Label
	Land          string // a path round all spots, of which the edge is to be drawn wide
	Band          int    // how wide
	Scale         Scale
}

// A Spot is where a place is, or where some are.
type Spot struct {
	X, Y, Radius int
	Places       []int    // by their place in what was asked for
	Towns        []string // that of most first
	Here         bool
}

// A Label is a name beside its spot.
type Label struct {
	X, Y int // where the text begins: its left, and the line on which it stands
	Text string
	Here bool

	box box
}

// A Scale is a line of so many kilometres.
type Scale struct{ X, Y, Length, Kilometres int }

// crowded is the number of places above which spots are put together sooner, so that names
// keep some room.
const crowded = 60

// Draw makes a map of places.
func Draw(places []Place, size Size) Map {
	m := Map{Width: size.Width, Band: size.Width / 6}
	points, unit := m.fit(places, size)
	m.Spots = gather(places, points, size)
	m.Land = land(m.Spots)
	m.Scale = scaleOf(unit, m.Width, m.Height)
	m.name(size)
	return m
}

// point is where a place is on the map.
type point struct{ x, y float64 }

// fit lets the places fill the map, and says how many metres one unit is.
func (m *Map) fit(places []Place, size Size) ([]point, float64) {
	const leastAcross = 4000 // metres: closer there is nothing to see
	grid := make([]metres, len(places))
	low, high := metres{math.Inf(1), math.Inf(1)}, metres{math.Inf(-1), math.Inf(-1)}
	for i, p := range places {
		at := project(p.Latitude, p.Longitude)
		grid[i] = at
		low = metres{min(low.east, at.east), min(low.north, at.north)}
		high = metres{max(high.east, at.east), max(high.north, at.north)}
	}
	margin := float64(2*size.Spot + size.Text)
	room := float64(size.Width) - 2*margin
	across, up := max(high.east-low.east, leastAcross), high.north-low.north
	unit := max(across/room, up/(float64(size.High)-2*margin))
	m.Height = max(int(up/unit+2*margin), size.Width/2) // not a ribbon
	left := (float64(size.Width) - (high.east-low.east)/unit) / 2
	top := (float64(m.Height) - up/unit) / 2
	points := make([]point, len(places))
	for i, at := range grid {
		points[i] = point{left + (at.east-low.east)/unit, top + (high.north-at.north)/unit}
	}
	return points, unit
}

// gather puts together what would lie over each other, first in each town. A spot is in the
// middle of its places.
func gather(places []Place, points []point, size Size) []Spot {
	apart := float64(2 * size.Reach)
	if len(places) > crowded {
		apart *= 1.5
	}
	var all []cluster
	for i, p := range places {
		all = append(all, cluster{places: []int{i}, at: points[i], here: p.Here})
	}
	sameTown := func(a, b cluster) bool { return places[a.places[0]].Town == places[b.places[0]].Town }
	all = merged(all, apart, sameTown)
	all = merged(all, apart, func(cluster, cluster) bool { return true })
	spots := make([]Spot, len(all))
	for i, c := range all {
		slices.Sort(c.places)
		spots[i] = Spot{X: int(math.Round(c.at.x)), Y: int(math.Round(c.at.y)), Radius: size.Spot, Places: c.places, Here: c.here}
		if len(c.places) > 1 {
			spots[i].Radius += 2 // there is a number in it
		}
		spots[i].Towns = townsOf(places, c.places)
	}
	slices.SortFunc(spots, func(a, b Spot) int { return cmp.Compare(a.Places[0], b.Places[0]) })
	return spots
}

type cluster struct {
	places []int
	at     point
	here   bool
}

// merged puts the two that are nearest together, as long as two are too near.
func merged(all []cluster, apart float64, may func(a, b cluster) bool) []cluster {
	for {
		slices.SortFunc(all, func(a, b cluster) int {
			return cmp.Or(cmp.Compare(a.at.x, b.at.x), cmp.Compare(a.at.y, b.at.y), cmp.Compare(a.places[0], b.places[0]))
		})
		first, second, nearest := -1, -1, apart*apart
		for i := range all {
			for j := i - 1; j >= 0 && all[i].at.x-all[j].at.x < apart; j-- {
				x, y := all[i].at.x-all[j].at.x, all[i].at.y-all[j].at.y
				if d := x*x + y*y; d < nearest && may(all[i], all[j]) {
					first, second, nearest = j, i, d
				}
			}
		}
		if first < 0 {
			return all
		}
		a, b := all[first], all[second]
		n, k := float64(len(a.places)), float64(len(b.places))
		a.at = point{(a.at.x*n + b.at.x*k) / (n + k), (a.at.y*n + b.at.y*k) / (n + k)}
		a.places, a.here = append(slices.Clone(a.places), b.places...), a.here || b.here
		all[first] = a
		all = slices.Delete(all, second, second+1)
	}
}

// townsOf are the towns of places, that of most first.
func townsOf(places []Place, of []int) []string {
	count := map[string]int{}
	var towns []string
	for _, i := range of {
		town := places[i].Town
		if count[town]++; count[town] == 1 {
			towns = append(towns, town)
		}
	}
	slices.SortStableFunc(towns, func(a, b string) int { return cmp.Compare(count[b], count[a]) })
	return towns
}
