package schedule

import (
	"cmp"
	"slices"
	"strings"
)

const (
	exampleClock = "10.00 uur"
	exampleTimes = "10.00 - 12.00 uur"
	exampleSpans = "10.00 - 12.00 en 13.00 - 15.00 uur"
)

// ParseClock reads a time on the wall: "10.00", "10:00", "9", "9.30 uur". The
// error is a [*ParseError].
func ParseClock(s string) (Clock, error) {
	p := newParser(s, exampleClock)
	c, err := p.clock()
	if err == nil {
		err = p.end()
	}
	if err != nil {
		return 0, err
	}
	return c, nil
}

// ParseTimes reads the "tijd" of a spreekuur: "10.00 - 12.00 uur", several of
// these, or "tijdens openingstijden". The error is a [*ParseError].
func ParseTimes(s string) (Times, error) {
	p := newParser(s, exampleTimes)
	t, err := p.times()
	if err == nil {
		err = p.end()
	}
	if err != nil {
		return Times{}, err
	}
	return t, nil
}

func (p *parser) times() (Times, *ParseError) {
	if len(p.tokens) == 0 {
		return Times{}, p.errorAt(0, 0, "hier staat geen tijd")
	}
	if p.accept("tijdens") || p.peek() == "openingstijden" {
		return Times{Opening: true}, p.openingHours()
	}
	var spans []Span
	for {
		from := p.at
		span, err := p.span()
		if err != nil {
			return Times{}, err
		}
		for _, other := range spans {
			if _, both := span.overlap(other); both {
				return Times{}, p.errorAt(from, p.at, "deze tijd overlapt met een andere")
			}
		}
		spans = append(spans, span)
		more := p.separator()
		if !more && !p.digitAt(p.at) {
			break
		}
		p.example = exampleSpans
		if !more {
			return Times{}, p.errorAt(p.at, p.at+1, `tussen twee tijden hoort "en"`)
		}
	}
	slices.SortFunc(spans, func(a, b Span) int { return cmp.Compare(a.Begin, b.Begin) })
	return Times{Spans: spans}, nil
}

// openingHours reads what follows "tijdens".
func (p *parser) openingHours() *ParseError {
	const word = "openingstijden"
	p.example = "tijdens " + word
	p.accept("de")
	if p.accept(word) {
		return nil
	}
	e := p.errorAt(p.at, p.at+1, "na %q hoort %q", "tijdens", word)
	e.Suggestion = nearest(p.peek(), []string{word})
	return e
}

// span reads "van 10.00 tot 12.00 uur" or "tussen 10 en 12 uur".
func (p *parser) span() (Span, *ParseError) {
	from := p.at
	between := p.accept("tussen")
	if !between {
		p.accept("van")
	}
	begin, err := p.clock()
	if err != nil {
		return Span{}, err
	}
	if between && !p.accept("en") || !between && !p.acceptAny("-", "tot en met", "tot", "t/m") {
		return Span{}, p.errorAt(from, p.at, "hier ontbreekt de eindtijd")
	}
	end, err := p.clock()
	if err != nil {
		return Span{}, err
	}
	if end <= begin {
		return Span{}, p.errorAt(from, p.at, "de eindtijd ligt niet na de begintijd")
	}
	return Span{begin, end}, nil
}

// clock reads "10", "10.00" or "10:00", with or without "uur".
func (p *parser) clock() (Clock, *ParseError) {
	if p.at == len(p.tokens) {
		return 0, p.errorAt(p.at, p.at, "hier ontbreekt een tijd")
	}
	t := p.tokens[p.at]
	text := strings.TrimSuffix(strings.TrimSuffix(t.text, "uur"), "u")
	hour, minute, split := strings.Cut(text, ".")
	if !split {
		hour, minute, split = strings.Cut(text, ":")
	}
	if !isNumber(hour) || len(hour) > 2 || split && (!isNumber(minute) || len(minute) != 2) {
		return 0, p.errorAt(p.at, p.at+1, "%q is geen tijd", p.written(t))
	}
	c := Clock(number(hour)*60 + number(minute))
	switch {
	case split && minute > "59":
		return 0, p.errorAt(p.at, p.at+1, "%q bestaat niet: een uur heeft 60 minuten", p.written(t))
	case c > midnight:
		return 0, p.errorAt(p.at, p.at+1, "%q bestaat niet: een dag heeft 24 uur", p.written(t))
	}
	p.at++
	if text == t.text {
		p.acceptAny("uur", "u")
	}
	return c, nil
}

// number returns the value of a few digits.
func number(digits string) int {
	n := 0
	for _, digit := range digits {
		n = n*10 + int(digit-'0')
	}
	return n
}
