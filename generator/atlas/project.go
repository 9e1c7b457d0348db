// Package atlas draws maps of places by themselves: where they are, how they are called,
// and nothing of anybody else.
//
// A map has a spot for each place, or for several that would lie over each other, and a
// label for each town, where there is room for it. So it is as clear with three places as
// with five hundred. It knows nothing of pages: who asks for a map says what a spot leads to.
package atlas

import "math"

// metres is a point of the Dutch grid (Rijksdriehoeksmeting): east and north of a point in
// France, in metres, as on the maps that people know.
type metres struct{ east, north float64 }

// term is a term of the series below: a factor for a power of the latitude and one of the
// longitude.
type term struct {
	latitude, longitude float64
	factor              float64
}

// The series of Schreutelkamp and Strang van Hees (Geodesia, 2001), which is right to a
// quarter of a metre in all of the country.
var (
	eastTerms = []term{
		{0, 1, 190094.945}, {1, 1, -11832.228}, {2, 1, -114.221}, {0, 3, -32.391}, {1, 0, -0.705},
		{3, 1, -2.340}, {1, 3, -0.608}, {0, 2, -0.008}, {2, 3, 0.148},
	}
	northTerms = []term{
		{1, 0, 309056.544}, {0, 2, 3638.893}, {2, 0, 73.077}, {1, 2, -157.984}, {3, 0, 59.788},
		{0, 1, 0.433}, {2, 2, -6.439}, {1, 1, -0.032}, {0, 4, 0.092}, {1, 4, -0.054},
	}
)

// project finds the place of a point on earth in that grid.
func project(latitude, longitude float64) metres {
	a, b := 0.36*(latitude-52.15517440), 0.36*(longitude-5.38720621)
	sum := func(terms []term) float64 {
		total := 0.0
		for _, t := range terms {
			total += t.factor * math.Pow(a, t.latitude) * math.Pow(b, t.longitude)
		}
		return total
	}
	return metres{155_000 + sum(eastTerms), 463_000 + sum(northTerms)}
}

// Distance is how far two places are from each other as the crow flies, in metres.
func Distance(a, b Place) float64 {
	from, to := project(a.Latitude, a.Longitude), project(b.Latitude, b.Longitude)
	return math.Hypot(from.east-to.east, from.north-to.north)
}
