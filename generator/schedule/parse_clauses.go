package schedule

import (
	"strings"
	"time"
)

// The clauses of a "dag" beside the days. Each reports whether it came next; if not,
// the caller goes back to where it began.

// weeksClause reads in which weeks: "om de 3 weken", "even weken", "2 keer per week".
func (p *parser) weeksClause(r *rule) (bool, *ParseError) {
	from := p.at
	for _, ask := range []func(*parser) *ParseError{(*parser).twice, (*parser).perMonth, (*parser).perYear, (*parser).daysPerWeek,
		(*parser).evenDays} {
		if err := ask(p); err != nil {
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

// weeks reads a phrase for certain weeks; the zero Days is none.
func (p *parser) weeks() (Days, *ParseError) {
	if d, err := p.interval(); d.cycle != noCycle || err != nil {
		return d, err
	}
	for _, c := range cycles {
		if p.accept(c.phrase) {
			switch {
			case c.interval > 1:
				p.example = exampleFortnight
			case c.cycle != byWeek:
				p.example = exampleWeeks
			}
			return c.Days, nil
		}
	}
	return Days{}, nil
}

// interval reads "om de 3 weken", "1x per 2 weken", "elke 14 dagen", "driewekelijks".
func (p *parser) interval() (Days, *ParseError) {
	from := p.at
	n := 0
	switch {
	case p.wordInterval(&n):
	case p.acceptAny("1x", "1 x") && p.acceptAny("per", "in de", "in", "om de", "elke"),
		p.acceptAny("om de", "elke", "per"):
		n = p.weeksAhead()
	}
	switch {
	case n == 0:
		p.at = from
		return Days{}, nil
	case n == 1:
		return Days{}, p.errorAt(from, p.at, "dit kan elke week zijn, of om de week").offer(append(
			p.instead(from, p.at, "elke week"), p.instead(from, p.at, "om de week")...)...)
	case n > maxInterval:
		return Days{}, p.errorAt(from, p.at, `het kan om de 2 tot %d weken: schrijf anders de datums bij "data"`, maxInterval)
	case n < 0:
		return Days{}, p.errorAt(from, p.at, "dit zijn geen hele weken: schrijf anders de datums bij \"data\"")
	}
	p.example = exampleFortnight
	return Days{cycle: byWeek, interval: n}, nil
}

// weeksAhead reads "3 weken" or "21 dagen", or a number before "wekelijks"; it is
// -1 for days that are no whole weeks, and 0 if nothing of the kind comes next.
func (p *parser) weeksAhead() int {
	word := p.peek()
	if !isNumber(word) || len(word) > 2 || p.at+1 == len(p.tokens) {
		return 0
	}
	n := number(word)
	switch p.tokens[p.at+1].text {
	case "weken", "week":
		p.at += 2
		return n
	case "dagen":
		if p.at+2 < len(p.tokens) && (p.tokens[p.at+2].text == "per" || p.tokens[p.at+2].text == "in") {
			return 0 // "5 dagen per week"
		}
		p.at += 2
		if n == 0 || n%7 != 0 {
			return -1
		}
		return n / 7
	}
	return 0
}

// wordInterval reads "driewekelijks", "3-wekelijks" or "veertiendaags". Of
// "tweewekelijks" people do not agree what it is; see readTwice.
func (p *parser) wordInterval(n *int) bool {
	word, digits := p.peek(), ""
	if isNumber(word) && len(word) <= 2 && p.at+1 < len(p.tokens) {
		next := p.at + 1
		if p.tokens[next].text == "-" && next+1 < len(p.tokens) {
			next++
		}
		digits, word = word, p.tokens[next].text
		if word != "wekelijks" && word != "daags" && word != "wekelijkse" && word != "daagse" {
			return false
		}
		p.at = next
	}
	before, isWeeks := cutAnySuffix(word, "wekelijks", "wekelijkse")
	if !isWeeks {
		before, isWeeks = cutAnySuffix(word, "daags", "daagse")
		if !isWeeks {
			return false
		}
		isWeeks = false
	}
	if before != "" {
		digits = canonicalText(before)
	}
	if !isNumber(digits) || len(digits) > 2 || isWeeks && number(digits) == 2 {
		return false
	}
	p.at++
	*n = number(digits)
	if !isWeeks {
		if *n%7 != 0 {
			*n = -1
		} else {
			*n /= 7
		}
	}
	return true
}

func cutAnySuffix(word string, suffixes ...string) (string, bool) {
	for _, suffix := range suffixes {
		if before, ok := strings.CutSuffix(word, suffix); ok {
			return before, true
		}
	}
	return word, false
}

// timesPer reads "2 keer per week" and returns the number, or 0.
func (p *parser) timesPer(period string) int {
	from := p.at
	word := strings.TrimSuffix(p.peek(), "x")
	if !isNumber(word) || len(word) > 1 {
		return 0
	}
	p.at++
	if word == p.tokens[from].text && !p.accept("x") {
		p.at = from
		return 0
	}
	if !p.acceptAny("per "+period, "in de "+period, "elke "+period) {
		p.at = from
		return 0
	}
	p.acceptAny(":", "op")
	return number(word)
}

// partClause reads "'s middags", before the days.
func (p *parser) partClause(r *rule) (bool, *ParseError) {
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

// part reads "'s middags", "in de middag" or "middag"; several are one set.
func (p *parser) part() DayParts {
	var parts DayParts
	for {
		back := p.at
		if parts != 0 && !p.separator() {
			return parts
		}
		p.acceptAny("in de", "op de", "'s -", "'s", "s")
		part := partWord(p.peek())
		if part == 0 {
			p.at = back
			return parts
		}
		p.at++
		parts |= part
	}
}

// exceptClause reads "behalve woensdag" and "behalve in juli en augustus".
func (p *parser) exceptClause(r *rule) (bool, *ParseError) {
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

// monthNamed returns the month of that name, or 0.
func monthNamed(word string) time.Month {
	for i, name := range monthNames {
		if word == name {
			return time.Month(i + 1)
		}
	}
	return time.Month(monthWords[word])
}

func (p *parser) monthAt(i int) bool { return i < len(p.tokens) && monthNamed(p.tokens[i].text) != 0 }
