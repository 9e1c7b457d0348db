package schedule

import (
	"math/bits"
	"strconv"
	"strings"
	"time"
)

// What the clauses of a "dag" say together.

// settle makes the rule of the clauses, or says how they contradict each other.
func (p *parser) settle(r *rule) (Days, *ParseError) {
	for _, step := range []func(*parser, *rule) *ParseError{
		(*parser).settleDays, (*parser).settleWeeks, (*parser).settleParts, (*parser).settleMonths,
	} {
		if err := step(p, r); err != nil {
			return Days{}, err
		}
	}
	if r.cycle == noCycle {
		r.cycle, r.interval = byWeek, 1
	}
	return r.Days, nil
}

// settleDays puts the days together.
func (p *parser) settleDays(r *rule) *ParseError {
	for i, item := range r.items {
		for _, other := range r.items[:i] {
			if item.set&other.set != 0 && (item.set != other.set || item.parts == other.parts || item.parts == 0 || other.parts == 0) {
				return p.errorAt(item.from, item.until, "deze dag staat er al").offer(p.withoutItem(item)...)
			}
		}
		r.weekdays |= item.set
	}
	switch {
	case r.open && (r.nths != 0 || r.weeks.until != 0 && r.interval != 1 || r.inMonth.until != 0):
		return p.errorAt(0, len(p.tokens), `"tijdens openingstijden" is elke dag dat het plein open is: noem anders de dagen`)
	case r.open:
		r.weekdays = allDays
	case r.weekdays == 0:
		e := p.errorAt(p.at, p.at, "hier ontbreekt een dag")
		d := r.Days
		if d.weekdays = 1 << time.Tuesday; r.weeks.until != 0 && r.nths == 0 {
			e.offer(such(ownDays(d))...)
		}
		return e
	}
	return nil
}

// settleWeeks looks at what is said of the weeks.
func (p *parser) settleWeeks(r *rule) *ParseError {
	switch weekly := r.cycle == noCycle || r.cycle == byWeek && r.interval == 1; {
	case r.nths != 0 && r.weeks.until != 0:
		return p.errorAt(r.weeks.from, r.weeks.until, `kies: in bepaalde weken, of "van de maand"`).offer(append(
			p.instead(r.weeks.from, r.weeks.until, ""), p.instead(r.ordinals.from, r.ordinals.until, "")...)...)
	case r.times > 0 && r.times != r.weekdays.Len():
		return p.errorAt(r.weeks.from, r.weeks.until, "hoe vaak klopt niet met de dagen: hier staat %s", countDays(r.weekdays)).offer(
			p.oftener(r)...)
	case !weekly && r.again, r.cycle == byWeek && r.interval > 1 && r.each:
		return p.errorAt(0, len(p.tokens), `"elke" past niet bij bepaalde weken`).offer(append(ownDays(r.Days), p.ownBlocks(r)...)...)
	}
	return nil
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

func countDays(set Weekdays) string {
	if set.Len() == 1 {
		return "1 dag"
	}
	return strconv.Itoa(set.Len()) + " dagen"
}

// settleParts wants one part of the day for all: a text of hours cannot say which
// of them go with which day. A day without a part takes that of the others, since
// the hours are the same.
func (p *parser) settleParts(r *rule) *ParseError {
	byDay := map[Weekdays]DayParts{}
	for _, item := range r.items {
		byDay[item.set] |= item.parts
	}
	for _, parts := range byDay {
		if parts != 0 && r.parts != 0 && parts != r.parts {
			return p.errorAt(r.items[0].from, r.items[len(r.items)-1].until,
				"deze dagen hebben elk een ander deel van de dag").offer(p.ownBlocks(r)...)
		}
		r.parts |= parts
	}
	return nil
}

// settleMonths looks at what is said of the month.
func (p *parser) settleMonths(r *rule) *ParseError {
	if r.without != 0 {
		if r.months == 0 {
			r.months = allMonths
		}
		if r.months &^= r.without; r.months == 0 {
			return p.errorAt(0, len(p.tokens), "zo blijft er geen maand over")
		}
	}
	if r.months == allMonths {
		r.months = 0
	}
	if r.nths == 0 {
		if r.monthly || r.period > 0 {
			d := Days{cycle: byMonth, interval: 1, nths: nth(1), weekdays: r.weekdays, parts: r.parts, months: everyMonths(1, max(r.period, 1))}
			e := p.errorAt(r.inMonth.from, r.inMonth.until, "hier ontbreekt de hoeveelste keer in de maand")
			if d.months == allMonths {
				d.months = 0
			}
			if d.weekdays.Len() == 1 {
				e.offer(such(ownDays(d))...)
			}
			return e
		}
		return nil
	}
	r.cycle, r.interval = byMonth, 1
	if n := r.ordinalOf(); n > 1 && r.each && r.inMonth.until == 0 {
		// "Elke tweede dinsdag" is often said of every other week.
		return p.errorAt(0, p.at, "dit kan op twee manieren").offer(append(ownDays(r.Days), ownDays(r.everyWeeks(n))...)...)
	}
	if r.period == 0 {
		return nil
	}
	return p.settlePeriod(r)
}

// ordinalOf returns n for a rule of the nth alone, and else 0.
func (d Days) ordinalOf() int {
	if d.nths == last || d.nths&(d.nths-1) != 0 {
		return 0
	}
	return bits.TrailingZeros8(uint8(d.nths))
}

func (d Days) everyWeeks(n int) Days { return Days{cycle: byWeek, interval: n, weekdays: d.weekdays} }

// settlePeriod finds the months of "eerste dinsdag van het kwartaal": a first one is
// in the first month of the quarter, a last one in the last.
func (p *parser) settlePeriod(r *rule) *ParseError {
	switch {
	case r.nths&nth(5) != 0:
		return p.errorAt(r.ordinals.from, r.ordinals.until, "een vijfde keer is niet altijd in dezelfde maand: noem de maanden")
	case r.nths == last:
		r.months = everyMonths(time.Month(r.period), r.period)
	case r.nths&last != 0:
		return p.errorAt(r.ordinals.from, r.ordinals.until, "dit valt in verschillende maanden: geef elk een eigen blok [[tijden]]").offer(p.ordinalBlocks(r)...)
	default:
		r.months = everyMonths(1, r.period)
	}
	if r.months == allMonths {
		r.months = 0
	}
	return nil
}

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
	monthly := Days{cycle: byMonth, interval: 1, nths: []nths{2: nth(1) | nth(3), 3: nth(1) | nth(2) | nth(3), 4: nth(1) | nth(2) | nth(3) | nth(4)}[n], weekdays: d.weekdays, parts: d.parts}
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

// ownBlocks offers a block for each of the days.
func (p *parser) ownBlocks(r *rule) []way {
	if len(r.items) < 2 {
		return nil
	}
	var texts []string
	for _, item := range r.items {
		texts = append(texts, p.replaced(r.items[0].from, r.items[len(r.items)-1].until, p.text(item.tokenRange)))
	}
	return blocks(p.depth, texts)
}

// ordinalBlocks offers a block for each of the ordinals.
func (p *parser) ordinalBlocks(r *rule) []way {
	var texts []string
	for _, name := range r.nths.names() {
		texts = append(texts, p.replaced(r.ordinals.from, r.ordinals.until, name))
	}
	return blocks(p.depth, texts)
}

// splitAt offers two blocks: what comes before the token, and the rest.
func (p *parser) splitAt(at int) []way {
	before := at
	for before > 0 && (p.tokens[before-1].text == "en" || p.tokens[before-1].text == "," || p.tokens[before-1].text == "/" ||
		p.tokens[before-1].text == "op" || p.tokens[before-1].text == "de" || p.tokens[before-1].text == "elke") {
		before--
	}
	return blocks(p.depth, []string{p.text(tokenRange{0, before}), p.text(tokenRange{at, len(p.tokens)})})
}

func (p *parser) withoutItem(item dayItem) []way {
	from := item.from
	for from > 0 && !p.dayAt(from-1) {
		from--
	}
	return p.instead(from, item.until, "")
}

// text returns the tokens as the editor typed them.
func (p *parser) text(r tokenRange) string {
	if r.from >= r.until {
		return ""
	}
	end := p.tokens[r.until-1]
	return p.input[p.tokens[r.from].offset : end.offset+end.length]
}

// replaced returns the input with another text for the tokens from..until (excluded).
func (p *parser) replaced(from, until int, text string) string {
	before, after := p.input, ""
	if from < len(p.tokens) {
		before = p.input[:p.tokens[from].offset]
		after = p.input[p.tokens[from].offset:]
	}
	if until > from {
		end := p.tokens[until-1]
		after = p.input[end.offset+end.length:]
	}
	return tidy(before + " " + text + " " + after)
}

// tidy takes out what is left over where a part of a text is gone.
func tidy(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	for _, pair := range [][2]string{{"( ", "("}, {" )", ")"}, {"()", ""}, {" ,", ","}, {" ;", ";"}, {" .", "."}, {",,", ","}} {
		text = strings.ReplaceAll(text, pair[0], pair[1])
	}
	text = strings.Trim(strings.Join(strings.Fields(text), " "), " ,;:/-–—•|+&.")
	for _, word := range []string{" en", " of", " maar", " met", " op", " van", " dus", " ook", " wel", " alleen", " vanaf", " uitsluitend"} {
		if cut, ok := strings.CutSuffix(" "+text, word); ok {
			return tidy(cut)
		}
	}
	for _, word := range []string{"en ", "of ", "maar ", "alleen "} {
		if cut, ok := strings.CutPrefix(text, word); ok {
			return tidy(cut)
		}
	}
	if inner, ok := strings.CutPrefix(text, "("); ok && strings.HasSuffix(inner, ")") && !strings.ContainsAny(inner[:len(inner)-1], "()") {
		return tidy(inner[:len(inner)-1])
	}
	if strings.Count(text, "(") != strings.Count(text, ")") {
		text = strings.TrimSpace(strings.NewReplacer("(", " ", ")", " ").Replace(text))
		return strings.Join(strings.Fields(text), " ")
	}
	return text
}
