package schedule

import (
	"strings"
	"time"
)

// monthReader reads in which months a rule applies.
type monthReader struct{ *reader }

func (p *monthReader) inMonths() (months Months, period int, monthly bool, err *ParseError) {
	from := p.at
	for phrase, first := range evenMonths {
		if p.accept(phrase) {
			return everyMonths(time.Month(first), 2), 0, false, nil
		}
	}
	if p.timesPer("maand") == 1 || p.acceptAny(monthPhrases...) {
		if p.at < len(p.tokens) && p.monthAt(p.at) { // "in de maand mei"
			months, err = p.months()
			return months, 0, false, err
		}
		return 0, 0, true, nil
	}
	if p.acceptAny("jaarlijks", "1x per jaar", "1 x per jaar") {
		return 0, periods["jaar"], false, nil
	}
	if n := p.period(); n > 0 {
		return 0, n, false, nil
	}
	if every := p.everyOtherMonth(); every > 1 {
		return 0, 0, false, p.errorAt(from, p.at, "hier ontbreken de maanden").offer(p.whichMonths(from, every)...)
	}
	p.acceptAny("van de maanden", "in de maanden", "van de maand", "in de maand", "van", "in", "gedurende", "tijdens")
	if !p.monthAt(p.at) || p.at+1 < len(p.tokens) && p.yearAt(p.at+1) {
		p.at = from
		return 0, 0, false, nil
	}
	months, err = p.months()
	return months, 0, false, err
}

// period reads "van het kwartaal", if that comes next, as a number of months.
func (p *monthReader) period() int {
	from := p.at
	if p.timesPer("kwartaal") == 1 {
		return periods["kwartaal"]
	}
	for _, before := range periodPhrases {
		for word, months := range periods {
			if p.accept(before + " " + word) {
				return months
			}
		}
	}
	p.at = from
	return 0
}

// everyOtherMonth reads "om de 2 maanden" and returns the number, or 0.
func (p *monthReader) everyOtherMonth() int {
	from := p.at
	if p.acceptAny("om de maand", "om de andere maand", "tweemaandelijks") {
		return 2
	}
	if (p.acceptAny("1x per", "1 x per", "1x in de", "1 x in de", "van elke", "in elke", "om de", "elke", "per")) &&
		isNumber(p.peek()) && len(p.peek()) < 3 {
		n := number(p.peek())
		p.at++
		if p.accept("maanden") && n > 1 && 12%n == 0 {
			return n
		}
	}
	p.at = from
	return 0
}

// months reads "januari, april en juli" or "september t/m mei".
func (p *monthReader) months() (Months, *ParseError) {
	var set Months
	for {
		from := p.at
		first := monthNamed(p.peek())
		if first == 0 {
			if p.at == len(p.tokens) {
				return 0, p.errorAt(p.at, p.at, "hier ontbreekt een maand")
			}
			return 0, p.errorAt(p.at, p.at+1, "%q is geen maand", p.written(p.tokens[p.at]))
		}
		p.at++
		item := Months(1) << first
		if through := p.acceptAny("t/m", "-", "tot en met"); through || p.peek() == "tot" && p.monthAt(p.at+1) {
			tot := p.at
			if !through {
				p.at++
			}
			final := monthNamed(p.peek())
			if final == 0 || final == first {
				return 0, p.errorAt(from, p.at, "hier ontbreekt een maand")
			}
			p.at++
			if !through {
				return 0, p.errorAt(tot, tot+1, "het is niet duidelijk of de laatste maand meetelt").offer(append(
					p.instead(from, p.at, monthNames[first-1]+" t/m "+monthNames[final-1]),
					p.instead(from, p.at, throughMonths(first, (final+10)%12+1))...)...)
			}
			item = monthRun(first, final)
		}
		if set&item != 0 {
			return 0, p.errorAt(from, p.at, "deze maand staat er al")
		}
		set |= item
		back := p.at
		if !p.separator() || !p.monthAt(p.at) && p.otherThanMonth() {
			p.at = back
			return set, nil
		}
	}
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

// otherThanMonth reports whether what comes next is not a misspelled month.
func (p *monthReader) otherThanMonth() bool {
	return p.at < len(p.tokens) && nearest(p.peek(), monthNames[:]) == ""
}

// whichMonths offers the months that can be meant by "om de 2 maanden" at the given
// tokens.
func (p *monthReader) whichMonths(from, apart int) []way {
	var ways []way
	for first := 1; first <= min(apart, 3); first++ {
		text := everyMonths(time.Month(first), apart).words("van ", "van ")
		ways = append(ways, p.instead(from, p.at, text)...)
	}
	return ways
}

func throughMonths(first, final time.Month) string {
	if first == final {
		return monthNames[first-1]
	}
	return monthNames[first-1] + " t/m " + monthNames[final-1]
}

// words lists the months, or gives the ends of consecutive ones, after the words that
// go before each form.
func (m Months) words(before, beforeRun string) string {
	if first, last, ok := m.run(); ok {
		return beforeRun + throughMonths(first, last)
	}
	var names []string
	for month := range m.All() {
		names = append(names, monthNames[month-1])
	}
	return before + strings.TrimSpace(join(names))
}
