package page

import (
	"cmp"
	"slices"
	"time"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/say"
	"pleinwijzer/generator/schedule"
)

// The data of the element <plein-rooster>, version 1, at /embed/v1/. It is ready
// worded in one language, so that the script on a partner's site needs no words
// of its own. What was published stays: sites keep a script in their cache, and
// pages are made from the same records (see embedWeek). A field may be added.
type (
	embedData struct {
		Versie     string            `json:"versie"`
		Gemaakt    string            `json:"gemaakt"` // the day
		Taal       string            `json:"taal"`
		Richting   string            `json:"richting"` // "ltr" or "rtl"
		Titel      string            `json:"titel"`
		URL        string            `json:"url"`
		Woorden    embedWords        `json:"woorden"`
		Datums     map[string]string `json:"datums"` // the dates of komende, in words
		Spreekuren []*embedRecord    `json:"spreekuren"`

		now time.Time
	}

	embedWords struct {
		Naam       string `json:"naam"` // of the whole: "Spreekuren van Plein Noord"
		Meer       string `json:"meer"`
		Leeg       string `json:"leeg"`
		Bijgewerkt string `json:"bijgewerkt"`
		Vandaag    string `json:"vandaag"`
		Morgen     string `json:"morgen"`
		Nu         string `json:"nu"`   // {tijd} is the tot of a date
		Keer       string `json:"keer"` // {datum} and {tijd} in a row

		// Of an hour that is not held in the coming seven days. {datum} is that of volgende.
		Begint string `json:"begint"`
		Weer   string `json:"weer"`
		Niet   string `json:"niet"` // where no date is known

		OpAfspraak string `json:"op_afspraak"` // above those that have no hours

		Dagen [7]string `json:"dagen"` // Monday first
	}

	embedRecord struct {
		Titel       string        `json:"titel"`
		URL         string        `json:"url"`
		Nederlands  bool          `json:"nederlands,omitempty"` // the title is, in a file of another language
		Wie         string        `json:"wie"`
		Waar        string        `json:"waar"`
		Partners    []string      `json:"partners"`    // slugs
		Onderwerpen []string      `json:"onderwerpen"` // slugs
		Week        []embedUur    `json:"week"`
		Komende     []embedDate   `json:"komende"`
		Perioden    []embedPeriod `json:"perioden"`

		// How to make an appointment, where that is all there is: then week and komende
		// are empty.
		OpAfspraak string `json:"op_afspraak,omitempty"`
	}

	// embedUur is a stretch of time in a normal week.
	embedUur struct {
		Dag   int      `json:"dag"`   // 1 is Monday
		Begin string   `json:"begin"` // "10:00", to sort by
		Tijd  string   `json:"tijd"`
		LetOp []string `json:"let_op,omitempty"` // for who cannot reckon with dates

		// The same for who can: what always holds, and when it is held. Volgende are the
		// first date, and the first in a week or later for who looks within one.
		Altijd   []string      `json:"altijd"`
		Volgende []embedMoment `json:"volgende"`
		Begint   bool          `json:"begint,omitempty"` // the first is the first of all
	}

	embedMoment struct {
		Begin string `json:"begin"`
		Eind  string `json:"eind"`
		Datum string `json:"datum"` // in words, in a sentence

		begin time.Time
	}

	// embedDate is one date. The instants have the offset of Amsterdam, so that
	// they begin with the date there.
	embedDate struct {
		Begin   string `json:"begin"`
		Eind    string `json:"eind"`
		Tijd    string `json:"tijd"`
		Tot     string `json:"tot"`
		Vervalt bool   `json:"vervalt,omitempty"`
		Melding string `json:"melding,omitempty"` // what is not as usual
		Waar    string `json:"waar,omitempty"`    // where it is, when elsewhere
		Reden   string `json:"reden,omitempty"`
		Uur     int    `json:"uur"`               // of the week, 1 for the first; 0 for none of them
		Periode int    `json:"periode,omitempty"` // of perioden, 1 for the first, which tells it

		RedenNederlands bool `json:"reden_nederlands,omitempty"` // in a file of another language

		date schedule.Date
	}

	// embedPeriod is a period in which nothing is held, for what its dates say. Of those
	// komende has only some.
	embedPeriod struct {
		Van      string `json:"van"`
		TotEnMet string `json:"tot_en_met"`
		Woorden  string `json:"woorden"`
		Uren     []int  `json:"uren"` // of the week, that have a date in it
	}
)

func embedDataOf(s *site, e embedded) embedData {
	d := embedData{
		Versie: "1", Gemaakt: s.catalog.Today.String(), Taal: s.language.Code, Richting: s.language.Dir,
		Titel: e.name, URL: s.absolute(e.page), Datums: map[string]string{}, Spreekuren: embedRecords(s, e),
		Woorden: embedWords{
			Naam: s.word("spreekuren-van", e.name), Meer: s.word("meer-over", e.name), Leeg: s.word("geen-spreekuren-hier"),
			Bijgewerkt: s.word("laatst-bijgewerkt-op", s.say.Date(s.catalog.Today)),
			Vandaag:    s.word("vandaag"), Morgen: s.word("morgen"), Nu: s.word("nu-open-tot", "{tijd}"),
			Keer:   s.say.DateAnd("{datum}", "{tijd}"),
			Begint: s.word("begint-op", "{datum}"), Weer: s.word("weer-op", "{datum}"), Niet: s.word("niet-deze-week"),
			OpAfspraak: s.word("op-afspraak"),
		},
		now: s.catalog.Now,
	}
	for i, weekday := range catalog.Week {
		d.Woorden.Dagen[i] = s.language.Capital(s.say.Weekday(weekday))
	}
	for _, r := range d.Spreekuren {
		for _, o := range r.Komende {
			d.Datums[o.date.String()] = s.language.Capital(s.say.Date(o.date))
		}
	}
	return d
}

// embedRecords are the spreekuren that a visitor can go to. They are made anew for
// each file: to keep them costs a large site more memory than it saves time.
func embedRecords(s *site, e embedded) []*embedRecord {
	list := []*embedRecord{}
	for _, x := range slices.Concat(e.spreekuren, e.guests()) {
		if x.Active() && !x.Concept {
			list = append(list, embedRecordOf(s, x, cmp.Or(e.plein, x.Plein)))
		}
	}
	return list
}

// embedRecord is the spreekuur as it is told at a plein: its own, or one that it
// comes to.
func embedRecordOf(s *site, x *catalog.Spreekuur, at *catalog.Plein) *embedRecord {
	title := spreekuurLink(s, x)
	r := &embedRecord{
		Titel: title.Title, URL: s.absolute(x.Page()), Nederlands: title.Foreign,
		Wie:      whoOf(s, x),
		Waar:     say.Where(at, at.Adres(s.catalog.Today)),
		Partners: []string{}, Onderwerpen: []string{}, Week: []embedUur{}, Komende: []embedDate{}, Perioden: []embedPeriod{},
	}
	for _, p := range x.Partners {
		r.Partners = append(r.Partners, p.Slug)
	}
	for _, o := range x.Onderwerpen {
		r.Onderwerpen = append(r.Onderwerpen, o.Slug)
	}
	if x.OnAppointment() {
		r.OpAfspraak = s.say.UnderAppointment(x)
	}
	var uren []catalog.Uur
	if x.Plein == at {
		uren = x.Uren()
	}
	for _, u := range uren {
		r.Week = append(r.Week, embedUurOf(s, u))
	}
	fillDates(s, r, uren, x, at)
	return r
}

// isoDay counts the days of the week from 1, Monday.
func isoDay(day time.Weekday) int { return (int(day)+6)%7 + 1 }
