package say

import (
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/schedule"
)

// Rule is when a spreekuur is held: "elke dinsdag van 10.00 tot 12.00 uur". In Dutch the
// rule of another directory is in its own words. It may be unknown by now.
func (v *Voice) Rule(s *catalog.Spreekuur) string {
	if s.From != nil {
		unread := len(s.Tijden) == 0 && !s.OnAppointment()
		switch {
		case s.From.Rule != "" && (unread || !v.Foreign()):
			return s.From.Rule
		case unread:
			return v.Word("tijden-zijn-niet-bekend")
		}
	}
	return v.Phrases.Rule(&s.Schedule, v.Notation, v.Today)
}

// When is the rule or, if there are no hours, how to make an appointment: "op afspraak:
// bel 013 000 00 01". It stands where hours would.
func (v *Voice) When(s *catalog.Spreekuur) string {
	rule := v.Rule(s)
	if ways := v.ByAppointment(s); s.OnAppointment() && ways != "" {
		return rule + ": " + ways
	}
	return rule
}

// UnderAppointment is When for below a heading "Op afspraak", which it does not repeat:
// "Bel 013 000 00 01".
func (v *Voice) UnderAppointment(s *catalog.Spreekuur) string {
	if v.Rule(s) == v.Phrases.ByAppointment {
		return v.Capital(v.ByAppointment(s))
	}
	return v.Capital(v.When(s))
}

// DateAndHours is "dinsdag 24 november 2026, 10.00 tot 12.00 uur".
func (v *Voice) DateAndHours(o catalog.Occurrence) string {
	return v.DateAnd(v.Date(o.Date), v.Hours(o.Span))
}

// Later says when an hour is next held, if that is not in the coming week; otherwise it
// is "". It is still true on the days after it was published.
func (v *Voice) Later(u catalog.Uur) string {
	switch {
	case u.ThisWeek():
		return ""
	case u.Next == 0:
		return v.Word("geen-nieuwe-datums")
	case u.Starts != 0:
		return v.Word("begint-op", v.Near(u.Next))
	}
	return v.Word("volgende-keer", v.Near(u.Next))
}

// Event is when an agendapunt is held: "Dinsdag 24 november 2026, 10.00 uur", or the
// rule of a course: "Elke dinsdag van 13.30 tot 15.30 uur, vanaf 16 februari 2027 tot en
// met …".
func (v *Voice) Event(a *catalog.Agendapunt) string {
	course := a.Keren() != nil
	if course && a.Tijd.HasEnd() {
		hours := schedule.Times{Spans: []schedule.Span{{Begin: a.Tijd.Begin, End: a.Tijd.End}}}
		rule := schedule.Schedule{
			Slots: []schedule.Slot{{Days: a.Dag, Times: hours}}, Bounds: schedule.Period{From: a.Datum, Until: a.Last()},
		}
		return v.Capital(v.Phrases.Rule(&rule, v.Notation, a.Datum.Add(-1)))
	}
	words := v.Capital(v.Phrases.Period(a.Datum, a.TotEnMet))
	if course {
		words = v.Capital(v.DateAnd(v.Phrases.Days(a.Dag), v.Phrases.Period(a.Datum, a.TotEnMet)))
	}
	if hours := v.Moment(a.Tijd); hours != "" {
		return v.DateAnd(words, hours)
	}
	return words
}

// Stretch is the time of a line in a list of dates: a date with its hours, or a period.
func (v *Voice) Stretch(st catalog.Stretch) string {
	if st.Closing() {
		return v.Period(st.Period)
	}
	return v.DateAndHours(st.Occurrence)
}
