package piece

import (
	"cmp"
	"fmt"
	"html/template"
	"math"
	"slices"
	"strconv"
	"strings"

	"pleinwijzer/generator/atlas"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/layout"
)

// Map shows where pleinen are, drawn for a phone and for a page. Whoever cannot see it has
// the same pleinen in a list.
type Map struct {
	Drawn  []template.HTML
	Absent []layout.Link // pleinen of which nobody said where they are
}

// onMap is a plein with its place.
type onMap struct {
	plein *catalog.Plein
	place atlas.Place
}

// located are the pleinen that can be on a map, and those that cannot.
func located(s *layout.Site, all []*catalog.Plein) (on []onMap, absent []*catalog.Plein) {
	for _, p := range all {
		a := p.Adres(s.Catalog.Today)
		if a.Breedtegraad == 0 || a.Lengtegraad == 0 {
			absent = append(absent, p)
			continue
		}
		on = append(on, onMap{p, atlas.Place{Town: a.Plaats, Latitude: a.Breedtegraad, Longitude: a.Lengtegraad}})
	}
	return on, absent
}

// MapOf is the map of all pleinen; nil where there are no two to see.
func MapOf(s *layout.Site) *Map {
	on, absent := located(s, s.Catalog.Pleinen)
	if len(on) < 2 {
		return nil
	}
	return &Map{
		Drawn:  []template.HTML{drawn(s, on, "klein", atlas.Small), drawn(s, on, "groot", atlas.Large)},
		Absent: layout.Links(s, absent, PleinLink),
	}
}

func drawn(s *layout.Site, on []onMap, name string, size atlas.Size) template.HTML {
	return drawingOf(s, on, size, drawing{Name: name, Heading: "op-de-kaart"}).html()
}

// drawingOf draws what is on a map.
func drawingOf(s *layout.Site, on []onMap, size atlas.Size, d drawing) drawing {
	places := make([]atlas.Place, len(on))
	for i, p := range on {
		places[i] = p.place
	}
	m := atlas.Draw(places, size)
	d.Foreign, d.Language, d.Direction = s.Foreign(), s.Language.Code, s.Language.Dir
	d.Width, d.Height, d.Land, d.Band, d.Labels, d.Text, d.Reach = m.Width, m.Height, m.Land, m.Band, m.Labels, size.Text, size.Reach
	d.Scale = scale{m.Scale.X, m.Scale.Y, m.Scale.X + m.Scale.Length, kilometres(s, m.Scale.Kilometres)}
	for _, drawn := range m.Spots {
		d.Spots = append(d.Spots, spotOf(s, on, drawn))
	}
	slices.SortStableFunc(d.Spots, func(a, b spot) int { return cmp.Compare(order(a), order(b)) })
	return d
}

// order has the spot that the map is about last, above the others.
func order(x spot) int {
	if x.Here {
		return 1
	}
	return 0
}

func kilometres(s *layout.Site, n int) string { return s.Word("kilometer", strconv.Itoa(n)) }

func spotOf(s *layout.Site, on []onMap, at atlas.Spot) spot {
	made := spot{X: at.X, Y: at.Y, Radius: at.Radius, Here: at.Here}
	first := on[at.Places[0]].plein
	if len(at.Places) == 1 {
		made.URL, made.Name = s.Link(first.Page()), first.Naam
		if town := on[at.Places[0]].place.Town; !strings.Contains(made.Name, town) {
			made.Name += ", " + town
		}
		return made
	}
	made.Count, made.URL = len(at.Places), s.Link("/plaatsen/")
	if len(at.Towns) == 1 && first.Plaats != nil {
		made.URL = s.Link(first.Plaats.Page())
	}
	made.Name = fmt.Sprintf("%s (%d)", strings.Join(at.Towns, ", "), made.Count)
	return made
}

// Around is a plein among its neighbours.
type Around struct {
	Drawn template.HTML
	Links []layout.Link // to those neighbours, the nearest first; Text is how far it is
}

const (
	neighbours = 7
	nearby     = 25_000 // metres: who walks in does not come from further
)

// AroundOf shows where a plein is; nil where nobody said so, or there is none near it.
func AroundOf(s *layout.Site, p *catalog.Plein) *Around {
	own, _ := located(s, []*catalog.Plein{p})
	if len(own) == 0 {
		return nil
	}
	all, _ := located(s, s.Catalog.Pleinen)
	far := make(map[*catalog.Plein]float64, len(all))
	all = slices.DeleteFunc(all, func(x onMap) bool {
		far[x.plein] = atlas.Distance(own[0].place, x.place)
		return x.plein == p || far[x.plein] > nearby
	})
	if len(all) == 0 {
		return nil
	}
	slices.SortStableFunc(all, func(a, b onMap) int { return cmp.Compare(far[a.plein], far[b.plein]) })
	all = all[:min(len(all), neighbours)]
	own[0].place.Here = true
	picture := drawingOf(s, append(own, all...), atlas.Small, drawing{Name: "klein", Heading: "in-de-buurt", Still: true})
	around := &Around{Drawn: picture.html()}
	for _, x := range all[:min(len(all), 4)] {
		link := PleinLink(s, x.plein)
		link.Text, link.Other = kilometres(s, max(1, int(math.Round(far[x.plein]/1000)))), false
		around.Links = append(around.Links, link)
	}
	return around
}
