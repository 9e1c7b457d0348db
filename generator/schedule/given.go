package schedule

import (
	"cmp"
	"slices"
)

// A GivenDay is a date about which nothing has to be worked out: somebody else has already
// done so, and says exactly what takes place.
type GivenDay struct {
	Date        Date
	Occurrences []Occurrence // in order of begin; Move is set when they are asked for
}

// givenOn returns the given day on the date, or nil.
func (s *Schedule) givenOn(d Date) *GivenDay {
	i, found := slices.BinarySearchFunc(s.Given, d, func(g GivenDay, d Date) int { return cmp.Compare(g.Date, d) })
	if !found {
		return nil
	}
	return &s.Given[i]
}

// nextGiven returns the first given day in the period on which there is an occurrence, or 0.
func (s *Schedule) nextGiven(in Period) Date {
	i, _ := slices.BinarySearchFunc(s.Given, in.From, func(g GivenDay, d Date) int { return cmp.Compare(g.Date, d) })
	for _, g := range s.Given[i:] {
		if g.Date > in.Until {
			break
		}
		if len(g.Occurrences) > 0 {
			return g.Date
		}
	}
	return 0
}

// given appends the occurrences of a given day, each at the address of its place on that day.
func (s *Schedule) given(g *GivenDay, out []Occurrence) []Occurrence {
	for _, o := range g.Occurrences {
		place := s.Home
		if o.Place > 0 && o.Place <= len(s.Elsewhere) {
			place = s.Elsewhere[o.Place-1]
		}
		o.Move = place.MoveOn(o.Date)
		out = append(out, o)
	}
	return out
}

// Claimed is the period in which the rule has dates: within its bounds, as far as it is
// known.
func (s *Schedule) Claimed() Period { return s.Bounds.clip(s.Known) }
