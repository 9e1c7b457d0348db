package feed

import (
	"io"
	"strings"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/markdown"
	"pleinwijzer/generator/publish"
	"pleinwijzer/generator/say"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/weekhours"
)

// A csvColumn is a column of the sheet of spreekuren. Published names and their order
// stay as they are; a new column comes last.
type csvColumn struct {
	name string
	cell func(*catalog.Catalog, *catalog.Spreekuur) string
}

// spreekurenColumns begin with the five answers of the agreement between
// partners.
var spreekurenColumns = []csvColumn{
	{"titel", func(_ *catalog.Catalog, s *catalog.Spreekuur) string { return s.Titel }},
	{"dag", daysCell},
	{"tijd", timesCell},
	{"omschrijving in 1 zin", func(_ *catalog.Catalog, s *catalog.Spreekuur) string { return s.InEenZin }},
	{"korte omschrijving", func(_ *catalog.Catalog, s *catalog.Spreekuur) string { return markdown.Text(s.Body()) }},
	{"wanneer", func(c *catalog.Catalog, s *catalog.Spreekuur) string { return say.Dutch(c).When(s) }},
	{"volgende datum", func(_ *catalog.Catalog, s *catalog.Spreekuur) string { return nextDate(s) }},
	{"plein", func(_ *catalog.Catalog, s *catalog.Spreekuur) string { return s.Plein.Naam }},
	{"gebouw", inAddress(func(a content.Adres) string { return a.Locatie })},
	{"adres", inAddress(func(a content.Adres) string { return a.Straat })},
	{"postcode", inAddress(func(a content.Adres) string { return string(a.Postcode) })},
	{"plaats", inAddress(func(a content.Adres) string { return a.Plaats })},
	{"partner", func(c *catalog.Catalog, s *catalog.Spreekuur) string { return organisers(c, s.Partners) }},
	{"onderwerpen", func(_ *catalog.Catalog, s *catalog.Spreekuur) string {
		names := make([]string, len(s.Onderwerpen))
		for i, o := range s.Onderwerpen {
			names[i] = o.Naam
		}
		return listCell(names)
	}},
	{"voor wie", func(_ *catalog.Catalog, s *catalog.Spreekuur) string { return listCell(s.Doelgroepen) }},
	{"talen", func(_ *catalog.Catalog, s *catalog.Spreekuur) string { return listCell(s.Talen) }},
	{"kosten", func(_ *catalog.Catalog, s *catalog.Spreekuur) string { return string(s.Kosten) }},
	{"afspraak maken", func(_ *catalog.Catalog, s *catalog.Spreekuur) string { return string(s.Aanmelden) }},
	{"telefoon", func(_ *catalog.Catalog, s *catalog.Spreekuur) string { return string(s.Telefoon) }},
	{"e-mail", func(_ *catalog.Catalog, s *catalog.Spreekuur) string { return string(s.Email) }},
	{"website", func(_ *catalog.Catalog, s *catalog.Spreekuur) string { return string(s.Website) }},
	{"meenemen", func(_ *catalog.Catalog, s *catalog.Spreekuur) string { return listCell(s.Meenemen) }},
	{"wat wij niet doen", func(_ *catalog.Catalog, s *catalog.Spreekuur) string { return listCell(s.Niet) }},
	{"status", func(_ *catalog.Catalog, s *catalog.Spreekuur) string { return string(s.Status) }},
	{"reden", func(_ *catalog.Catalog, s *catalog.Spreekuur) string { return s.Reden }},
	{"gecontroleerd", func(_ *catalog.Catalog, s *catalog.Spreekuur) string { return s.Gecontroleerd.String() }},
	{"url", func(c *catalog.Catalog, s *catalog.Spreekuur) string { return c.Site.Absolute(s.Page()) }},
	{"id", func(_ *catalog.Catalog, s *catalog.Spreekuur) string { return s.ID.String() }},
	{"vanaf", func(_ *catalog.Catalog, s *catalog.Spreekuur) string { return s.Vanaf.String() }},
	{"tot en met", func(_ *catalog.Catalog, s *catalog.Spreekuur) string { return s.TotEnMet.String() }},
	{"alleen in schoolweken", func(_ *catalog.Catalog, s *catalog.Spreekuur) string {
		if s.AlleenSchoolweken {
			return "ja"
		}
		return ""
	}},
	{"telefoon plein", func(_ *catalog.Catalog, s *catalog.Spreekuur) string { return string(s.Plein.Telefoon) }},
	{"e-mail plein", func(_ *catalog.Catalog, s *catalog.Spreekuur) string { return string(s.Plein.Email) }},
	{"website plein", func(_ *catalog.Catalog, s *catalog.Spreekuur) string { return string(s.Plein.Website) }},
	{"partners", func(_ *catalog.Catalog, s *catalog.Spreekuur) string {
		names := make([]string, len(s.Partners))
		for i, p := range s.Partners {
			names[i] = p.NaamInUitingen
		}
		return listCell(names)
	}},
	{"bestand", func(_ *catalog.Catalog, s *catalog.Spreekuur) string { return s.Slug }},
	{"openingstijden plein", openingCell},
}

// spreekurenCSV lists the sheet of all spreekuren. There is one sheet for the whole site:
// people can filter it.
func spreekurenCSV(c *catalog.Catalog) []publish.File {
	rows := func(yield func([]string) bool) {
		row := make([]string, len(spreekurenColumns))
		for i, column := range spreekurenColumns {
			row[i] = column.name
		}
		if !yield(row) {
			return
		}
		for _, s := range catalog.Running(c.Spreekuren) {
			for i, column := range spreekurenColumns {
				row[i] = column.cell(c, s)
			}
			if !yield(row) {
				return
			}
		}
	}
	return []publish.File{{Path: "feeds/spreekuren.csv", Render: func(w io.Writer) error { return WriteSheet(w, rows) }}}
}

func inAddress(part func(content.Adres) string) func(*catalog.Catalog, *catalog.Spreekuur) string {
	return func(c *catalog.Catalog, s *catalog.Spreekuur) string { return part(s.Plein.Adres(c.Today)) }
}

func listCell[T ~string](items []T) string {
	texts := make([]string, len(items))
	for i, item := range items {
		texts[i] = string(item)
	}
	return strings.Join(texts, "; ")
}

// blocks joins the texts of all blocks of times, in order, so that the first day matches
// the first time.
func blocks(s *catalog.Spreekuur, words func(schedule.Slot) string) string {
	texts := make([]string, len(s.Schedule.Slots))
	for i, slot := range s.Schedule.Slots {
		texts[i] = words(slot)
	}
	return strings.Join(texts, " / ")
}

func daysCell(c *catalog.Catalog, s *catalog.Spreekuur) string {
	return blocks(s, func(slot schedule.Slot) string { return slot.Days.Since(c.Today).Words() })
}

func timesCell(c *catalog.Catalog, s *catalog.Spreekuur) string {
	return blocks(s, func(slot schedule.Slot) string {
		if slot.Times.Opening {
			return "tijdens openingstijden"
		}
		return say.Dutch(c).AllHours(slot.Times.Spans)
	})
}

// openingCell has the hours of the plein in a normal week, as import reads them.
func openingCell(_ *catalog.Catalog, s *catalog.Spreekuur) string {
	if !s.Plein.Openingstijden.Known() {
		return ""
	}
	return listCell(weekhours.Words(s.Plein.Openingstijden))
}

// nextDate is the next date on which there is someone.
func nextDate(s *catalog.Spreekuur) string {
	for _, o := range s.Next(komendeMax) {
		if !o.Cancelled() {
			return o.Date.String()
		}
	}
	return ""
}
