// Package gids says what G!DS asks. G!DS is the national database of what public
// libraries and the organisations around them offer. Editors type everything in by hand,
// since no import format was ever published. So this package makes one list of labels
// and values per record, from which the spreadsheet, the sheet on paper and the list of
// changes in the terminal are all made.
//
// What is known, from the public manuals for editors (gidsvoornederland.nl): an
// organisation or place comes before its offer ("aanbod"); an offer has a kind of
// a fixed vocabulary ("aanbodsoort"); a record has general items (name,
// description), then what, for whom ("Voor wie?"), where and how, a free field
// "Bijzonderheden", a date of last check ("controledatum") and a number. For an
// offer editors are asked to say what it is not, its form, whether and how people
// sign up, the target group, who takes part, and whether one needs a DigiD.
//
// What is assumed: that the order within those parts is the one below; that a
// plein is entered as a place and each spreekuur as an offer of that place; and
// that a spreekuur takes the aanbodsoort of its first topic that has one. The
// target group is in the words of the spreekuur: G!DS has a thesaurus of its own,
// from which only the editor can choose. Dates on which a spreekuur is different
// are no part of a sheet: they pass before someone types them over.
package gids

import (
	"cmp"
	"slices"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/changes"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/schedule"
)

// An Entry is what G!DS is told of one plein or spreekuur, and a Field one value of it.
type (
	Entry = changes.Entry
	Field = changes.Field
)

// A Sheet is a plein with what is offered there.
type Sheet struct {
	Plein  Entry
	Aanbod []Entry
}

// Pleinen are those that have a sheet: they belong in G!DS, and have something to
// offer there or a number already.
func Pleinen(c *catalog.Catalog) []*catalog.Plein {
	var list []*catalog.Plein
	for _, p := range c.Pleinen {
		if listedPlein(p) && (p.Gids.ID != "" || slices.ContainsFunc(p.Spreekuren, listed)) {
			list = append(list, p)
		}
	}
	return list
}

// SheetOf is the sheet of one plein.
func SheetOf(c *catalog.Catalog, p *catalog.Plein) Sheet {
	sheet := Sheet{Plein: pleinEntry(c, p)}
	for _, s := range p.Spreekuren {
		if listed(s) {
			sheet.Aanbod = append(sheet.Aanbod, spreekuurEntry(c, s))
		}
	}
	return sheet
}

func listedPlein(p *catalog.Plein) bool { return wanted(p.Gids) && !p.Concept }

// Former reports whether a spreekuur has stopped for good that belonged in G!DS.
func Former(s *catalog.Spreekuur) bool {
	return wanted(s.Gids.Gids) && !s.Concept && s.Ended()
}

// listed reports whether a spreekuur belongs in G!DS: unless its editor says no,
// it is a draft, or it has stopped for good.
func listed(s *catalog.Spreekuur) bool {
	return listedPlein(s.Plein) && wanted(s.Gids.Gids) && !s.Concept && !s.Ended()
}

func wanted(g content.Gids) bool { return g.Opnemen == nil || *g.Opnemen }

// Entries are all pleinen and spreekuren, whether they belong in G!DS or not.
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

// Columns are the labels of the fields of a spreekuur, in their order.
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

// aanbodsoort is the kind of offer: the editor's, or that of a topic.
func aanbodsoort(s *catalog.Spreekuur) string {
	soort := s.Gids.Aanbodsoort
	for _, o := range s.Onderwerpen {
		soort = cmp.Or(soort, o.GidsAanbodsoort)
	}
	return soort
}

// since is the day from which a plein is where it is now by its own calendar: the
// first of a move, or the day after the last of a move that is over. It is 0 for
// a plein that was never elsewhere.
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

// Changed gives the day on which each value of an entry became what it is, by key,
// as far as that is known, and the day on which the entry as a whole came in or
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
