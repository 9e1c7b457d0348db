package schedule

import (
	"math/bits"
	"strconv"
	"time"
)

// settler combines the clauses of a "dag" into a rule, or says how they contradict each
// other.
type settler struct {
	*reader
	*rule
}

// settle returns the rule, or says how the clauses contradict each other.
func (s *settler) settle() (Days, *ParseError) {
	for _, step := range []func(*settler) *ParseError{
		(*settler).settleDays, (*settler).settleWeeks, (*settler).settleParts, (*settler).settleMonths,
	} {
		if err := step(s); err != nil {
			return Days{}, err
		}
	}
	if s.cycle == noCycle {
		s.cycle, s.interval = byWeek, 1
	}
	return s.Days, nil
}

// settleDays combines the days.
func (s *settler) settleDays() *ParseError {
	for i, item := range s.items {
		for _, other := range s.items[:i] {
			if item.set&other.set != 0 && (item.set != other.set || item.parts == other.parts || item.parts == 0 || other.parts == 0) {
				return s.errorAt(item.from, item.until, "deze dag staat er al").offer(s.withoutItem(item)...)
			}
		}
		s.weekdays |= item.set
	}
	switch {
	case s.open && (s.nths != 0 || s.weeks.until != 0 && s.interval != 1 || s.inMonth.until != 0):
		return s.errorAt(0, len(s.tokens), `"tijdens openingstijden" is elke dag dat het plein open is: noem anders de dagen`)
	case s.open:
		s.weekdays = allDays
	case s.weekdays == 0:
		e := s.errorAt(s.at, s.at, "hier ontbreekt een dag")
		d := s.Days
		if d.weekdays = 1 << time.Tuesday; s.weeks.until != 0 && s.nths == 0 {
			e.offer(such(ownDays(d))...)
		}
		return e
	}
	return nil
}

// settleWeeks checks what was said about the weeks.
func (s *settler) settleWeeks() *ParseError {
	switch weekly := s.cycle == noCycle || s.cycle == byWeek && s.interval == 1; {
	case s.nths != 0 && s.weeks.until != 0:
		return s.errorAt(s.weeks.from, s.weeks.until, `kies: in bepaalde weken, of "van de maand"`).offer(append(
			s.instead(s.weeks.from, s.weeks.until, ""), s.instead(s.ordinals.from, s.ordinals.until, "")...)...)
	case s.times > 0 && s.times != s.weekdays.Len():
		return s.errorAt(s.weeks.from, s.weeks.until, "hoe vaak klopt niet met de dagen: hier staat %s", countDays(s.weekdays)).offer(
			s.oftener()...)
	case !weekly && s.again, s.cycle == byWeek && s.interval > 1 && s.each:
		return s.errorAt(0, len(s.tokens), `"elke" past niet bij bepaalde weken`).offer(append(ownDays(s.Days), s.ownBlocks()...)...)
	}
	return nil
}

// settleParts requires the same part of the day for all days, since a text with hours
// cannot say which hours belong to which day. A day without a part takes that of the
// others, because it has the same hours.
func (s *settler) settleParts() *ParseError {
	byDay := map[Weekdays]DayParts{}
	for _, item := range s.items {
		byDay[item.set] |= item.parts
	}
	for _, parts := range byDay {
		if parts != 0 && s.parts != 0 && parts != s.parts {
			return s.errorAt(s.items[0].from, s.items[len(s.items)-1].until,
				"deze dagen hebben elk een ander deel van de dag").offer(s.ownBlocks()...)
		}
		s.parts |= parts
	}
	return nil
}

// settleMonths checks what was said about the month.
func (s *settler) settleMonths() *ParseError {
	if s.without != 0 {
		if s.months == 0 {
			s.months = allMonths
		}
		if s.months &^= s.without; s.months == 0 {
			return s.errorAt(0, len(s.tokens), "zo blijft er geen maand over")
		}
	}
	if s.months == allMonths {
		s.months = 0
	}
	if s.nths == 0 {
		if s.monthly || s.period > 0 {
			d := Days{cycle: byMonth, interval: 1, nths: nth(1), weekdays: s.weekdays, parts: s.parts, months: everyMonths(1, max(s.period, 1))}
			e := s.errorAt(s.inMonth.from, s.inMonth.until, "hier ontbreekt de hoeveelste keer in de maand")
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
	s.cycle, s.interval = byMonth, 1
	if n := s.nths.single(); n > 1 && s.each && s.inMonth.until == 0 {
		// "Elke tweede dinsdag" is often used for every other week.
		return s.errorAt(0, s.at, "dit kan op twee manieren").offer(append(ownDays(s.Days), ownDays(weeksApart(n, s.weekdays))...)...)
	}
	if s.period == 0 {
		return nil
	}
	return s.settlePeriod()
}

// settlePeriod finds the months of "eerste dinsdag van het kwartaal": a first one is in
// the first month of the quarter, a last one in the last.
func (s *settler) settlePeriod() *ParseError {
	switch {
	case s.nths&nth(5) != 0:
		return s.errorAt(s.ordinals.from, s.ordinals.until, "een vijfde keer is niet altijd in dezelfde maand: noem de maanden")
	case s.nths == last:
		s.months = everyMonths(time.Month(s.period), s.period)
	case s.nths&last != 0:
		return s.errorAt(s.ordinals.from, s.ordinals.until, "dit valt in verschillende maanden: geef elk een eigen blok [[tijden]]").offer(
			s.ordinalBlocks()...)
	default:
		s.months = everyMonths(1, s.period)
	}
	if s.months == allMonths {
		s.months = 0
	}
	return nil
}

// ownBlocks offers a block for each of the days.
func (s *settler) ownBlocks() []way {
	if len(s.items) < 2 {
		return nil
	}
	var texts []string
	for _, item := range s.items {
		texts = append(texts, s.replaced(s.items[0].from, s.items[len(s.items)-1].until, s.text(item.tokenRange)))
	}
	return blocks(s.depth, texts)
}

// ordinalBlocks offers a block for each of the ordinals.
func (s *settler) ordinalBlocks() []way {
	var texts []string
	for _, name := range s.nths.names() {
		texts = append(texts, s.replaced(s.ordinals.from, s.ordinals.until, name))
	}
	return blocks(s.depth, texts)
}

func (s *settler) withoutItem(item dayItem) []way {
	from := item.from
	for from > 0 && !s.dayAt(from-1) {
		from--
	}
	return s.instead(from, item.until, "")
}

// oftener offers the days as they are, and with a second day for "2 keer per week".
func (s *settler) oftener() []way {
	ways := s.instead(s.weeks.from, s.weeks.until, "")
	if s.times == 2 && s.weekdays.Len() == 1 {
		return append(such(ownDays(Days{cycle: byWeek, interval: 1, weekdays: s.weekdays.withSecond(), parts: s.parts})), ways...)
	}
	return ways
}

// withSecond adds a second day, a working day, for use in an example.
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

// single returns n for a rule with only the nth day, and else 0.
func (n nths) single() int {
	if n == last || n&(n-1) != 0 {
		return 0
	}
	return bits.TrailingZeros8(uint8(n))
}

// weeksApart returns the rule for once every n weeks.
func weeksApart(n int, on Weekdays) Days { return Days{cycle: byWeek, interval: n, weekdays: on} }
