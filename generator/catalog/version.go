package catalog

import (
	"slices"
	"time"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/history"
	"pleinwijzer/generator/schedule"
)

// Version says when the file of a record changed last, and how many times it did.
// Its time is zero for a file that version control does not know.
func (c *Catalog) Version(r *content.Record) history.Version { return c.versions[r.Doc.File] }

// VersionOf is the version of a spreekuur as others see it: of its own file, and of
// what else decides when and where it is, which are the pleinen it is at and the
// closings of the whole site. Its number never goes down.
func (c *Catalog) VersionOf(s *Spreekuur) history.Version {
	v := c.Version(&s.Record)
	if v.Changed.IsZero() {
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

// closingsChanged is when the closings of the whole site changed last. Where it is not
// known what changed in its file, any change counts: who asks for what is new would
// rather read a spreekuur again than keep a date on which the door is closed.
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

// GoneSince is the first day on which a spreekuur that has stopped for good was not
// there any more, or 0 where that is not known.
func (c *Catalog) GoneSince(s *Spreekuur) schedule.Date {
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
