package catalog

import (
	"slices"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/schedule"
)

// Question is what a visitor may say, with the topics that help: its own first.
type Question struct {
	*content.Vraag
	Topics []*Onderwerp
}

// Page is the path of its page.
func (q *Question) Page() string { return "/hulp/" + q.Slug() + "/" }

// Spreekuren are those that help, of all its topics, as far as they are held these days.
func (q *Question) Spreekuren() []*Spreekuur {
	var list []*Spreekuur
	for i, o := range q.Topics {
		for _, s := range o.Spreekuren {
			before := func(other *Onderwerp) bool { return slices.Contains(s.Onderwerpen, other) }
			if s.Active() && !slices.ContainsFunc(q.Topics[:i], before) {
				list = append(list, s)
			}
		}
	}
	return list
}

// Point is somewhere on the map, in degrees.
type Point struct{ Latitude, Longitude float64 }

// Middle is where the pleinen of a place are on a day, as far as that is known.
func (p *Plaats) Middle(on schedule.Date) (middle Point, known bool) {
	n := 0.0
	for _, plein := range p.Pleinen {
		if at := plein.Adres(on); at.Breedtegraad != 0 {
			middle.Latitude, middle.Longitude, n = middle.Latitude+at.Breedtegraad, middle.Longitude+at.Lengtegraad, n+1
		}
	}
	return Point{middle.Latitude / max(n, 1), middle.Longitude / max(n, 1)}, n > 0
}
