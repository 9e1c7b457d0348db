package schedule

// Deviation is one [[afwijkend]] of a plein: closed, or open at other hours.
type Deviation struct {
	On     Period
	Closed bool
	Hours  []Span
	Reason string
}

// Place is what a schedule needs to know about a plein. Its methods accept a nil Place,
// which is never closed.
type Place struct {
	Opening    [7][]Span // by time.Weekday
	HasOpening bool      // whether the plein has opening hours at all
	Deviations []Deviation
	ClosedOn   HolidaySet
	Moves      []Period // the verhuizingen
}

// HoursOn returns the opening hours of the plein on the date, after applying its
// deviations, the closures and the holidays. The reason is zero if they are the usual
// ones. A day that never has opening hours does not count as closed.
func (p *Place) HoursOn(d Date, c *Calendar) (spans []Span, closed bool, why Reason) {
	if dev := p.deviationOn(d); dev != nil {
		if dev.Closed {
			return nil, true, dev.why()
		}
		return dev.Hours, false, dev.why()
	}
	if why := p.closureOn(d, c); why.Cause != NoCause {
		return nil, true, why
	}
	return p.openingOn(d), false, Reason{}
}

// MoveOn returns the index of the move that applies on the date, or -1. If there are
// several, it is the one that began last, so that a temporary move within a permanent
// one is found too.
func (p *Place) MoveOn(d Date) int {
	found := -1
	if p == nil {
		return found
	}
	for i, move := range p.Moves {
		if move.Contains(d) && (found < 0 || move.From >= p.Moves[found].From) {
			found = i
		}
	}
	return found
}

// openingOn returns the opening hours by rule.
func (p *Place) openingOn(d Date) []Span {
	if p == nil || !p.HasOpening {
		return nil
	}
	return p.Opening[d.Weekday()]
}

// deviationOn returns the deviation that applies on the date, or nil.
func (p *Place) deviationOn(d Date) *Deviation {
	if p == nil {
		return nil
	}
	var found *Deviation
	for i := range p.Deviations {
		dev := &p.Deviations[i]
		speaks := dev.Closed || len(dev.Hours) > 0
		if speaks && dev.On.Contains(d) && (found == nil || !found.On.shorter(dev.On)) {
			found = dev
		}
	}
	return found
}

// closureOn returns why the calendar closes the plein on the date, or zero. The words
// of a closure take precedence over the name of a holiday within it.
func (p *Place) closureOn(d Date, c *Calendar) Reason {
	holiday := Reason{Cause: OnHoliday, During: Period{d, d}}
	if p != nil && p.ClosedOn != 0 {
		holiday.Holidays = HolidayOn(d) & p.ClosedOn
	}
	if c != nil {
		for i := range c.Closures {
			closure := &c.Closures[i]
			if !closure.Contains(d) {
				continue
			}
			if closure.Reason == "" && holiday.Holidays != 0 {
				return holiday
			}
			return Reason{Cause: AllClosed, Text: closure.Reason, During: closure.Period}
		}
	}
	if holiday.Holidays == 0 {
		return Reason{}
	}
	return holiday
}

// schoolHolidayOn returns the reason of the school holiday on the date, or zero.
func (c *Calendar) schoolHolidayOn(d Date) Reason {
	if c != nil {
		for i := range c.SchoolHolidays {
			if v := &c.SchoolHolidays[i]; v.Contains(d) {
				return Reason{Cause: NoSchool, Text: v.Name, During: v.Period}
			}
		}
	}
	return Reason{}
}
