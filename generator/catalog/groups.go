package catalog

import (
	"slices"

	"pleinwijzer/generator/typed"
)

// groups makes the lists that are not in any file: the places.
func (r *resolver) groups() {
	bySlug := map[string]*Plaats{}
	for _, p := range r.catalog.Pleinen {
		naam := p.Adres(r.catalog.Today).Plaats
		slug := typed.Slugify(naam)
		plaats, ok := bySlug[slug]
		if !ok {
			plaats = &Plaats{Naam: naam, Slug: slug}
			bySlug[slug] = plaats
			r.catalog.Plaatsen = append(r.catalog.Plaatsen, plaats)
		}
		p.Plaats = plaats
	}
}

// link fills the lists of related records in each record. It runs after the sorting, so
// that those lists are sorted too.
func (r *resolver) link() {
	c := r.catalog
	for _, p := range c.Pleinen {
		p.Plaats.Pleinen = append(p.Plaats.Pleinen, p)
	}
	for _, s := range c.Spreekuren {
		s.ended, s.settled = s.Ended(), true
		s.Plein.Spreekuren = append(s.Plein.Spreekuren, s)
		if s.Plein.Plaats != nil {
			s.Plein.Plaats.Spreekuren = append(s.Plein.Plaats.Spreekuren, s)
		}
		for _, p := range s.Partners {
			p.Spreekuren = append(p.Spreekuren, s)
		}
		for _, o := range s.Onderwerpen {
			o.Spreekuren = append(o.Spreekuren, s)
		}
	}
	for _, plein := range c.Pleinen {
		for _, s := range plein.Spreekuren {
			for _, p := range s.Partners {
				p.Pleinen = appendNew(p.Pleinen, plein)
			}
		}
	}
	for _, partner := range c.Partners {
		for _, s := range partner.Spreekuren {
			s.Plein.Partners = appendNew(s.Plein.Partners, partner)
		}
	}
	r.linkGuests()
	r.linkAgenda()
	r.linkBerichten()
	c.Dagen = Timetable(c.Spreekuren)
}

// linkGuests gives each plein the spreekuren of other pleinen that visit it.
func (r *resolver) linkGuests() {
	today := r.catalog.Today
	for _, s := range r.catalog.Spreekuren {
		if len(s.elsewhere) == 0 || !s.Active() {
			continue
		}
		for o := range s.Between(today, today.Add(horizon)) {
			if o.Elsewhere() {
				o.Plein.Gasten = appendNew(o.Plein.Gasten, s)
			}
		}
	}
}

func (r *resolver) linkAgenda() {
	for _, a := range r.catalog.Agenda {
		if a.Plein != nil {
			a.Plein.Agenda = append(a.Plein.Agenda, a)
		}
		for _, p := range a.Partners {
			p.Agenda = append(p.Agenda, a)
		}
	}
}

func (r *resolver) linkBerichten() {
	for _, b := range r.catalog.Berichten {
		for _, p := range b.Pleinen {
			p.Berichten = append(p.Berichten, b)
		}
		for _, p := range b.Partners {
			p.Berichten = append(p.Berichten, b)
		}
		for _, s := range b.Spreekuren {
			s.Berichten = append(s.Berichten, b)
		}
	}
}

func appendNew[T comparable](list []T, item T) []T {
	if slices.Contains(list, item) {
		return list
	}
	return append(list, item)
}
