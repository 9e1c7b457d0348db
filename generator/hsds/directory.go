package hsds

import (
	"slices"
	"sync"

	"github.com/google/uuid"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/recurrence"
	"pleinwijzer/generator/say"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/typed"
)

// directory is the catalog in the terms of HSDS. It does not change after newDirectory.
// What several files share is computed once, when it is first needed.
type directory struct {
	*catalog.Catalog
	say    *say.Voice
	clocks clocks

	services   []*spreekuur
	visits     []visit
	taxonomies []*taxonomy
	terms      []*term
	topics     map[*catalog.Onderwerp]*term
	products   map[typed.Product]*term
	origins    map[content.Credit]*term // by keeperOf
	licences   map[string]*term
	locations  map[uuid.UUID]func() *location
	partners   map[*catalog.Partner]func() *organization
}

// spreekuur is a published spreekuur with the locations where it is held.
type spreekuur struct {
	*catalog.Spreekuur
	visits []visit // the regular one first
	basic  func() *serviceBasic
	times  *keptTimes
}

// visit is a spreekuur at one location: a service_at_location.
type visit struct {
	id uuid.UUID
	of *spreekuur
	door
}

// door is a plein at one of its addresses: a location.
type door struct {
	id    uuid.UUID
	plein *catalog.Plein
	adres content.Adres
}

// doorOf returns the location of a plein at an address. The address in the record itself
// has the id of the plein, so that the id survives a correction of that address. Any
// other address has an id of its own.
func doorOf(p *catalog.Plein, a content.Adres) door {
	if a.SameDoor(p.Plein.Adres) {
		return door{p.ID, p, a}
	}
	return door{within(p.ID, "adres", string(a.Postcode), a.Straat, a.Locatie), p, a}
}

func newDirectory(c *catalog.Catalog) *directory {
	d := &directory{
		Catalog: c, say: say.Dutch(c),
		locations: map[uuid.UUID]func() *location{},
		partners:  make(map[*catalog.Partner]func() *organization, len(c.Partners)),
	}
	d.clocks = clocksIn(schedule.Period{From: recurrence.Window(c.Today).From, Until: recurrence.MostKnown(c.Today)})
	d.topicTerms()
	for _, p := range c.Partners {
		d.partners[p] = sync.OnceValue(func() *organization { return d.newOrganization(p) })
	}
	for _, s := range c.Spreekuren {
		if s.Ended() {
			continue
		}
		published := &spreekuur{
			Spreekuur: s,
			basic:     sync.OnceValue(func() *serviceBasic { return d.serviceBasic(s) }),
			times:     &keptTimes{make: func() []times { return d.timesOf(s) }},
		}
		for _, at := range d.doorsOf(published) {
			if d.locations[at.id] == nil {
				d.locations[at.id] = sync.OnceValue(func() *location { return d.newLocation(at) })
			}
			published.visits = append(published.visits, visit{within(s.ID, "bij", at.id.String()), published, at})
		}
		d.services = append(d.services, published)
		d.visits = append(d.visits, published.visits...)
	}
	d.originTerms()
	return d
}

// doorsOf returns the locations of a spreekuur: first where its rule puts it today, then
// all others where it has dates.
func (d *directory) doorsOf(s *spreekuur) []door {
	doors := []door{doorOf(s.Plein, s.Plein.Adres(d.Today))}
	elsewhere := func(a content.AfwijkendSpreekuur) bool { return a.Plein != "" }
	if len(s.Plein.Schedule.Moves) == 0 && !slices.ContainsFunc(s.Afwijkend, elsewhere) {
		return doors // true for nearly all, and saves computing their dates
	}
	for _, t := range s.times.get() {
		if !slices.ContainsFunc(doors, func(at door) bool { return at.id == t.at.id }) {
			doors = append(doors, t.at)
		}
	}
	return doors
}

// visitAt returns the id of the spreekuur at one of its own locations.
func (s *spreekuur) visitAt(at door) uuid.UUID {
	i := slices.IndexFunc(s.visits, func(v visit) bool { return v.door.id == at.id })
	return s.visits[i].id
}

func (d *directory) organization(p *catalog.Partner) *organization { return d.partners[p]() }

// within returns an id for something that has no record, made from the id of its parent
// and from what distinguishes it from everything else in that parent.
func within(parent uuid.UUID, kind string, names ...string) uuid.UUID {
	name := kind
	for _, n := range names {
		name += "/" + n
	}
	return uuid.NewSHA1(parent, []byte(name))
}
