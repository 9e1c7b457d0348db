package schedule

import (
	"cmp"
	"math"
	"slices"
)

// on appends the occurrences on the date to out, which must be empty, in order of
// begin. The switch has the levels of precedence in the package comment.
func (s *Schedule) on(d Date, out []Occurrence) []Occurrence {
	if day := s.givenOn(d); day != nil {
		return s.given(day, out)
	}
	slot := s.slotOn(d)
	e := s.exceptionOn(d, slot >= 0)
	if slot < 0 && e == nil {
		return out
	}
	p := s.planFor(d, slot >= 0, e)
	dev := p.place.deviationOn(d)
	switch {
	case dev != nil && dev.Closed:
		out = cancel(p.planned(out), dev.why())
	case e != nil && e.Cancelled:
		out = cancel(p.planned(out), e.why())
	case e != nil && len(e.Times) > 0:
		out = p.planned(out)
	default:
		out = p.undecided(out, dev)
	}
	return inOrder(out)
}

// plan is one date of a schedule, with what is the same for all its slots.
type plan struct {
	*Schedule
	exception *Exception // or nil
	inRule    bool       // the rule includes the date
	place     *Place     // the place of the spreekuur on this date
	blank     Occurrence // what its occurrences have in common
}

func (s *Schedule) planFor(d Date, inRule bool, e *Exception) plan {
	p := plan{Schedule: s, exception: e, inRule: inRule, place: s.Home}
	p.blank = Occurrence{Date: d}
	if e != nil && e.Place > 0 && e.Place <= len(s.Elsewhere) {
		p.place, p.blank.Place = s.Elsewhere[e.Place-1], e.Place
	}
	p.blank.Move = p.place.MoveOn(d)
	return p
}

// undecided appends the occurrences according to the levels below the exception.
func (p *plan) undecided(out []Occurrence, dev *Deviation) []Occurrence {
	if p.SchoolWeeksOnly {
		if why := p.Calendar.schoolHolidayOn(p.blank.Date); why.Cause != NoCause {
			return cancel(p.ruled(out, nil), why)
		}
	}
	if dev != nil {
		return p.ruled(out, dev)
	}
	out = p.ruled(out, nil)
	if why := p.place.closureOn(p.blank.Date, p.Calendar); why.Cause != NoCause {
		return cancel(out, why)
	}
	return out
}

// planned appends the occurrences at the hours of the exception, or else at those of
// the rule.
func (p *plan) planned(out []Occurrence) []Occurrence {
	if p.exception == nil || len(p.exception.Times) == 0 {
		return p.ruled(out, nil)
	}
	var regular []Occurrence
	if p.inRule {
		var room [4]Occurrence
		home := p.planFor(p.blank.Date, true, nil)
		regular = inOrder(home.ruled(room[:0], nil))
	}
	return p.replace(out, regular, p.exception.Times, p.exception.why())
}

// ruled appends the occurrences of the rule. Other hours of the place, if not nil, are
// the hours of "tijdens openingstijden" and limit fixed hours.
func (p *plan) ruled(out []Occurrence, other *Deviation) []Occurrence {
	d := p.blank.Date
	hours, why := p.place.openingOn(d), Reason{}
	if other != nil {
		hours, why = other.Hours, other.why()
	} else if p.blank.Place > 0 {
		why = p.exception.why() // the hours of another plein
	}
	for i := range p.Slots {
		slot := &p.Slots[i]
		switch {
		case !slot.Days.on(d, p.Anchor):
		case slot.Times.Opening:
			var regular []Occurrence
			for _, span := range p.Home.openingOn(d) {
				regular = append(regular, Occurrence{Slot: i, Span: span})
			}
			out = p.replace(out, regular, hours, why)
		case other == nil:
			for _, span := range slot.Times.Spans {
				out = append(out, p.occurrence(i, span, span, Reason{}))
			}
		default:
			for _, span := range slot.Times.Spans {
				out = p.clip(out, i, span, hours, why)
			}
		}
	}
	return out
}

// replace appends the new hours, in order, each in place of regular ones. If there are
// more of one than of the other, those that are farthest from any of the other are left
// over: new hours are then extra, and regular ones cancelled.
func (p *plan) replace(out, regular []Occurrence, hours []Span, why Reason) []Occurrence {
	hours, regular = slices.Clone(hours), slices.Clone(regular)
	for len(hours) > len(regular) {
		i := farthest(len(hours), len(regular), func(i, j int) int { return hours[i].apart(regular[j].Span) })
		out = append(out, p.occurrence(-1, hours[i], Span{}, why))
		hours = slices.Delete(hours, i, i+1)
	}
	for len(regular) > len(hours) {
		i := farthest(len(regular), len(hours), func(i, j int) int { return regular[i].Span.apart(hours[j]) })
		gone := regular[i]
		out = append(out, p.occurrence(gone.Slot, gone.Span, gone.Span, why))
		cancel(out[len(out)-1:], why)
		regular = slices.Delete(regular, i, i+1)
	}
	for i, r := range regular {
		out = append(out, p.occurrence(r.Slot, hours[i], r.Span, why))
	}
	return out
}

// farthest returns which of n items is farthest from the nearest of m others; if
// several are equally far, the last.
func farthest(n, m int, apart func(i, j int) int) int {
	found, most := 0, -1
	for i := range n {
		nearest := math.MaxInt
		for j := range m {
			nearest = min(nearest, apart(i, j))
		}
		if nearest >= most {
			found, most = i, nearest
		}
	}
	return found
}

// apart is how far the ends of two spans are from each other, in minutes.
func (s Span) apart(other Span) int {
	begin, end := int(s.Begin-other.Begin), int(s.End-other.End)
	return max(begin, -begin) + max(end, -end)
}

// clip appends the parts of the span that are within the hours, or the whole span as
// cancelled if there are none.
func (p *plan) clip(out []Occurrence, slot int, span Span, hours []Span, why Reason) []Occurrence {
	before := len(out)
	for _, open := range hours {
		if part, ok := span.overlap(open); ok {
			out = append(out, p.occurrence(slot, part, span, why))
		}
	}
	if len(out) == before {
		out = append(out, p.occurrence(slot, span, span, why))
		cancel(out[before:], why)
	}
	return out
}

// occurrence returns an occurrence at the span in place of the regular one. The words
// of the exception take precedence over the given reason.
func (p *plan) occurrence(slot int, span, regular Span, why Reason) Occurrence {
	o := p.blank
	o.Slot, o.Span, o.Regular = slot, span, regular
	switch moved := o.Place > 0; {
	case regular == Span{}:
		o.Kind = Extra
	case span != regular && moved:
		o.Kind = OtherTimeAndPlace
	case span != regular:
		o.Kind = OtherTime
	case moved:
		o.Kind = OtherPlace
	default:
		return o
	}
	o.Why = why
	if p.exception != nil && (p.exception.Reason != "" || why.Cause == NoCause) {
		o.Why = p.exception.why()
	}
	return o
}

// cancel marks the occurrences as cancelled.
func cancel(out []Occurrence, why Reason) []Occurrence {
	for i := range out {
		out[i].Kind, out[i].Why = Cancelled, why
	}
	return out
}

// inOrder sorts the occurrences of one date by begin. Two rules may have the same hours
// on a date, or get the same ones; visitors see them once. In the latter case the
// regular hours of the other rule are marked as cancelled, for programs that remove
// hours of the rule according to these marks.
func inOrder(out []Occurrence) []Occurrence {
	if len(out) < 2 {
		return out
	}
	order := func(a, b Occurrence) int {
		return cmp.Or(cmp.Compare(a.Span.Begin, b.Span.Begin), cmp.Compare(a.Span.End, b.Span.End))
	}
	slices.SortStableFunc(out, order)
	out = slices.CompactFunc(out, func(a, b Occurrence) bool { return a.Span == b.Span && a.Regular == b.Regular })
	for i := 1; i < len(out); i++ {
		if o := &out[i]; o.Span == out[i-1].Span && o.Regular != (Span{}) {
			o.Span, o.Kind, o.Why = o.Regular, Cancelled, cmp.Or(o.Why, out[i-1].Why)
		}
	}
	slices.SortStableFunc(out, order)
	return out
}
