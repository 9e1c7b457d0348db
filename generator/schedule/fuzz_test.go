package schedule

import (
	"errors"
	"reflect"
	"testing"
)

func FuzzParseDays(f *testing.F) {
	for _, tt := range daysTable {
		f.Add(tt.text)
	}
	for _, tt := range daysErrors {
		f.Add(tt.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, err := ParseDays(text)
		if err != nil {
			checkRange(t, text, err)
			return
		}
		checkDaysRoundTrip(t, d)
		if d.Words() == "" || d.Weekdays() == 0 {
			t.Errorf("%q means nothing: %#v", text, d)
		}
	})
}

func FuzzParseTimes(f *testing.F) {
	for _, tt := range timesTable {
		f.Add(tt.text)
	}
	for _, tt := range timesErrors {
		f.Add(tt.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got, err := ParseTimes(text)
		if err != nil {
			checkRange(t, text, err)
			return
		}
		again, err := ParseTimes(got.String())
		if err != nil || !reflect.DeepEqual(again, got) {
			t.Errorf("%q prints %q, which parses as %v, %v", text, got, again, err)
		}
		end := Clock(0)
		for _, span := range got.Spans {
			if span.Begin < end || span.End <= span.Begin || span.End > midnight {
				t.Errorf("%q gives %v", text, got)
			}
			end = span.End
		}
	})
}

func FuzzParseClock(f *testing.F) {
	for _, text := range []string{"10.00", "9", "9.30 uur", "24:00", "25:00", "10:75", "-1"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		c, err := ParseClock(text)
		if err != nil {
			checkRange(t, text, err)
			return
		}
		if again, err := ParseClock(c.String()); err != nil || again != c || c < 0 || c > midnight {
			t.Errorf("%q is %d, which prints %q and parses as %v, %v", text, c, c, again, err)
		}
	})
}

func FuzzParseDate(f *testing.F) {
	for _, text := range []string{"2026-12-25", "2026-02-30", "0001-01-01", "9999-12-31", "25-12-2026"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, err := ParseDate(text)
		if err != nil {
			checkRange(t, text, err)
			return
		}
		if d.String() != text || d < 1 || d > lastDate {
			t.Errorf("%q is %d, which prints %q", text, d, d)
		}
	})
}

// checkRange checks that an error says something about a part of the text.
func checkRange(t *testing.T, text string, err error) {
	t.Helper()
	var e *ParseError
	if !errors.As(err, &e) || e.Message == "" || e.Example == "" {
		t.Fatalf("%q: %#v", text, err)
	}
	if e.Offset < 0 || e.Length < 0 || e.Offset+e.Length > len(text) {
		t.Fatalf("%q: error at %d, %d long", text, e.Offset, e.Length)
	}
}
