package schedule

import (
	"math/bits"
	"strings"
	"time"
)

// weekReader reads in which weeks a rule applies. If a text has more than one meaning,
// or leaves something open, the error offers each possibility written out.
type weekReader struct{ *reader }

// weeks reads a phrase for certain weeks; the zero Days means none.
func (p *weekReader) weeks() (Days, *ParseError) {
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
func (p *weekReader) interval() (Days, *ParseError) {
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

// weeksAhead reads "3 weken" or "21 dagen", or a number before "wekelijks". It returns
// -1 for days that are not a whole number of weeks, and 0 if nothing of the kind comes
// next.
func (p *weekReader) weeksAhead() int {
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

// wordInterval reads "driewekelijks", "3-wekelijks" or "veertiendaags". People disagree
// about the meaning of "tweewekelijks"; see twice.
func (p *weekReader) wordInterval(n *int) bool {
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

// twice asks what "tweewekelijks" means.
func (p *weekReader) twice() *ParseError {
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
		e.offer(such(ownDays(weeksApart(2, d.weekdays)))...)
	} else {
		e.offer(ownDays(Days{cycle: byWeek, interval: 2, weekdays: d.weekdays, parts: d.parts})...)
	}
	if d.weekdays.Len() > 1 {
		return e.offer(ownDays(d)...)
	}
	d.weekdays = d.weekdays.withSecond() // the editor chooses which one
	return e.offer(such(ownDays(d))...)
}

// perMonth asks which days "2 keer per maand" are.
func (p *weekReader) perMonth() *ParseError {
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
		weeks := weeksApart(2, d.weekdays)
		weeks.parts = d.parts
		e.offer(ownDays(weeks)...)
	}
	return e
}

// perYear is the error for "4 keer per jaar", which says too little.
func (p *weekReader) perYear() *ParseError {
	from := p.at
	for _, period := range []string{"jaar", "kwartaal"} {
		if n := p.timesPer(period); n > 1 {
			return p.errorAt(from, p.at, `noem de maanden, of schrijf de datums bij "data"`)
		}
		p.at = from
	}
	return nil
}

// evenDays asks what "oneven dinsdagen" means: the Tuesdays in odd weeks, or the first,
// third and fifth of the month.
func (p *weekReader) evenDays() *ParseError {
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
func (p *weekReader) daysPerWeek() *ParseError {
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
