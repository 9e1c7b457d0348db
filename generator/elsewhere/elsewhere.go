// Package elsewhere finds where else someone is helped: when a helper is at a plein next,
// which plein nearby helps with a topic, and where a referral leads these days.
package elsewhere

import (
	"cmp"
	"maps"
	"math"
	"slices"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/schedule"
)

// A Visit is a spreekuur at a door, on the next date that goes on there. Next is nil for a
// spreekuur by appointment, for one that is paused, and if no date is known.
type Visit struct {
	Spreekuur *catalog.Spreekuur
	Plein     *catalog.Plein
	Next      *catalog.Occurrence
}

// Dated reports whether the visitor can be told a day.
func (v Visit) Dated() bool { return v.Next != nil }

// Helps reports whether the visitor can be helped at all, with or without a day.
func (v Visit) Helps() bool { return v.Dated() || v.Spreekuur.OnAppointment() && v.Spreekuur.Active() }

// bySoonest puts what has a date first, and then who makes appointments.
func bySoonest(a, b Visit) int {
	if a.Dated() && b.Dated() {
		return a.Next.Begin().Compare(b.Next.Begin())
	}
	return cmp.Compare(a.rank(), b.rank())
}

func (v Visit) rank() int {
	switch {
	case v.Dated():
		return 0
	case v.Helps():
		return 1
	}
	return 2
}

// Anywhere is the next visit to a spreekuur, wherever that is.
func Anywhere(x *catalog.Spreekuur) Visit {
	if next, ok := x.NextHeld(); ok {
		return Visit{x, next.Plein, &next}
	}
	return Visit{Spreekuur: x, Plein: x.Plein}
}

// At is the next visit to a spreekuur at one plein, which it may visit as a guest, or
// leave for some weeks.
func At(x *catalog.Spreekuur, p *catalog.Plein) Visit {
	if next, ok := x.NextHeldAt(p); ok {
		return Visit{x, p, &next}
	}
	return Visit{Spreekuur: x, Plein: p}
}

// Here are the spreekuren about a topic at a plein, the soonest first. Those of other
// pleinen count from the day on which they come, and its own are left out while they are
// held somewhere else only.
func Here(p *catalog.Plein, o *catalog.Onderwerp) []Visit {
	var all []Visit
	for _, x := range catalog.Running(o.Spreekuren) {
		if x.Plein != p && !slices.Contains(p.Gasten, x) {
			continue
		}
		if v := At(x, p); v.Dated() || x.Plein == p && !Anywhere(x).Dated() {
			all = append(all, v)
		}
	}
	slices.SortStableFunc(all, bySoonest)
	return all
}

// Soonest is the first visit that helps.
func Soonest(all []Visit) (soonest Visit, found bool) {
	all = slices.DeleteFunc(slices.Clone(all), func(v Visit) bool { return !v.Helps() })
	if len(all) == 0 {
		return Visit{}, false
	}
	return slices.MinFunc(all, bySoonest), true
}

// Nearest is where else someone is helped by one of the spreekuren: at the nearest plein
// with a date or, if none has any, the nearest that makes appointments. Of pleinen that are
// as far, or of which nobody knows how far, it is the soonest.
func Nearest(p *catalog.Plein, all []*catalog.Spreekuur, on schedule.Date) (nearest Visit, found bool) {
	for _, group := range byDistance(p, all, on) {
		var there []Visit
		for _, x := range group {
			if v := Anywhere(x); v.Helps() && v.Plein != p {
				there = append(there, v)
			}
		}
		if len(there) == 0 {
			continue
		}
		if soonest := slices.MinFunc(there, bySoonest); !found || soonest.Dated() {
			nearest, found = soonest, true
		}
		if nearest.Dated() {
			break
		}
	}
	return nearest, found
}

// byDistance are the active spreekuren by how far their pleinen are, those that are as far
// together. Their dates are only looked up until one is near enough.
func byDistance(p *catalog.Plein, all []*catalog.Spreekuur, on schedule.Date) [][]*catalog.Spreekuur {
	groups := map[float64][]*catalog.Spreekuur{}
	for _, x := range all {
		if !x.Active() {
			continue
		}
		km, known := Distance(p, x.Plein, on)
		switch {
		case x.Plein == p:
			km = 0
		case !known:
			km = math.Inf(1)
		}
		groups[km] = append(groups[km], x)
	}
	var sorted [][]*catalog.Spreekuur
	for _, km := range slices.Sorted(maps.Keys(groups)) {
		sorted = append(sorted, groups[km])
	}
	return sorted
}

// Destination is where a referral of a spreekuur leads from a plein: for a partner that is
// its next spreekuur there or else the nearest. There is none for a website, and for a
// partner whom one can only call or write.
func Destination(at *catalog.Plein, from *catalog.Spreekuur, r catalog.Referral, on schedule.Date) (Visit, bool) {
	switch {
	case r.Spreekuur != nil:
		return Anywhere(r.Spreekuur), true
	case r.Partner == nil:
		return Visit{}, false
	}
	var here []Visit
	others := slices.DeleteFunc(slices.Clone(r.Partner.Spreekuren), func(x *catalog.Spreekuur) bool { return x == from || !x.Active() })
	for _, x := range others {
		if v := At(x, at); v.Dated() || x.Plein == at && v.Helps() {
			here = append(here, v)
		}
	}
	if len(here) == 0 {
		return Nearest(at, others, on)
	}
	return slices.MinFunc(here, bySoonest), true
}

// Distance is how far two pleinen are apart as the crow flies, in kilometres. A plein
// without a spot on the map counts as in the middle of its place.
func Distance(a, b *catalog.Plein, on schedule.Date) (km float64, known bool) {
	from, here := spot(a, on)
	to, there := spot(b, on)
	return Kilometres(from, to), here && there
}

func spot(p *catalog.Plein, on schedule.Date) (at catalog.Point, known bool) {
	if adres := p.Adres(on); adres.Breedtegraad != 0 {
		return catalog.Point{Latitude: adres.Breedtegraad, Longitude: adres.Lengtegraad}, true
	}
	if p.Plaats == nil {
		return catalog.Point{}, false
	}
	return p.Plaats.Middle(on)
}

const earth = 6371 // kilometres

// Kilometres is the distance between two points that are not far apart.
func Kilometres(a, b catalog.Point) float64 {
	const rad = math.Pi / 180
	x := (b.Longitude - a.Longitude) * rad * math.Cos((a.Latitude+b.Latitude)/2*rad)
	return earth * math.Hypot(x, (b.Latitude-a.Latitude)*rad)
}
