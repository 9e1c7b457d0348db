package schedule

// ParseDays reads the "dag" of a spreekuur: "dinsdag", "1e en 3e donderdag van
// de maand", "om de week op vrijdag", "op afspraak" and the like. What can be read in more than
// one way is refused. The error is a [*ParseError].
func ParseDays(s string) (Days, error) {
	if byAppointmentOnly(s) {
		return Days{cycle: byAppointment}, nil
	}
	d, err := readDays(s, 0)
	if err != nil {
		return Days{}, mendDays(err)
	}
	return d, nil
}

// readDays is ParseDays for a text that was mended so many times, without a further
// look for what was meant.
func readDays(s string, mended int) (Days, *ParseError) {
	p := newParser(s, exampleDays)
	p.depth = mended
	d, err := p.rule()
	if err != nil {
		return Days{}, err
	}
	return d, nil
}

// rule is what was read so far of a "dag". Its clauses come in any order, each once:
// the days, in which weeks, in which months, the part of the day, and what not.
type rule struct {
	Days
	items    []dayItem
	each     bool // "elke" before the first day
	again    bool // or before a further one
	ordinals tokenRange
	weeks    tokenRange
	times    int // "2 keer per week"; 0 where that is not said
	inMonth  tokenRange
	period   int    // "van het kwartaal": of 3 months
	monthly  bool   // "van de maand"
	without  Months // "behalve in juli"
}

// tokenRange is what a clause takes up; until is 0 where there is none.
type tokenRange struct{ from, until int }

func (p *parser) rule() (Days, *ParseError) {
	if len(p.tokens) == 0 {
		return Days{}, p.errorAt(0, 0, "hier staat geen dag")
	}
	var r rule
	for p.at < len(p.tokens) {
		if err := p.clause(&r); err != nil {
			return Days{}, err
		}
		if p.accept(",") && p.at == len(p.tokens) {
			return Days{}, p.errorAt(p.at, p.at, "hier ontbreekt een dag")
		}
	}
	return p.settle(&r)
}

// clause reads the next clause of a rule.
func (p *parser) clause(r *rule) *ParseError {
	from := p.at
	for _, clause := range []func(*parser, *rule) (bool, *ParseError){
		(*parser).weeksClause, (*parser).monthsClause, (*parser).partClause, (*parser).exceptClause, (*parser).openClause,
	} {
		if read, err := clause(p, r); read || err != nil {
			return err
		}
		p.at = from
	}
	if len(r.items) > 0 {
		return p.unknown("%q past hier niet")
	}
	return p.daysClause(r)
}

// lead skips the small words before a day, and reports whether "elke" was one.
func (p *parser) lead() (each bool) {
	for {
		switch {
		case p.accept("elke"):
			each = true
		case p.acceptAny("op", "de", "'s", "in de", "door de week op"):
		case p.peek() == "van" && p.dayAt(p.at+1):
			p.at++
		default:
			return each
		}
	}
}

// daysClause reads "1e en 3e dinsdag", or "maandag t/m woensdag en vrijdag".
func (p *parser) daysClause(r *rule) *ParseError {
	r.each = p.lead()
	from := p.at
	if err := p.evenDays(); err != nil {
		return err
	}
	set, err := p.ordinals()
	if err != nil {
		return err
	}
	if set != 0 {
		r.nths, r.ordinals = set, tokenRange{from, p.at}
		if p.acceptAny("week", "weken") {
			return p.weekOfMonth(r, from)
		}
	}
	days := p.at
	if err := p.weekdays(r); err != nil {
		return err
	}
	// "1e maandag en dinsdag": the 1st Tuesday, or the day after that Monday?
	if set != 0 && (len(r.items) > 1 || r.items[0].set.Len() > 1) {
		return p.errorAt(days, p.at, `bij "van de maand" past één dag van de week`).offer(p.ownBlocks(r)...)
	}
	return nil
}

// unknown returns an error about the next token.
func (p *parser) unknown(format string) *ParseError {
	t := p.tokens[p.at]
	if p.digitAt(p.at) || t.text == "van" && p.digitAt(p.at+1) {
		return p.errorAt(p.at, len(p.tokens),
			`hier staat alleen de dag: een tijd komt bij "tijd", een datum bij "data"`)
	}
	return p.errorAt(p.at, p.at+1, format, p.written(t))
}

// digitAt reports whether the token begins with a digit.
func (p *parser) digitAt(i int) bool {
	return i < len(p.tokens) && isNumber(p.tokens[i].text[:1])
}

// isNumber reports whether the text is digits only.
func isNumber(text string) bool {
	if text == "" {
		return false
	}
	for i := range len(text) {
		if text[i] < '0' || text[i] > '9' {
			return false
		}
	}
	return true
}
