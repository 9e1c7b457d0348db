package page

import (
	"slices"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/schedule"
)

const (
	// embedHorizon is how far ahead the next date of a rare spreekuur is looked for.
	embedHorizon = 400
	// embedFresh is for how many days what is next stays known on a site that keeps data.
	embedFresh = 7
)

// embedUur is an hour of the week. Its dates come with those of the spreekuur.
func embedUurOf(s *site, u catalog.Uur) embedUur {
	always := embedNotes(s, u)
	hour := embedUur{
		Dag: isoDay(u.Weekday), Begin: u.Span.Begin.String(), Tijd: s.say.Hours(u.Span),
		LetOp: always, Altijd: always, Volgende: []embedMoment{}, Begint: u.Starts != 0,
	}
	if later := s.say.Later(u); later != "" {
		hour.LetOp = append(slices.Clip(always), later)
	}
	return hour
}

// embedNotes is what one must know beside the day and the time.
func embedNotes(s *site, u catalog.Uur) []string {
	notes := []string{}
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

// embedDates fills in the dates of a record: those of the coming days, and on to one
// that goes on for who looks in a week. Of a period in which nothing is held, one date
// of each such look is enough.
func fillDates(s *site, r *embedRecord, uren []catalog.Uur, x *catalog.Spreekuur, at *catalog.Plein) {
	last, later := s.catalog.Today.Add(openDays-1), s.catalog.Today.Add(embedFresh)
	known := false // the last date that was told goes on, and is later
	for st := range x.Stretches(s.catalog.Today.Add(embedHorizon)) {
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

// held adds a date to the hour that it is of, where it is the first or the first that
// is later.
func fillHeld(s *site, week []embedUur, uren []catalog.Uur, o catalog.Occurrence) {
	later := s.catalog.Today.Add(embedFresh)
	for i, u := range uren {
		if u.Has(o) && (len(week[i].Volgende) == 0 || o.Date >= later && !week[i].reaches(later)) {
			week[i].Volgende = append(week[i].Volgende, embedMoment{instant(o.Begin()), instant(o.End()), s.say.Date(o.Date), o.Begin()})
		}
	}
}

// reaches reports whether a date is known on or after the one given.
func (u embedUur) reaches(date schedule.Date) bool {
	n := len(u.Volgende)
	return n > 0 && !u.Volgende[n-1].begin.Before(date.At(0))
}

// tell adds the dates of a stretch, and the period if it is one.
func tellOf(s *site, r *embedRecord, uren []catalog.Uur, st catalog.Stretch, at *catalog.Plein) {
	if st.Closing() {
		period := embedPeriod{
			Van: st.From.String(), TotEnMet: st.Until.String(), Woorden: s.language.Capital(s.say.Stretch(st)), Uren: []int{},
		}
		for i, u := range uren {
			if u.Touches(st) {
				period.Uren = append(period.Uren, i+1)
			}
		}
		r.Perioden = append(r.Perioden, period)
	}
	last, later := s.catalog.Today.Add(openDays-1), s.catalog.Today.Add(embedFresh)
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

func embedDateOf(s *site, o catalog.Occurrence, at *catalog.Plein) embedDate {
	change := s.say.ChangeAt(o, at)
	return embedDate{
		Begin: instant(o.Begin()), Eind: instant(o.End()), Vervalt: o.Cancelled(), date: o.Date,
		Tijd: s.say.Hours(o.Span), Tot: s.say.Clock(o.Span.End),
		Melding: change.Label, Waar: change.Where, Reden: change.Reason.Text, RedenNederlands: change.Reason.Foreign,
	}
}
