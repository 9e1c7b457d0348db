package schedule

import (
	"strings"
	"time"
)

// ParseDays reads the "dag" of a spreekuur: "dinsdag", "1e en 3e donderdag van
// de maand", "om de week op vrijdag" and the like. What can be read in more than
// one way is refused. The error is a [*ParseError].
func ParseDays(s string) (Days, error) {
	p := newParser(s, exampleDays)
	d, err := p.rule()
	if err != nil {
		return Days{}, err
	}
	return d, nil
}

// rule reads a whole text: the weeks may be named before the days or after.
func (p *parser) rule() (Days, *ParseError) {
	if len(p.tokens) == 0 {
		return Days{}, p.errorAt(0, 0, "hier staat geen dag")
	}
	d := Days{cycle: p.cycle()}
	if d.cycle != noCycle {
		p.accept(",")
	}
	each := p.lead()
	from := p.at
	var err *ParseError
	if d.nths, err = p.ordinals(); err != nil {
		return Days{}, err
	}
	if d.nths != 0 {
		return p.monthly(d, from, each)
	}
	again := false
	if d.weekdays, again, err = p.weekdays(); err != nil {
		return Days{}, err
	}
	if d.cycle == noCycle {
		d.cycle = p.cycleAfter()
	}
	// "om de week op dinsdag en elke vrijdag" can be read in two ways.
	if d.cycle != weekly && again || d.cycle == fortnight && each {
		return Days{}, p.errorAt(0, p.at, `"elke" past niet bij bepaalde weken`)
	}
	return d, p.endOfDays()
}

// cycleAfter reads in which weeks, behind the days; nothing there is every week.
func (p *parser) cycleAfter() cycle {
	back := p.at
	p.accept(",")
	if c := p.cycle(); c != noCycle {
		return c
	}
	p.at = back
	return weekly
}

// cycle reads in which weeks, if that comes next.
func (p *parser) cycle() cycle {
	for _, c := range cycles {
		if p.accept(c.phrase) {
			p.example = exampleWeeks
			switch c.cycle {
			case fortnight:
				p.example = exampleFortnight
			case weekly:
				p.example = exampleDays
			}
			return c.cycle
		}
	}
	return noCycle
}

// lead skips the small words before a day, and reports whether "elke" was one.
func (p *parser) lead() (each bool) {
	p.accept("op")
	each = p.accept("elke")
	p.acceptAny("de", "'s")
	return each
}

// ordinals reads "1e, 3e en laatste", if that comes next.
func (p *parser) ordinals() (nths, *ParseError) {
	var set nths
	for {
		n, err := p.ordinal()
		if err != nil || n == 0 && set == 0 {
			return 0, err
		}
		if n == 0 {
			return 0, p.errorAt(p.at, p.at+1, `na "en" hoort hier nog een getal zoals "3e"`)
		}
		if set&n != 0 {
			return 0, p.errorAt(p.at-1, p.at, "%q staat er al", p.written(p.tokens[p.at-1]))
		}
		set |= n
		if !p.separator() {
			break
		}
		p.accept("de")
	}
	if set&last != 0 {
		set &^= nth(5) // a fifth is always the last
	}
	return set, nil
}

// ordinal reads one "3e" or "derde", if that comes next.
func (p *parser) ordinal() (nths, *ParseError) {
	word := p.peek()
	n, ok := ordinals[word]
	for _, ending := range []string{"ste", "de", "e"} {
		digits, cut := strings.CutSuffix(word, ending)
		if ok || !cut || !isNumber(digits) {
			continue
		}
		if len(digits) > 1 || digits < "1" || digits > "5" {
			p.example = exampleMonthly
			return 0, p.errorAt(p.at, p.at+1, "een dag komt hoogstens 5 keer in een maand voor")
		}
		n, ok = nth(number(digits)), true
	}
	if ok {
		p.example = exampleMonthly
		p.at++
	}
	return n, nil
}

// isNumber reports whether the text is digits only.
func isNumber(text string) bool {
	return text != "" && strings.Trim(text, "0123456789") == ""
}

// monthly reads what follows the ordinals at token from: one weekday, and the month.
func (p *parser) monthly(d Days, from int, each bool) (Days, *ParseError) {
	if d.cycle != noCycle {
		return Days{}, p.errorAt(0, from, `kies: in bepaalde weken, of "van de maand"`)
	}
	days := p.at
	set, _, err := p.weekdays()
	if err != nil {
		return Days{}, err
	}
	// "1e maandag en dinsdag": the 1st Tuesday, or the day after that Monday?
	if p.at > days+1 || set.Len() > 1 {
		return Days{}, p.errorAt(days, p.at, `bij "van de maand" past één dag van de week`)
	}
	if !p.acceptAny(months...) {
		// "elke tweede dinsdag" is often said of every other week.
		if each && d.nths != nth(1) && d.nths != last && d.nths&(d.nths-1) == 0 {
			return Days{}, p.errorAt(0, p.at, `dit kan ook "om de week" zijn: schrijf "van de maand" erbij`)
		}
		if p.at < len(p.tokens) {
			return Days{}, p.errorAt(p.at, len(p.tokens), `hier hoort "van de maand"`)
		}
	}
	d.cycle, d.weekdays = monthly, set
	return d, p.endOfDays()
}

// weekdays reads "maandag t/m woensdag en vrijdag", and reports whether there
// was an "elke" after the first of them.
func (p *parser) weekdays() (Weekdays, bool, *ParseError) {
	var set Weekdays
	var each bool
	for {
		from := p.at
		item, err := p.item()
		if err != nil {
			return 0, false, err
		}
		if set&item != 0 {
			return 0, false, p.errorAt(from, p.at, "deze dag staat er al")
		}
		set |= item
		back := p.at
		if !p.separator() {
			return set, each, nil
		}
		if p.cycle() != noCycle {
			p.at = back // that was the comma of "dinsdag, om de week"
			return set, each, nil
		}
		if p.example == exampleDays {
			p.example = exampleList
		}
		if p.lead() {
			each = true
		}
		if n, err := p.ordinal(); err != nil {
			return 0, false, err
		} else if n != 0 {
			return 0, false, p.errorAt(p.at-1, len(p.tokens), "geef dit een eigen blok [[tijden]]")
		}
	}
}

// item reads one day, a range of days, or a word for several days.
func (p *parser) item() (Weekdays, *ParseError) {
	set, ok := dayWords[p.peek()]
	if !ok && p.at > 0 && p.tokens[p.at-1].text == "elke" {
		set, ok = everyWords[p.peek()]
	}
	if ok {
		p.at++
		return set, nil
	}
	from := p.at
	first, err := p.weekday()
	if err != nil {
		return 0, err
	}
	through := p.acceptAny("t/m", "-", "tot en met")
	if !through && p.peek() != "tot" {
		return 1 << first, nil
	}
	p.example = exampleRange
	if !through {
		return 0, p.errorAt(p.at, p.at+1, `schrijf "t/m": telt de laatste dag mee?`)
	}
	final, err := p.weekday()
	if err != nil {
		return 0, err
	}
	if first == final {
		return 0, p.errorAt(from, p.at, "begin en eind zijn dezelfde dag")
	}
	for day := first; day != final; day = (day + 1) % 7 {
		set |= 1 << day
	}
	return set | 1<<final, nil
}

// weekday reads "dinsdag", "dinsdags", "dinsdagen", "di" or "din".
func (p *parser) weekday() (time.Weekday, *ParseError) {
	word := p.peek()
	for day, name := range weekdayNames {
		switch word {
		case name, name + "s", name + "en", name[:2], name[:3]:
			p.at++
			return time.Weekday(day), nil
		}
	}
	if p.at == len(p.tokens) {
		return 0, p.errorAt(p.at, p.at, "hier ontbreekt een dag")
	}
	return 0, p.unknown("%q is geen dag van de week")
}

// endOfDays returns an error if anything is left.
func (p *parser) endOfDays() *ParseError {
	if p.at == len(p.tokens) {
		return nil
	}
	return p.unknown("%q past hier niet")
}

// unknown returns an error about the next token.
func (p *parser) unknown(format string) *ParseError {
	t := p.tokens[p.at]
	if p.digitAt(p.at) || t.text == "van" && p.digitAt(p.at+1) {
		return p.errorAt(p.at, len(p.tokens),
			`hier staat alleen de dag: een tijd komt bij "tijd", een datum bij "data"`)
	}
	e := p.errorAt(p.at, p.at+1, format, p.written(t))
	if e.Suggestion = meant(t.text); e.Suggestion != "" {
		return e
	}
	for i := p.at; i < len(p.tokens); i++ {
		if text := p.tokens[i].text; text == "week" || text == "weken" {
			p.example = exampleFortnight
			return p.errorAt(p.at, i+1, `het kan "om de week", in even of in oneven weken`)
		}
	}
	return e
}

// digitAt reports whether the token begins with a digit.
func (p *parser) digitAt(i int) bool {
	return i < len(p.tokens) && isNumber(p.tokens[i].text[:1])
}
