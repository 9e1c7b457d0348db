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
)

// directory is the catalog as HSDS sees it. It does not change after
// newDirectory; what is in many files is made once, by who asks first.
type directory struct {
	*catalog.Catalog
	say    *say.Voice
	clocks clocks

	services   []*spreekuur
	visits     []visit
	taxonomies []*taxonomy
	terms      []*term
	topics     map[*catalog.Onderwerp]*term
	locations  map[uuid.UUID]func() *location
	partners   map[*catalog.Partner]func() *organization
}

// spreekuur is a spreekuur that is published, with the locations it is at.
type spreekuur struct {
	*catalog.Spreekuur
	visits []visit // the usual one first
	basic  func() *serviceBasic
	times  *keptTimes
}

// visit is a spreekuur at a location: a service_at_location.
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

// doorOf gives the address that a plein began with the id of the plein, so that it
// stays when that address is corrected. Any other address has an id of its own.
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
		d.partners[p] = sync.OnceValue(func() *organization { return newOrganization(p) })
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
	return d
}

// doorsOf are the locations of a spreekuur: where it is by rule today, and after it
// every other one that it has dates at.
func (d *directory) doorsOf(s *spreekuur) []door {
	doors := []door{doorOf(s.Plein, s.Plein.Adres(d.Today))}
	elsewhere := func(a content.AfwijkendSpreekuur) bool { return a.Plein != "" }
	if len(s.Plein.Schedule.Moves) == 0 && !slices.ContainsFunc(s.Afwijkend, elsewhere) {
		return doors // as nearly all, and so without working out their dates
	}
	for _, t := range s.times.get() {
		if !slices.ContainsFunc(doors, func(at door) bool { return at.id == t.at.id }) {
			doors = append(doors, t.at)
		}
	}
	return doors
}

// visitAt is the id of the spreekuur at a location, one of its own.
func (s *spreekuur) visitAt(at door) uuid.UUID {
	i := slices.IndexFunc(s.visits, func(v visit) bool { return v.door.id == at.id })
	return s.visits[i].id
}

func (d *directory) organization(p *catalog.Partner) *organization { return d.partners[p]() }

// within is the id of what has no record: that of its parent, and what sets it
// apart from all else there.
func within(parent uuid.UUID, kind string, names ...string) uuid.UUID {
	name := kind
	for _, n := range names {
		name += "/" + n
	}
	return uuid.NewSHA1(parent, []byte(name))
}
