package schedule

import (
	"strings"
	"time"
)

// dayReader reads days of the week, and ordinals of days in a month.
type dayReader struct{ *reader }

// dayItem is one day, a range of days, or a word for several days.
type dayItem struct {
	set   Weekdays
	parts DayParts
	tokenRange
}

// lead skips the small words before a day, and reports whether "elke" was one.
func (p *dayReader) lead() (each bool) {
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

func (p *dayReader) item() (dayItem, *ParseError) {
	item := dayItem{tokenRange: tokenRange{from: p.at}}
	var err *ParseError
	if item.set, item.parts = p.severalDays(); item.set == 0 {
		if item.set, item.parts, err = p.dayRange(); err != nil {
			return dayItem{}, err
		}
	}
	if part := p.part(); part != 0 {
		item.parts |= part
	}
	item.until = p.at
	return item, nil
}

// severalDays reads a word for several days, such as "werkdagen", if that comes next.
func (p *dayReader) severalDays() (Weekdays, DayParts) {
	if set, ok := dayWords[p.peek()]; ok {
		p.at++
		if p.tokens[p.at-1].text == "doordeweekse" {
			p.acceptAny("dagen", "dag")
		}
		return set, 0
	}
	for _, phrase := range []string{"7 dagen per week", "7 dagen in de week", "door de week", "hele week", "dagen van de week"} {
		if p.accept(phrase) {
			if phrase == "door de week" {
				return workdays, 0
			}
			return allDays, 0
		}
	}
	part, ok := everyWords[p.peek()]
	if !ok || p.at == 0 || p.tokens[p.at-1].text != "elke" {
		return 0, 0
	}
	p.at++
	p.accept("van de week")
	return allDays, part
}

// dayRange reads "dinsdag" or "maandag t/m vrijdag".
func (p *dayReader) dayRange() (Weekdays, DayParts, *ParseError) {
	from := p.at
	if texts, ok := twoWays[p.peek()]; ok {
		e := p.errorAt(p.at, p.at+1, "%q is niet voor iedereen hetzelfde", p.written(p.tokens[p.at]))
		return 0, 0, e.offer(append(p.instead(from, from+1, texts[0]), p.instead(from, from+1, texts[1])...)...)
	}
	first, part, err := p.weekday()
	if err != nil {
		return 0, 0, err
	}
	back := p.at
	through := p.acceptAny("t/m", "-", "tot en met")
	if through && p.tokens[p.at-1].text == "-" && (p.peek() == "en" || p.peek() == ",") {
		through, p.at = false, back // "woensdag- en donderdagmiddag"
	}
	if !through && (p.peek() != "tot" || !p.dayAt(p.at+1)) {
		return 1 << first, part, p.slashed(first, part)
	}
	p.example = exampleRange
	tot := p.at
	if !through {
		p.at++
	}
	final, other, err := p.weekday()
	if err != nil {
		return 0, 0, err
	}
	switch {
	case first == final:
		return 0, 0, p.errorAt(from, p.at, "begin en eind zijn dezelfde dag").offer(p.instead(from, p.at, WeekdayName(first))...)
	case !through:
		return 0, 0, p.errorAt(tot, tot+1, "het is niet duidelijk of de laatste dag meetelt").offer(append(
			p.instead(from, p.at, throughDays(first, final)), p.instead(from, p.at, throughDays(first, (final+6)%7))...)...)
	case part != 0 && other != 0 && part != other:
		return 0, 0, p.errorAt(from, p.at, "deze dagen hebben elk een ander deel van de dag").offer(
			p.instead(from, p.at, throughDays(first, final))...)
	}
	return daysThrough(first, final), part | other, nil
}

// slashed asks what "ma/vr" means: two days, or also the days in between. It only does
// so if the days are far apart.
func (p *dayReader) slashed(first time.Weekday, part DayParts) *ParseError {
	from := p.at - 1
	if part != 0 || p.peek() != "/" || !p.dayAt(p.at+1) {
		return nil
	}
	final, ok := dayNamed(p.tokens[p.at+1].text)
	if !ok || (final-first+7)%7 < 4 || p.at > 1 && p.tokens[p.at-2].text == "/" {
		return nil
	}
	if p.at+2 < len(p.tokens) && p.tokens[p.at+2].text == "/" {
		return nil
	}
	p.example = exampleRange
	return p.errorAt(from, p.at+2, "dit kunnen twee dagen zijn, of ook de dagen ertussen").offer(append(
		p.instead(from, p.at+2, WeekdayName(first)+" en "+WeekdayName(final)),
		p.instead(from, p.at+2, throughDays(first, final))...)...)
}

// weekday reads "dinsdag", "dinsdags", "dinsdagen", "di", "din" or "dinsdagmiddag".
func (p *dayReader) weekday() (time.Weekday, DayParts, *ParseError) {
	if p.at == len(p.tokens) {
		return 0, 0, p.errorAt(p.at, p.at, "hier ontbreekt een dag")
	}
	word, part := splitPart(p.peek())
	if part == 0 {
		word = p.peek()
	}
	day, ok := dayNamed(word)
	if !ok {
		return 0, 0, p.unknown("%q is geen dag van de week")
	}
	p.at++
	return day, part, nil
}

func dayNamed(word string) (time.Weekday, bool) {
	for day, name := range weekdayNames {
		switch word {
		case name, name + "s", name + "en", name[:2], name[:3]:
			return time.Weekday(day), true
		}
	}
	return 0, false
}

// ordinals reads "1e, 3e en laatste", if that comes next.
func (p *dayReader) ordinals() (nths, *ParseError) {
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
		p.acceptAny("de", "op de", "elke")
	}
	if set&last != 0 {
		set &^= nth(5) // a fifth is always the last
	}
	return set, nil
}

// ordinal reads one "3e" or "derde", if that comes next.
func (p *dayReader) ordinal() (nths, *ParseError) {
	word := p.peek()
	if from := p.at; p.acceptAny("voorlaatste", "1 na laatste", "op 1 na laatste") {
		return 0, p.errorAt(from, p.at, "dit kan de computer niet: noem de 1e tot en met de 5e of de laatste, of schrijf de datums bij \"data\"")
	}
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

func daysThrough(first, final time.Weekday) Weekdays {
	set := Weekdays(1) << final
	for day := first; day != final; day = (day + 1) % 7 {
		set |= 1 << day
	}
	return set
}

func throughDays(first, final time.Weekday) string {
	if first == final {
		return WeekdayName(first)
	}
	return WeekdayName(first) + " t/m " + WeekdayName(final)
}
