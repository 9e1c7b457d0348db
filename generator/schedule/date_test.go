package schedule

import (
	"testing"
	"time"
)

// TestDateAgainstTime walks through three centuries beside package time.
func TestDateAgainstTime(t *testing.T) {
	day := time.Date(1900, time.January, 1, 0, 0, 0, 0, time.UTC)
	for d := NewDate(1900, time.January, 1); day.Year() <= 2200; d++ {
		year, month, dom := d.Civil()
		if y, m, n := day.Date(); year != y || month != m || dom != n {
			t.Fatalf("Date %d is %d-%d-%d, want %s", d, year, month, dom, day)
		}
		isoYear, week := d.ISOWeek()
		if y, w := day.ISOWeek(); isoYear != y || week != w {
			t.Fatalf("%s in week %d-%d, want %d-%d", d, isoYear, week, y, w)
		}
		if d.Weekday() != day.Weekday() {
			t.Fatalf("%s is a %s, want %s", d, d.Weekday(), day.Weekday())
		}
		if got := NewDate(year, month, dom); got != d {
			t.Fatalf("NewDate(%s) = %d, want %d", day, got, d)
		}
		if d.String() != day.Format(time.DateOnly) {
			t.Fatalf("Date %d prints %s, want %s", d, d, day)
		}
		day = day.AddDate(0, 0, 1)
	}
}

func TestDateOne(t *testing.T) {
	if d := NewDate(1, time.January, 1); d != 1 || d.Weekday() != time.Monday {
		t.Errorf("1 January of the year 1 is %d, a %s", d, d.Weekday())
	}
	if got := NewDate(9999, time.December, 31); got != lastDate {
		t.Errorf("lastDate is %d, want %d", lastDate, got)
	}
	if got := Date(0).String(); got != "" {
		t.Errorf("no date prints %q", got)
	}
}

func TestDateOf(t *testing.T) {
	for instant, want := range map[string]string{
		"2026-01-31T22:59:59Z": "2026-01-31",
		"2026-01-31T23:00:00Z": "2026-02-01",
		"2026-07-31T22:00:00Z": "2026-08-01",
	} {
		at, err := time.Parse(time.RFC3339, instant)
		if err != nil {
			t.Fatal(err)
		}
		if got := DateOf(at).String(); got != want {
			t.Errorf("DateOf(%s) = %s, want %s", instant, got, want)
		}
	}
}

func TestAt(t *testing.T) {
	for _, tt := range []struct{ date, clock, want string }{
		{"2026-01-15", "10.00", "2026-01-15T10:00:00+01:00"},
		{"2026-07-15", "10.00", "2026-07-15T10:00:00+02:00"},
		{"2026-07-15", "24.00", "2026-07-16T00:00:00+02:00"},
		{"2026-12-31", "24.00", "2027-01-01T00:00:00+01:00"},
		// The clock goes from 2:00 to 3:00.
		{"2026-03-29", "1.59", "2026-03-29T01:59:00+01:00"},
		{"2026-03-29", "2.00", "2026-03-29T03:00:00+02:00"},
		{"2026-03-29", "2.30", "2026-03-29T03:00:00+02:00"},
		{"2026-03-29", "3.00", "2026-03-29T03:00:00+02:00"},
		{"2026-03-29", "10.00", "2026-03-29T10:00:00+02:00"},
		// The clock goes from 3:00 back to 2:00.
		{"2026-10-25", "2.00", "2026-10-25T02:00:00+02:00"},
		{"2026-10-25", "2.59", "2026-10-25T02:59:00+02:00"},
		{"2026-10-25", "3.00", "2026-10-25T03:00:00+01:00"},
		{"2026-10-25", "10.00", "2026-10-25T10:00:00+01:00"},
	} {
		if got := date(tt.date).At(clock(tt.clock)).Format(time.RFC3339); got != tt.want {
			t.Errorf("%s at %s is %s, want %s", tt.date, tt.clock, got, tt.want)
		}
	}
}

// TestAtIsOrdered checks that no clock is earlier than the one before it.
func TestAtIsOrdered(t *testing.T) {
	for year := 1996; year <= 2030; year++ {
		for _, month := range []time.Month{time.March, time.October} {
			for d := NewDate(year, month, 24); d <= NewDate(year, month, 31); d++ {
				before := d.At(0)
				for c := Clock(1); c <= 5*60; c++ {
					if at := d.At(c); at.Before(before) {
						t.Fatalf("%s: %s is before %s", d, at, before)
					} else {
						before = at
					}
				}
			}
		}
	}
}

func TestParseDateErrors(t *testing.T) {
	for _, tt := range []struct{ text, part, message string }{
		{"2026-02-30", "30", "30 februari 2026 bestaat niet"},
		{"2026-02-29", "29", "29 februari 2026 bestaat niet"},
		{"2026-00-10", "00", "maand 0 bestaat niet"},
		{"2026-13-10", "13", "maand 13 bestaat niet"},
		{"2026-12-00", "00", "0 december 2026 bestaat niet"},
		{"2026-12-32", "32", "32 december 2026 bestaat niet"},
		{"0000-12-01", "0000", "het jaar 0 bestaat niet"},
		{"25-12-2026", "25-12-2026", "een datum schrijft u als jaar-maand-dag"},
		{"2026-1-1", "2026-1-1", "een datum schrijft u als jaar-maand-dag"},
		{"2026/12/25", "2026/12/25", `"2026/12/25" is geen datum`},
		{"", "", `"" is geen datum`},
	} {
		_, err := ParseDate(tt.text)
		checkParseError(t, tt.text, err, tt.part, tt.message, "", dateExample)
	}
	if d, err := ParseDate("2028-02-29"); err != nil || d != NewDate(2028, time.February, 29) {
		t.Errorf("2028-02-29 = %v, %v", d, err)
	}
}

func TestPeriod(t *testing.T) {
	d := date("2026-03-03")
	for _, tt := range []struct {
		period Period
		want   bool
	}{
		{Period{}, true},
		{Period{From: d, Until: d}, true},
		{Period{From: d}, true},
		{Period{Until: d}, true},
		{Period{From: d + 1}, false},
		{Period{Until: d - 1}, false},
	} {
		if got := tt.period.Contains(d); got != tt.want {
			t.Errorf("%v contains %s: %t", tt.period, d, got)
		}
	}
}

// date, clock, days and times read texts that the test knows to be right.
func date(s string) Date   { return must(ParseDate(s)) }
func clock(s string) Clock { return must(ParseClock(s)) }
func days(s string) Days   { return must(ParseDays(s)) }
func times(s string) Times { return must(ParseTimes(s)) }

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
