package schedule

// ruleReader reads a whole "dag", clause by clause.
type ruleReader struct {
	*reader
	weekReader
	monthReader
	dayReader
}

// rule is what was read of a "dag" so far. Its clauses come in any order, each once:
// the days, the weeks, the months, the part of the day, and exceptions.
type rule struct {
	Days
	items    []dayItem
	each     bool // "elke" before the first day
	again    bool // or before a later one
	ordinals tokenRange
	weeks    tokenRange
	times    int // "2 keer per week"; 0 if missing
	inMonth  tokenRange
	period   int    // "van het kwartaal": 3 months
	monthly  bool   // "van de maand"
	without  Months // "behalve in juli"
}

// tokenRange has the tokens of a clause; until is 0 if there is none.
type tokenRange struct{ from, until int }

// ParseDays reads the "dag" of a spreekuur: "dinsdag", "1e en 3e donderdag van de
// maand", "om de week op vrijdag", "op afspraak" and the like. It refuses a text with
// more than one possible meaning. The error is a [*ParseError].
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

// readDays is ParseDays for a text that has been mended so many times. It does not look
// for what was meant.
func readDays(s string, mended int) (Days, *ParseError) {
	p := newReader(s, exampleDays, mended)
	d, err := (&ruleReader{p, weekReader{p}, monthReader{p}, dayReader{p}}).rule()
	if err != nil {
		return Days{}, err
	}
	return d, nil
}

func (p *ruleReader) rule() (Days, *ParseError) {
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
	return (&settler{p.reader, &r}).settle()
}

// clause reads the next clause of a rule.
func (p *ruleReader) clause(r *rule) *ParseError {
	from := p.at
	for _, clause := range []func(*ruleReader, *rule) (bool, *ParseError){
		(*ruleReader).weeksClause, (*ruleReader).monthsClause, (*ruleReader).partClause, (*ruleReader).exceptClause, (*ruleReader).openClause,
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

// daysClause reads "1e en 3e dinsdag", or "maandag t/m woensdag en vrijdag".
func (p *ruleReader) daysClause(r *rule) *ParseError {
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
		return p.errorAt(days, p.at, `bij "van de maand" past één dag van de week`).offer((&settler{p.reader, r}).ownBlocks()...)
	}
	return nil
}

// weekdays reads the days, with their parts of the day.
func (p *ruleReader) weekdays(r *rule) *ParseError {
	for {
		item, err := p.item()
		if err != nil {
			return err
		}
		r.items = append(r.items, item)
		back := p.at
		hyphen := p.accept("-") // "woensdag- en donderdagmiddag"
		if !p.separator() {
			p.at = back
			return nil
		}
		if p.otherClause() {
			p.at = back // that was the comma of "dinsdag, om de week"
			return nil
		}
		if p.accept("-") { // "dinsdagochtend en -middag"
			part := partWord(p.peek())
			if part == 0 || item.parts == 0 {
				return p.errorAt(p.at-1, p.at+1, "hier ontbreekt een dag")
			}
			p.at++
			r.items[len(r.items)-1].parts |= part
			return nil
		}
		if hyphen && !p.dayAt(p.at) {
			return p.errorAt(back, p.at, "hier ontbreekt een dag")
		}
		if p.example == exampleDays {
			p.example = exampleList
		}
		if p.lead() {
			r.again = true
		}
		from := p.at
		if n, err := p.ordinal(); err != nil {
			return err
		} else if n != 0 {
			return p.errorAt(from, len(p.tokens), "geef dit een eigen blok [[tijden]]").offer(p.splitAt(from)...)
		}
	}
}

// otherClause reports whether the next clause is not just more days.
func (p *ruleReader) otherClause() bool {
	back := p.at
	defer func() { p.at = back }()
	var r rule
	for _, clause := range []func(*ruleReader, *rule) (bool, *ParseError){
		(*ruleReader).weeksClause, (*ruleReader).monthsClause, (*ruleReader).exceptClause, (*ruleReader).openClause,
	} {
		if read, err := clause(p, &r); read || err != nil {
			return true
		}
		p.at = back
	}
	return false
}

// weekOfMonth asks what "de eerste week van de maand op dinsdag" means, since the week
// of the 1st may not have a Tuesday of that month.
func (p *ruleReader) weekOfMonth(r *rule, from int) *ParseError {
	e := p.errorAt(from, p.at, "tel de dagen van de maand, niet de weken")
	if r.each && r.nths.single() > 1 {
		e.Message = "dit kan op twee manieren"
	}
	day := -1
	for i := range p.tokens {
		if p.dayAt(i) {
			if day >= 0 {
				return e
			}
			day = i
		}
	}
	if day < 0 {
		return e
	}
	word, _ := splitPart(p.tokens[day].text)
	weekday, _ := dayNamed(word)
	d := Days{cycle: byMonth, interval: 1, nths: r.nths, weekdays: 1 << weekday}
	e.offer(ownDays(d)...)
	if n := r.nths.single(); r.each && n > 1 {
		e.offer(ownDays(weeksApart(n, d.weekdays))...)
	}
	return e
}

// isNumber reports whether the text consists of digits only.
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
