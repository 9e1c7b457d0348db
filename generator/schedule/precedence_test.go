package schedule

import (
	"fmt"
	"strings"
	"testing"
)

func slot(day, time string) Slot { return Slot{days(day), times(time)} }

// on returns the period of one date, or of two with the days between.
func on(texts ...string) Period {
	return Period{date(texts[0]), date(texts[len(texts)-1])}
}

// tuesdays returns a valid schedule: every Tuesday from 10:00 to 12:00, at a
// plein with opening hours, closed on the legal holidays.
func tuesdays() *Schedule {
	return &Schedule{
		Slots:     []Slot{slot("dinsdag", "10-12")},
		Home:      library(),
		Elsewhere: []*Place{library()},
		Calendar:  &Calendar{},
	}
}

// library returns a plein that is open on weekdays from 9:00 to 17:00.
func library() *Place {
	p := &Place{HasOpening: true, ClosedOn: DefaultHolidays}
	for day := range workdays.All() {
		p.Opening[day] = []Span{span(9, 17)}
	}
	return p
}

// describe prints the occurrences of one date, to compare with a table.
func describe(s *Schedule, d Date) string {
	var lines []string
	for o := range s.Days(d, d) {
		text := fmt.Sprintf("%d %s", o.Slot, o.Span)
		switch o.Status {
		case Cancelled:
			text += " cancelled"
		case Changed:
			text += " changed"
		}
		if o.Was != (Span{}) {
			text += " was " + o.Was.String()
		}
		if o.Place > 0 {
			text += fmt.Sprintf(" place %d", o.Place)
		}
		if o.Reason != "" {
			text += ": " + o.Reason
		}
		lines = append(lines, text)
	}
	return strings.Join(lines, "; ")
}

// The levels, each as a change to the schedule on date d.
type change func(s *Schedule, d Period)

func all(changes ...change) change {
	return func(s *Schedule, d Period) {
		for _, change := range changes {
			change(s, d)
		}
	}
}

func nothing(*Schedule, Period) {}

func pleinClosed(s *Schedule, d Period) {
	s.Home.Deviations = append(s.Home.Deviations, Deviation{On: d, Closed: true, Reason: "verbouwing"})
}

func pleinOpen(hours ...Span) change {
	return func(s *Schedule, d Period) {
		s.Home.Deviations = append(s.Home.Deviations, Deviation{On: d, Hours: hours, Reason: "koopzondag"})
	}
}

func exception(e Exception) change {
	return func(s *Schedule, d Period) {
		e.On = d
		s.Exceptions = append(s.Exceptions, e)
	}
}

var (
	cancelled = exception(Exception{Cancelled: true, Reason: "ziek"})
	newTimes  = exception(Exception{Times: []Span{span(14, 16)}, Reason: "later"})
	elsewhere = exception(Exception{Place: 1, Reason: "te gast"})
)

func closure(s *Schedule, d Period) {
	s.Calendar.Closures = append(s.Calendar.Closures, Closure{d, "studiedag"})
}

func schoolHoliday(s *Schedule, d Period) {
	s.SchoolWeeksOnly = true
	s.Calendar.SchoolHolidays = append(s.Calendar.SchoolHolidays, SchoolHoliday{d, "herfstvakantie"})
}

func opening(s *Schedule, _ Period) { s.Slots[0].Times = Times{Opening: true} }

func TestPrecedence(t *testing.T) {
	const (
		tuesday = "2026-03-03"
		king    = "2027-04-27" // a Tuesday and Koningsdag
		sunday  = "2026-03-08"
		early   = "9-11"
	)
	for _, tt := range []struct {
		name   string
		day    string
		change change
		want   string
	}{
		{"rule", tuesday, nothing, "0 10:00 - 12:00"},
		{"not in rule", sunday, nothing, ""},
		{"holiday", king, nothing, "0 10:00 - 12:00 cancelled: Koningsdag"},
		{"open on holidays", king, func(s *Schedule, _ Period) { s.Home.ClosedOn = 0 }, "0 10:00 - 12:00"},
		{"closure", tuesday, closure, "0 10:00 - 12:00 cancelled: studiedag"},
		{"closure on a holiday", king, closure, "0 10:00 - 12:00 cancelled: studiedag"},
		{"plein closed", tuesday, pleinClosed, "0 10:00 - 12:00 cancelled: verbouwing"},
		{"cancelled", tuesday, cancelled, "0 10:00 - 12:00 cancelled: ziek"},
		{"other times", tuesday, newTimes, "0 14:00 - 16:00 changed was 10:00 - 12:00: later"},
		{"elsewhere", tuesday, elsewhere, "0 10:00 - 12:00 changed was 10:00 - 12:00 place 1: te gast"},
		{"school holiday", tuesday, schoolHoliday, "0 10:00 - 12:00 cancelled: herfstvakantie"},

		// Each pair of levels.
		{"closed, cancelled", tuesday, all(pleinClosed, cancelled), "0 10:00 - 12:00 cancelled: verbouwing"},
		{"closed, other times", tuesday, all(pleinClosed, newTimes), "0 14:00 - 16:00 cancelled: verbouwing"},
		{"closed, closure", tuesday, all(pleinClosed, closure), "0 10:00 - 12:00 cancelled: verbouwing"},
		{"closed, holiday", king, pleinClosed, "0 10:00 - 12:00 cancelled: verbouwing"},
		{"closed, school", tuesday, all(pleinClosed, schoolHoliday), "0 10:00 - 12:00 cancelled: verbouwing"},
		{"cancelled, open", tuesday, all(cancelled, pleinOpen(span(9, 17))), "0 10:00 - 12:00 cancelled: ziek"},
		{"cancelled, closure", tuesday, all(cancelled, closure), "0 10:00 - 12:00 cancelled: ziek"},
		{"cancelled, school", tuesday, all(cancelled, schoolHoliday), "0 10:00 - 12:00 cancelled: ziek"},
		{"times, open", tuesday, all(newTimes, pleinOpen(span(9, 15))), "0 14:00 - 16:00 changed was 10:00 - 12:00: later"},
		{"times, closure", tuesday, all(newTimes, closure), "0 14:00 - 16:00 changed was 10:00 - 12:00: later"},
		{"times, holiday", king, newTimes, "0 14:00 - 16:00 changed was 10:00 - 12:00: later"},
		{"times, school", tuesday, all(newTimes, schoolHoliday), "0 14:00 - 16:00 changed was 10:00 - 12:00: later"},
		{"open, closure", tuesday, all(pleinOpen(span(9, 17)), closure), "0 10:00 - 12:00"},
		{"open, holiday", king, pleinOpen(span(9, 17)), "0 10:00 - 12:00"},
		{"open, school", tuesday, all(pleinOpen(span(9, 17)), schoolHoliday), "0 10:00 - 12:00 cancelled: herfstvakantie"},
		{"the same times on a holiday", king, exception(Exception{Times: []Span{span(10, 12)}}), "0 10:00 - 12:00"},

		// Fixed hours within other hours of the plein.
		{"clipped", tuesday, pleinOpen(span(11, 15)), "0 11:00 - 12:00 changed was 10:00 - 12:00: koopzondag"},
		{"clipped on a holiday", king, pleinOpen(span(9, 11)), "0 10:00 - 11:00 changed was 10:00 - 12:00: koopzondag"},
		{"nothing left", tuesday, pleinOpen(span(13, 15)), "0 10:00 - 12:00 cancelled: koopzondag"},
		{"touching", tuesday, pleinOpen(span(12, 15)), "0 10:00 - 12:00 cancelled: koopzondag"},
		{"in two", tuesday, pleinOpen(Span{540, 630}, Span{660, 900}),
			"0 10:00 - 10:30 changed was 10:00 - 12:00: koopzondag; 0 11:00 - 12:00 changed was 10:00 - 12:00: koopzondag"},

		// Tijdens openingstijden.
		{"opening", tuesday, opening, "0 09:00 - 17:00"},
		{"opening, closed", tuesday, all(opening, pleinClosed), "0 09:00 - 17:00 cancelled: verbouwing"},
		{"opening, holiday", king, opening, "0 09:00 - 17:00 cancelled: Koningsdag"},
		{"opening, closure", tuesday, all(opening, closure), "0 09:00 - 17:00 cancelled: studiedag"},
		{"opening, other hours", tuesday, all(opening, pleinOpen(span(11, 15))), "0 11:00 - 15:00 changed was 09:00 - 17:00: koopzondag"},
		{"opening, open on a holiday", king, all(opening, pleinOpen(span(9, 17))), "0 09:00 - 17:00"},
		{"opening, other times", tuesday, all(opening, newTimes), "0 14:00 - 16:00 changed was 09:00 - 17:00: later"},
		{"opening, no hours", sunday, func(s *Schedule, _ Period) { s.Slots = []Slot{slot("elke dag", "openingstijden")} }, ""},
		{"opening, closed without hours", sunday, all(pleinClosed, func(s *Schedule, _ Period) {
			s.Slots = []Slot{slot("elke dag", "openingstijden")}
		}), ""},
		{"opening, extra hours", sunday, all(pleinOpen(span(12, 16)), func(s *Schedule, _ Period) {
			s.Slots = []Slot{slot("elke dag", "openingstijden")}
		}), "0 12:00 - 16:00 changed: koopzondag"},
		{"opening unknown", tuesday, all(opening, func(s *Schedule, _ Period) { s.Home.HasOpening = false }), ""},

		// Elsewhere, the closings of that place count.
		{"home closed", tuesday, all(elsewhere, pleinClosed), "0 10:00 - 12:00 changed was 10:00 - 12:00 place 1: te gast"},
		{"other place closed", tuesday, all(elsewhere, func(s *Schedule, d Period) {
			s.Elsewhere[0].Deviations = []Deviation{{On: d, Closed: true}}
		}), "0 10:00 - 12:00 cancelled place 1: het plein is gesloten"},
		{"elsewhere on a holiday", king, elsewhere, "0 10:00 - 12:00 cancelled place 1: Koningsdag"},
		{"elsewhere, open on holidays", king, all(elsewhere, func(s *Schedule, _ Period) { s.Elsewhere[0].ClosedOn = 0 }),
			"0 10:00 - 12:00 changed was 10:00 - 12:00 place 1: te gast"},
		{"elsewhere at other times on a holiday", king, exception(Exception{Place: 1, Times: []Span{span(14, 16)}}),
			"0 14:00 - 16:00 changed was 10:00 - 12:00 place 1"},
		{"elsewhere, its opening hours", tuesday, all(opening, elsewhere, func(s *Schedule, d Period) {
			s.Elsewhere[0].Opening[d.From.Weekday()] = []Span{span(13, 20)}
		}), "0 13:00 - 20:00 changed was 09:00 - 17:00 place 1: te gast"},

		// Extra occurrences.
		{"extra", sunday, newTimes, "-1 14:00 - 16:00 changed: later"},
		{"extra elsewhere", sunday, exception(Exception{Place: 1, Times: []Span{span(14, 16)}}), "-1 14:00 - 16:00 changed place 1"},
		{"extra, plein closed", sunday, all(newTimes, pleinClosed), "-1 14:00 - 16:00 cancelled: verbouwing"},
		{"extra outside the bounds", tuesday, all(newTimes, func(s *Schedule, d Period) { s.Bounds.From = d.From + 1 }),
			"-1 14:00 - 16:00 changed: later"},
		{"cancelled where nothing is", sunday, cancelled, ""},
		{"elsewhere where nothing is", sunday, elsewhere, ""},

		// Defaults for missing reasons.
		{"no reason, cancelled", tuesday, exception(Exception{Cancelled: true}), "0 10:00 - 12:00 cancelled: het spreekuur gaat niet door"},
		{"no reason, closure", tuesday, func(s *Schedule, d Period) { s.Calendar.Closures = []Closure{{Period: d}} },
			"0 10:00 - 12:00 cancelled: het plein is gesloten"},
		{"no reason, closure on a holiday", king, func(s *Schedule, d Period) { s.Calendar.Closures = []Closure{{Period: d}} },
			"0 10:00 - 12:00 cancelled: Koningsdag"},
		{"no reason, school holiday", tuesday, func(s *Schedule, d Period) {
			s.SchoolWeeksOnly, s.Calendar.SchoolHolidays = true, []SchoolHoliday{{Period: d}}
		}, "0 10:00 - 12:00 cancelled: schoolvakantie"},
		{"no reason, other hours", tuesday, func(s *Schedule, d Period) {
			s.Home.Deviations = []Deviation{{On: d, Hours: []Span{span(11, 15)}}}
		}, "0 11:00 - 12:00 changed was 10:00 - 12:00: het plein heeft andere openingstijden"},

		// Several on one date.
		{"later of two", tuesday, all(cancelled, newTimes), "0 14:00 - 16:00 changed was 10:00 - 12:00: later"},
		{"later of two, reversed", tuesday, all(newTimes, cancelled), "0 10:00 - 12:00 cancelled: ziek"},
		{"an exception that says nothing", tuesday, all(cancelled, exception(Exception{Reason: "?"})), "0 10:00 - 12:00 cancelled: ziek"},
		{"times for several slots", tuesday, all(newTimes, func(s *Schedule, _ Period) {
			s.Slots = []Slot{slot("wo", "10-12"), slot("di", "13-15"), slot("di", early)}
		}), "1 14:00 - 16:00 changed was 09:00 - 11:00: later"},
		{"two rules for the same hours", tuesday, func(s *Schedule, _ Period) { s.Slots = append(s.Slots, slot("1e di", "10-12")) },
			"0 10:00 - 12:00"},
		{"slots out of order", tuesday, func(s *Schedule, _ Period) { s.Slots = append(s.Slots, slot("di", "8-9")) },
			"1 08:00 - 09:00; 0 10:00 - 12:00"},
		{"no home, no calendar", king, func(s *Schedule, _ Period) { s.Home, s.Calendar = nil, nil }, "0 10:00 - 12:00"},
	} {
		s := tuesdays()
		tt.change(s, on(tt.day))
		if got := describe(s, date(tt.day)); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, got, tt.want)
		}
	}
}

func TestShortestPeriodWins(t *testing.T) {
	s := tuesdays()
	newTimes(s, on("2026-03-10"))
	cancelled(s, on("2026-03-01", "2026-03-31"))
	elsewhere(s, Period{From: date("2026-01-01")})
	for day, want := range map[string]string{
		"2026-02-24": "0 10:00 - 12:00 changed was 10:00 - 12:00 place 1: te gast",
		"2026-03-03": "0 10:00 - 12:00 cancelled: ziek",
		"2026-03-10": "0 14:00 - 16:00 changed was 10:00 - 12:00: later",
	} {
		if got := describe(s, date(day)); got != want {
			t.Errorf("%s: %s, want %s", day, got, want)
		}
	}
	s = tuesdays()
	pleinOpen(span(9, 17))(s, on("2026-07-14"))
	pleinClosed(s, on("2026-07-01", "2026-08-31"))
	if got, want := describe(s, date("2026-07-14")), "0 10:00 - 12:00"; got != want {
		t.Errorf("open on one date of a long closing: %s, want %s", got, want)
	}
}

// TestRangeIsNotExtra: an exception for a period touches dates of the rule only.
func TestRangeIsNotExtra(t *testing.T) {
	s := tuesdays()
	newTimes(s, on("2026-03-02", "2026-03-15"))
	var got []string
	for o := range s.Days(date("2026-03-01"), date("2026-03-17")) {
		got = append(got, o.Date.String()+" "+o.Span.String())
	}
	want := "[2026-03-03 14:00 - 16:00 2026-03-10 14:00 - 16:00 2026-03-17 10:00 - 12:00]"
	if fmt.Sprint(got) != want {
		t.Errorf("got %v, want %v", got, want)
	}
}
