package hsds

import (
	"github.com/google/uuid"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/say"
	"pleinwijzer/generator/schedule"
)

// entry is a schedule in HSDS. Its timezone is an offset in hours, which is also in its
// times.
type entry struct {
	ID                  uuid.UUID `json:"id"`
	ServiceAtLocationID uuid.UUID `json:"service_at_location_id"`
	ValidFrom           string    `json:"valid_from"`
	ValidTo             string    `json:"valid_to"`
	DTStart             string    `json:"dtstart"`
	Timezone            float64   `json:"timezone"`
	Until               string    `json:"until,omitempty"`
	Count               int       `json:"count,omitempty"`
	WKST                string    `json:"wkst,omitempty"`
	Freq                string    `json:"freq"`
	Interval            int       `json:"interval"`
	ByDay               string    `json:"byday"`
	Description         string    `json:"description"`
	OpensAt             string    `json:"opens_at"`
	ClosesAt            string    `json:"closes_at"`
	Notes               string    `json:"notes,omitempty"`
}

// schedules returns the schedules of the spreekuur at all its locations.
func (s *spreekuur) schedules() []entry {
	all := s.times.get()
	entries := make([]entry, len(all))
	for i, t := range all {
		entries[i] = s.entry(t)
	}
	return entries
}

func (s *spreekuur) entry(t times) entry {
	e := entry{
		ID:                  within(s.ID, "rooster", t.name, t.first.String()),
		ServiceAtLocationID: s.visitAt(t.at),
		ValidFrom:           t.in.From.String(),
		ValidTo:             t.in.Until.String(),
		DTStart:             t.first.String(),
		Timezone:            float64(t.hours.begin.ahead) / 3600,
		Count:               t.rule.count,
		Freq:                t.rule.freq,
		Interval:            t.rule.interval,
		ByDay:               t.rule.byday,
		Description:         t.words,
		OpensAt:             t.hours.begin.String(),
		ClosesAt:            t.hours.end.String(),
		Notes:               t.notes,
	}
	if t.rule.interval > 1 {
		e.WKST = "MO"
	}
	if s.TotEnMet != 0 && t.in.Until == s.TotEnMet && t.rule.count == 0 {
		e.Until = t.last.String()
	}
	if t.at.id != s.visits[0].door.id {
		e.Notes = say.Join(whereWords(t.at), e.Notes)
	}
	return e
}

// alertDays is how many days ahead an alert looks, and alertMax is the most dates that it
// mentions.
const (
	alertDays = 28
	alertMax  = 4
)

// alert returns what a visitor needs to know now: that the spreekuur is suspended, the
// coming dates on which it is different, a move, important news.
func (d *directory) alert(s *catalog.Spreekuur) string {
	var text string
	if !s.Active() {
		text = say.Join("Dit spreekuur is tijdelijk gestopt.", say.Stopped(s.Reden))
	}
	last := d.Today.Add(alertDays)
	text = say.Join(text, d.comingChanges(s, last))
	if move := s.Plein.NextMove(d.Today); move != nil && move.Vanaf <= last {
		text = say.Join(text, "Vanaf "+schedule.DateWordsShort(move.Vanaf)+" is "+
			s.Plein.Naam+" op een ander adres: "+say.Stopped(say.Address(move.Adres)))
	}
	for _, b := range important(s, d.Today) {
		text = say.Join(text, say.Stopped(b.Titel), say.Stopped(b.InEenZin))
	}
	return text
}

// comingChanges returns the next dates, up to and including last, that differ from the
// rule.
func (d *directory) comingChanges(s *catalog.Spreekuur, last schedule.Date) string {
	var changes []string
	for st := range s.Different(last) {
		if len(changes) == alertMax {
			return say.Join(say.Join(changes...), "Daarna zijn er meer veranderingen.")
		}
		changes = append(changes, d.say.News(st))
	}
	return say.Join(changes...)
}

// important returns the news about the spreekuur and its plein that is marked as
// important.
func important(s *catalog.Spreekuur, today schedule.Date) []*catalog.Bericht {
	var all []*catalog.Bericht
	seen := map[*catalog.Bericht]bool{}
	for _, list := range [][]*catalog.Bericht{s.Berichten, s.Plein.Berichten} {
		for _, b := range list {
			if b.Belangrijk && b.Current(today) && !seen[b] {
				seen[b] = true
				all = append(all, b)
			}
		}
	}
	return all
}
