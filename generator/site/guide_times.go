package site

import (
	"cmp"
	"slices"
	"sync"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/elsewhere"
	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/schedule"
)

// guideTimes knows when and where there is something, for all questions together: what
// they ask of it is found once.
type guideTimes struct {
	site   *layout.Site
	places []*catalog.Plaats // those with something
	first  func() map[*catalog.Spreekuur]dates
	hours  func() *moments
	hosts  func() *moments
	near   func() map[*catalog.Plaats][]neighbour
}

// moment is a date at a door: of a spreekuur, or of a plein that is open then.
type moment struct {
	date      schedule.Date
	span      schedule.Span
	plein     *catalog.Plein
	adres     content.Adres
	spreekuur *catalog.Spreekuur
}

// needed reports whether nobody is helped without an appointment.
func (m moment) needed() bool {
	return m.spreekuur.Aanmelden == content.Required && m.spreekuur.Inloop == schedule.Span{}
}

func bySoonest(a, b moment) int {
	return cmp.Or(cmp.Compare(a.date, b.date), cmp.Compare(a.span.Begin, b.span.Begin))
}

// moments are the answers to a question, the first ones first.
type moments struct {
	soonest, evening []moment // wherever they are
	here, near       map[*catalog.Plaats][]moment
	asked            map[*catalog.Plaats][]*catalog.Spreekuur // only by appointment
	hours            bool                                     // they are the hours of pleinen, with when those are others
}

// neighbour is another place within reach.
type neighbour struct {
	place *catalog.Plaats
	km    float64
}

// neighbours is how many places around one are looked at.
const neighbours = 12

func newGuideTimes(s *layout.Site) *guideTimes {
	g := &guideTimes{site: s}
	for _, p := range s.Catalog.Plaatsen {
		if len(catalog.Running(p.Spreekuren)) > 0 {
			g.places = append(g.places, p)
		}
	}
	g.first = sync.OnceValue(g.firstDates)
	g.near = sync.OnceValue(g.neighbours)
	g.hours, g.hosts = sync.OnceValue(g.openingHours), sync.OnceValue(g.openPleinen)
	return g
}

// dates are when there is something for a question: today, which may be over when it is
// read, on the first day after that, and on the first evening after today.
type dates struct {
	soonest []moment
	evening []moment
}

// firstDates are those of each spreekuur.
func (g *guideTimes) firstDates() map[*catalog.Spreekuur]dates {
	all := map[*catalog.Spreekuur]dates{}
	for _, x := range g.site.Catalog.Spreekuren {
		var d dates
		for o := range x.Ahead(g.site.Catalog.Today.Add(closedAhead)) {
			if o.Cancelled() {
				continue
			}
			m, today := momentOf(o), g.site.Catalog.Today
			if last := len(d.soonest) - 1; last < 0 || d.soonest[last].date == today && m.date > today {
				d.soonest = append(d.soonest, m)
			}
			if m.span.Begin < eveningBegins {
				continue
			}
			if d.evening = append(d.evening, m); m.date > today {
				break
			}
		}
		all[x] = d
	}
	return all
}

func momentOf(o catalog.Occurrence) moment {
	return moment{o.Date, o.Span, o.Plein, o.Adres(), o.Spreekuur}
}

// ofQuestion are the answers to a question.
func (g *guideTimes) ofQuestion(q *catalog.Question) *moments {
	all := newMoments()
	for _, x := range q.Spreekuren() {
		if x.OnAppointment() {
			all.asked[x.Plein.Plaats] = append(all.asked[x.Plein.Plaats], x)
			continue
		}
		for _, m := range g.first()[x].soonest {
			all.add(m)
		}
		all.evening = append(all.evening, g.first()[x].evening...)
	}
	all.near = all.here
	return all.inOrder()
}

func newMoments() *moments {
	at := func() map[*catalog.Plaats][]moment { return map[*catalog.Plaats][]moment{} }
	return &moments{here: at(), near: at(), asked: map[*catalog.Plaats][]*catalog.Spreekuur{}}
}

func (all *moments) add(m moment) {
	all.soonest = append(all.soonest, m)
	all.here[m.plein.Plaats] = append(all.here[m.plein.Plaats], m)
}

func (all *moments) inOrder() *moments {
	slices.SortStableFunc(all.soonest, bySoonest)
	slices.SortStableFunc(all.evening, bySoonest)
	for _, lists := range []map[*catalog.Plaats][]moment{all.here, all.near} {
		for _, list := range lists {
			slices.SortStableFunc(list, bySoonest)
		}
	}
	return all
}

// openPleinen are the pleinen at their next hours. Who lives elsewhere is sent to those
// where someone shows the way; where no plein says so, all of them are.
func (g *guideTimes) openPleinen() *moments {
	all := newMoments()
	hosted := slices.ContainsFunc(g.site.Catalog.Pleinen, func(p *catalog.Plein) bool { return p.Gastheer })
	for _, p := range g.site.Catalog.Pleinen {
		for _, m := range g.opens(p) {
			all.here[p.Plaats] = append(all.here[p.Plaats], m)
			if p.Gastheer || !hosted {
				all.soonest = append(all.soonest, m)
				all.near[p.Plaats] = append(all.near[p.Plaats], m)
			}
		}
	}
	return all.inOrder()
}

// openingHours are when each plein is open.
func (g *guideTimes) openingHours() *moments {
	all := newMoments()
	all.hours = true
	for _, p := range g.site.Catalog.Pleinen {
		all.here[p.Plaats] = append(all.here[p.Plaats], g.opens(p)...)
	}
	return all.inOrder()
}

// opens is when a plein is open, today and on the next day: by its opening hours, or
// where it has none by its spreekuren.
func (g *guideTimes) opens(p *catalog.Plein) []moment {
	c := g.site.Catalog
	var list []moment
	enough := func() bool { return len(list) > 0 && list[len(list)-1].date > c.Today }
	for date := c.Today; p.Schedule.HasOpening && date < c.Today.Add(closedAhead) && !enough(); date++ {
		hours, _, _ := p.HoursOn(date)
		for _, span := range hours {
			if !c.Moment.Reached(date.At(span.End)) {
				list = append(list, moment{date, span, p, p.Adres(date), nil})
			}
		}
	}
	for _, x := range p.Spreekuren {
		for _, m := range g.first()[x].soonest {
			if m.spreekuur = nil; !p.Schedule.HasOpening {
				list = append(list, m)
			}
		}
	}
	slices.SortStableFunc(list, bySoonest)
	list = slices.CompactFunc(list, func(a, b moment) bool { return a.date == b.date })
	if len(list) > 0 && list[0].date > c.Today {
		return list[:1]
	}
	return first(2, list)
}

// nearby are the times in places within reach that are sooner than those here, or where
// there is nothing here the nearest that there are.
func (g *guideTimes) nearby(p *catalog.Plaats, here []moment, all *moments) []moment {
	var list []moment
	for _, n := range g.near()[p] {
		for _, m := range first(nearbyEach, all.near[n.place]) {
			if len(here) == 0 || n.km <= withinReach && bySoonest(m, here[0]) < 0 {
				list = append(list, m)
			}
		}
		if len(here) == 0 && len(list) >= nearbyEach {
			return list // the nearest first
		}
	}
	if len(here) == 0 && len(list) == 0 {
		return all.soonest // wherever that is
	}
	slices.SortStableFunc(list, bySoonest)
	return list
}

// neighbours are the nearest places of each place, the nearest first.
func (g *guideTimes) neighbours() map[*catalog.Plaats][]neighbour {
	near := map[*catalog.Plaats][]neighbour{}
	for _, from := range g.places {
		var list []neighbour
		for _, to := range g.places {
			if km, known := g.distance(from, to); known {
				list = append(list, neighbour{to, km})
			}
		}
		slices.SortStableFunc(list, func(a, b neighbour) int { return cmp.Compare(a.km, b.km) })
		near[from] = first(neighbours, list)
	}
	return near
}

// distance is how far two places are apart, as the crow flies.
func (g *guideTimes) distance(from, to *catalog.Plaats) (km float64, known bool) {
	if from == nil || to == nil || from == to {
		return 0, false
	}
	a, here := from.Middle(g.site.Catalog.Today)
	b, there := to.Middle(g.site.Catalog.Today)
	return elsewhere.Kilometres(a, b), here && there
}
