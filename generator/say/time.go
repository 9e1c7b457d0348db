package say

import (
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/schedule"
)

// Rule is when a spreekuur is held: "elke dinsdag van 10.00 tot 12.00 uur".
func (v *Voice) Rule(s *catalog.Spreekuur) string {
	return v.Phrases.Rule(&s.Schedule, v.Notation, v.Today)
}

// When is the rule, with how to make the appointment where that is all there is: "op
// afspraak: bel 013 000 00 01". It is what stands where hours do.
func (v *Voice) When(s *catalog.Spreekuur) string {
	rule := v.Rule(s)
	if ways := v.ByAppointment(s); s.OnAppointment() && ways != "" {
		return rule + ": " + ways
	}
	return rule
}

// Clock is "10.00 uur".
func (v *Voice) Clock(c schedule.Clock) string { return v.At(v.Notation, c) }

// Hours is "10.00 tot 12.00 uur".
func (v *Voice) Hours(span schedule.Span) string { return v.Span(v.Notation, span) }

// AllHours is "9.00 tot 12.00 uur en 13.00 tot 17.00 uur".
func (v *Voice) AllHours(spans []schedule.Span) string { return List(v, spans, v.Hours) }

// Moment is a time with or without an end, "" for none.
func (v *Voice) Moment(m content.Moment) string {
	switch {
	case !m.Set:
		return ""
	case m.HasEnd():
		return v.Hours(schedule.Span{Begin: m.Begin, End: m.End})
	}
	return v.Clock(m.Begin)
}

// DateAndHours is "dinsdag 24 november 2026, 10.00 tot 12.00 uur".
func (v *Voice) DateAndHours(o catalog.Occurrence) string {
	return v.DateAnd(v.Date(o.Date), v.Hours(o.Span))
}

// Period is a period as it matters today: of one that began before, only the end is
// told.
func (v *Voice) Period(p schedule.Period) string {
	if p.From < v.Today && p.Until > p.From {
		return v.Phrases.Until(p.Until)
	}
	return v.Phrases.Period(p.From, p.Until)
}

// Event is when an agendapunt is: "Dinsdag 24 november 2026, 10.00 uur".
func (v *Voice) Event(a *catalog.Agendapunt) string {
	words := v.Capital(v.Phrases.Period(a.Datum, a.TotEnMet))
	if hours := v.Moment(a.Tijd); hours != "" {
		return v.DateAnd(words, hours)
	}
	return words
}

// Stretch is when a line of a list of dates is: a date with its hours, or a period.
func (v *Voice) Stretch(st catalog.Stretch) string {
	if st.Closing() {
		return v.Period(st.Period)
	}
	return v.DateAndHours(st.Occurrence)
}

// List makes a phrase of a list: "a, b en c".
func List[T any](v *Voice, items []T, text func(T) string) string {
	texts := make([]string, len(items))
	for i, item := range items {
		texts[i] = text(item)
	}
	return v.Join(texts)
}
