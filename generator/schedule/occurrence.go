package schedule

import "time"

// Kind says what happens to an occurrence. It is decided here, once: code that shows or
// publishes a date uses its kind and never compares hours and places itself.
type Kind uint8

const (
	AsUsual           Kind = iota
	Extra                  // outside the rule
	OtherTime              // in place of Regular
	OtherPlace             // at the usual hours
	OtherTimeAndPlace      // in place of Regular
	Cancelled              // Why says what cancelled it, and usually the reason
)

// OtherHours reports whether the hours differ from those of the rule.
func (k Kind) OtherHours() bool { return k == OtherTime || k == OtherTimeAndPlace }

// Occurrence is one spreekuur on one date.
type Occurrence struct {
	Date    Date
	Span    Span // if Cancelled: the hours it would have had
	Regular Span // the hours of the rule that it replaces, zero for an extra one
	Slot    int  // index in Schedule.Slots, -1 for an extra one
	Kind    Kind
	Why     Reason // zero if AsUsual
	Place   int    // 0: at home; above 0: at Schedule.Elsewhere[Place-1]
	Move    int    // index in the place's Moves in effect, or -1
}

// Begin returns the instant at which the occurrence begins.
func (o Occurrence) Begin() time.Time { return o.Date.At(o.Span.Begin) }

// End returns the instant at which the occurrence ends.
func (o Occurrence) End() time.Time { return o.Date.At(o.Span.End) }

// Cause is what makes a date different from the rule.
type Cause uint8

const (
	NoCause     Cause = iota
	ByException       // the spreekuur's own Exception
	PlaceClosed       // the plein's own Deviation
	PlaceHours        // a Deviation with other hours
	AllClosed         // a Closure
	OnHoliday         // Reason.Holidays are not empty
	NoSchool          // a SchoolHoliday
)

// Reason is why a date is different: what decided it, and the words of the editor if
// there are any. Other words for it are not chosen here.
type Reason struct {
	Cause    Cause
	Text     string
	Holidays HolidaySet
	During   Period // the period in which it applies; an end can be open
}

// Same reports whether two reasons are described in the same words, whatever their
// periods.
func (r Reason) Same(other Reason) bool {
	r.During, other.During = Period{}, Period{}
	return r == other
}

// ClosesPlace reports whether the reason closes a plein, rather than a single
// spreekuur.
func (r Reason) ClosesPlace() bool {
	return r.Cause == PlaceClosed || r.Cause == AllClosed || r.Cause == OnHoliday
}

func (e *Exception) why() Reason {
	return Reason{Cause: ByException, Text: e.Reason, During: e.On}
}

// why returns the reason for what the deviation causes.
func (dev *Deviation) why() Reason {
	cause := PlaceHours
	if dev.Closed {
		cause = PlaceClosed
	}
	return Reason{Cause: cause, Text: dev.Reason, During: dev.On}
}
