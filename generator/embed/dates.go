package embed

import (
	"slices"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/piece"
	"pleinwijzer/generator/schedule"
)

const (
	// embedHorizon is how far ahead the next date of a rare spreekuur is looked for.
	embedHorizon = 400
	// embedFresh is for how many days what is next stays known on a site that keeps data.
	embedFresh = 7
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

// fillDates fills in the dates of a record: those of the coming days, and on to one
// that goes on for who looks in a week. Of a period in which nothing is held, one date
// of each such look is enough.
func fillDates(s *layout.Site, r *Record, uren []catalog.Uur, x *catalog.Spreekuur, at *catalog.Plein) {
	last, later := s.Catalog.Today.Add(piece.OpenDays-1), s.Catalog.Today.Add(embedFresh)
	defer func() {
		for i := range r.Week {
			r.Week[i].Laatste = !r.Week[i].reaches(later)
		}
	}()
	known := false // the last date that was told goes on, and is later
	for st := range x.Stretches(s.Catalog.Today.Add(embedHorizon)) {
		if known && st.Date > last && !slices.ContainsFunc(r.Week, func(u embedUur) bool { return !u.reaches(later) }) {
			return
		}
		st, here := st.Here(at)
		if !here {
			continue
		}
		if !st.Cancelled() {
			fillHeld(s, r.Week, uren, st.Occurrence)
		}
		if known && st.Date > last {
			continue
		}
		known = !st.Cancelled() && st.Date >= later
		tellOf(s, r, uren, st, at)
	}
}

// fillHeld adds a date to the hour that it is of, where it is the first or the first that
// is later.
func fillHeld(s *layout.Site, week []embedUur, uren []catalog.Uur, o catalog.Occurrence) {
	later := s.Catalog.Today.Add(embedFresh)
	for i, u := range uren {
		if u.Has(o) && (len(week[i].Volgende) == 0 || o.Date >= later && !week[i].reaches(later)) {
			week[i].Volgende = append(week[i].Volgende, embedMoment{piece.Instant(o.Begin()), piece.Instant(o.End()), s.Say.Date(o.Date), o.Begin()})
		}
	}
}

// reaches reports whether a date is known on or after the one given.
func (u embedUur) reaches(date schedule.Date) bool {
	n := len(u.Volgende)
	return n > 0 && !u.Volgende[n-1].begin.Before(date.At(0))
}

// tellOf adds the dates of a stretch, and the period if it is one.
func tellOf(s *layout.Site, r *Record, uren []catalog.Uur, st catalog.Stretch, at *catalog.Plein) {
	if st.Closing() {
		period := embedPeriod{
			Van: st.From.String(), TotEnMet: st.Until.String(), Woorden: s.Language.Capital(s.Say.Stretch(st)), Uren: []int{},
		}
		for i, u := range uren {
			if u.Touches(st) {
				period.Uren = append(period.Uren, i+1)
			}
		}
		r.Perioden = append(r.Perioden, period)
	}
	last, later := s.Catalog.Today.Add(piece.OpenDays-1), s.Catalog.Today.Add(embedFresh)
	reached := schedule.Date(0)
	for i, o := range st.All {
		if i > 0 && o.Date > last && reached >= later {
			break
		}
		reached = o.Date
		date := embedDateOf(s, o, at)
		date.Uur = 1 + slices.IndexFunc(uren, func(u catalog.Uur) bool { return u.Has(o) })
		if st.Closing() {
			date.Periode = len(r.Perioden)
		}
		r.Komende = append(r.Komende, date)
	}
}

func embedDateOf(s *layout.Site, o catalog.Occurrence, at *catalog.Plein) embedDate {
	change := s.Say.ChangeAt(o, at)
	return embedDate{
		Begin: piece.Instant(o.Begin()), Eind: piece.Instant(o.End()), Vervalt: o.Cancelled(), date: o.Date,
		Tijd: s.Say.Hours(o.Span), Tot: s.Say.Clock(o.Span.End),
		Melding: change.Label, Waar: change.Where, Reden: change.Reason.Text, RedenNederlands: change.Reason.Foreign,
	}
}
