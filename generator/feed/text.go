package feed

import (
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/say"
	"pleinwijzer/generator/schedule"
)

// description is what a calendar says about a spreekuur at those hours, one fact to a
// line. It names the walk-in time only if it falls within the hours.
func description(c *catalog.Catalog, s *catalog.Spreekuur, hours schedule.Span) string {
	v, by, walkIn := say.Dutch(c), "", ""
	if len(s.Partners) > 0 {
		by = say.Stopped("Van: " + organisers(c, s.Partners))
	}
	if s.Inloop.Begin >= hours.Begin && s.Inloop.End <= hours.End {
		walkIn = v.WalkIn(s)
	}
	return s.InEenZin + "\n\n" + say.Lines(by, walkIn, say.Join(v.Appointment(s), v.Contact(s)), readMore(c, s))
}

// descriptionOn is the description of one date. Of a cancelled date it only says that,
// and why.
func descriptionOn(c *catalog.Catalog, o catalog.Occurrence) string {
	about := readMore(c, o.Spreekuur)
	if !o.Cancelled() {
		about = description(c, o.Spreekuur, o.Span)
	}
	if different := say.Dutch(c).Change(o).String(); different != "" {
		about = different + "\n\n" + about
	}
	return about
}

func readMore(c *catalog.Catalog, s *catalog.Spreekuur) string {
	return "Meer lezen: " + c.Site.Absolute(s.Page())
}

func organisers(c *catalog.Catalog, partners []*catalog.Partner) string {
	return say.List(say.Dutch(c), partners, func(p *catalog.Partner) string { return p.NaamInUitingen })
}
