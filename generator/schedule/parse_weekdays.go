package schedule

import "time"

// The days of a "dag".

// weekdays reads the days, with their parts of the day.
func (p *parser) weekdays(r *rule) *ParseError {
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

// otherClause reports whether another clause than more days comes next.
func (p *parser) otherClause() bool {
	back := p.at
	defer func() { p.at = back }()
	var r rule
	for _, clause := range []func(*parser, *rule) (bool, *ParseError){
		(*parser).weeksClause, (*parser).monthsClause, (*parser).exceptClause, (*parser).openClause,
	} {
		if read, err := clause(p, &r); read || err != nil {
			return true
		}
		p.at = back
	}
	return false
}

// dayItem is one day, a range of days, or a word for several days.
type dayItem struct {
	set   Weekdays
	parts DayParts
	tokenRange
}

func (p *parser) item() (dayItem, *ParseError) {
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
func (p *parser) severalDays() (Weekdays, DayParts) {
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
func (p *parser) dayRange() (Weekdays, DayParts, *ParseError) {
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

// slashed asks what "ma/vr" is: for two days that far apart people mean either.
func (p *parser) slashed(first time.Weekday, part DayParts) *ParseError {
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

// weekday reads "dinsdag", "dinsdags", "dinsdagen", "di", "din" or "dinsdagmiddag".
func (p *parser) weekday() (time.Weekday, DayParts, *ParseError) {
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

// dayAt reports whether the token is a day of the week.
func (p *parser) dayAt(i int) bool {
	if i >= len(p.tokens) {
		return false
	}
	word, _ := splitPart(p.tokens[i].text)
	_, ok := dayNamed(word)
	return ok
}
