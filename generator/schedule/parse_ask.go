package schedule

import (
	"math/bits"
	"time"
)

// What a text can be read as in more than one way, or leaves open: each of these asks,
// with all of it written out.

// weekOfMonth asks what "de eerste week van de maand op dinsdag" is: the week of the
// 1st may have no Tuesday of that month.
func (p *parser) weekOfMonth(r *rule, from int) *ParseError {
	e := p.errorAt(from, p.at, "tel de dagen van de maand, niet de weken")
	if r.each && r.ordinalOf() > 1 {
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
	if n := r.ordinalOf(); r.each && n > 1 {
		e.offer(ownDays(d.everyWeeks(n))...)
	}
	return e
}

// twice asks what "tweewekelijks" is.
func (p *parser) twice() *ParseError {
	from, until := p.at, p.at+1
	switch word := p.peek(); {
	case word == "tweewekelijks", word == "tweewekelijkse", word == "2wekelijks":
	case word == "2" && (p.followed("- wekelijks") || p.followed("- wekelijkse")):
		until += 2
	case word == "2" && p.followed("wekelijks"):
		until++
	default:
		return nil
	}
	p.example = exampleFortnight
	e := p.errorAt(from, until, "dit kan om de week zijn, of twee keer per week")
	d, err := readDays(p.replaced(from, until, ""), p.depth+1)
	if err != nil && len(p.tokens) > until-from || err == nil && !d.Weekly() {
		return e
	}
	if err != nil { // nothing but this word
		d = Days{cycle: byWeek, interval: 1, weekdays: 1 << time.Tuesday}
		e.offer(such(ownDays(d.everyWeeks(2)))...)
	} else {
		e.offer(ownDays(Days{cycle: byWeek, interval: 2, weekdays: d.weekdays, parts: d.parts})...)
	}
	if d.weekdays.Len() > 1 {
		return e.offer(ownDays(d)...)
	}
	d.weekdays = d.weekdays.withSecond() // which one is for the editor to choose
	return e.offer(such(ownDays(d))...)
}

// perMonth asks which days "2 keer per maand" are.
func (p *parser) perMonth() *ParseError {
	from := p.at
	n := p.timesPer("maand")
	until := p.at
	if p.at = from; n < 2 || n > 4 {
		return nil
	}
	d, err := readDays(p.replaced(from, until, ""), p.depth+1)
	if err == nil && d.cycle == byMonth {
		if bits.OnesCount8(uint8(d.nths)) == n { // "2x per maand: 1e en 3e dinsdag"
			return p.errorAt(from, until, "dit hoeft er niet bij").offer(p.instead(from, until, "")...)
		}
		return p.errorAt(from, until, "hoe vaak klopt niet met de dagen").offer(p.instead(from, until, "")...)
	}
	e := p.errorAt(from, until, "hier ontbreekt de hoeveelste keer in de maand")
	if err != nil || d.weekdays.Len() > 1 || !d.Weekly() {
		return e
	}
	monthly := Days{cycle: byMonth, interval: 1, nths: []nths{2: nth(1) | nth(3), 3: nth(1) | nth(2) | nth(3),
		4: nth(1) | nth(2) | nth(3) | nth(4)}[n], weekdays: d.weekdays, parts: d.parts}
	e.offer(such(ownDays(monthly))...)
	if n == 2 {
		weeks := d.everyWeeks(2)
		weeks.parts = d.parts
		e.offer(ownDays(weeks)...)
	}
	return e
}

// perYear is about "4 keer per jaar", which says too little.
func (p *parser) perYear() *ParseError {
	from := p.at
	for _, period := range []string{"jaar", "kwartaal"} {
		if n := p.timesPer(period); n > 1 {
			return p.errorAt(from, p.at, `noem de maanden, of schrijf de datums bij "data"`)
		}
		p.at = from
	}
	return nil
}

// evenDays asks what "oneven dinsdagen" are: those of the odd weeks, or the first,
// third and fifth of the month.
func (p *parser) evenDays() *ParseError {
	word := p.peek()
	if word != "even" && word != "oneven" || !p.dayAt(p.at+1) {
		return nil
	}
	ordinals := "1e, 3e en 5e"
	if word == "even" {
		ordinals = "2e en 4e"
	}
	e := p.errorAt(p.at, p.at+2, "dit kunnen bepaalde weken zijn, of dagen van de maand")
	return e.offer(append(p.instead(p.at, p.at+1, word+" weken op"), p.instead(p.at, p.at+1, ordinals)...)...)
}

// daysPerWeek asks which days "5 dagen per week" are.
func (p *parser) daysPerWeek() *ParseError {
	n := p.peek()
	if !isNumber(n) || len(n) > 1 || n < "2" || n > "6" || !p.followed("dagen per week") && !p.followed("dagen in de week") {
		return nil
	}
	e := p.errorAt(p.at, p.at+4, "hier ontbreken de dagen")
	if p.at > 0 || p.at+4 < len(p.tokens) {
		return e
	}
	return e.offer(such(ownDays(Days{cycle: byWeek, interval: 1, weekdays: daysThrough(time.Monday, time.Weekday(number(n)))}))...)
}

// followed reports whether the words come after the next token.
func (p *parser) followed(phrase string) bool {
	back := p.at
	p.at++
	found := p.accept(phrase)
	p.at = back
	return found
}

// whichMonths offers the months that can be meant by "om de 2 maanden" at the tokens.
func (p *parser) whichMonths(from, apart int) []way {
	var ways []way
	for first := 1; first <= min(apart, 3); first++ {
		text := everyMonths(time.Month(first), apart).words("van ", "van ")
		ways = append(ways, p.instead(from, p.at, text)...)
	}
	return ways
}

// oftener offers the days as they stand, and with another day for "2 keer per week".
func (p *parser) oftener(r *rule) []way {
	ways := p.instead(r.weeks.from, r.weeks.until, "")
	if r.times == 2 && r.weekdays.Len() == 1 {
		return append(such(ownDays(Days{cycle: byWeek, interval: 1, weekdays: r.weekdays.withSecond(), parts: r.parts})), ways...)
	}
	return ways
}

// withSecond adds a second day to one: a working day, for an example.
func (w Weekdays) withSecond() Weekdays {
	for day := range w.All() {
		second := (day + 2) % 7
		if !workdays.Has(second) {
			second = (day + 4) % 7
		}
		return w | 1<<second
	}
	return w
}
