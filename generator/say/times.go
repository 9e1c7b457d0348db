package say

import (
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/typed"
)

// Times says dates and hours in one language, on one day.
type Times struct {
	Words
	*schedule.Phrases // how the language says them
	Notation          schedule.Notation
	Today             schedule.Date

	paper bool // see [Voice.OnPaper]
}

// halfYear is how many days ahead a date on paper needs no year.
const halfYear = 182

func (t *Times) short(d schedule.Date) bool { return t.paper && d < t.Today.Add(halfYear) }

// Date is "dinsdag 24 november 2026".
func (t *Times) Date(d schedule.Date) string {
	if t.short(d) {
		return t.DateShort(d)
	}
	return t.Phrases.Date(d)
}

// Until is "tot en met vrijdag 27 november 2026".
func (t *Times) Until(last schedule.Date) string {
	if t.short(last) {
		return t.UntilPaper(last)
	}
	return t.Phrases.Until(last)
}

// Clock is "10.00 uur".
func (t *Times) Clock(c schedule.Clock) string { return t.At(t.Notation, c) }

// Hours is "10.00 tot 12.00 uur".
func (t *Times) Hours(span schedule.Span) string { return t.Span(t.Notation, span) }

// hoursAfter is "van 10.00 tot 12.00 uur", after a day.
func (t *Times) hoursAfter(span schedule.Span) string { return t.SpanAfter(t.Notation, span) }

// AllHours is "9.00 tot 12.00 uur en 13.00 tot 17.00 uur".
func (t *Times) AllHours(spans []schedule.Span) string { return List(t, spans, t.Hours) }

// Moment is a time with or without an end, or "".
func (t *Times) Moment(m typed.Moment) string {
	switch {
	case !m.Set:
		return ""
	case m.HasEnd():
		return t.Hours(schedule.Span{Begin: m.Begin, End: m.End})
	}
	return t.Clock(m.Begin)
}

// near is how many days ahead a date needs no year.
const near = 60

// Near is a date without its year if it is near.
func (t *Times) Near(d schedule.Date) string {
	if d > t.Today.Add(near) {
		return t.Date(d)
	}
	return t.DateShort(d)
}

// NearPeriod is [Times.Period], without years where its end is near.
func (t *Times) NearPeriod(p schedule.Period) string {
	switch {
	case p.Until > t.Today.Add(near):
		return t.Period(p)
	case p.From < t.Today && p.Until > p.From:
		return t.UntilShort(p.Until)
	}
	return t.PeriodShort(p.From, p.Until)
}

// Period is a period as it matters today: if it has begun, only its end.
func (t *Times) Period(p schedule.Period) string {
	switch {
	case p.Until <= p.From:
		return t.Date(p.From)
	case p.From < t.Today:
		return t.Until(p.Until)
	case t.short(p.Until):
		return t.PeriodPaper(p.From, p.Until)
	}
	return t.Phrases.Period(p.From, p.Until)
}

// From is "vanaf 24 november 2026".
func (t *Times) From(d schedule.Date) string { return t.Word("geldt-vanaf", t.PlainDate(d)) }

// Again is "weer vanaf 24 november 2026", or says that no date is known.
func (t *Times) Again(next schedule.Date) string {
	if next == 0 {
		return t.Word("geen-nieuwe-datums")
	}
	return t.Word("weer-vanaf", t.PlainDate(next))
}

// List makes a phrase of a list: "a, b en c".
func List[T any](v interface{ Join(texts []string) string }, items []T, text func(T) string) string {
	texts := make([]string, len(items))
	for i, item := range items {
		texts[i] = text(item)
	}
	return v.Join(texts)
}
