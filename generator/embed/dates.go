package embed

import (
	"slices"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/piece"
	"pleinwijzer/generator/schedule"
)

// Data have their dates from the day of their turn on, which may be six days ago: then they
// stay the same until the next one, if nothing happens. Who reads them leaves out what is
// over, as of data that were kept.
const (
	// embedHorizon is how far ahead the next date of a rare spreekuur is looked for.
	embedHorizon = 400
	// embedFresh is for how many days what is next stays known on a site that keeps data.
	embedFresh = 7

	turns     = 7 // days from one turn to the next
	knownDays = piece.OpenDays + turns - 1
	laterDays = embedFresh + turns - 1
)

// embedUurOf is an hour of the week. Its dates come with those of the spreekuur.
func embedUurOf(s *layout.Site, u catalog.Uur) embedUur {
	always := embedNotes(s, u)
	hour := embedUur{
		Dag: isoDay(u.Weekday), Begin: u.Span.Begin.String(), Tijd: s.Say.Hours(u.Span),
		LetOp: always, Altijd: always, Volgende: []embedMoment{}, Begint: u.Starts != 0,
	}
	if later := s.Say.Later(u); later != "" {
		hour.LetOp = append(slices.Clip(always), later)
	}
	return hour
}

// embedNotes is what one must know beside the day and the time.
func embedNotes(s *layout.Site, u catalog.Uur) []string {
	notes := []string{}
	if !u.Weekly {
		notes = append(notes, s.Language.Capital(s.Word("alleen-op", s.Say.Days(u.Days))))
	}
	if u.Spreekuur.AlleenSchoolweken {
		notes = append(notes, s.Word("niet-in-schoolvakanties"))
	}
	if u.Spreekuur.Aanmelden == content.Required {
		notes = append(notes, s.Word("afspraak-moet"))
	}
	return notes
}

// dates fills in those of a record, as it is told at a plein.
type dates struct {
	site  *layout.Site
	into  *Record
	uren  []catalog.Uur
	at    *catalog.Plein
	last  schedule.Date // up to which all is told
	later schedule.Date // from when on one date of each hour is known
}

// fill fills in the dates since a day, those of the coming days, and on to one that goes
// on for who looks in a week. Of a period in which nothing is held, one date of each such
// look is enough.
func (d *dates) fill(x *catalog.Spreekuur, since schedule.Date) {
	for o := range x.Over(since) {
		if x.Plein == d.at || o.Plein == d.at {
			d.add(catalog.Stretch{Occurrence: o, Period: schedule.Period{From: o.Date, Until: o.Date}, All: []catalog.Occurrence{o}}, true)
		}
	}
	d.ahead(x)
	for i := range d.into.Week {
		d.into.Week[i].Laatste = !d.into.Week[i].reaches(d.later)
	}
}

func (d *dates) ahead(x *catalog.Spreekuur) {
	known := false // the last date that was told goes on, and is later
	for st := range x.Stretches(d.site.Catalog.Today.Add(embedHorizon)) {
		if known && st.Date > d.last && !slices.ContainsFunc(d.into.Week, func(u embedUur) bool { return !u.reaches(d.later) }) {
			return
		}
		st, here := st.Here(d.at)
		if !here {
			continue
		}
		listed := !known || st.Date <= d.last
		d.add(st, listed)
		if listed {
			known = !st.Cancelled() && st.Date >= d.later
		}
	}
}

// add adds what goes on to the hour that it is of, and tells of it.
func (d *dates) add(st catalog.Stretch, listed bool) {
	if !st.Cancelled() {
		d.held(st.Occurrence)
	}
	if listed {
		d.tell(st)
	}
}

// held adds a date to its hour, up to the first that is later.
func (d *dates) held(o catalog.Occurrence) {
	for i, u := range d.uren {
		if hour := &d.into.Week[i]; u.Has(o) && !hour.reaches(d.later) {
			begin, end := o.Begin(), o.End()
			hour.Volgende = append(hour.Volgende, embedMoment{piece.Instant(begin), piece.Instant(end), d.site.Say.Date(o.Date), begin, end})
		}
	}
}

// reaches reports whether a date is known on or after the one given.
func (u embedUur) reaches(date schedule.Date) bool {
	n := len(u.Volgende)
	return n > 0 && !u.Volgende[n-1].begin.Before(date.At(0))
}

// tell adds the dates of a stretch, and the period if it is one.
func (d *dates) tell(st catalog.Stretch) {
	r := d.into
	if st.Closing() {
		period := embedPeriod{
			Van: st.From.String(), TotEnMet: st.Until.String(), Woorden: d.site.Language.Capital(d.site.Say.Stretch(st)), Uren: []int{},
		}
		for i, u := range d.uren {
			if u.Touches(st) {
				period.Uren = append(period.Uren, i+1)
			}
		}
		r.Perioden = append(r.Perioden, period)
	}
	reached := schedule.Date(0)
	for i, o := range st.All {
		if i > 0 && o.Date > d.last && reached >= d.later {
			break
		}
		reached = o.Date
		date := embedDateOf(d.site, o, d.at)
		date.Uur = 1 + slices.IndexFunc(d.uren, func(u catalog.Uur) bool { return u.Has(o) })
		if st.Closing() {
			date.Periode = len(r.Perioden)
		}
		r.Komende = append(r.Komende, date)
	}
}

func embedDateOf(s *layout.Site, o catalog.Occurrence, at *catalog.Plein) embedDate {
	change := s.Say.ChangeAt(o, at)
	return embedDate{
		Begin: piece.Instant(o.Begin()), Eind: piece.Instant(o.End()), Vervalt: o.Cancelled(), date: o.Date, end: o.End(),
		Tijd: s.Say.Hours(o.Span), Tot: s.Say.Clock(o.Span.End),
		Melding: change.Label, Waar: change.Where, Reden: change.Reason.Text, RedenNederlands: change.Reason.Foreign,
	}
}
