// Package gids lists what has to be entered in G!DS, the national database of what public
// libraries and the organisations around them offer. Editors type everything in by hand,
// since no import format was ever published. This package makes one list of labels and
// values per record, and the spreadsheet, the sheet on paper and the list of changes in
// the terminal are all made from that.
//
// What we know, from the public manuals for editors (gidsvoornederland.nl): an
// organisation or place is entered before its offers ("aanbod"); each offer has a kind
// from a fixed vocabulary ("aanbodsoort"); a record has general fields (name,
// description), then what is offered, for whom ("Voor wie?"), where and how, a free-text
// field "Bijzonderheden", the date when it was last checked ("controledatum") and a
// number. For an offer, editors are also asked what it is not, what form it has, whether
// and how people sign up, what the target group is, who takes part, and whether people
// need a DigiD.
//
// What we assume: that the order within those parts is the one below; that a plein is
// entered as a place and each spreekuur as an offer at that place; and that the
// aanbodsoort of a spreekuur is that of its first topic that has one. The target group is
// given in the words of the spreekuur; G!DS has its own thesaurus, from which only the
// editor can choose. Dates on which a spreekuur is different are not in the sheet: they
// would be over before anyone typed them in.
package gids

import (
	"cmp"
	"slices"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/changes"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/schedule"
)

// An Entry is what G!DS should know about one plein or spreekuur, and a Field is one
// value in it.
type (
	Entry = changes.Entry
	Field = changes.Field
)

// A Sheet is a plein with everything that is offered there.
type Sheet struct {
	Plein  Entry
	Aanbod []Entry
}

// Pleinen returns the pleinen that have a sheet: those that belong in G!DS and have
// something to offer there, or already have a G!DS number.
func Pleinen(c *catalog.Catalog) []*catalog.Plein {
	var list []*catalog.Plein
	for _, p := range c.Pleinen {
		if listedPlein(p) && (p.Gids.ID != "" || slices.ContainsFunc(p.Spreekuren, listed)) {
			list = append(list, p)
		}
	}
	return list
}

// SheetOf returns the sheet of one plein.
func SheetOf(c *catalog.Catalog, p *catalog.Plein) Sheet {
	sheet := Sheet{Plein: pleinEntry(c, p)}
	for _, s := range p.Spreekuren {
		if listed(s) {
			sheet.Aanbod = append(sheet.Aanbod, spreekuurEntry(c, s))
		}
	}
	return sheet
}

// Listed returns the entries that belong in G!DS, grouped by plein.
func Listed(c *catalog.Catalog) []Entry {
	var entries []Entry
	for _, p := range Pleinen(c) {
		sheet := SheetOf(c, p)
		entries = append(append(entries, sheet.Plein), sheet.Aanbod...)
	}
	return entries
}

func listedPlein(p *catalog.Plein) bool { return wanted(p.Gids) && !p.Concept }

// Former reports whether a spreekuur that belonged in G!DS has stopped for good.
func Former(s *catalog.Spreekuur) bool {
	return wanted(s.Gids.Gids) && !s.Concept && s.Ended()
}

// listed reports whether a spreekuur belongs in G!DS. It does, unless its editor opted
// out, it is a draft, or it has stopped for good.
func listed(s *catalog.Spreekuur) bool {
	return listedPlein(s.Plein) && wanted(s.Gids.Gids) && !s.Concept && !s.Ended()
}

func wanted(g content.Gids) bool { return g.Opnemen == nil || *g.Opnemen }

// Entries returns the entries of all pleinen and spreekuren without errors, whether they
// belong in G!DS or not.
func Entries(c *catalog.Catalog) []Entry {
	entries := make([]Entry, 0, len(c.Pleinen)+len(c.Spreekuren))
	for _, p := range c.Pleinen {
		if !p.Bad {
			entries = append(entries, pleinEntry(c, p))
		}
	}
	for _, s := range c.Spreekuren {
		if !s.Bad && !s.Plein.Bad {
			entries = append(entries, spreekuurEntry(c, s))
		}
	}
	return entries
}

// Columns returns the labels of the fields of a spreekuur, in order.
func Columns() []string {
	var labels []string
	for _, f := range spreekuurFields(&catalog.Catalog{Site: &catalog.Site{}}, &catalog.Spreekuur{
		Spreekuur: &content.Spreekuur{}, Plein: &catalog.Plein{Plein: &content.Plein{}},
	}) {
		labels = append(labels, f.Label)
	}
	return labels
}

func pleinEntry(c *catalog.Catalog, p *catalog.Plein) Entry {
	return Entry{
		ID: p.ID, Plein: p.ID, Title: p.Naam, Page: p.Page(), Listed: listedPlein(p),
		Fields: pleinFields(c, p), Dates: changes.DatesOfPlein(p.Plein),
	}
}

func spreekuurEntry(c *catalog.Catalog, s *catalog.Spreekuur) Entry {
	return Entry{
		ID: s.ID, Plein: s.Plein.ID, Title: s.Titel, Page: s.Page(), Listed: listed(s),
		Fields: spreekuurFields(c, s), Dates: changes.DatesOf(s.Spreekuur),
	}
}

// aanbodsoort returns the kind of offer: the one the editor chose, or else that of the
// first topic that has one.
func aanbodsoort(s *catalog.Spreekuur) string {
	soort := s.Gids.Aanbodsoort
	for _, o := range s.Onderwerpen {
		soort = cmp.Or(soort, o.GidsAanbodsoort)
	}
	return soort
}

// since returns the day from which a plein has been at its present address: the first day
// of a move, or the day after a temporary move ended. It is 0 for a plein that never
// moved.
func since(p *catalog.Plein, today schedule.Date) schedule.Date {
	if move := p.Schedule.MoveOn(today); move >= 0 {
		return p.Verhuizing[move].Vanaf
	}
	var back schedule.Date
	for _, v := range p.Verhuizing {
		if v.TotEnMet != 0 && v.TotEnMet < today {
			back = max(back, v.TotEnMet.Add(1))
		}
	}
	return back
}

// Changed returns, by key, the day on which each value of an entry became what it is, as
// far as that is known. It also returns the day on which the entry itself was added or
// came back, or 0.
func Changed(c *catalog.Catalog, e Entry) (values map[string]schedule.Date, whole schedule.Date) {
	values = map[string]schedule.Date{}
	for _, f := range e.Fields {
		if f.Since >= changes.First(c.Today) {
			values[f.Key] = f.Since
		}
	}
	for _, c := range c.Past.Of(e.ID) {
		day := schedule.DateOf(c.Time)
		if c.What == changes.Altered {
			values[c.Key] = max(values[c.Key], day)
		} else {
			whole = max(whole, day)
		}
	}
	return values, whole
}
