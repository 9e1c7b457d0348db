package schedule

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"
)

func FuzzParseDays(f *testing.F) {
	for _, tt := range daysTable {
		f.Add(tt.text)
	}
	for _, text := range daysErrors {
		f.Add(text)
	}
	f.Add("elke derde dinsdag vanaf 5 januari, niet in vakanties, van 2 tot 4 uur")
	f.Fuzz(func(t *testing.T, text string) {
		d, err := ParseDays(text)
		if err != nil {
			checkRange(t, text, err)
			checkWays(t, text, "dag", err)
			return
		}
		checkDaysRoundTrip(t, d)
		if d.Words() == "" || d.Weekdays() == 0 && !d.ByAppointment() {
			t.Errorf("%q means nothing: %#v", text, d)
		}
	})
}

func FuzzParseTimes(f *testing.F) {
	for _, tt := range timesTable {
		f.Add(tt.text)
	}
	for _, text := range timesErrors {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got, err := ParseTimes(text)
		if err != nil {
			checkRange(t, text, err)
			checkWays(t, text, "tijd", err)
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

// checkWays reads whatever an error offers: nothing of it may be refused in turn.
func checkWays(t *testing.T, text, field string, err error) {
	t.Helper()
	var e *ParseError
	if !errors.As(err, &e) {
		return
	}
	for _, w := range e.Ways(date("2026-11-28")) {
		lines := slices.Clone(w.Lines)
		for _, block := range w.Blocks {
			lines = append(lines, block...)
		}
		if len(lines) == 0 {
			t.Errorf("%q: an empty way", text)
		}
		for i, l := range w.Lines {
			if slices.ContainsFunc(w.Lines[:i], func(other Line) bool { return other.Key == l.Key }) {
				t.Errorf("%q: %q twice", text, l.Key)
			}
		}
		for _, l := range lines {
			if l.Key == "" {
				l.Key = field
			}
			if err := readLine(l); err != nil {
				t.Errorf("%q: the line %s = %q: %v", text, l.Key, l.Value, err)
			}
		}
	}
}

// readLine reads a line as the field would.
func readLine(l Line) error {
	switch l.Key {
	case "dag":
		_, err := ParseDays(l.Value)
		return err
	case "tijd":
		_, err := ParseTimes(l.Value)
		return err
	case "inloop":
		times, err := ParseTimes(l.Value)
		if err == nil && len(times.Spans) != 1 {
			return errors.New("not one stretch")
		}
		return err
	case "vanaf", "tot_en_met", "datum":
		_, err := ParseDate(l.Value)
		return err
	case "data":
		for text := range strings.SplitSeq(strings.Trim(l.Value, "[]"), ", ") {
			if _, err := ParseDate(strings.Trim(text, `"`)); err != nil {
				return err
			}
		}
		return nil
	case "aanmelden", "alleen_schoolweken", "vervalt", "reden":
		return nil
	}
	return errors.New("no such field")
}
