package schedule

// Clock is a time of day, in minutes since midnight: 0 up to and including 1440, which
// is 24:00.
type Clock int16

const midnight Clock = 24 * 60

// String returns the clock as 09:00.
func (c Clock) String() string { return Colon.Clock(c) }

// Span is a part of one day; End is exclusive.
type Span struct{ Begin, End Clock }

// String returns the span as 10:00 - 12:00.
func (s Span) String() string { return s.Begin.String() + " - " + s.End.String() }

// Written returns the span as an editor writes it, so that [ParseTimes] accepts it:
// with a leading zero for an hour that could also be in the afternoon.
func (s Span) Written() string {
	if text := Point.Span(s); readable(text) {
		return text
	}
	return Colon.Span(s)
}

func readable(text string) bool {
	_, err := readTimes(text, maxMends)
	return err == nil
}

// overlap returns the part that both spans have in common. It is empty, and overlap
// reports false, if they only touch.
func (s Span) overlap(other Span) (Span, bool) {
	both := Span{max(s.Begin, other.Begin), min(s.End, other.End)}
	return both, both.Begin < both.End
}

// Times are the hours of a slot: fixed spans, or those of the plein.
type Times struct {
	Spans   []Span // in order, not overlapping; empty when Opening
	Opening bool   // "tijdens openingstijden"
}

// String returns the times as [ParseTimes] reads them.
func (t Times) String() string {
	if t.Opening {
		return "tijdens openingstijden"
	}
	return list(t.Spans, Span.String)
}
