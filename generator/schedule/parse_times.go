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

// timesReader reads hours.
type timesReader struct{ *reader }

// ParseClock reads a time of day: "10.00", "10:00", "9", "9.30 uur". The error is a
// [*ParseError].
func ParseClock(s string) (Clock, error) {
	p := timesReader{newReader(s, exampleClock, 0)}
	c, err := p.clock()
	if err == nil {
		err = p.end()
	}
	if err != nil {
		return 0, mendClock(err)
	}
	return c, nil
}

// ParseTimes reads the "tijd" of a spreekuur: "10.00 - 12.00 uur", several of
// these, or "tijdens openingstijden". The error is a [*ParseError].
func ParseTimes(s string) (Times, error) {
	t, err := readTimes(s, 0)
	if err != nil {
		return Times{}, mendTimes(err)
	}
	return t, nil
}

// readTimes is ParseTimes for a text that has been mended so many times. It does not
// look for what was meant.
func readTimes(s string, mended int) (Times, *ParseError) {
	p := timesReader{newReader(s, exampleTimes, mended)}
	t, err := p.times()
	if err == nil {
		err = p.end()
	}
	if err != nil {
		return Times{}, err
	}
	return t, nil
}

func (p *timesReader) times() (Times, *ParseError) {
	if len(p.tokens) == 0 {
		return Times{}, p.errorAt(0, 0, "hier staat geen tijd")
	}
	if opening, err := p.openingHours(); opening || err != nil {
		return Times{Opening: true}, err
	}
	given := p.part()
	if part, one := given.single(); one && p.at == len(p.tokens) {
		return Times{}, p.errorAt(0, p.at, "hier ontbreekt van hoe laat tot hoe laat").offer(such([]way{own(Point.Span(part.usual))})...)
	}
	var spans []Span
	for {
		from := p.at
		span, err := p.span()
		if err != nil {
			return Times{}, err
		}
		if part := given | p.part(); part != 0 && !part.has(span) {
			return Times{}, p.otherPart(from, span, part)
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
			return Times{}, p.errorAt(p.at, p.at+1, `tussen twee tijden hoort "en"`).offer(p.timesInstead(p.at, p.at, "en")...)
		}
		if part := p.part(); part != 0 {
			given = part
		}
	}
	slices.SortFunc(spans, func(a, b Span) int { return cmp.Compare(a.Begin, b.Begin) })
	return Times{Spans: spans}, nil
}

// otherPart is the error for hours that are not in the given part of the day: "2 tot 4
// uur 's middags", or a mistake in one of the two.
func (p *timesReader) otherPart(from int, span Span, part DayParts) *ParseError {
	e := p.errorAt(from, p.at, "%s is niet %s", Point.Span(span), part.names(true))
	if later := span.later(); part.has(later) {
		return e.offer(p.timesInstead(from, p.at, Point.Span(later))...)
	}
	return e.offer(p.timesInstead(from, p.at, Point.Span(span))...)
}

// span reads "van 10.00 tot 12.00 uur" or "tussen 10 en 12 uur".
func (p *timesReader) span() (Span, *ParseError) {
	from := p.at
	between := p.accept("tussen")
	if !between {
		p.acceptAny("van", "om")
	}
	if from == p.at && p.acceptAny("tot", "t/m", "tot en met") {
		return Span{}, p.noBegin(from)
	}
	begins := p.at
	begin, err := p.clock()
	if err != nil {
		return Span{}, err
	}
	p.part()
	if !(between && p.accept("en")) && !p.acceptAny("-", "tot en met", "tot", "t/m") {
		return Span{}, p.noEnd(from, begin)
	}
	ends := p.at
	if ends == len(p.tokens) {
		return Span{}, p.noEnd(from, begin)
	}
	end, err := p.clock()
	if err != nil {
		return Span{}, err
	}
	span := Span{begin, end}
	if end <= begin {
		return Span{}, p.backwards(from, span)
	}
	if p.small(begins) && span.later() != span && p.laterPart() == 0 {
		e := p.errorAt(from, p.at, "dit kan overdag zijn, of in de nacht")
		return Span{}, e.offer(append(p.timesInstead(from, p.at, Point.Span(span.later())), p.timesInstead(from, p.at, Colon.Span(span))...)...)
	}
	return span, nil
}

// later returns the span half a day later, since people say 2 for 14. A span that is
// late already, or would not fit in the day, is returned as it is.
func (s Span) later() Span {
	const half = 12 * 60
	switch {
	case s.End > s.Begin && s.End+half <= midnight:
		return Span{s.Begin + half, s.End + half}
	case s.End <= s.Begin && s.End+half > s.Begin && s.End+half <= midnight:
		return Span{s.Begin, s.End + half}
	}
	return s
}

// laterPart returns the part of the day that comes next, without moving past it.
func (p *timesReader) laterPart() DayParts {
	back := p.at
	defer func() { p.at = back }()
	return p.part()
}

// small reports whether the token is an hour that can be at night or in the afternoon:
// 1 to 6, unless written as 02.
func (p *timesReader) small(at int) bool {
	text := p.tokens[at].text
	hour, _, _ := splitClock(text)
	return len(hour) == 1 && hour >= "1" && hour <= "6"
}

// noEnd is the error for hours without an end.
func (p *timesReader) noEnd(from int, begin Clock) *ParseError {
	e := p.errorAt(from, p.at, "hier ontbreekt de eindtijd")
	if end := min(begin+120, midnight); end > begin {
		return e.offer(such(p.timesInstead(from, p.at, Point.Span(Span{begin, end})))...)
	}
	return e
}

// noBegin is the error for "tot 12.00 uur".
func (p *timesReader) noBegin(from int) *ParseError {
	end, err := p.clock()
	if err != nil {
		return err
	}
	e := p.errorAt(from, p.at, "hier ontbreekt de begintijd")
	if end <= 120 {
		return e
	}
	return e.offer(such(p.timesInstead(from, p.at, Point.Span(Span{end - 120, end})))...)
}

// backwards is the error for an end that is not after the begin. 0.00 can also be the
// end of a day, which is written as 24.00; "10 tot 2" can mean the afternoon.
func (p *timesReader) backwards(from int, span Span) *ParseError {
	e := p.errorAt(from, p.at, "de eindtijd ligt niet na de begintijd")
	switch {
	case span.End == 0:
		e.Message = "middernacht aan het eind van de dag is 24.00 uur"
		return e.offer(p.timesInstead(from, p.at, Point.Span(Span{span.Begin, midnight}))...)
	case span.Begin >= 18*60 && span.End < 6*60:
		e.Message = "dit gaat door na middernacht: een spreekuur eindigt op de dag waarop het begint"
		return e.offer(such(p.timesInstead(from, p.at, Point.Span(Span{span.Begin, midnight})))...)
	case span.Begin == span.End:
		return e.offer(such(p.timesInstead(from, p.at, Point.Span(Span{span.Begin, min(span.Begin+120, midnight)})))...)
	}
	if later := span.later(); later != span && later.Begin < later.End {
		e.offer(p.timesInstead(from, p.at, Point.Span(later))...)
	}
	if span.End < 7*60 {
		return e
	}
	return e.offer(p.timesInstead(from, p.at, Point.Span(Span{span.End, span.Begin}))...)
}

// clock reads "10", "10.00", "10:00", "14u30" or "14h", with or without "uur".
func (p *cursor) clock() (Clock, *ParseError) {
	if p.at == len(p.tokens) {
		return 0, p.errorAt(p.at, p.at, "hier ontbreekt een tijd")
	}
	t := p.tokens[p.at]
	hour, minute, split := splitClock(t.text)
	if !isNumber(hour) || len(hour) > 2 || split && (!isNumber(minute) || len(minute) != 2) {
		return 0, p.errorAt(p.at, p.at+1, "%q is geen tijd", p.written(t))
	}
	c := Clock(number(hour) * 60)
	if split {
		c += Clock(number(minute))
	}
	switch {
	case split && minute > "59":
		return 0, p.errorAt(p.at, p.at+1, "%q bestaat niet: een uur heeft 60 minuten", p.written(t))
	case c > midnight:
		return 0, p.errorAt(p.at, p.at+1, "%q bestaat niet: een dag heeft 24 uur", p.written(t))
	}
	p.at++
	if last := t.text[len(t.text)-1]; last >= '0' && last <= '9' {
		p.acceptAny("uur", "u", "h")
	}
	return c, nil
}

// splitClock splits a clock: "14u30" is 14 and 30. It reports whether there are
// minutes.
func splitClock(text string) (hour, minute string, split bool) {
	for _, ending := range []string{"uur", "u", "h"} {
		if cut, ok := strings.CutSuffix(text, ending); ok {
			text = cut
			break
		}
	}
	if i := strings.IndexAny(text, ".:uh"); i >= 0 {
		return text[:i], text[i+1:], true
	}
	return text, "", false
}

// number returns the value of a few digits.
func number(digits string) int {
	n := 0
	for _, digit := range digits {
		n = n*10 + int(digit-'0')
	}
	return n
}

// timesFrom offers a text as a "tijd" if it is valid, or else what it may mean.
func timesFrom(text string, mended int) []way {
	if mended >= maxMends {
		return nil
	}
	_, err := readTimes(text, mended+1)
	switch {
	case err == nil:
		return []way{own(text)}
	case len(err.ways) > 0:
		return err.ways
	}
	return nil
}
