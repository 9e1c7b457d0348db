package schedule

import (
	"cmp"
	"slices"
)

// on appends the occurrences on the date to out, which must be empty, in order
// of begin. The switch is the precedence of the package comment, level by level.
func (s *Schedule) on(d Date, out []Occurrence) []Occurrence {
	slot := s.slotOn(d)
	e := s.exceptionOn(d, slot >= 0)
	if slot < 0 && e == nil {
		return out
	}
	p := s.planFor(d, slot, e)
	dev := p.place.deviationOn(d)
	switch {
	case dev != nil && dev.Closed:
		out = cancel(p.planned(out), or(dev.Reason, reasonClosed))
	case e != nil && e.Cancelled:
		out = cancel(p.planned(out), or(e.Reason, reasonCancelled))
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
	place     *Place     // where the spreekuur is on this date
	blank     Occurrence // what its occurrences have in common
}

func (s *Schedule) planFor(d Date, slot int, e *Exception) plan {
	p := plan{Schedule: s, exception: e, place: s.Home}
	p.blank = Occurrence{Date: d, Slot: slot}
	if e != nil && e.Place > 0 && e.Place <= len(s.Elsewhere) {
		p.place, p.blank.Place = s.Elsewhere[e.Place-1], e.Place
	}
	p.blank.Move = p.place.MoveOn(d)
	return p
}

// undecided appends what the levels below the exception make of the date.
func (p *plan) undecided(out []Occurrence, dev *Deviation) []Occurrence {
	if p.SchoolWeeksOnly {
		if name := p.Calendar.schoolHolidayOn(p.blank.Date); name != "" {
			return cancel(p.ruled(out, nil), name)
		}
	}
	if dev != nil {
		return p.ruled(out, dev)
	}
	out = p.ruled(out, nil)
	if reason := p.place.closureOn(p.blank.Date, p.Calendar); reason != "" {
		return cancel(out, reason)
	}
	return out
}

// planned appends the occurrences at the hours of the exception, or else at
// those of the rule.
func (p *plan) planned(out []Occurrence) []Occurrence {
	if p.exception == nil || len(p.exception.Times) == 0 {
		return p.ruled(out, nil)
	}
	var regular []Occurrence
	if p.blank.Slot >= 0 {
		var room [4]Occurrence
		home := p.planFor(p.blank.Date, p.blank.Slot, nil)
		regular = inOrder(home.ruled(room[:0], nil))
	}
	for i, span := range p.exception.Times {
		var was Span
		if i < len(regular) {
			was = regular[i].Span
		}
		out = append(out, p.occurrence(p.blank.Slot, span, was, ""))
	}
	return out
}

// ruled appends the occurrences that the rule gives. Other hours of the place,
// if not nil, are the hours of "tijdens openingstijden" and clip fixed hours.
func (p *plan) ruled(out []Occurrence, other *Deviation) []Occurrence {
	d := p.blank.Date
	hours, reason := p.place.openingOn(d), ""
	if other != nil {
		hours, reason = other.Hours, or(other.Reason, reasonOtherHours)
	}
	for i := range p.Slots {
		slot := &p.Slots[i]
		switch {
		case !slot.Days.on(d, p.Anchor):
		case slot.Times.Opening:
			regular := p.Home.openingOn(d)
			for j, span := range hours {
				var was Span
				if j < len(regular) {
					was = regular[j]
				}
				out = append(out, p.occurrence(i, span, was, reason))
			}
		case other == nil:
			for _, span := range slot.Times.Spans {
				out = append(out, p.occurrence(i, span, span, ""))
			}
		default:
			for _, span := range slot.Times.Spans {
				out = p.clip(out, i, span, hours, reason)
			}
		}
	}
	return out
}

// clip appends the parts of the span that lie in the hours, or the whole span
// as cancelled when there are none.
func (p *plan) clip(out []Occurrence, slot int, span Span, hours []Span, reason string) []Occurrence {
	before := len(out)
	for _, open := range hours {
		if part, ok := span.overlap(open); ok {
			out = append(out, p.occurrence(slot, part, span, reason))
		}
	}
	if len(out) == before {
		out = append(out, p.occurrence(slot, span, span, reason))
		cancel(out[before:], reason)
	}
	return out
}

// occurrence returns an occurrence at the span, Changed if that is not what a
// regular visitor expects. The exception's reason goes before the given one.
func (p *plan) occurrence(slot int, span, regular Span, reason string) Occurrence {
	o := p.blank
	o.Slot, o.Span = slot, span
	if span == regular && o.Place == 0 {
		return o
	}
	o.Status, o.Was, o.Reason = Changed, regular, reason
	if p.exception != nil && p.exception.Reason != "" {
		o.Reason = p.exception.Reason
	}
	return o
}

// cancel marks the occurrences as cancelled.
func cancel(out []Occurrence, reason string) []Occurrence {
	for i := range out {
		out[i].Status, out[i].Reason, out[i].Was = Cancelled, reason, Span{}
	}
	return out
}

// inOrder sorts the occurrences of one date by begin. Two rules may name the
// same hours of a date; a visitor sees them once.
func inOrder(out []Occurrence) []Occurrence {
	if len(out) < 2 {
		return out
	}
	slices.SortStableFunc(out, func(a, b Occurrence) int {
		return cmp.Or(cmp.Compare(a.Span.Begin, b.Span.Begin), cmp.Compare(a.Span.End, b.Span.End))
	})
	return slices.CompactFunc(out, func(a, b Occurrence) bool { return a.Span == b.Span })
}
