package page

import (
	"time"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
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
	}

	embedWords struct {
		Naam       string    `json:"naam"` // of the whole: "Spreekuren van Plein Noord"
		Meer       string    `json:"meer"`
		Leeg       string    `json:"leeg"`
		Bijgewerkt string    `json:"bijgewerkt"`
		Vandaag    string    `json:"vandaag"`
		Morgen     string    `json:"morgen"`
		Nu         string    `json:"nu"`    // {tijd} is the tot of a date
		Dagen      [7]string `json:"dagen"` // Monday first
	}

	embedRecord struct {
		Titel       string      `json:"titel"`
		URL         string      `json:"url"`
		Nederlands  bool        `json:"nederlands,omitempty"` // the title is, in a file of another language
		Wie         string      `json:"wie"`
		Waar        string      `json:"waar"`
		Partners    []string    `json:"partners"`    // slugs
		Onderwerpen []string    `json:"onderwerpen"` // slugs
		Week        []embedUur  `json:"week"`
		Komende     []embedDate `json:"komende"`
	}

	// embedUur is a stretch of time in a normal week.
	embedUur struct {
		Dag   int      `json:"dag"`   // 1 is Monday
		Begin string   `json:"begin"` // "10:00", to sort by
		Tijd  string   `json:"tijd"`
		LetOp []string `json:"let_op,omitempty"`
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

		RedenNederlands bool `json:"reden_nederlands,omitempty"` // in a file of another language

		date schedule.Date
	}
)

// embedHorizon is how far ahead the next date of a rare spreekuur is looked for.
const embedHorizon = 400

func (s *site) embedData(e embedded) embedData {
	d := embedData{
		Versie: "1", Gemaakt: s.catalog.Today.String(), Taal: s.language.Code, Richting: s.language.Dir,
		Titel: e.name, URL: s.absolute(e.page), Datums: map[string]string{}, Spreekuren: s.embedRecords(e.spreekuren),
		Woorden: embedWords{
			Naam: s.word("spreekuren-van", e.name), Meer: s.word("meer-over", e.name), Leeg: s.word("geen-spreekuren-hier"),
			Bijgewerkt: s.word("laatst-bijgewerkt-op", s.say.Date(s.catalog.Today)),
			Vandaag:    s.word("vandaag"), Morgen: s.word("morgen"), Nu: s.word("nu-open-tot", "{tijd}"),
		},
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
func (s *site) embedRecords(all []*catalog.Spreekuur) []*embedRecord {
	list := []*embedRecord{}
	for _, x := range all {
		if x.Active() && !x.Concept {
			list = append(list, s.embedRecord(x))
		}
	}
	return list
}

func (s *site) embedRecord(x *catalog.Spreekuur) *embedRecord {
	title := s.spreekuurLink(x)
	r := &embedRecord{
		Titel: title.Title, URL: s.absolute(x.Page()), Nederlands: title.Foreign,
		Wie:      say.List(s.say, x.Partners, func(p *catalog.Partner) string { return p.NaamInUitingen }),
		Waar:     say.Where(x.Plein, x.Plein.Adres(s.catalog.Today)),
		Partners: []string{}, Onderwerpen: []string{}, Week: []embedUur{}, Komende: s.embedDates(x),
	}
	for _, p := range x.Partners {
		r.Partners = append(r.Partners, p.Slug)
	}
	for _, o := range x.Onderwerpen {
		r.Onderwerpen = append(r.Onderwerpen, o.Slug)
	}
	for _, u := range x.Uren() {
		r.Week = append(r.Week, embedUur{
			Dag: isoDay(u.Weekday), Begin: u.Span.Begin.String(), Tijd: s.say.Hours(u.Span), LetOp: s.embedNotes(u),
		})
	}
	return r
}

// isoDay counts the days of the week from 1, Monday.
func isoDay(day time.Weekday) int { return (int(day)+6)%7 + 1 }

// embedNotes is what one must know beside the day and the time.
func (s *site) embedNotes(u catalog.Uur) (notes []string) {
	if !u.Weekly {
		notes = append(notes, s.language.Capital(s.word("alleen-op", s.say.Days(u.Days))))
	}
	if u.Spreekuur.AlleenSchoolweken {
		notes = append(notes, s.word("niet-in-schoolvakanties"))
	}
	if u.Spreekuur.Aanmelden == content.Required {
		notes = append(notes, s.word("afspraak-moet"))
	}
	return notes
}

// embedDates are the dates of the coming days, and the next one that goes on if
// that is later. All of today are there, whatever the hour of the build.
func (s *site) embedDates(x *catalog.Spreekuur) []embedDate {
	list := []embedDate{}
	some, today := false, s.catalog.Today
	for o := range x.Between(today, today.Add(embedHorizon)) {
		if some && o.Date >= today.Add(openDays) {
			break
		}
		some = some || !o.Cancelled()
		list = append(list, s.embedDate(o))
	}
	return list
}

func (s *site) embedDate(o catalog.Occurrence) embedDate {
	change := s.say.Change(o)
	return embedDate{
		Begin: instant(o.Begin()), Eind: instant(o.End()), Vervalt: o.Cancelled(), date: o.Date,
		Tijd: s.say.Hours(o.Span), Tot: s.say.Clock(o.Span.End),
		Melding: change.Label, Waar: change.Where, Reden: change.Reason.Text, RedenNederlands: change.Reason.Foreign,
	}
}
