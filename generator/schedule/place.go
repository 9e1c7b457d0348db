package schedule

// Deviation is one [[afwijkend]] of a plein: closed, or open at other hours.
type Deviation struct {
	On     Period
	Closed bool
	Hours  []Span
	Reason string
}

// Place is what a schedule must know of a plein. Its methods accept a nil
// Place, which is never closed.
type Place struct {
	Opening    [7][]Span // by time.Weekday
	HasOpening bool      // whether the plein has opening hours at all
	Deviations []Deviation
	ClosedOn   HolidaySet
	Moves      []Period // the verhuizingen
}

// What a visitor reads when the editor gave no reason.
const (
	reasonClosed     = "het plein is gesloten"
	reasonOtherHours = "het plein heeft andere openingstijden"
	reasonCancelled  = "het spreekuur gaat niet door"
	reasonSchool     = "schoolvakantie"
)

// HoursOn returns the opening hours of the plein on the date, with its
// deviations, the closures and the holidays applied. When closed, the reason is
// not empty; a day without opening hours by rule is not closed in this sense.
func (p *Place) HoursOn(d Date, c *Calendar) (spans []Span, closed bool, reason string) {
	if dev := p.deviationOn(d); dev != nil {
		if dev.Closed {
			return nil, true, or(dev.Reason, reasonClosed)
		}
		return dev.Hours, false, dev.Reason
	}
	if reason := p.closureOn(d, c); reason != "" {
		return nil, true, reason
	}
	return p.openingOn(d), false, ""
}

// MoveOn returns the index of the move that holds on the date, or -1. It is the
// one that began last, so a temporary move inside a lasting one is found too.
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

// deviationOn returns the deviation that holds on the date, or nil.
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

// closureOn returns why the calendar closes the plein on the date, or "". The
// words of a closure go before the name of a holiday within it.
func (p *Place) closureOn(d Date, c *Calendar) string {
	var holidays HolidaySet
	if p != nil && p.ClosedOn != 0 {
		holidays = HolidayOn(d) & p.ClosedOn
	}
	if c != nil {
		for i := range c.Closures {
			if c.Closures[i].Contains(d) {
				return or(c.Closures[i].Reason, holidays.String(), reasonClosed)
			}
		}
	}
	return holidays.String()
}

// schoolHolidayOn returns the name of the school holiday on the date, or "".
func (c *Calendar) schoolHolidayOn(d Date) string {
	if c != nil {
		for i := range c.SchoolHolidays {
			if c.SchoolHolidays[i].Contains(d) {
				return or(c.SchoolHolidays[i].Name, reasonSchool)
			}
		}
	}
	return ""
}

// or returns the first text that is not empty.
func or(texts ...string) string {
	for _, text := range texts {
		if text != "" {
			return text
		}
	}
	return ""
}
