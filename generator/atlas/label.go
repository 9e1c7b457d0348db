package atlas

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode"
)

// box is a part of the map that is taken.
type box struct{ left, top, right, bottom float64 }

func (b box) overlaps(c box) bool {
	return b.left < c.right && c.left < b.right && b.top < c.bottom && c.top < b.bottom
}

func (b box) wider(by float64) box { return box{b.left - by, b.top - by, b.right + by, b.bottom + by} }

func (s Spot) box() box {
	x, y, r := float64(s.X), float64(s.Y), float64(s.Radius+1)
	return box{x - r, y - r, x + r, y + r}
}

// name puts a label beside a spot of each town, as far as there is room. A town with spots
// far from each other has one.
func (m *Map) name(size Size) {
	var taken []box
	for _, s := range m.Spots {
		taken = append(taken, s.box())
	}
	taken = append(taken, m.Scale.box(size))
	order := m.order(taken, size)
	named := map[string]bool{}
	for _, i := range order {
		spot := m.Spots[i]
		text := spot.label()
		if named[spot.Towns[0]] {
			continue
		}
		width := widthOf(text, size.Text, spot.Here)
		if free := m.free(spot, width, taken, size); len(free) > 0 {
			named[spot.Towns[0]] = true
			best := free[0]
			best.Text = text
			m.Labels = append(m.Labels, best)
			taken = append(taken, best.box)
		}
	}
}

// free are the labels that a spot can have beside what is taken, the best first.
func (m *Map) free(spot Spot, width float64, taken []box, size Size) []Label {
	var free []Label
	for _, at := range around(spot, width, float64(size.Text), float64(m.Width)) {
		place := box{at.x, at.y - 0.85*float64(size.Text), at.x + width, at.y + 0.3*float64(size.Text)}
		within := place.left >= 4 && place.top >= 4 && place.right <= float64(m.Width-4) && place.bottom <= float64(m.Height-4)
		if within && !slices.ContainsFunc(taken, place.wider(1).overlaps) {
			free = append(free, Label{X: int(math.Round(at.x)), Y: int(math.Round(at.y)), Here: spot.Here, box: place})
		}
	}
	return free
}

// order is that in which spots get a label: what the map is about first, then those of most
// places, and of others those first that have the fewest ways.
func (m *Map) order(taken []box, size Size) []int {
	order, ways := make([]int, len(m.Spots)), make([]int, len(m.Spots))
	for i, s := range m.Spots {
		order[i] = i
		ways[i] = len(m.free(s, widthOf(s.label(), size.Text, s.Here), taken, size))
	}
	slices.SortStableFunc(order, func(a, b int) int {
		x, y := m.Spots[a], m.Spots[b]
		return cmp.Or(truth(y.Here)-truth(x.Here), cmp.Compare(len(y.Places), len(x.Places)), cmp.Compare(ways[a], ways[b]))
	})
	return order
}

func truth(b bool) int {
	if b {
		return 1
	}
	return 0
}

// label is the town of a spot. Where it is not the only one, a number says how many more.
func (s Spot) label() string {
	if len(s.Towns) == 1 {
		return s.Towns[0]
	}
	return fmt.Sprintf("%s +%d", s.Towns[0], len(s.Towns)-1)
}

// around are the places for a label of a width beside a spot, the best first. The last ones
// are for a long name at an edge of the map.
func around(s Spot, width, text, across float64) []point {
	x, y, r := float64(s.X), float64(s.Y), float64(s.Radius)+5
	middle := y + 0.33*text
	above, below := y-r-0.25*text, y+r+0.75*text
	corner := 0.7 * r
	inside := max(4, min(x-width/2, across-4-width))
	return []point{
		{x + r, middle}, {x - r - width, middle}, {x - width/2, below}, {x - width/2, above},
		{x + corner, y - corner}, {x + corner, y + corner + 0.6*text},
		{x - corner - width, y - corner}, {x - corner - width, y + corner + 0.6*text},
		{x - width/4, below}, {x - 3*width/4, below}, {x - width/4, above}, {x - 3*width/4, above}, {inside, below}, {inside, above},
	}
}

// The widths of letters in the fonts of phones and desktops, by the size of the text: at
// most, since a name that is wider than its room would lie over another one.
const (
	narrowLetters = "iljtfrI1.,'()-’ "
	wideLetters   = "mwMW@"
)

func widthOf(text string, size int, bold bool) float64 {
	width := 0.0
	for _, r := range text {
		switch {
		case strings.ContainsRune(narrowLetters, r):
			width += 0.42
		case strings.ContainsRune(wideLetters, r):
			width += 0.98
		case unicode.IsUpper(r):
			width += 0.75
		case r < 0x250 || unicode.Is(unicode.Cyrillic, r):
			width += 0.62
		default:
			width++
		}
	}
	if bold {
		width *= 1.1
	}
	return width * float64(size)
}

// scaleOf is a round number of kilometres that is at most a quarter of the map.
func scaleOf(unit float64, width, height int) Scale {
	const margin = 14
	s := Scale{X: margin, Y: height - margin}
	for _, kilometres := range []int{1, 2, 5, 10, 20, 50, 100} {
		length := int(math.Round(float64(kilometres) * 1000 / unit))
		if s.Length > 0 && length > width/4 {
			break
		}
		s.Kilometres, s.Length = kilometres, length
	}
	return s
}

func (s Scale) box(size Size) box {
	x, y := float64(s.X), float64(s.Y)
	return box{x - 2, y - 6, x + float64(s.Length) + 4*float64(size.Text), y + 6}
}
