package embed

import (
	"bytes"
	"cmp"
	"io"
	"iter"
	"slices"
	"strings"
	"time"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/moment"
	"pleinwijzer/generator/piece"
	"pleinwijzer/generator/say"
	"pleinwijzer/generator/schedule"
)

// The data of the element <plein-rooster>, version 1, at /embed/v1/. It is ready
// worded in one language, so that the script on a partner's site needs no words
// of its own. What was published stays: sites keep a script in their cache, and
// pages are made from the same records (see embedWeek). A field may be added.
type (
	Data struct {
		Versie     string            `json:"versie"`
		Gemaakt    string            `json:"gemaakt"` // the day, or one of the six before it: see catalog.Turn
		Taal       string            `json:"taal"`
		Richting   string            `json:"richting"` // "ltr" or "rtl"
		Titel      string            `json:"titel"`
		URL        string            `json:"url"`
		Bron       string            `json:"bron,omitempty"` // whose it is, if it is of another directory
		Woorden    embedWords        `json:"woorden"`
		Datums     map[string]string `json:"datums"` // the dates of komende, in words
		Spreekuren []*Record         `json:"spreekuren"`

		moment *moment.Moment
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

	Record struct {
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
		// dates up to the first in a week or later, for who looks within one.
		Altijd   []string      `json:"altijd"`
		Volgende []embedMoment `json:"volgende"`
		Begint   bool          `json:"begint,omitempty"`  // the first is the first of all
		Laatste  bool          `json:"laatste,omitempty"` // after those of volgende no date is known
	}

	embedMoment struct {
		Begin string `json:"begin"`
		Eind  string `json:"eind"`
		Datum string `json:"datum"` // in words, in a sentence

		begin, end time.Time
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
		end  time.Time
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

func embedDataOf(s *layout.Site, e embedded) Data {
	made := s.Catalog.Turn(e.about)
	d := Data{
		Versie: "1", Gemaakt: made.String(), Taal: s.Language.Code, Richting: s.Language.Dir,
		Titel: e.name, URL: s.Absolute(e.page), Bron: creditOf(s, e), Datums: map[string]string{}, Spreekuren: []*Record{},
		Woorden: embedWords{
			Naam: e.label(s), Meer: s.Word("meer-over", e.name), Leeg: emptyOf(s, e),
			Bijgewerkt: s.Word("laatst-bijgewerkt-op", s.Say.Date(made)),
			Vandaag:    s.Word("vandaag"), Morgen: s.Word("morgen"), Nu: s.Word("nu-open-tot", "{tijd}"),
			Keer:   s.Say.DateAnd("{datum}", "{tijd}"),
			Begint: s.Word("begint-op", "{datum}"), Weer: s.Word("weer-op", "{datum}"), Niet: s.Word("niet-deze-week"),
			OpAfspraak: s.Word("op-afspraak"),
		},
		moment: s.Catalog.Moment,
	}
	for i, weekday := range catalog.Week {
		d.Woorden.Dagen[i] = s.Language.Capital(s.Say.Weekday(weekday))
	}
	return d
}

// emptyOf is what to say where no times are known: that there is nothing, or whom to ask.
func emptyOf(s *layout.Site, e embedded) string {
	ask := piece.UnknownOf(s, slices.Concat(e.spreekuren, e.guests()))
	if len(ask) == 0 {
		return s.Word("geen-spreekuren-hier")
	}
	var titles []string
	for _, link := range ask {
		titles = append(titles, link.Title)
	}
	return say.Stopped(s.Word("vraag-naar-de-tijden") + ": " + strings.Join(titles, "; "))
}

// creditOf says whose it is, and how new; "" if it is of this site.
func creditOf(s *layout.Site, e embedded) string {
	c := layout.CreditOf(s, e.about)
	if c == nil {
		return ""
	}
	return say.Join(s.Word("bron-is", c.Name, c.Updated), c.Warning)
}

// records yields the spreekuren that a visitor can go to, and adds their dates in words to
// d. They are made again for each file, since keeping them would cost a large site more
// memory than the time is worth.
func (d *Data) records(s *layout.Site, e embedded) iter.Seq[*Record] {
	return func(yield func(*Record) bool) {
		made := s.Catalog.Turn(e.about)
		for _, x := range slices.Concat(e.spreekuren, e.guests()) {
			if !x.Active() || x.Concept {
				continue
			}
			r := embedRecordOf(s, x, cmp.Or(e.plein, x.Plein), made)
			for _, o := range r.Komende {
				day := o.date.String()
				if d.Datums[day] == "" {
					d.Datums[day] = s.Language.Capital(s.Say.Date(o.date))
				}
			}
			if !yield(r) {
				return
			}
		}
	}
}

// writeData writes the data of a selection as JSON. A topic can have thousands of records,
// so they are encoded one by one.
func writeData(w io.Writer, s *layout.Site, e embedded) error {
	d := embedDataOf(s, e)
	var lines bytes.Buffer
	for r := range d.records(s, e) {
		if lines.Len() > 0 {
			lines.WriteByte(',')
		}
		if err := encode(&lines, r); err != nil {
			return err
		}
		lines.Truncate(lines.Len() - 1) // the line break
	}
	var around bytes.Buffer
	if err := encode(&around, d); err != nil {
		return err
	}
	const none = "[]}\n"
	for _, part := range [][]byte{bytes.TrimSuffix(around.Bytes(), []byte(none)), []byte("["), lines.Bytes(), []byte("]}\n")} {
		if _, err := w.Write(part); err != nil {
			return err
		}
	}
	return nil
}

// embedRecordOf is the spreekuur as it is told at a plein: its own, or one that it
// comes to.
func embedRecordOf(s *layout.Site, x *catalog.Spreekuur, at *catalog.Plein, made schedule.Date) *Record {
	title := piece.SpreekuurLink(s, x)
	r := &Record{
		Titel: title.Title, URL: s.Absolute(x.Page()), Nederlands: title.Foreign,
		Wie:      piece.WhoOf(s, x),
		Waar:     say.Where(at, at.Adres(s.Catalog.Today)),
		Partners: []string{}, Onderwerpen: []string{}, Week: []embedUur{}, Komende: []embedDate{}, Perioden: []embedPeriod{},
	}
	for _, p := range x.Partners {
		r.Partners = append(r.Partners, p.Slug)
	}
	for _, o := range x.Onderwerpen {
		r.Onderwerpen = append(r.Onderwerpen, o.Slug)
	}
	if x.OnAppointment() {
		r.OpAfspraak = s.Say.UnderAppointment(x)
	}
	var uren []catalog.Uur
	if x.Plein == at {
		uren = x.Uren()
	}
	for _, u := range uren {
		r.Week = append(r.Week, embedUurOf(s, u))
	}
	d := dates{s, r, uren, at, made.Add(knownDays - 1), made.Add(laterDays)}
	d.fill(x, made)
	return r
}

// isoDay counts the days of the week from 1, Monday.
func isoDay(day time.Weekday) int { return (int(day)+6)%7 + 1 }
