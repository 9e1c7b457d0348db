package schedule

import (
	"iter"
	"math/bits"
	"slices"
	"sort"
	"strconv"
	"time"
)

// Weekdays is a set of days of the week.
type Weekdays uint8

const (
	allDays  Weekdays = 1<<7 - 1
	weekend           = Weekdays(1<<time.Saturday | 1<<time.Sunday)
	workdays          = allDays &^ weekend
)

// Has reports whether the day is in the set.
func (w Weekdays) Has(day time.Weekday) bool { return w&(1<<day) != 0 }

// Len returns the number of days in the set.
func (w Weekdays) Len() int { return bits.OnesCount8(uint8(w)) }

// All yields the days in the set, Monday first.
func (w Weekdays) All() iter.Seq[time.Weekday] {
	return func(yield func(time.Weekday) bool) {
		for i := range 7 {
			if day := time.Weekday((i + 1) % 7); w.Has(day) && !yield(day) {
				return
			}
		}
	}
}

// nths is a set of ordinals: bit 1 is "1e" up to bit 5, and last is "laatste".
type nths uint8

const last nths = 1

func nth(n int) nths { return 1 << n }

// names returns the ordinals as written: "1e", "3e", "laatste".
func (n nths) names() []string {
	var names []string
	for i := 1; i <= 5; i++ {
		if n&nth(i) != 0 {
			names = append(names, strconv.Itoa(i)+"e")
		}
	}
	if n&last != 0 {
		names = append(names, "laatste")
	}
	return names
}

type cycle uint8

const (
	noCycle   cycle = iota // the zero Days has no dates
	byWeek                 // every week, or every so many weeks from the week of the anchor
	evenWeeks              // by ISO week number
	oddWeeks
	byMonth       // nth weekday of the month
	onDates       // a list
	byAppointment // no dates: visitors make an appointment
)

// Days is a rule that gives dates: the "dag" of a spreekuur. The zero value gives none.
type Days struct {
	cycle    cycle
	interval int // for byWeek and byMonth: 1 is every week or month
	weekdays Weekdays
	nths     nths     // if byMonth
	months   Months   // the months in which it applies; 0 means all
	parts    DayParts // mentioned with the day; the hours must agree, see [DayParts.Fits]
	open     bool     // "tijdens openingstijden": the days on which the plein is open
	dates    []Date   // if onDates: sorted, without duplicates
}

// OnDates returns the rule that falls on these dates only.
func OnDates(dates []Date) Days {
	dates = slices.Clone(dates)
	slices.Sort(dates)
	d := Days{cycle: onDates, dates: slices.Compact(dates)}
	for _, date := range d.dates {
		d.weekdays |= 1 << date.Weekday()
	}
	return d
}

// EveryWeek returns the rule that falls on these days of each week.
func EveryWeek(days Weekdays) Days { return Days{cycle: byWeek, interval: 1, weekdays: days} }

// NeedsAnchor reports whether the rule counts from a date ("om de week").
// Without an anchor such a rule has no dates.
func (d Days) NeedsAnchor() bool { return d.interval > 1 }

// Open reports whether the rule is "tijdens openingstijden": it applies on all days on
// which the plein is open. The rule itself then has all days, so it is used with the
// hours of the plein, see [Times].
func (d Days) Open() bool { return d.open }

// ByAppointment reports whether the rule is "op afspraak": it has neither dates nor
// hours.
func (d Days) ByAppointment() bool { return d.cycle == byAppointment }

// Weekdays returns the days of the week on which the rule can fall.
func (d Days) Weekdays() Weekdays { return d.weekdays }

// Weekly reports whether the rule falls on its weekdays in every week.
func (d Days) Weekly() bool { return d.cycle == byWeek && d.interval == 1 && d.months == 0 }

// Since returns the rule as it matters from today on: without listed dates that have
// passed, unless none would be left.
func (d Days) Since(today Date) Days {
	for i, date := range d.dates {
		if date >= today {
			return OnDates(d.dates[i:])
		}
	}
	return d
}

// Dates yields the dates of the rule in the period, in order. A period without an end
// stops at the end of the year 9999.
func (d Days) Dates(anchor Date, in Period) iter.Seq[Date] {
	return func(yield func(Date) bool) {
		for {
			date := d.next(anchor, in)
			if date == 0 || !yield(date) {
				return
			}
			in.From = date + 1
		}
	}
}

// next returns the first date of the rule in the period, or 0. Most rules have at most
// some months between two dates, so trying every day is cheap enough.
func (d Days) next(anchor Date, in Period) Date {
	from, until := max(in.From, 1), in.Until
	if until == 0 || until > lastDate {
		until = lastDate
	}
	switch {
	case d.cycle == onDates:
		i := sort.Search(len(d.dates), func(i int) bool { return d.dates[i] >= from })
		if i < len(d.dates) && d.dates[i] <= until {
			return d.dates[i]
		}
		return 0
	case d.weekdays == 0, d.NeedsAnchor() && anchor == 0:
		return 0
	}
	for date := from; date <= until; date++ {
		if d.on(date, anchor) {
			return date
		}
	}
	return 0
}

// on reports whether the rule falls on the date.
func (d Days) on(date, anchor Date) bool {
	if !d.weekdays.Has(date.Weekday()) || d.months != 0 && !d.months.Has(date.month()) {
		return false
	}
	switch d.cycle {
	case byWeek:
		return d.interval == 1 || anchor != 0 && (date.week()-anchor.week())%d.interval == 0
	case evenWeeks, oddWeeks:
		_, week := date.ISOWeek()
		return week%2 == 0 == (d.cycle == evenWeeks)
	case byMonth:
		return d.nths&nthsOf(date) != 0 &&
			(d.interval == 1 || anchor != 0 && int(date.month()-anchor.month())%d.interval == 0)
	case onDates:
		_, found := slices.BinarySearch(d.dates, date)
		return found
	}
	return false
}

// nthsOf returns which occurrences of its weekday in the month the date is: the fourth
// may also be the last.
func nthsOf(date Date) nths {
	_, month, day := date.Civil()
	n := nth((day-1)/7 + 1)
	if day > 21 {
		if _, next, _ := (date + 7).Civil(); next != month {
			n |= last
		}
	}
	return n
}
