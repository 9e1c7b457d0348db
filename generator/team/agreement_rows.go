package team

import (
	"slices"
	"strings"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/say"
	"pleinwijzer/generator/schedule"
)

// asked is a row with what is known, or else with room for a pen.
func asked(label string, lines ...string) row {
	r := row{Label: label, Lines: slices.DeleteFunc(lines, func(line string) bool { return line == "" })}
	if len(r.Lines) == 0 {
		r.Pens = make([]struct{}, 1)
	}
	return r
}

// pleinRows tells of a plein, or asks for one where it is nil.
func pleinRows(s *layout.Site, p *catalog.Plein) []row {
	if p == nil {
		return []row{asked("Plein"), asked("Plek"), asked("Kartrekker"), asked("Proef van en tot")}
	}
	rows := []row{asked("Plein", p.Naam), asked("Plek", placesOf(s, p)...), asked("Kartrekker", kartrekkerOf(p))}
	if trial := trialOf(s, p.Pilot); trial != "" {
		rows = append(rows, asked("Proef", trial))
	}
	return append(rows, asked("Voor bezoekers", string(p.Telefoon), string(p.Email)))
}

func placesOf(s *layout.Site, p *catalog.Plein) []string {
	lines := []string{say.Address(p.Adres(s.Catalog.Today))}
	if next := p.NextMove(s.Catalog.Today); next != nil {
		lines = append(lines, "Vanaf "+s.Say.Date(next.Vanaf)+": "+say.Address(next.Adres))
	}
	return lines
}

func kartrekkerOf(p *catalog.Plein) string {
	if p.Kartrekker == nil {
		return ""
	}
	return p.Kartrekker.Naam
}

// trialOf says from when until when a plein is on trial, as far as that is known.
func trialOf(s *layout.Site, pilot content.Pilot) string {
	var parts []string
	if pilot.Van != 0 {
		parts = append(parts, "vanaf "+s.Say.Date(pilot.Van))
	}
	if pilot.TotEnMet != 0 {
		parts = append(parts, "tot en met "+s.Say.Date(pilot.TotEnMet))
	}
	return strings.Join(parts, " ")
}

// partnerRows tells of a partner, or asks for one where it is nil.
func partnerRows(p *catalog.Partner) []row {
	if p == nil {
		return []row{asked("Organisatie"), asked("Naam voor bezoekers"), asked("Website"), asked("Telefoon"), asked("E-mail"), asked("Eigen kanalen")}
	}
	return []row{
		asked("Organisatie", p.Naam), asked("Naam voor bezoekers", p.NaamInUitingen),
		asked("Website", string(p.Website)), asked("Telefoon", string(p.Telefoon)), asked("E-mail", string(p.Email)),
		asked("Eigen kanalen", channelsOf(p)...),
	}
}

// channelsOf are the partner's own channels, each with its address.
func channelsOf(p *catalog.Partner) []string {
	var lines []string
	for _, c := range p.Kanalen.List() {
		lines = append(lines, c.Name+": "+string(c.Address))
	}
	if p.Nieuwsbrief != "" {
		lines = append(lines, "Nieuwsbrief: "+string(p.Nieuwsbrief))
	}
	return lines
}

// gidsOf says what was decided about G!DS.
func gidsOf(p *catalog.Plein, held []*catalog.Spreekuur) []string {
	lines := []string{inGids(p.Naam, p.Gids)}
	for _, x := range held {
		lines = append(lines, inGids(x.Titel, x.Gids.Gids))
	}
	return slices.DeleteFunc(lines, func(line string) bool { return line == "" })
}

func inGids(name string, g content.Gids) string {
	switch {
	case g.ID != "":
		return name + ": nummer " + g.ID
	case g.Opnemen == nil:
		return ""
	case *g.Opnemen:
		return name + ": wel"
	}
	return name + ": niet"
}

// answersOf are the five answers about a spreekuur, in the words of the site, and when it
// is as its page says that.
func answersOf(s *layout.Site, x *catalog.Spreekuur) []row {
	rows := []row{asked(labelOf("titel"), x.Titel)}
	for _, slot := range x.Schedule.Slots {
		rows = append(rows, asked(labelOf("dag"), s.Say.Phrases.Days(slot.Days)))
		if hours := hoursOf(s, slot.Times); hours != "" {
			rows = append(rows, asked(labelOf("tijd"), hours))
		}
	}
	rows = append(rows, asked("Op de site", s.Language.Capital(s.Say.Rule(x))), asked(labelOf("in_een_zin"), x.InEenZin))
	return append(rows, row{Label: labelOf("tekst"), Text: s.MarkdownBelow(4, x.Body())})
}

func hoursOf(s *layout.Site, t schedule.Times) string {
	if t.Opening {
		return strings.TrimSpace(s.Say.Phrases.Opening)
	}
	return s.Say.AllHours(t.Spans)
}

func labelOf(key string) string { return content.Answer(key).Label }

// questions are the five, with room for the answers.
func questions() []row {
	room := map[string]int{"in_een_zin": 2, "tekst": 4}
	rows := make([]row, len(content.Answers))
	for i, key := range content.Answers {
		field := content.Answer(key)
		help := field.Help + " Bijvoorbeeld: " + strings.Trim(field.Example, `"`)
		rows[i] = row{Label: field.Label, Help: help, Pens: make([]struct{}, max(room[key], 1))}
	}
	return rows
}

// meetingsOf are the coming meetings at which the partners of a plein look back: public
// ones, from the agenda. Others have a line for a pen.
func meetingsOf(s *layout.Site, p *catalog.Plein, partner *catalog.Partner) []string {
	var lines []string
	for _, a := range s.Catalog.Agenda {
		theirs := a.Plein == p || slices.Contains(a.Partners, partner) || slices.Contains(a.Partners, p.Kartrekker)
		if theirs && looksBack(a) && !a.Past(s.Catalog.Today) {
			lines = append(lines, s.Say.Event(a)+": "+a.Titel)
		}
	}
	return lines
}

// looksBack reports whether an event is for looking back together: one for partners, or one
// that says so.
func looksBack(a *catalog.Agendapunt) bool {
	return a.Voor == content.Staff || strings.Contains(strings.ToLower(a.Titel+" "+a.InEenZin), "evalua")
}
