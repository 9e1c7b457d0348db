package schedule

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
	"time"
)

func instant(t *testing.T, text string) time.Time {
	t.Helper()
	at, err := time.Parse(time.RFC3339, text)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

func TestBetweenEdges(t *testing.T) {
	s := tuesdays() // 2026-11-24 from 10:00 to 12:00
	for _, tt := range []struct {
		from, to string
		want     int
	}{
		{"2026-11-24T00:00:00+01:00", "2026-11-25T00:00:00+01:00", 1},
		{"2026-11-24T11:59:59+01:00", "2026-11-25T00:00:00+01:00", 1},
		{"2026-11-24T12:00:00+01:00", "2026-11-25T00:00:00+01:00", 0},
		{"2026-11-24T00:00:00+01:00", "2026-11-24T10:00:00+01:00", 0},
		{"2026-11-24T00:00:00+01:00", "2026-11-24T10:00:01+01:00", 1},
		{"2026-11-24T09:30:00Z", "2026-11-24T09:30:00Z", 1},
		{"2026-11-24T08:30:00Z", "2026-11-24T08:30:00Z", 0},
		{"2026-11-25T00:00:00+01:00", "2026-11-23T00:00:00+01:00", 0},
		{"2026-11-24T10:00:00+01:00", "2026-12-08T10:00:01+01:00", 3},
	} {
		got := slices.Collect(s.Between(instant(t, tt.from), instant(t, tt.to)))
		if len(got) != tt.want {
			t.Errorf("between %s and %s: %d, want %d", tt.from, tt.to, len(got), tt.want)
		}
	}
}

// TestBounds checks that the rule keeps to its bounds, and that walking past
// the last date of a rule without end stops at once.
func TestBounds(t *testing.T) {
	s := tuesdays()
	s.Bounds = on("2026-11-24", "2026-12-01")
	newTimes(s, on("2027-06-01"))
	var got []string
	for o := range s.Days(1, 0) {
		got = append(got, o.Date.String())
	}
	if want := "[2026-11-24 2026-12-01 2027-06-01]"; fmt.Sprint(got) != want {
		t.Errorf("got %v, want %s", got, want)
	}
}

func TestFortnight(t *testing.T) {
	s := tuesdays()
	s.Slots = []Slot{slot("om de week op ma en vr", "10-12")}
	s.Home.ClosedOn = 0
	s.Anchor = date("2026-11-26") // a Thursday: its Monday is in the same week
	s.Bounds.From = s.Anchor
	var got []string
	for o := range s.Days(date("2026-11-01"), date("2026-12-31")) {
		got = append(got, o.Date.String())
	}
	want := "[2026-11-27 2026-12-07 2026-12-11 2026-12-21 2026-12-25]"
	if fmt.Sprint(got) != want {
		t.Errorf("got %v, want %v", got, want)
	}
	s.Anchor = 0
	for o := range s.Days(1, 0) {
		t.Fatalf("%s without an anchor", o.Date)
	}
}

func TestWallClock(t *testing.T) {
	s := tuesdays()
	s.Slots = []Slot{slot("zo", "10-12")}
	var got []string
	for o := range s.Days(date("2026-03-22"), date("2026-03-29")) {
		got = append(got, o.Begin().Format(time.RFC3339), o.End().Format(time.RFC3339))
	}
	want := "[2026-03-22T10:00:00+01:00 2026-03-22T12:00:00+01:00 2026-03-29T10:00:00+02:00 2026-03-29T12:00:00+02:00]"
	if fmt.Sprint(got) != want {
		t.Errorf("got %v, want %v", got, want)
	}
}

// randomSchedule returns a schedule with something of everything.
func randomSchedule(random *rand.Rand, in Period) *Schedule {
	period := func() Period {
		from := in.From.Add(random.IntN(int(in.Until - in.From)))
		return Period{from, from.Add(random.IntN(3) * random.IntN(20))}
	}
	hours := func() []Span {
		begin := random.IntN(20)
		return []Span{{Clock(begin * 60), Clock((begin + 1 + random.IntN(24-begin)) * 60)}}
	}
	s := tuesdays()
	s.Slots = nil
	for range 1 + random.IntN(3) {
		s.Slots = append(s.Slots, Slot{randomRule(random), Times{Spans: hours()}})
	}
	if random.IntN(3) == 0 {
		s.Slots[0].Times = Times{Opening: true}
	}
	s.Anchor, s.Bounds.From = in.From, in.From
	s.SchoolWeeksOnly = random.IntN(2) == 0
	schoolHoliday(s, period())
	closure(s, period())
	for range random.IntN(4) {
		pleinOpen(hours()...)(s, period())
		exception(Exception{Place: random.IntN(2), Times: hours(), Cancelled: random.IntN(3) == 0})(s, period())
	}
	return s
}

// TestBetweenSplits checks that two halves of an interval give what the whole
// gives, in order, and each occurrence as it should be.
func TestBetweenSplits(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 12))
	in := Period{NewDate(2026, time.January, 1), NewDate(2027, time.December, 31)}
	for range 400 {
		s := randomSchedule(random, in)
		begin, end := in.From.At(0), in.Until.At(midnight)
		whole := slices.Collect(s.Between(begin, end))
		checkOccurrences(t, whole)
		split := begin.Add(time.Duration(random.Int64N(int64(end.Sub(begin)))))
		halves := slices.Collect(s.Between(begin, split))
		for o := range s.Between(split, end) {
			// What is going on at the split is in both halves.
			if o.Begin().Before(split) != slices.Contains(halves, o) {
				t.Fatalf("split at %s: %+v", split, o)
			}
			if !o.Begin().Before(split) {
				halves = append(halves, o)
			}
		}
		if !reflect.DeepEqual(halves, whole) {
			t.Fatalf("split at %s: %d occurrences, the whole has %d", split, len(halves), len(whole))
		}
		byDay := slices.Collect(s.Days(in.From, in.Until))
		if !reflect.DeepEqual(byDay, whole) {
			t.Fatalf("by day %d occurrences, between instants %d", len(byDay), len(whole))
		}
	}
}

func checkOccurrences(t *testing.T, list []Occurrence) {
	t.Helper()
	for i, o := range list {
		if i > 0 && o.Begin().Before(list[i-1].Begin()) {
			t.Fatalf("%+v before %+v", list[i-1], o)
		}
		if o.End().Before(o.Begin()) || o.Span.End <= o.Span.Begin {
			t.Fatalf("ends before it begins: %+v", o)
		}
		if (o.Kind == AsUsual) != (o.Why == Reason{}) || o.Kind == AsUsual && o.Place > 0 || (o.Slot < 0) != (o.Regular == Span{}) {
			t.Fatalf("kind, reason and rule do not agree: %+v", o)
		}
	}
}

func TestMoves(t *testing.T) {
	home := &Place{Moves: []Period{
		{From: date("2026-03-01")},
		on("2026-05-01", "2026-05-31"),
		{From: date("2027-01-01")},
	}}
	want := map[string]int{
		"2026-02-28": -1, "2026-03-01": 0, "2026-05-01": 1, "2026-05-31": 1,
		"2026-06-01": 0, "2026-12-31": 0, "2027-01-01": 2,
	}
	for day, want := range want {
		if got := home.MoveOn(date(day)); got != want {
			t.Errorf("%s: move %d, want %d", day, got, want)
		}
	}
	s := tuesdays()
	s.Home.Moves = home.Moves
	elsewhere(s, on("2026-05-12"))
	for day, want := range map[string]int{"2026-02-24": -1, "2026-05-05": 1, "2026-05-12": -1, "2026-06-02": 0} {
		for o := range s.Days(date(day), date(day)) {
			if o.Move != want {
				t.Errorf("spreekuur on %s: move %d, want %d", day, o.Move, want)
			}
		}
	}
	if (*Place)(nil).MoveOn(1) != -1 {
		t.Error("no place, and yet a move")
	}
}

func TestHoursOn(t *testing.T) {
	const tuesday, sunday, christmas = "2026-03-03", "2026-03-08", "2026-12-25"
	for _, tt := range []struct {
		name, day string
		change    change
		want      string
	}{
		{"rule", tuesday, nothing, "[09:00 - 17:00] false ?"},
		{"no hours", sunday, nothing, "[] false ?"},
		{"closed", tuesday, pleinClosed, "[] true plein closed verbouwing"},
		{"other hours", tuesday, pleinOpen(span(12, 15)), "[12:00 - 15:00] false plein hours koopzondag"},
		{"extra hours", sunday, pleinOpen(span(12, 15)), "[12:00 - 15:00] false plein hours koopzondag"},
		{"closure", tuesday, closure, "[] true all closed studiedag"},
		{"holiday", christmas, nothing, "[] true holiday Eerste Kerstdag"},
		{"open on a holiday", christmas, pleinOpen(span(12, 15)), "[12:00 - 15:00] false plein hours koopzondag"},
		{"open in a closure", tuesday, all(closure, pleinOpen(span(12, 15))), "[12:00 - 15:00] false plein hours koopzondag"},
		{"unknown", tuesday, func(s *Schedule, _ Period) { s.Home.HasOpening = false }, "[] false ?"},
		{"no calendar", tuesday, func(s *Schedule, _ Period) { s.Calendar = nil }, "[09:00 - 17:00] false ?"},
	} {
		s := tuesdays()
		tt.change(s, on(tt.day))
		spans, closed, reason := s.Home.HoursOn(date(tt.day), s.Calendar)
		if got := fmt.Sprintf("%v %t %s", spans, closed, inShort(reason)); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}

func TestWeekdays(t *testing.T) {
	got := fmt.Sprint(slices.Collect(Weekdays(su | mo | fr).All()))
	if want := "[Monday Friday Sunday]"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got := dates("2026-03-03", "2026-03-05", "2026-03-10").Weekdays(); got != tu|th {
		t.Errorf("weekdays of dates: %b", got)
	}
	if got := days("ma t/m vr").Weekdays(); got.Len() != 5 || got.Has(time.Saturday) {
		t.Errorf("workdays: %b", got)
	}
}

func TestOnDates(t *testing.T) {
	given := []Date{date("2026-04-07"), date("2026-03-03"), date("2026-04-07")}
	d := OnDates(given)
	if got, want := d.String(), "2026-03-03, 2026-04-07"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if given[0] != date("2026-04-07") {
		t.Error("OnDates changed the caller's list")
	}
	got := fmt.Sprint(slices.Collect(d.Dates(0, Period{From: date("2026-03-04")})))
	if want := "[2026-04-07]"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got := d.Since(date("2026-03-04")); got.String() != "2026-04-07" || got.Weekly() {
		t.Errorf("since 4 March: %s", got)
	}
	if got := d.Since(date("2026-04-08")); got.String() != d.String() {
		t.Errorf("since the last: %s", got)
	}
	s := tuesdays()
	s.Slots[0].Days = d
	if got, want := describe(s, date("2026-03-03")), "0 10:00 - 12:00"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// BenchmarkNext8 finds the next eight occurrences of one spreekuur, as a build
// does for each. Nothing is allocated per date or per occurrence.
func BenchmarkNext8(b *testing.B) {
	full := tuesdays()
	cancelled(full, on("2026-12-22", "2027-01-04"))
	newTimes(full, on("2026-12-03"))
	closure(full, on("2026-12-24", "2026-12-31"))
	full.Home.Moves = []Period{{From: date("2026-03-01")}}
	for _, bench := range []struct {
		name string
		day  string
		s    *Schedule
	}{
		{"weekly", "dinsdag", tuesdays()},
		{"exceptions", "dinsdag", full},
		{"monthly", "1e en 3e donderdag van de maand", tuesdays()},
		{"fifth", "5e donderdag van de maand", tuesdays()},
		{"evenweeks", "even weken op dinsdag", tuesdays()},
	} {
		bench.s.Slots[0].Days = days(bench.day)
		now := date("2026-11-24").At(720)
		horizon := now.AddDate(3, 0, 0)
		b.Run(bench.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				n := 0
				for range bench.s.Between(now, horizon) {
					if n++; n == 8 {
						break
					}
				}
			}
		})
	}
}

// TestOpenDays is "tijdens openingstijden": the days of the week on which the plein is
// open, and a Sunday on which it opens; not those on which it is closed.
func TestOpenDays(t *testing.T) {
	s := tuesdays()
	s.Slots = []Slot{slot("tijdens openingstijden", "openingstijden")}
	s.Home.ClosedOn = DefaultHolidays
	s.Home.HasOpening, s.Home.Opening = true, [7][]Span{1: {span(13, 17)}, 3: {span(9, 12), span(13, 17)}}
	s.Home.Deviations = []Deviation{{On: on("2026-12-20"), Hours: []Span{span(12, 16)}, Reason: "Kerstmarkt"}}
	s.Exceptions = nil
	var got []string
	for o := range s.Days(date("2026-12-14"), date("2026-12-29")) {
		text := o.Date.String() + " " + Point.Span(o.Span)
		if o.Kind == Cancelled {
			text = "(" + text + ")"
		}
		got = append(got, text)
	}
	want := "[2026-12-14 13.00 tot 17.00 uur 2026-12-16 9.00 tot 12.00 uur 2026-12-16 13.00 tot 17.00 uur 2026-12-20 12.00 tot 16.00 uur " +
		"2026-12-21 13.00 tot 17.00 uur 2026-12-23 9.00 tot 12.00 uur 2026-12-23 13.00 tot 17.00 uur 2026-12-28 13.00 tot 17.00 uur]"
	if fmt.Sprint(got) != want {
		t.Errorf("got %v, want %s", got, want)
	}
}

// TestEveryThirdWeek counts from the week of the anchor, back as well as on, and over
// the turn of a year with 53 weeks.
func TestEveryThirdWeek(t *testing.T) {
	got := fmt.Sprint(slices.Collect(days("om de 3 weken op ma").Dates(date("2026-12-09"), on("2026-11-01", "2027-01-31"))))
	if want := "[2026-11-16 2026-12-07 2026-12-28 2027-01-18]"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
