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
		if o.Kind != AsUsual {
			text += [...]string{Extra: " extra", OtherTime: " other time", OtherPlace: " other place",
				OtherTimeAndPlace: " other time and place", Cancelled: " cancelled"}[o.Kind]
		}
		if o.Regular != (Span{}) && o.Regular != o.Span {
			text += " for " + o.Regular.String()
		}
		if o.Place > 0 {
			text += fmt.Sprintf(" %d", o.Place)
		}
		if o.Kind != AsUsual {
			text += ": " + inShort(o.Why)
		}
		lines = append(lines, text)
	}
	return strings.Join(lines, "; ")
}

func inShort(r Reason) string {
	cause := [...]string{"?", "exception", "plein closed", "plein hours", "all closed", "holiday", "no school"}[r.Cause]
	return strings.Join(strings.Fields(cause+" "+r.Text+" "+r.Holidays.String()), " ")
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

func secondSlot(s *Schedule, _ Period) { s.Slots = append(s.Slots, slot("di", "14-16")) }

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
		{"holiday", king, nothing, "0 10:00 - 12:00 cancelled: holiday Koningsdag"},
		{"open on holidays", king, func(s *Schedule, _ Period) { s.Home.ClosedOn = 0 }, "0 10:00 - 12:00"},
		{"closure", tuesday, closure, "0 10:00 - 12:00 cancelled: all closed studiedag"},
		{"closure on a holiday", king, closure, "0 10:00 - 12:00 cancelled: all closed studiedag"},
		{"plein closed", tuesday, pleinClosed, "0 10:00 - 12:00 cancelled: plein closed verbouwing"},
		{"cancelled", tuesday, cancelled, "0 10:00 - 12:00 cancelled: exception ziek"},
		{"other times", tuesday, newTimes, "0 14:00 - 16:00 other time for 10:00 - 12:00: exception later"},
		{"elsewhere", tuesday, elsewhere, "0 10:00 - 12:00 other place 1: exception te gast"},
		{"school holiday", tuesday, schoolHoliday, "0 10:00 - 12:00 cancelled: no school herfstvakantie"},

		// Each pair of levels.
		{"closed, cancelled", tuesday, all(pleinClosed, cancelled), "0 10:00 - 12:00 cancelled: plein closed verbouwing"},
		{"closed, other times", tuesday, all(pleinClosed, newTimes), "0 14:00 - 16:00 cancelled for 10:00 - 12:00: plein closed verbouwing"},
		{"closed, closure", tuesday, all(pleinClosed, closure), "0 10:00 - 12:00 cancelled: plein closed verbouwing"},
		{"closed, holiday", king, pleinClosed, "0 10:00 - 12:00 cancelled: plein closed verbouwing"},
		{"closed, school", tuesday, all(pleinClosed, schoolHoliday), "0 10:00 - 12:00 cancelled: plein closed verbouwing"},
		{"cancelled, open", tuesday, all(cancelled, pleinOpen(span(9, 17))), "0 10:00 - 12:00 cancelled: exception ziek"},
		{"cancelled, closure", tuesday, all(cancelled, closure), "0 10:00 - 12:00 cancelled: exception ziek"},
		{"cancelled, school", tuesday, all(cancelled, schoolHoliday), "0 10:00 - 12:00 cancelled: exception ziek"},
		{"times, open", tuesday, all(newTimes, pleinOpen(span(9, 15))), "0 14:00 - 16:00 other time for 10:00 - 12:00: exception later"},
		{"times, closure", tuesday, all(newTimes, closure), "0 14:00 - 16:00 other time for 10:00 - 12:00: exception later"},
		{"times, holiday", king, newTimes, "0 14:00 - 16:00 other time for 10:00 - 12:00: exception later"},
		{"times, school", tuesday, all(newTimes, schoolHoliday), "0 14:00 - 16:00 other time for 10:00 - 12:00: exception later"},
		{"open, closure", tuesday, all(pleinOpen(span(9, 17)), closure), "0 10:00 - 12:00"},
		{"open, holiday", king, pleinOpen(span(9, 17)), "0 10:00 - 12:00"},
		{"open, school", tuesday, all(pleinOpen(span(9, 17)), schoolHoliday), "0 10:00 - 12:00 cancelled: no school herfstvakantie"},
		{"the same times on a holiday", king, exception(Exception{Times: []Span{span(10, 12)}}), "0 10:00 - 12:00"},

		// Fixed hours within other hours of the plein.
		{"clipped", tuesday, pleinOpen(span(11, 15)), "0 11:00 - 12:00 other time for 10:00 - 12:00: plein hours koopzondag"},
		{"clipped on a holiday", king, pleinOpen(span(9, 11)), "0 10:00 - 11:00 other time for 10:00 - 12:00: plein hours koopzondag"},
		{"nothing left", tuesday, pleinOpen(span(13, 15)), "0 10:00 - 12:00 cancelled: plein hours koopzondag"},
		{"touching", tuesday, pleinOpen(span(12, 15)), "0 10:00 - 12:00 cancelled: plein hours koopzondag"},
		{"in two", tuesday, pleinOpen(Span{540, 630}, Span{660, 900}),
			"0 10:00 - 10:30 other time for 10:00 - 12:00: plein hours koopzondag; 0 11:00 - 12:00 other time for 10:00 - 12:00: plein hours koopzondag"},

		{"two with the same hours left", tuesday, all(pleinOpen(span(10, 12)), func(s *Schedule, _ Period) {
			s.Slots = []Slot{slot("di", "9-12"), slot("di", "10-13")}
		}), "0 10:00 - 12:00 other time for 09:00 - 12:00: plein hours koopzondag; 1 10:00 - 13:00 cancelled: plein hours koopzondag"},

		// Tijdens openingstijden.
		{"opening", tuesday, opening, "0 09:00 - 17:00"},
		{"opening, closed", tuesday, all(opening, pleinClosed), "0 09:00 - 17:00 cancelled: plein closed verbouwing"},
		{"opening, holiday", king, opening, "0 09:00 - 17:00 cancelled: holiday Koningsdag"},
		{"opening, closure", tuesday, all(opening, closure), "0 09:00 - 17:00 cancelled: all closed studiedag"},
		{"opening, other hours", tuesday, all(opening, pleinOpen(span(11, 15))), "0 11:00 - 15:00 other time for 09:00 - 17:00: plein hours koopzondag"},
		{"opening, open on a holiday", king, all(opening, pleinOpen(span(9, 17))), "0 09:00 - 17:00"},
		{"opening, other times", tuesday, all(opening, newTimes), "0 14:00 - 16:00 other time for 09:00 - 17:00: exception later"},
		{"opening, no hours", sunday, func(s *Schedule, _ Period) { s.Slots = []Slot{slot("elke dag", "openingstijden")} }, ""},
		{"opening, closed without hours", sunday, all(pleinClosed, func(s *Schedule, _ Period) {
			s.Slots = []Slot{slot("elke dag", "openingstijden")}
		}), ""},
		{"opening, extra hours", sunday, all(pleinOpen(span(12, 16)), func(s *Schedule, _ Period) {
			s.Slots = []Slot{slot("elke dag", "openingstijden")}
		}), "-1 12:00 - 16:00 extra: plein hours koopzondag"},
		{"opening unknown", tuesday, all(opening, func(s *Schedule, _ Period) { s.Home.HasOpening = false }), ""},

		// New hours stand for the regular ones from which they differ least.
		{"the usual hours and more", tuesday, exception(Exception{Times: []Span{span(10, 12), span(14, 16)}}),
			"0 10:00 - 12:00; -1 14:00 - 16:00 extra: exception"},
		{"more, and the usual hours", tuesday, exception(Exception{Times: []Span{span(8, 9), span(10, 12)}}),
			"-1 08:00 - 09:00 extra: exception; 0 10:00 - 12:00"},
		{"one of two", tuesday, all(secondSlot, exception(Exception{Times: []Span{span(14, 16)}, Reason: "kort"})),
			"0 10:00 - 12:00 cancelled: exception kort; 1 14:00 - 16:00"},
		{"one of two, moved", tuesday, all(secondSlot, exception(Exception{Times: []Span{span(15, 17)}})),
			"0 10:00 - 12:00 cancelled: exception; 1 15:00 - 17:00 other time for 14:00 - 16:00: exception"},
		{"both moved", tuesday, all(secondSlot, exception(Exception{Times: []Span{span(13, 15), span(16, 18)}})),
			"0 13:00 - 15:00 other time for 10:00 - 12:00: exception; 1 16:00 - 18:00 other time for 14:00 - 16:00: exception"},
		{"part of the opening hours", tuesday, all(opening, pleinOpen(span(9, 12)), func(s *Schedule, d Period) {
			s.Home.Opening[d.From.Weekday()] = []Span{span(9, 12), span(13, 17)}
		}), "0 09:00 - 12:00; 0 13:00 - 17:00 cancelled: plein hours koopzondag"},
		{"elsewhere, which is not open", tuesday, all(opening, elsewhere, func(s *Schedule, d Period) {
			s.Elsewhere[0].Opening[d.From.Weekday()] = nil
		}), "0 09:00 - 17:00 cancelled 1: exception te gast"},

		// Elsewhere, the closings of that place count.
		{"home closed", tuesday, all(elsewhere, pleinClosed), "0 10:00 - 12:00 other place 1: exception te gast"},
		{"other place closed", tuesday, all(elsewhere, func(s *Schedule, d Period) {
			s.Elsewhere[0].Deviations = []Deviation{{On: d, Closed: true}}
		}), "0 10:00 - 12:00 cancelled 1: plein closed"},
		{"elsewhere on a holiday", king, elsewhere, "0 10:00 - 12:00 cancelled 1: holiday Koningsdag"},
		{"elsewhere, open on holidays", king, all(elsewhere, func(s *Schedule, _ Period) { s.Elsewhere[0].ClosedOn = 0 }),
			"0 10:00 - 12:00 other place 1: exception te gast"},
		{"elsewhere at other times on a holiday", king, exception(Exception{Place: 1, Times: []Span{span(14, 16)}}),
			"0 14:00 - 16:00 other time and place for 10:00 - 12:00 1: exception"},
		{"elsewhere, its opening hours", tuesday, all(opening, elsewhere, func(s *Schedule, d Period) {
			s.Elsewhere[0].Opening[d.From.Weekday()] = []Span{span(13, 20)}
		}), "0 13:00 - 20:00 other time and place for 09:00 - 17:00 1: exception te gast"},

		// Extra occurrences.
		{"extra", sunday, newTimes, "-1 14:00 - 16:00 extra: exception later"},
		{"extra elsewhere", sunday, exception(Exception{Place: 1, Times: []Span{span(14, 16)}}), "-1 14:00 - 16:00 extra 1: exception"},
		{"extra, plein closed", sunday, all(newTimes, pleinClosed), "-1 14:00 - 16:00 cancelled: plein closed verbouwing"},
		{"extra outside the bounds", tuesday, all(newTimes, func(s *Schedule, d Period) { s.Bounds.From = d.From + 1 }),
			"-1 14:00 - 16:00 extra: exception later"},
		{"cancelled where nothing is", sunday, cancelled, ""},
		{"elsewhere where nothing is", sunday, elsewhere, ""},

		// Defaults for missing reasons.
		{"no reason, cancelled", tuesday, exception(Exception{Cancelled: true}), "0 10:00 - 12:00 cancelled: exception"},
		{"no reason, closure", tuesday, func(s *Schedule, d Period) { s.Calendar.Closures = []Closure{{Period: d}} },
			"0 10:00 - 12:00 cancelled: all closed"},
		{"no reason, closure on a holiday", king, func(s *Schedule, d Period) { s.Calendar.Closures = []Closure{{Period: d}} },
			"0 10:00 - 12:00 cancelled: holiday Koningsdag"},
		{"no reason, school holiday", tuesday, func(s *Schedule, d Period) {
			s.SchoolWeeksOnly, s.Calendar.SchoolHolidays = true, []SchoolHoliday{{Period: d}}
		}, "0 10:00 - 12:00 cancelled: no school"},
		{"no reason, other hours", tuesday, func(s *Schedule, d Period) {
			s.Home.Deviations = []Deviation{{On: d, Hours: []Span{span(11, 15)}}}
		}, "0 11:00 - 12:00 other time for 10:00 - 12:00: plein hours"},

		// Several on one date.
		{"later of two", tuesday, all(cancelled, newTimes), "0 14:00 - 16:00 other time for 10:00 - 12:00: exception later"},
		{"later of two, reversed", tuesday, all(newTimes, cancelled), "0 10:00 - 12:00 cancelled: exception ziek"},
		{"an exception that says nothing", tuesday, all(cancelled, exception(Exception{Reason: "?"})), "0 10:00 - 12:00 cancelled: exception ziek"},
		{"times for several slots", tuesday, all(newTimes, func(s *Schedule, _ Period) {
			s.Slots = []Slot{slot("wo", "10-12"), slot("di", "13-15"), slot("di", early)}
		}), "2 09:00 - 11:00 cancelled: exception later; 1 14:00 - 16:00 other time for 13:00 - 15:00: exception later"},
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
		"2026-02-24": "0 10:00 - 12:00 other place 1: exception te gast",
		"2026-03-03": "0 10:00 - 12:00 cancelled: exception ziek",
		"2026-03-10": "0 14:00 - 16:00 other time for 10:00 - 12:00: exception later",
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
