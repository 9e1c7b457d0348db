package schedule

import (
	"math/bits"
	"strconv"
	"time"
)

// What the clauses of a "dag" say together.

// settle makes the rule of the clauses, or says how they contradict each other.
func (p *parser) settle(r *rule) (Days, *ParseError) {
	for _, step := range []func(*parser, *rule) *ParseError{
		(*parser).settleDays, (*parser).settleWeeks, (*parser).settleParts, (*parser).settleMonths,
	} {
		if err := step(p, r); err != nil {
			return Days{}, err
		}
	}
	if r.cycle == noCycle {
		r.cycle, r.interval = byWeek, 1
	}
	return r.Days, nil
}

// settleDays puts the days together.
func (p *parser) settleDays(r *rule) *ParseError {
	for i, item := range r.items {
		for _, other := range r.items[:i] {
			if item.set&other.set != 0 && (item.set != other.set || item.parts == other.parts || item.parts == 0 || other.parts == 0) {
				return p.errorAt(item.from, item.until, "deze dag staat er al").offer(p.withoutItem(item)...)
			}
		}
		r.weekdays |= item.set
	}
	switch {
	case r.open && (r.nths != 0 || r.weeks.until != 0 && r.interval != 1 || r.inMonth.until != 0):
		return p.errorAt(0, len(p.tokens), `"tijdens openingstijden" is elke dag dat het plein open is: noem anders de dagen`)
	case r.open:
		r.weekdays = allDays
	case r.weekdays == 0:
		e := p.errorAt(p.at, p.at, "hier ontbreekt een dag")
		d := r.Days
		if d.weekdays = 1 << time.Tuesday; r.weeks.until != 0 && r.nths == 0 {
			e.offer(such(ownDays(d))...)
		}
		return e
	}
	return nil
}

// settleWeeks looks at what is said of the weeks.
func (p *parser) settleWeeks(r *rule) *ParseError {
	switch weekly := r.cycle == noCycle || r.cycle == byWeek && r.interval == 1; {
	case r.nths != 0 && r.weeks.until != 0:
		return p.errorAt(r.weeks.from, r.weeks.until, `kies: in bepaalde weken, of "van de maand"`).offer(append(
			p.instead(r.weeks.from, r.weeks.until, ""), p.instead(r.ordinals.from, r.ordinals.until, "")...)...)
	case r.times > 0 && r.times != r.weekdays.Len():
		return p.errorAt(r.weeks.from, r.weeks.until, "hoe vaak klopt niet met de dagen: hier staat %s", countDays(r.weekdays)).offer(
			p.oftener(r)...)
	case !weekly && r.again, r.cycle == byWeek && r.interval > 1 && r.each:
		return p.errorAt(0, len(p.tokens), `"elke" past niet bij bepaalde weken`).offer(append(ownDays(r.Days), p.ownBlocks(r)...)...)
	}
	return nil
}

func countDays(set Weekdays) string {
	if set.Len() == 1 {
		return "1 dag"
	}
	return strconv.Itoa(set.Len()) + " dagen"
}

// settleParts wants one part of the day for all: a text of hours cannot say which
// of them go with which day. A day without a part takes that of the others, since
// the hours are the same.
func (p *parser) settleParts(r *rule) *ParseError {
	byDay := map[Weekdays]DayParts{}
	for _, item := range r.items {
		byDay[item.set] |= item.parts
	}
	for _, parts := range byDay {
		if parts != 0 && r.parts != 0 && parts != r.parts {
			return p.errorAt(r.items[0].from, r.items[len(r.items)-1].until,
				"deze dagen hebben elk een ander deel van de dag").offer(p.ownBlocks(r)...)
		}
		r.parts |= parts
	}
	return nil
}

// settleMonths looks at what is said of the month.
func (p *parser) settleMonths(r *rule) *ParseError {
	if r.without != 0 {
		if r.months == 0 {
			r.months = allMonths
		}
		if r.months &^= r.without; r.months == 0 {
			return p.errorAt(0, len(p.tokens), "zo blijft er geen maand over")
		}
	}
	if r.months == allMonths {
		r.months = 0
	}
	if r.nths == 0 {
		if r.monthly || r.period > 0 {
			d := Days{cycle: byMonth, interval: 1, nths: nth(1), weekdays: r.weekdays, parts: r.parts, months: everyMonths(1, max(r.period, 1))}
			e := p.errorAt(r.inMonth.from, r.inMonth.until, "hier ontbreekt de hoeveelste keer in de maand")
			if d.months == allMonths {
				d.months = 0
			}
			if d.weekdays.Len() == 1 {
				e.offer(such(ownDays(d))...)
			}
			return e
		}
		return nil
	}
	r.cycle, r.interval = byMonth, 1
	if n := r.ordinalOf(); n > 1 && r.each && r.inMonth.until == 0 {
		// "Elke tweede dinsdag" is often said of every other week.
		return p.errorAt(0, p.at, "dit kan op twee manieren").offer(append(ownDays(r.Days), ownDays(r.everyWeeks(n))...)...)
	}
	if r.period == 0 {
		return nil
	}
	return p.settlePeriod(r)
}

// ordinalOf returns n for a rule of the nth alone, and else 0.
func (d Days) ordinalOf() int {
	if d.nths == last || d.nths&(d.nths-1) != 0 {
		return 0
	}
	return bits.TrailingZeros8(uint8(d.nths))
}

func (d Days) everyWeeks(n int) Days { return Days{cycle: byWeek, interval: n, weekdays: d.weekdays} }

// settlePeriod finds the months of "eerste dinsdag van het kwartaal": a first one is
// in the first month of the quarter, a last one in the last.
func (p *parser) settlePeriod(r *rule) *ParseError {
	switch {
	case r.nths&nth(5) != 0:
		return p.errorAt(r.ordinals.from, r.ordinals.until, "een vijfde keer is niet altijd in dezelfde maand: noem de maanden")
	case r.nths == last:
		r.months = everyMonths(time.Month(r.period), r.period)
	case r.nths&last != 0:
		return p.errorAt(r.ordinals.from, r.ordinals.until, "dit valt in verschillende maanden: geef elk een eigen blok [[tijden]]").offer(
			p.ordinalBlocks(r)...)
	default:
		r.months = everyMonths(1, r.period)
	}
	if r.months == allMonths {
		r.months = 0
	}
	return nil
}
