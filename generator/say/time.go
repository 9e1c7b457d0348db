package say

import (
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/typed"
)

// Rule is when a spreekuur is held: "elke dinsdag van 10.00 tot 12.00 uur".
func (v *Voice) Rule(s *catalog.Spreekuur) string {
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

// Clock is "10.00 uur".
func (v *Voice) Clock(c schedule.Clock) string { return v.At(v.Notation, c) }

// Hours is "10.00 tot 12.00 uur".
func (v *Voice) Hours(span schedule.Span) string { return v.Span(v.Notation, span) }

// hoursAfter is "van 10.00 tot 12.00 uur", after a day.
func (v *Voice) hoursAfter(span schedule.Span) string { return v.SpanAfter(v.Notation, span) }

// AllHours is "9.00 tot 12.00 uur en 13.00 tot 17.00 uur".
func (v *Voice) AllHours(spans []schedule.Span) string { return List(v, spans, v.Hours) }

// Moment is a time with or without an end, or "".
func (v *Voice) Moment(m typed.Moment) string {
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

// near is how many days ahead a date needs no year.
const near = 60

// Near is a date without its year if it is near.
func (v *Voice) Near(d schedule.Date) string {
	if d > v.Today.Add(near) {
		return v.Date(d)
	}
	return v.DateShort(d)
}

// NearPeriod is [Voice.Period], without years where its end is near.
func (v *Voice) NearPeriod(p schedule.Period) string {
	switch {
	case p.Until > v.Today.Add(near):
		return v.Period(p)
	case p.From < v.Today && p.Until > p.From:
		return v.UntilShort(p.Until)
	}
	return v.PeriodShort(p.From, p.Until)
}

// Period is a period as it matters today: if it has begun, only its end.
func (v *Voice) Period(p schedule.Period) string {
	switch {
	case p.Until <= p.From:
		return v.Date(p.From)
	case p.From < v.Today:
		return v.Until(p.Until)
	case v.short(p.Until):
		return v.PeriodPaper(p.From, p.Until)
	}
	return v.Phrases.Period(p.From, p.Until)
}

// From is "vanaf 24 november 2026".
func (v *Voice) From(d schedule.Date) string { return v.Word("geldt-vanaf", v.PlainDate(d)) }

// Again is "weer vanaf 24 november 2026", or says that no date is known.
func (v *Voice) Again(next schedule.Date) string {
	if next == 0 {
		return v.Word("geen-nieuwe-datums")
	}
	return v.Word("weer-vanaf", v.PlainDate(next))
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

// List makes a phrase of a list: "a, b en c".
func List[T any](v *Voice, items []T, text func(T) string) string {
	texts := make([]string, len(items))
	for i, item := range items {
		texts[i] = text(item)
	}
	return v.Join(texts)
}
