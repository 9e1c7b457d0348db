package atlas

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// land is a path round all spots, with no dents: the convex hull (Andrew's monotone chain).
func land(spots []Spot) string {
	if len(spots) == 0 {
		return ""
	}
	sorted := slices.Clone(spots)
	slices.SortFunc(sorted, func(a, b Spot) int { return cmp.Or(cmp.Compare(a.X, b.X), cmp.Compare(a.Y, b.Y)) })
	hull := half(sorted)
	slices.Reverse(sorted)
	hull = append(hull, half(sorted)...)
	var path strings.Builder
	for i, s := range hull {
		fmt.Fprintf(&path, "%c%d %d", "ML"[min(i, 1)], s.X, s.Y)
	}
	return path.String() + "Z"
}

// half is the hull on one side of spots that are in order, from the first one to the last.
func half(spots []Spot) []Spot {
	var hull []Spot
	for _, s := range spots {
		for len(hull) > 1 && !turnsLeft(hull[len(hull)-2], hull[len(hull)-1], s) {
			hull = hull[:len(hull)-1]
		}
		hull = append(hull, s)
	}
	return hull
}

func turnsLeft(a, b, c Spot) bool { return (b.X-a.X)*(c.Y-a.Y)-(b.Y-a.Y)*(c.X-a.X) > 0 }
