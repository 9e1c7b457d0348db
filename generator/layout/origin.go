package layout

import (
	"strings"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/elsewhere"
	"pleinwijzer/generator/schedule"
)

// origin is what a page says of the directory that it was taken over from.
type origin struct {
	Name, URL string
	Updated   string
	Old       string // the day that it is from, if it may have changed since
	Silent    bool   // nobody knows whether the times are still right
	Gone      string // the day on which the source did not mention it any more, or ""
	Near      *Link  // where the same help is, if it is gone here
}

// OriginOf returns where the record that a page is about comes from, or nil for one of this
// folder.
func OriginOf(p Page) *content.Origin {
	if record, ok := p.About.(catalog.Record); ok {
		return record.File().From
	}
	return nil
}

// isOwnPage reports whether the page is that of its record itself, which its source has too,
// and not a poster or another page beside it.
func isOwnPage(p Page) bool {
	record, ok := p.About.(catalog.Record)
	return ok && p.Path == record.Page()
}

// Credit names the directory that keeps a record where its times stand without the frame of
// a page: on paper, and on sites of partners.
type Credit struct {
	Name, Updated string
	Warning       string // that it is old, or that the times are unknown by now; or ""
}

// CreditOf is that of what is shown, or nil if it is of this site.
func CreditOf(s *Site, of catalog.Entry) *Credit {
	record, ok := of.(catalog.Record)
	if !ok || record.File().From == nil {
		return nil
	}
	from := record.File().From
	c := &Credit{Name: from.Credit().Name, Updated: s.Say.Date(schedule.DateOf(from.Made))}
	switch from.AgeOn(s.Catalog.Today) {
	case content.Withdrawn:
		c.Warning = s.Word("bron-zwijgt")
	case content.Dated:
		c.Warning = s.Word("bron-is-oud", c.Updated)
	}
	return c
}

// source is the page that the page was taken over from, or "".
func (f *Frame) source() string {
	if f.From == nil {
		return ""
	}
	return f.From.URL
}

func originOf(s *Site, p Page) *origin {
	from := OriginOf(p)
	if from == nil {
		return nil
	}
	credit := from.Credit()
	o := &origin{Name: credit.Name, URL: credit.URL, Updated: s.Say.Date(schedule.DateOf(from.Made))}
	switch age := from.AgeOn(s.Catalog.Today); {
	case from.Gone != 0:
		o.Gone = s.Say.Date(from.Gone)
		if home, ok := strings.CutSuffix(string(from.Source.Adres), "feeds/v1/"); ok {
			o.URL = home // its page there will be gone too
		}
		if x, ok := p.About.(*catalog.Spreekuur); ok {
			o.Near = near(s, x)
		}
	case age == content.Withdrawn:
		o.Silent = true
	case age == content.Dated:
		o.Old = o.Updated
	}
	return o
}

// near leads to a spreekuur about the same: at the same plein, or else at the nearest.
func near(s *Site, x *catalog.Spreekuur) *Link {
	var here []elsewhere.Visit
	var same []*catalog.Spreekuur
	for _, o := range x.Onderwerpen {
		here = append(here, elsewhere.Here(x.Plein, o)...)
		same = append(same, o.Spreekuren...)
	}
	visit, found := elsewhere.Soonest(here)
	if !found {
		visit, found = elsewhere.Nearest(x.Plein, same, s.Catalog.Today)
	}
	if !found {
		return nil
	}
	title, foreign := Titled(s, visit.Spreekuur.Vertaling, visit.Spreekuur.Titel)
	return &Link{Title: title + ", " + visit.Spreekuur.Plein.Naam, URL: s.Link(visit.Spreekuur.Page()), Foreign: foreign}
}
