package schedule

import (
	"iter"
	"strings"
	"time"
)

// Holiday is a day on which a plein may be closed.
type Holiday uint8

const (
	Nieuwjaarsdag Holiday = iota
	GoedeVrijdag
	EerstePaasdag
	TweedePaasdag
	Koningsdag
	Bevrijdingsdag
	Hemelvaartsdag
	EerstePinksterdag
	TweedePinksterdag
	EersteKerstdag
	TweedeKerstdag
	Carnaval // Sunday up to and including Tuesday
	numHolidays
)

var holidayNames = [numHolidays]string{
	Nieuwjaarsdag:     "Nieuwjaarsdag",
	GoedeVrijdag:      "Goede Vrijdag",
	EerstePaasdag:     "Eerste Paasdag",
	TweedePaasdag:     "Tweede Paasdag",
	Koningsdag:        "Koningsdag",
	Bevrijdingsdag:    "Bevrijdingsdag",
	Hemelvaartsdag:    "Hemelvaartsdag",
	EerstePinksterdag: "Eerste Pinksterdag",
	TweedePinksterdag: "Tweede Pinksterdag",
	EersteKerstdag:    "Eerste Kerstdag",
	TweedeKerstdag:    "Tweede Kerstdag",
	Carnaval:          "Carnaval",
}

// String returns the name, as in "Eerste Kerstdag".
func (h Holiday) String() string { return holidayNames[h] }

// Key returns the name in content files, as in "eerste_kerstdag".
func (h Holiday) Key() string {
	return strings.ReplaceAll(strings.ToLower(holidayNames[h]), " ", "_")
}

// HolidaySet is a set of holidays.
type HolidaySet uint16

const (
	// AllHolidays has the holidays that the package knows.
	AllHolidays HolidaySet = 1<<numHolidays - 1

	// DefaultHolidays has the legal holidays, on which every library is closed.
	DefaultHolidays = AllHolidays &^ (1<<GoedeVrijdag | 1<<Bevrijdingsdag | 1<<Carnaval)
)

// Holidays returns the set of these holidays.
func Holidays(holidays ...Holiday) HolidaySet {
	var set HolidaySet
	for _, h := range holidays {
		set |= 1 << h
	}
	return set
}

// Has reports whether the holiday is in the set.
func (s HolidaySet) Has(h Holiday) bool { return s&(1<<h) != 0 }

// All yields the holidays in the set, in the order of the year, Carnaval last.
func (s HolidaySet) All() iter.Seq[Holiday] {
	return func(yield func(Holiday) bool) {
		for h := range numHolidays {
			if s.Has(h) && !yield(h) {
				return
			}
		}
	}
}

// String returns the names: "Bevrijdingsdag en Hemelvaartsdag".
func (s HolidaySet) String() string {
	var names []string
	for h := range s.All() {
		names = append(names, h.String())
	}
	return join(names)
}

// ParseHoliday returns the holiday with that key. The error is a [*ParseError].
func ParseHoliday(key string) (Holiday, error) {
	var keys []string
	for h := range AllHolidays.All() {
		if keys = append(keys, h.Key()); h.Key() == key {
			return h, nil
		}
	}
	plain := strings.ReplaceAll(strings.ToLower(strings.TrimSpace(key)), " ", "_")
	return 0, &ParseError{Input: key, Length: len(key),
		Message:    "\"" + key + "\" is geen feestdag",
		Suggestion: nearest(plain, keys), Example: EersteKerstdag.Key()}
}

// HolidayOn returns the holidays on the date, by today's rules: usually none, sometimes
// one, rarely two (Hemelvaartsdag can be on 5 May).
func HolidayOn(d Date) HolidaySet {
	year, month, day := d.Civil()
	set := movable(int(d - easter(year)))
	switch {
	case month == time.January && day == 1:
		set |= 1 << Nieuwjaarsdag
	case month == time.April && day == 27 && d.Weekday() != time.Sunday,
		month == time.April && day == 26 && d.Weekday() == time.Saturday:
		set |= 1 << Koningsdag
	case month == time.May && day == 5:
		set |= 1 << Bevrijdingsdag
	case month == time.December && day == 25:
		set |= 1 << EersteKerstdag
	case month == time.December && day == 26:
		set |= 1 << TweedeKerstdag
	}
	return set
}

// movable returns the holiday that is so many days after Easter Sunday.
func movable(days int) HolidaySet {
	switch days {
	case -49, -48, -47:
		return 1 << Carnaval
	case -2:
		return 1 << GoedeVrijdag
	case 0:
		return 1 << EerstePaasdag
	case 1:
		return 1 << TweedePaasdag
	case 39:
		return 1 << Hemelvaartsdag
	case 49:
		return 1 << EerstePinksterdag
	case 50:
		return 1 << TweedePinksterdag
	}
	return 0
}

// easter returns Easter Sunday: the Sunday after the full moon that the
// Gregorian church calendar puts on or after 21 March.
func easter(year int) Date {
	century := year / 100
	golden := year % 19 // the moon returns to the same dates every 19 years
	leapless := century - century/4
	moonshift := (8*century + 13) / 25
	epact := (19*golden + leapless - moonshift + 15) % 30
	if epact == 29 || epact == 28 && golden > 10 {
		epact-- // the two full moons that the calendar moves a day forward
	}
	moon := NewDate(year, time.March, 21+epact)
	return moon + 7 - Date(moon.Weekday())
}
