package catalog

import (
	"hash/fnv"
	"io"
	"slices"
	"time"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/history"
	"pleinwijzer/generator/schedule"
)

// Version returns when the file of a record last changed, and how often it has changed.
// The time is zero for a file that is not under version control, and for a record of
// another directory whose source does not say it.
func (c *Catalog) Version(r *content.Record) history.Version {
	if r.From != nil {
		return versionFrom(r.From)
	}
	return c.versions[r.Doc.File]
}

// VersionOf returns the version of a spreekuur as others see it: of its own file, and
// of everything else that decides when and where it takes place, which are its pleinen
// and the closings of the whole site. Its number never decreases.
func (c *Catalog) VersionOf(s *Spreekuur) history.Version {
	v := c.Version(&s.Record)
	if v.Changed.IsZero() || s.From != nil {
		return v
	}
	site := c.versions[siteFile]
	also := []history.Version{c.Version(&s.Plein.Record), {Changed: c.closingsChanged(), Number: site.Number}}
	for _, p := range s.elsewhere {
		also = append(also, c.Version(&p.Record))
	}
	for _, other := range also {
		v.Number += other.Number
		if other.Changed.After(v.Changed) {
			v.Changed = other.Changed
		}
	}
	return v
}

const siteFile = "site.toml"

// closingsChanged returns when the closings of the whole site last changed. If it is
// unknown what changed in their file, any change counts: it is better to read a
// spreekuur once too often than to keep a date on which the door is closed.
func (c *Catalog) closingsChanged() time.Time {
	for _, change := range c.Past.Of(c.Site.ID) {
		return change.Time
	}
	changed := c.versions[siteFile].Changed
	if c.Past.Known() && changed.After(c.Past.Since) {
		return time.Time{} // it was something else
	}
	return changed
}

// GoneSince returns the first day without a spreekuur that has stopped for good, or 0
// if unknown.
func (c *Catalog) GoneSince(s *Spreekuur) schedule.Date {
	if s.From != nil && s.From.Gone != 0 {
		return s.From.Gone
	}
	if s.Status == content.Stopped {
		for _, change := range c.Past.Of(s.ID) {
			if change.Key == "status" {
				return schedule.DateOf(change.Time)
			}
		}
		return 0
	}
	last := s.TotEnMet
	if last == 0 && len(s.Data) > 0 {
		last = slices.Max(s.Data)
	}
	if last == 0 {
		return 0
	}
	return last.Add(1)
}

// Changed returns when the content of an entry's page last changed: the entry itself,
// or what takes place or is announced there. For the site, and for nil, it is the last
// change of all. It is zero if version control does not know.
func (c *Catalog) Changed(of Entry) time.Time {
	switch x := of.(type) {
	case *Spreekuur:
		return c.latest(c.VersionOf(x).Changed, nil, x.Berichten, nil)
	case *Plein:
		last := c.latest(c.Version(x.File()).Changed, x.Spreekuren, x.Berichten, x.Agenda)
		return c.latest(last, x.Gasten, nil, nil)
	case *Partner:
		return c.latest(c.Version(x.File()).Changed, x.Spreekuren, x.Berichten, x.Agenda)
	case *Onderwerp:
		return c.latest(c.versions[x.Doc.File].Changed, x.Spreekuren, nil, nil)
	case *Plaats:
		var last time.Time
		for _, p := range x.Pleinen {
			if changed := c.Changed(p); changed.After(last) {
				last = changed
			}
		}
		return last
	case Record:
		return c.Version(x.File()).Changed
	}
	return c.newest
}

func (c *Catalog) latest(last time.Time, held []*Spreekuur, updates []*Bericht, planned []*Agendapunt) time.Time {
	add := func(v history.Version) {
		if v.Changed.After(last) {
			last = v.Changed
		}
	}
	for _, s := range held {
		add(c.VersionOf(s))
	}
	for _, b := range updates {
		add(c.Version(&b.Record))
	}
	for _, a := range planned {
		add(c.Version(&a.Record))
	}
	return last
}

// Turn returns the last day on which it was the turn of a page: today or one of the six
// days before. Texts about how old a page is change only in the night of its turn, so
// that a night in which nothing happened changes a seventh of such files and not all of
// them.
func (c *Catalog) Turn(of Entry) schedule.Date { return c.turn(of, 7) }

// LongTurn returns the last day on which it was the turn of a page that comes once in four
// weeks. Each of these is one of its weekly turns as well.
func (c *Catalog) LongTurn(of Entry) schedule.Date { return c.turn(of, LongTurn) }

// LongTurn is the number of days from one long turn to the next.
const LongTurn = 28

func (c *Catalog) turn(of Entry, every uint32) schedule.Date {
	hash := fnv.New32a()
	io.WriteString(hash, of.Page())
	return c.Today - (c.Today+schedule.Date(hash.Sum32()%every))%schedule.Date(every)
}
