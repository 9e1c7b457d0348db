package paper

import (
	"slices"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/piece"
	"pleinwijzer/generator/say"
	"pleinwijzer/generator/schedule"
)

// place is where a partner helps.
type place struct {
	Plein layout.Link
	Adres string
}

// partnerPosterOf is the week of a partner, at all its pleinen.
func partnerPosterOf(s *layout.Site, p *catalog.Partner) poster {
	sheet := sheetOf(s, p.NaamInUitingen, p.Spreekuren)
	sheet.InEenZin, sheet.About = p.InEenZin, piece.PartnerLink(s, p)
	for _, group := range sheet.Groups {
		for i := range group.Rows {
			row := &group.Rows[i]
			row.Where = row.of.Plein.Naam + ", " + say.Street(row.of.Plein.Adres(s.Catalog.Today))
			if len(row.of.Partners) == 1 {
				row.Who = nil // it is above the week
			}
		}
	}
	last := lastDay(s, p)
	sheet.Changes = changesUntil(s, last, partnerChanges(s, p, last), p.Page())
	sheet.paperFoot = paperFootOf(s, p, typedAddressOf(s, p.Page(), wholeOnPoster), string(p.Telefoon))
	return sheet
}

// partnerNewsletterOf is the block of a partner, with all its pleinen.
func partnerNewsletterOf(s *layout.Site, p *catalog.Partner) newsletter {
	block := blockOf(s, p, p.Spreekuren, p.Berichten)
	block.Name, block.InEenZin, block.Phone = p.NaamInUitingen, p.InEenZin, string(p.Telefoon)
	for _, day := range block.Days {
		sayWhere(s, day.Rows)
	}
	sayWhere(s, block.OnAppointment)
	block.Changes = partnerChanges(s, p, s.Catalog.Today.Add(newsletterDays))
	for _, at := range p.Active() {
		block.Places = append(block.Places, place{piece.PleinLink(s, at), say.Address(at.Adres(s.Catalog.Today))})
	}
	return block
}

// sayWhere says the plein of each row, and who helps where that is not the partner alone.
func sayWhere(s *layout.Site, rows []newsletterRow) {
	for i := range rows {
		row := &rows[i]
		row.Where = say.Where(row.of.Plein, row.of.Plein.Adres(s.Catalog.Today))
		if len(row.of.Partners) == 1 {
			row.Who = ""
		}
	}
}

// partnerChanges are what is not as usual at the pleinen of a partner, as far as it has to
// do with its spreekuren, in order of date. Where there are more pleinen than one, each line
// says which it is about, and what is the same at some of them is one line.
func partnerChanges(s *layout.Site, p *catalog.Partner, last schedule.Date) []paperChange {
	var lines []paperChange
	pleinen := p.Active()
	for _, at := range pleinen {
		here := slices.DeleteFunc(slices.Clone(p.Spreekuren), func(x *catalog.Spreekuur) bool { return x.Plein != at })
		for _, line := range changeLines(s, at.Notices(here, s.Catalog.Today, last), at, last) {
			if len(pleinen) > 1 {
				line.nameAt(piece.PleinLink(s, at))
			}
			lines = shareChange(lines, line)
		}
	}
	for i := range lines {
		if lines[i].own && len(lines[i].Titles) == len(pleinen) {
			lines[i].Titles = nil // it is so at all of them
		}
	}
	slices.SortStableFunc(lines, func(a, b paperChange) int { return int(a.dates.From - b.dates.From) })
	return lines
}

// nameAt says at which plein it is: before the new address of one that moves, instead of a
// title, or behind each of them.
func (c *paperChange) nameAt(plein layout.Link) {
	switch {
	case c.own && c.Adres != "":
		c.Adres = plein.Title + ": " + c.Adres
	case c.own:
		c.Titles = []paperTitle{{Link: plein}}
		return
	}
	for i := range c.Titles {
		c.Titles[i].At = plein.Title
	}
}

// shareChange adds a line, or what it is about to the line that says the same of another plein.
func shareChange(lines []paperChange, line paperChange) []paperChange {
	for i := range lines {
		other := &lines[i]
		if other.own == line.own && other.dates == line.dates && other.When == line.When && other.What == line.What &&
			other.Plein == line.Plein && other.Adres == line.Adres && other.Reason == line.Reason {
			other.Titles = append(other.Titles, line.Titles...)
			return lines
		}
	}
	return append(lines, line)
}
