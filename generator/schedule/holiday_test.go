package schedule

import (
	"testing"
	"time"

	"github.com/rickar/cal/v2/nl"
)

func TestHolidaysAgainstCal(t *testing.T) {
	known := map[string]Holiday{}
	for h := range AllHolidays.All() {
		known[h.String()] = h
	}
	for _, theirs := range nl.Holidays {
		h, ok := known[theirs.Name]
		if !ok {
			t.Errorf("no holiday is named %s", theirs.Name)
		}
		for year := 1990; year <= 2150; year++ {
			actual, observed := theirs.Calc(year)
			if h == Koningsdag {
				actual = observed // on a Sunday it is held the day before
			}
			d := NewDate(actual.Date())
			for near := d - 3; near <= d+3; near++ {
				if got, want := HolidayOn(near).Has(h), near == d; got != want {
					t.Errorf("%s on %s: %t, want %t", h, near, got, want)
				}
			}
		}
	}
}

func TestEaster(t *testing.T) {
	for year, want := range map[int]string{
		1818: "1818-03-22", 1943: "1943-04-25", 1954: "1954-04-18", 1981: "1981-04-19",
		2000: "2000-04-23", 2008: "2008-03-23", 2024: "2024-03-31", 2025: "2025-04-20",
		2026: "2026-04-05", 2027: "2027-03-28", 2028: "2028-04-16", 2029: "2029-04-01",
		2030: "2030-04-21", 2031: "2031-04-13", 2032: "2032-03-28", 2033: "2033-04-17",
		2034: "2034-04-09", 2035: "2035-03-25", 2038: "2038-04-25", 2285: "2285-03-22",
	} {
		if got := easter(year).String(); got != want {
			t.Errorf("Easter of %d on %s, want %s", year, got, want)
		}
	}
}

func TestHolidayTable(t *testing.T) {
	for _, tt := range []struct {
		h     Holiday
		dates []string
	}{
		{Carnaval, []string{
			"2026-02-15", "2026-02-16", "2026-02-17", "2027-02-07", "2027-02-09",
			"2028-02-27", "2028-02-29", "2031-02-23", "2031-02-25"}},
		{TweedePaasdag, []string{
			"2024-04-01", "2025-04-21", "2026-04-06", "2027-03-29", "2028-04-17", "2029-04-02",
			"2030-04-22", "2031-04-14", "2032-03-29", "2033-04-18", "2034-04-10", "2035-03-26"}},
		{Koningsdag, []string{
			"2024-04-27", "2025-04-26", "2026-04-27", "2027-04-27", "2028-04-27", "2029-04-27",
			"2030-04-27", "2031-04-26", "2032-04-27", "2033-04-27", "2034-04-27", "2035-04-27"}},
		{Hemelvaartsdag, []string{
			"2024-05-09", "2025-05-29", "2026-05-14", "2027-05-06", "2028-05-25", "2029-05-10",
			"2030-05-30", "2031-05-22", "2032-05-06", "2033-05-26", "2034-05-18", "2035-05-03"}},
		{EerstePinksterdag, []string{"2026-05-24", "2027-05-16", "2028-06-04", "2031-06-01"}},
		{TweedePinksterdag, []string{
			"2024-05-20", "2025-06-09", "2026-05-25", "2027-05-17", "2028-06-05", "2029-05-21",
			"2030-06-10", "2031-06-02", "2032-05-17", "2033-06-06", "2034-05-29", "2035-05-14"}},
		{GoedeVrijdag, []string{"2026-04-03", "2027-03-26"}},
		{EerstePaasdag, []string{"2026-04-05"}},
		{Nieuwjaarsdag, []string{"2026-01-01"}},
		{EersteKerstdag, []string{"2026-12-25"}},
		{TweedeKerstdag, []string{"2026-12-26"}},
		{Bevrijdingsdag, []string{"2026-05-05"}},
	} {
		for _, text := range tt.dates {
			if got := HolidayOn(date(text)); got != Holidays(tt.h) {
				t.Errorf("%s: %q, want %q", text, got, tt.h)
			}
		}
	}
}

func TestNoHoliday(t *testing.T) {
	for _, text := range []string{
		"2025-04-27", "2031-04-27", "2026-04-26", "2026-12-24", "2026-12-27", "2026-12-31",
		"2026-02-14", "2026-02-18", "2026-04-04", "2026-04-07", "2026-01-02",
	} {
		if got := HolidayOn(date(text)); got != 0 {
			t.Errorf("%s: %q, want no holiday", text, got)
		}
	}
}

func TestHolidaysTogether(t *testing.T) {
	set := HolidayOn(date("2016-05-05"))
	if got, want := set.String(), "Bevrijdingsdag en Hemelvaartsdag"; got != want {
		t.Errorf("2016-05-05: %q, want %q", got, want)
	}
	if got := (set & DefaultHolidays).String(); got != "Hemelvaartsdag" {
		t.Errorf("the legal part of %q is %q", set, got)
	}
}

// TestHolidaysPerYear counts them: no day may fall out or be there twice.
func TestHolidaysPerYear(t *testing.T) {
	for year := 1900; year <= 2200; year++ {
		var count [numHolidays]int
		for d := NewDate(year, time.January, 1); d <= NewDate(year, time.December, 31); d++ {
			for h := range HolidayOn(d).All() {
				count[h]++
			}
		}
		for h, n := range count {
			want := 1
			if Holiday(h) == Carnaval {
				want = 3
			}
			if n != want {
				t.Errorf("%d has %d days of %s, want %d", year, n, Holiday(h), want)
			}
		}
	}
}

func TestParseHoliday(t *testing.T) {
	for h := range AllHolidays.All() {
		if got, err := ParseHoliday(h.Key()); err != nil || got != h {
			t.Errorf("ParseHoliday(%q) = %v, %v", h.Key(), got, err)
		}
	}
	for key, suggestion := range map[string]string{
		"Goede Vrijdag": "goede_vrijdag", "konigsdag": "koningsdag", "sinterklaas": "",
	} {
		_, err := ParseHoliday(key)
		checkParseError(t, key, err, key, `"`+key+`" is geen feestdag`, suggestion, "eerste_kerstdag")
	}
}
