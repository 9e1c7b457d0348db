package schedule

import (
	"fmt"
	"time"
	_ "time/tzdata" // the time zones are embedded in the program
)

// Amsterdam is the time zone of every date and clock in this package.
var Amsterdam = mustLoad("Europe/Amsterdam")

func mustLoad(name string) *time.Location {
	zone, err := time.LoadLocation(name)
	if err != nil {
		panic("schedule: " + err.Error()) // cannot happen: tzdata is built in
	}
	return zone
}

// Date is a civil date, counted in days: 1 is 1 January of the year 1. The
// zero value means "no date". Dates compare and subtract as numbers.
type Date int32

const (
	epoch       = 719163        // the Date of 1970-01-01
	lastDate    = Date(3652059) // 9999-12-31, the end of periods without one
	daySeconds  = 24 * 60 * 60  // of a UTC day
	dateExample = "2026-12-25"  // shown with every error about a date
)

// NewDate returns the date; a day or month out of range rolls over, as in
// [time.Date].
func NewDate(year int, month time.Month, day int) Date {
	t := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	return Date(t.Unix()/daySeconds + epoch) // exact, so the sign does not matter
}

// DateOf returns the date in Amsterdam at that instant.
func DateOf(t time.Time) Date {
	return NewDate(t.In(Amsterdam).Date())
}

// ParseDate reads a date as 2026-12-25. The error is a [*ParseError].
func ParseDate(s string) (Date, error) {
	var field [3]int
	if !readISO(s, &field) {
		return 0, mendDate(&ParseError{Input: s, Length: len(s),
			Message: fmt.Sprintf("%q is geen datum", s), Example: dateExample})
	}
	year, month, day := field[0], time.Month(field[1]), field[2]
	switch {
	case year < 1:
		return 0, &ParseError{Input: s, Length: 4,
			Message: "het jaar 0 bestaat niet", Example: dateExample}
	case month < 1 || month > 12:
		return 0, &ParseError{Input: s, Offset: 5, Length: 2,
			Message: fmt.Sprintf("maand %d bestaat niet", month), Example: dateExample}
	case day < 1 || day > daysIn(year, month):
		e := &ParseError{Input: s, Offset: 8, Length: 2,
			Message: fmt.Sprintf("%d %s %d bestaat niet", day, monthNames[month-1], year),
			Example: dateExample}
		return 0, e.offer(such([]way{own(NewDate(year, month, daysIn(year, month)).String())})...)
	}
	return NewDate(year, month, day), nil
}

// readISO reads the numbers of yyyy-mm-dd, without checking that they are a date.
func readISO(s string, field *[3]int) bool {
	const form = "yyyy-mm-dd"
	if len(s) != len(form) {
		return false
	}
	i := 0
	for at := range len(form) {
		switch c := s[at]; {
		case form[at] == '-':
			if c != '-' {
				return false
			}
			i++
		case c < '0' || c > '9':
			return false
		default:
			field[i] = field[i]*10 + int(c-'0')
		}
	}
	return true
}

func daysIn(year int, month time.Month) int {
	_, _, day := NewDate(year, month+1, 0).Civil()
	return day
}

// utc returns midnight in UTC on the date, to use the calendar of package time.
func (d Date) utc() time.Time {
	return time.Unix((int64(d)-epoch)*daySeconds, 0).UTC()
}

// Civil returns the year, month and day.
func (d Date) Civil() (int, time.Month, int) { return d.utc().Date() }

func (d Date) month() time.Month { return d.utc().Month() }

// Weekday returns the day of the week. Day 1 was a Monday.
func (d Date) Weekday() time.Weekday { return time.Weekday((d%7 + 7) % 7) }

// week numbers the weeks from Monday to Sunday, continuing over the years.
func (d Date) week() int { return int(d-1) / 7 }

// ISOWeek returns the ISO 8601 week and the year it belongs to.
func (d Date) ISOWeek() (year, week int) {
	thursday := Date(d.week()*7 + 4)
	year, _, _ = thursday.Civil()
	return year, int(thursday-NewDate(year, time.January, 1))/7 + 1
}

// Add returns the date so many days later.
func (d Date) Add(days int) Date { return d + Date(days) }

// At returns the instant at which clocks in Amsterdam show c on the date; 24:00 is
// midnight at its end. In the hour that comes twice in autumn it is the first time; in
// the hour that is skipped in spring it is the instant of the change. So a later clock
// is never an earlier instant.
func (d Date) At(c Clock) time.Time {
	year, month, day := d.Civil()
	t := time.Date(year, month, day, 0, int(c), 0, 0, Amsterdam)
	if c < 1*60 || c > 4*60 {
		return t // no clock changes at this time of day
	}
	begin, end := t.ZoneBounds()
	switch shown := clockOf(t); {
	case shown > c:
		return begin
	case shown < c:
		return end
	}
	if hourAgo := t.Add(-time.Hour); clockOf(hourAgo) == c {
		return hourAgo
	}
	return t
}

func clockOf(t time.Time) Clock {
	hour, minute, _ := t.Clock()
	return Clock(hour*60 + minute)
}

// String returns the date as 2026-12-25, and "" for no date.
func (d Date) String() string {
	if d == 0 {
		return ""
	}
	return d.utc().Format(time.DateOnly)
}

// Period is a run of dates, including both ends. A zero From or Until is open.
type Period struct{ From, Until Date }

// Contains reports whether the date lies in the period.
func (p Period) Contains(d Date) bool {
	return d >= p.From && (p.Until == 0 || d <= p.Until)
}

// clip returns the part of p that lies in other.
func (p Period) clip(other Period) Period {
	p.From = max(p.From, other.From)
	if p.Until == 0 || other.Until != 0 && other.Until < p.Until {
		p.Until = other.Until
	}
	return p
}

// shorter reports whether p is shorter than other; an open end counts as far away.
func (p Period) shorter(other Period) bool { return p.days() < other.days() }

func (p Period) days() Date {
	if p.Until == 0 {
		return lastDate - p.From
	}
	return p.Until - p.From
}
