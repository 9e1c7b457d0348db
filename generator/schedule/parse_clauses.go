package schedule

import (
	"slices"
	"strings"
)

// The clauses of a "dag" other than the days. Each method reports whether the clause
// came next; if not, the caller goes back to where it began.

// weeksClause reads which weeks: "om de 3 weken", "even weken", "2 keer per week".
func (p *ruleReader) weeksClause(r *rule) (bool, *ParseError) {
	from := p.at
	for _, ask := range []func(*weekReader) *ParseError{
		(*weekReader).twice, (*weekReader).perMonth, (*weekReader).perYear, (*weekReader).daysPerWeek, (*weekReader).evenDays,
	} {
		if err := ask(&p.weekReader); err != nil {
			return false, err
		}
	}
	weeks, err := p.weeks()
	if err != nil {
		return false, err
	}
	times := 0
	if weeks.cycle == noCycle {
		if times = p.timesPer("week"); times == 0 {
			return false, nil
		}
		weeks = Days{cycle: byWeek, interval: 1}
	}
	if r.weeks.until != 0 {
		ways := p.splitAt(from) // "even weken maandag, oneven weken woensdag"
		if ways == nil {
			ways = append(p.instead(r.weeks.from, r.weeks.until, ""), p.instead(from, p.at, "")...)
		}
		return false, p.errorAt(from, p.at, "in welke weken staat er al").offer(ways...)
	}
	r.cycle, r.interval, r.times, r.weeks = weeks.cycle, weeks.interval, times, tokenRange{from, p.at}
	p.acceptAny("op", ",")
	return true, nil
}

// monthsClause reads which months: "van de maand", "van het kwartaal", "van januari en
// juli", "september t/m mei".
func (p *ruleReader) monthsClause(r *rule) (bool, *ParseError) {
	from := p.at
	months, period, monthly, err := p.inMonths()
	if err != nil || months == 0 && period == 0 && !monthly {
		return false, err
	}
	if r.inMonth.until != 0 && !(monthly && r.monthly) {
		return false, p.errorAt(from, p.at, "in welke maanden staat er al")
	}
	r.months, r.period, r.monthly, r.inMonth = months, period, monthly, tokenRange{from, p.at}
	p.acceptAny("op", ",")
	return true, nil
}

// partClause reads "'s middags", before the days.
func (p *ruleReader) partClause(r *rule) (bool, *ParseError) {
	part := p.part()
	if part == 0 {
		return false, nil
	}
	if r.parts != 0 {
		return false, p.errorAt(p.at-1, p.at, "het deel van de dag staat er al")
	}
	r.parts = part
	return true, nil
}

// exceptClause reads "behalve woensdag" and "behalve in juli en augustus".
func (p *ruleReader) exceptClause(r *rule) (bool, *ParseError) {
	if !p.acceptAny("maar behalve", "behalve", "met uitzondering van") {
		return false, nil
	}
	if p.acceptAny("in de maanden", "in de maand", "in") || p.monthAt(p.at) {
		months, err := p.months()
		r.without |= months
		return err == nil && months != 0, err
	}
	p.lead()
	if !p.dayAt(p.at) {
		return false, nil
	}
	var without rule
	from := p.at
	if err := p.weekdays(&without); err != nil {
		return false, err
	}
	var set Weekdays
	for _, item := range without.items {
		set |= item.set
	}
	for i := range r.items {
		if r.items[i].set &^= set; r.items[i].set == 0 {
			return false, p.errorAt(from, p.at, "zo blijft er geen dag over")
		}
	}
	return len(r.items) > 0, nil
}

// openClause reads "tijdens openingstijden" and phrases with the same meaning.
func (p *ruleReader) openClause(r *rule) (bool, *ParseError) {
	from := p.at
	for _, phrase := range openDays {
		for _, place := range ownPlaces {
			if p.accept(strings.Replace(phrase, "{plein}", place, 1)) {
				r.open = true
				return true, nil
			}
		}
	}
	read, err := p.openingHours()
	if err != nil || !read {
		return false, err
	}
	if r.open || len(r.items) > 0 && r.items[0].set != allDays {
		ways := p.instead(from, p.at, "")
		for i := range ways {
			ways[i].lines = append(slices.Clone(ways[i].lines), line{Line: Line{Key: "tijd", Value: "tijdens openingstijden", IfAbsent: true}})
		}
		return false, p.errorAt(from, p.at, `de openingstijden horen bij "tijd"`).offer(ways...)
	}
	r.open = true
	return true, nil
}
