package schedule

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/teambition/rrule-go"
)

// The oracle is another implementation of RFC 5545, which expands in Amsterdam
// time: both clock changes of each year lie in the dates compared.
const oracleRules = 2000

var oracleDays = [7]rrule.Weekday{
	rrule.SU, rrule.MO, rrule.TU, rrule.WE, rrule.TH, rrule.FR, rrule.SA,
}

func TestDatesAgainstOracle(t *testing.T) {
	random := rand.New(rand.NewPCG(4, 27))
	in := Period{NewDate(2024, time.January, 1), NewDate(2033, time.December, 31)}
	for range oracleRules {
		d := randomRule(random)
		anchor := in.From.Add(random.IntN(400))
		in := Period{anchor, in.Until}
		got := slices.Collect(d.Dates(anchor, in))
		want := expand(t, ruleFor(d), in)
		compareDates(t, fmt.Sprintf("%s from %s", d, anchor), got, want)
	}
}

// TestRRuleAgainstOracle has the oracle expand the text we publish.
func TestRRuleAgainstOracle(t *testing.T) {
	random := rand.New(rand.NewPCG(12, 25))
	for range oracleRules / 3 {
		d := randomRule(random)
		anchor := NewDate(2024, time.January, 1).Add(random.IntN(400))
		in := Period{anchor, NewDate(2029, time.December, 31)}
		text, ok := d.RRule(anchor)
		if !ok {
			t.Fatalf("%s has no RRULE", d)
		}
		option, err := rrule.StrToROption(text)
		if err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		got := slices.Collect(d.Dates(anchor, in))
		if len(got) == 0 {
			continue // "5e dinsdag van februari"
		}
		in.From = got[0] // the DTSTART that RRule asks for
		compareDates(t, text, got, expand(t, *option, in))
	}
}

func TestWeekNumbersAgainstOracle(t *testing.T) {
	in := Period{NewDate(2019, time.December, 30), NewDate(2038, time.December, 31)}
	for _, tt := range []struct {
		text  string
		first int
	}{
		{"even weken op %s", 2}, {"oneven weken op %s", 1},
	} {
		for set := Weekdays(1); set <= allDays; set += 5 {
			d := days(fmt.Sprintf(tt.text, set.names("t/m")))
			option := rrule.ROption{Freq: rrule.YEARLY, Byweekday: oracleWeekdays(set)}
			for week := tt.first; week <= 53; week += 2 {
				option.Byweekno = append(option.Byweekno, week)
			}
			got, want := slices.Collect(d.Dates(0, in)), expand(t, option, in)
			compareDates(t, d.String(),
				slices.DeleteFunc(got, inLastYearsWeek), slices.DeleteFunc(want, inLastYearsWeek))
		}
	}
}

// inLastYearsWeek reports whether the date is early in January, in a week of the
// year before. The oracle takes that week for number 53 in some years that have
// no such week (2022-01-02), so these dates are left to TestDateAgainstTime.
func inLastYearsWeek(d Date) bool {
	year, _, _ := d.Civil()
	isoYear, _ := d.ISOWeek()
	return isoYear < year
}

// TestLongYear is the trap in words: 2026 has a week 53, so two odd weeks follow
// each other.
func TestLongYear(t *testing.T) {
	in := Period{date("2026-12-14"), date("2027-01-25")}
	got := fmt.Sprint(slices.Collect(days("oneven weken op dinsdag").Dates(0, in)))
	if want := "[2026-12-15 2026-12-29 2027-01-05 2027-01-19]"; got != want {
		t.Errorf("odd: %s, want %s", got, want)
	}
	got = fmt.Sprint(slices.Collect(days("even weken op dinsdag").Dates(0, in)))
	if want := "[2026-12-22 2027-01-12]"; got != want {
		t.Errorf("even: %s, want %s", got, want)
	}
}

func randomRule(random *rand.Rand) Days {
	set := Weekdays(1 + random.IntN(int(allDays)))
	var months Months
	if random.IntN(2) == 0 {
		months = Months(2*(1+random.IntN(1<<12-1))) % allMonths
	}
	d := everyWeeks(1+random.IntN(maxInterval), set)
	if random.IntN(2) == 0 {
		n := nths(1+random.IntN(62)) & (1<<6 - 1)
		if n&last != 0 {
			n &^= nth(5)
		}
		d = inMonth(n, 1<<random.IntN(7))
	}
	d.months = months
	return d
}

// ruleFor says the rule in the oracle's own terms, not by way of RRule.
func ruleFor(d Days) rrule.ROption {
	option := rrule.ROption{Freq: rrule.WEEKLY, Wkst: rrule.MO, Byweekday: oracleWeekdays(d.weekdays)}
	switch d.cycle {
	case byWeek:
		option.Interval = d.interval
	case byMonth:
		option.Freq = rrule.MONTHLY
		day := option.Byweekday[0]
		option.Byweekday = nil
		for n := 1; n <= 5; n++ {
			if d.nths&nth(n) != 0 {
				option.Byweekday = append(option.Byweekday, day.Nth(n))
			}
		}
		if d.nths&last != 0 {
			option.Byweekday = append(option.Byweekday, day.Nth(-1))
		}
	}
	for month := range d.months.All() {
		option.Bymonth = append(option.Bymonth, int(month))
	}
	return option
}

func oracleWeekdays(set Weekdays) []rrule.Weekday {
	var days []rrule.Weekday
	for day := range set.All() {
		days = append(days, oracleDays[day])
	}
	return days
}

// expand returns the oracle's dates at 10:00 in Amsterdam.
func expand(t *testing.T, option rrule.ROption, in Period) []Date {
	t.Helper()
	option.Dtstart, option.Until = in.From.At(600), in.Until.At(600)
	rule, err := rrule.NewRRule(option)
	if err != nil {
		t.Fatal(err)
	}
	var dates []Date
	for _, at := range rule.All() {
		d := DateOf(at)
		if !at.Equal(d.At(600)) {
			t.Fatalf("%s: begin %s, the oracle says %s", option.RRuleString(), d.At(600), at)
		}
		dates = append(dates, d)
	}
	return dates
}

func compareDates(t *testing.T, name string, got, want []Date) {
	t.Helper()
	if slices.Equal(got, want) {
		return
	}
	for i := range got {
		if i >= len(want) || got[i] != want[i] {
			t.Fatalf("%s: date %d is %s, the oracle has %v", name, i, got[i], want[i:min(i+3, len(want))])
		}
	}
	t.Fatalf("%s: %d dates, the oracle has %d", name, len(got), len(want))
}

func TestRRule(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"dinsdag", "FREQ=WEEKLY;BYDAY=TU"},
		{"ma, wo en zo", "FREQ=WEEKLY;BYDAY=MO,WE,SU"},
		{"1e en 3e donderdag", "FREQ=MONTHLY;BYDAY=1TH,3TH"},
		{"laatste vrijdag", "FREQ=MONTHLY;BYDAY=-1FR"},
		{"om de week op vrijdag", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR;WKST=MO"},
		{"om de 3 weken op maandag", "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO;WKST=MO"},
		{"eerste dinsdag van het kwartaal", "FREQ=MONTHLY;BYDAY=1TU;BYMONTH=1,4,7,10"},
		{"dinsdag in juli en augustus", "FREQ=WEEKLY;BYDAY=TU;BYMONTH=7,8"},
		{"tijdens openingstijden", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU"},
		{"even weken op dinsdag", ""},
		{"oneven weken op dinsdag", ""},
	} {
		got, ok := days(tt.text).RRule(date("2026-01-01"))
		if got != tt.want || ok != (tt.want != "") {
			t.Errorf("%s: %q, %t, want %q", tt.text, got, ok, tt.want)
		}
	}
	if _, ok := OnDates([]Date{1}).RRule(1); ok {
		t.Error("a list of dates has an RRULE")
	}
	if rule, ok := days("om de week op vrijdag").RRule(0); ok {
		t.Errorf("without an anchor: %q", rule)
	}
}
