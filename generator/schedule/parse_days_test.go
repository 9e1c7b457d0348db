package schedule

import (
	"errors"
	"reflect"
	"testing"
	"time"
)

const (
	mo = 1 << time.Monday
	tu = 1 << time.Tuesday
	we = 1 << time.Wednesday
	th = 1 << time.Thursday
	fr = 1 << time.Friday
	sa = 1 << time.Saturday
	su = 1 << time.Sunday
)

func every(days Weekdays) Days             { return everyWeeks(1, days) }
func otherWeek(days Weekdays) Days         { return everyWeeks(2, days) }
func everyWeeks(n int, days Weekdays) Days { return Days{cycle: byWeek, interval: n, weekdays: days} }
func even(days Weekdays) Days              { return Days{cycle: evenWeeks, weekdays: days} }
func odd(days Weekdays) Days               { return Days{cycle: oddWeeks, weekdays: days} }
func inMonth(n nths, d Weekdays) Days      { return Days{cycle: byMonth, interval: 1, weekdays: d, nths: n} }

// in adds months to a rule, and part a part of the day.
func (d Days) in(months ...time.Month) Days {
	for _, month := range months {
		d.months |= 1 << month
	}
	return d
}

func (d Days) during(parts DayParts) Days {
	d.parts = parts
	return d
}

// daysTable holds right texts: what they mean and how they print.
var daysTable = []struct {
	text  string
	want  Days
	print string
}{
	{"dinsdag", every(tu), "dinsdag"},
	{"di", every(tu), "dinsdag"},
	{"Di.", every(tu), "dinsdag"},
	{"din", every(tu), "dinsdag"},
	{"  DINSDAG ", every(tu), "dinsdag"},
	{"dinsdags", every(tu), "dinsdag"},
	{"'s maandags", every(mo), "maandag"},
	{"’s maandags", every(mo), "maandag"},
	{"op dinsdag", every(tu), "dinsdag"},
	{"elke dinsdag", every(tu), "dinsdag"},
	{"iedere dinsdag", every(tu), "dinsdag"},
	{"alle dinsdagen", every(tu), "dinsdag"},
	{"elke week op dinsdag", every(tu), "dinsdag"},
	{"wekelijks, op dinsdag", every(tu), "dinsdag"},
	{"dinsdag en donderdag", every(tu | th), "dinsdag en donderdag"},
	{"donderdag & dinsdag", every(tu | th), "dinsdag en donderdag"},
	{"elke dinsdag en elke donderdag", every(tu | th), "dinsdag en donderdag"},
	{"op dinsdag en op donderdag", every(tu | th), "dinsdag en donderdag"},
	{"di, do", every(tu | th), "dinsdag en donderdag"},
	{"maandag, woensdag en vrijdag", every(mo | we | fr), "maandag, woensdag en vrijdag"},
	{"maandag, woensdag, en vrijdag", every(mo | we | fr), "maandag, woensdag en vrijdag"},
	{"ma t/m vr", every(workdays), "maandag t/m vrijdag"},
	{"ma. t/m vr.", every(workdays), "maandag t/m vrijdag"},
	{"maandag tot en met vrijdag", every(workdays), "maandag t/m vrijdag"},
	{"ma - vr", every(workdays), "maandag t/m vrijdag"},
	{"ma-vr", every(workdays), "maandag t/m vrijdag"},
	{"ma–vr", every(workdays), "maandag t/m vrijdag"},
	{"ma — vr", every(workdays), "maandag t/m vrijdag"},
	{"ma\u00a0t.m. vr", every(workdays), "maandag t/m vrijdag"},
	{"ma t/m wo en vr", every(mo | tu | we | fr), "maandag, dinsdag, woensdag en vrijdag"},
	{"vr t/m ma", every(fr | sa | su | mo), "maandag, vrijdag, zaterdag en zondag"},
	{"vrijdag t/m zondag", every(fr | sa | su), "vrijdag t/m zondag"},
	{"zaterdag en zondag", every(sa | su), "zaterdag en zondag"},
	{"werkdagen", every(workdays), "maandag t/m vrijdag"},
	{"op werkdagen", every(workdays), "maandag t/m vrijdag"},
	{"elke werkdag", every(workdays), "maandag t/m vrijdag"},
	{"werkdagen en zaterdag", every(workdays | sa), "maandag t/m zaterdag"},
	{"elke dag", every(allDays), "elke dag"},
	{"dagelijks", every(allDays), "elke dag"},
	{"alle dagen", every(allDays), "elke dag"},
	{"ma t/m zo", every(allDays), "elke dag"},

	{"1e dinsdag van de maand", inMonth(nth(1), tu), "1e dinsdag van de maand"},
	{"1ste dinsdag van de maand", inMonth(nth(1), tu), "1e dinsdag van de maand"},
	{"2de dinsdag v.d. maand", inMonth(nth(2), tu), "2e dinsdag van de maand"},
	{"3e di v/d maand", inMonth(nth(3), tu), "3e dinsdag van de maand"},
	{"elke eerste dinsdag", inMonth(nth(1), tu), "1e dinsdag van de maand"},
	{"elke eerste en derde dinsdag", inMonth(nth(1)|nth(3), tu), "1e en 3e dinsdag van de maand"},
	{"elke laatste dinsdag", inMonth(last, tu), "laatste dinsdag van de maand"},
	{"elke tweede dinsdag van de maand", inMonth(nth(2), tu), "2e dinsdag van de maand"},
	{"tweede dinsdag van elke maand", inMonth(nth(2), tu), "2e dinsdag van de maand"},
	{"eerste en derde donderdag van de maand", inMonth(nth(1)|nth(3), th), "1e en 3e donderdag van de maand"},
	{"de 1e, 3e en 5e vrijdag van de maand", inMonth(nth(1)|nth(3)|nth(5), fr), "1e, 3e en 5e vrijdag van de maand"},
	{"op de 1e en de laatste vrijdag", inMonth(nth(1)|last, fr), "1e en laatste vrijdag van de maand"},
	{"Laatste vrijdag van de maand.", inMonth(last, fr), "laatste vrijdag van de maand"},
	{"5e en laatste vrijdag", inMonth(last, fr), "laatste vrijdag van de maand"},

	{"om de week op vrijdag", otherWeek(fr), "om de week op vrijdag"},
	{"om de week vrijdag", otherWeek(fr), "om de week op vrijdag"},
	{"om de andere week op vrijdag", otherWeek(fr), "om de week op vrijdag"},
	{"om de twee weken op vrijdag", otherWeek(fr), "om de week op vrijdag"},
	{"elke 2 weken op vrijdag", otherWeek(fr), "om de week op vrijdag"},
	{"iedere twee weken op vrijdag", otherWeek(fr), "om de week op vrijdag"},
	{"om de veertien dagen op vrijdag", otherWeek(fr), "om de week op vrijdag"},
	{"vrijdag, om de week", otherWeek(fr), "om de week op vrijdag"},
	{"vrijdag om de week", otherWeek(fr), "om de week op vrijdag"},
	{"om de week op di en vr", otherWeek(tu | fr), "om de week op dinsdag en vrijdag"},
	{"om de week op ma t/m vr", otherWeek(workdays), "om de week op maandag t/m vrijdag"},
	{"om de week op werkdagen", otherWeek(workdays), "om de week op maandag t/m vrijdag"},

	{"om de 3 weken op maandag", everyWeeks(3, mo), "om de 3 weken op maandag"},
	{"één keer in de twee weken op donderdag", otherWeek(th), "om de week op donderdag"},
	{"1x per zes weken op vrijdag", everyWeeks(6, fr), "om de 6 weken op vrijdag"},
	{"dinsdag om de drie weken", everyWeeks(3, tu), "om de 3 weken op dinsdag"},
	{"14-daags op vrijdag", otherWeek(fr), "om de week op vrijdag"},
	{"driewekelijks op vrijdag", everyWeeks(3, fr), "om de 3 weken op vrijdag"},
	{"om de 13 weken op vrijdag", everyWeeks(13, fr), "om de 13 weken op vrijdag"},

	{"1e dinsdag van januari, april, juli en oktober", inMonth(nth(1), tu).in(1, 4, 7, 10), "1e dinsdag van januari, april, juli en oktober"},
	{"eerste dinsdag van het kwartaal", inMonth(nth(1), tu).in(1, 4, 7, 10), "1e dinsdag van januari, april, juli en oktober"},
	{"laatste dinsdag van elk kwartaal", inMonth(last, tu).in(3, 6, 9, 12), "laatste dinsdag van maart, juni, september en december"},
	{"1e dinsdag van jan/jul", inMonth(nth(1), tu).in(1, 7), "1e dinsdag van januari en juli"},
	{"elke maand op de 2e dinsdag", inMonth(nth(2), tu), "2e dinsdag van de maand"},
	{"1e dinsdag van de maand, behalve in juli en augustus", inMonth(nth(1), tu).in(1, 2, 3, 4, 5, 6, 9, 10, 11, 12), "1e dinsdag van september t/m juni"},
	{"dinsdag van september t/m mei", every(tu).in(1, 2, 3, 4, 5, 9, 10, 11, 12), "dinsdag van september t/m mei"},
	{"om de week op dinsdag in mei", otherWeek(tu).in(5), "om de week op dinsdag in mei"},

	{"dinsdagmiddag", every(tu).during(afternoon), "dinsdagmiddag"},
	{"woensdag- en donderdagmiddag", every(we | th).during(afternoon), "woensdag en donderdag 's middags"},
	{"dinsdagochtend en -middag", every(tu).during(morning | afternoon), "dinsdag 's ochtends en 's middags"},
	{"derde donderdag van de maand 's middags", inMonth(nth(3), th).during(afternoon), "3e donderdagmiddag van de maand"},
	{"elke avond", every(allDays).during(evening), "elke dag 's avonds"},
	{"weekend", every(sa | su), "zaterdag en zondag"},
	{"dinsdag/donderdag", every(tu | th), "dinsdag en donderdag"},
	{"elke dag behalve zondag", every(allDays &^ su), "maandag t/m zaterdag"},
	{"dinsdag (even weken)", even(tu), "even weken op dinsdag"},
	{"tijdens openingstijden", Days{cycle: byWeek, interval: 1, weekdays: allDays, open: true}, "tijdens openingstijden"},
	{"tijdens de openingstijden van de bibliotheek",
		Days{cycle: byWeek, interval: 1, weekdays: allDays, open: true}, "tijdens openingstijden"},

	{"even weken op dinsdag", even(tu), "even weken op dinsdag"},
	{"in de even weken op dinsdag", even(tu), "even weken op dinsdag"},
	{"op dinsdag in de even weken", even(tu), "even weken op dinsdag"},
	{"elke dinsdag in de even weken", even(tu), "even weken op dinsdag"},
	{"Oneven weken: dinsdag", odd(tu), "oneven weken op dinsdag"},
	{"oneven week op di", odd(tu), "oneven weken op dinsdag"},
	{"oneven weken op dinsdag en donderdag", odd(tu | th), "oneven weken op dinsdag en donderdag"},
	{"elke oneven week op dinsdag", odd(tu), "oneven weken op dinsdag"},
	{"even weken, elke dag", even(allDays), "even weken op maandag t/m zondag"},
	{"op afspraak", Days{cycle: byAppointment}, "op afspraak"},
	{"Alleen op afspraak", Days{cycle: byAppointment}, "op afspraak"},
	{"uitsluitend volgens afspraak", Days{cycle: byAppointment}, "op afspraak"},
	{"na een telefonische afspraak", Days{cycle: byAppointment}, "op afspraak"},
	{"na afspraak", Days{cycle: byAppointment}, "op afspraak"},
	{"(in overleg)", Days{cycle: byAppointment}, "op afspraak"},
}

func TestParseDays(t *testing.T) {
	for _, tt := range daysTable {
		got, err := ParseDays(tt.text)
		if err != nil {
			t.Errorf("ParseDays(%q): %v", tt.text, err)
			continue
		}
		if !reflect.DeepEqual(got, tt.want) {
			t.Errorf("ParseDays(%q) = %#v, want %#v", tt.text, got, tt.want)
		}
		if got.String() != tt.print {
			t.Errorf("ParseDays(%q) prints %q, want %q", tt.text, got, tt.print)
		}
		checkDaysRoundTrip(t, got)
	}
}

func checkDaysRoundTrip(t *testing.T, d Days) {
	t.Helper()
	again, err := ParseDays(d.String())
	if err != nil || !reflect.DeepEqual(again, d) {
		t.Errorf("%#v prints %q, which parses as %#v, %v", d, d, again, err)
	}
}

// TestDaysRoundTrip prints and parses every rule that can be written.
func TestDaysRoundTrip(t *testing.T) {
	for set := Weekdays(1); set <= allDays; set++ {
		for n := 1; n <= maxInterval; n++ {
			checkDaysRoundTrip(t, everyWeeks(n, set))
		}
		for _, d := range []Days{even(set), odd(set), every(set).in(7, 8),
			every(set).during(morning | evening), even(set).in(1).during(afternoon)} {
			checkDaysRoundTrip(t, d)
		}
	}
	for day := time.Sunday; day <= time.Saturday; day++ {
		for n := last; n < 1<<6; n++ {
			if n&last == 0 || n&nth(5) == 0 {
				checkDaysRoundTrip(t, inMonth(n, 1<<day))
			}
		}
	}
	for months := Months(2); months < allMonths; months += 2 {
		for _, d := range []Days{every(tu), otherWeek(mo | we), inMonth(nth(1)|last, tu)} {
			d.months = months
			checkDaysRoundTrip(t, d)
		}
	}
}

// daysErrors are wrong texts. What is said of them is in testdata/dag.txt.
var daysErrors = []string{
	"", "  ", "dindag", "Woendag", "elke donderdga", "dinsdag en vrijdagg", "één dinsdag", "tuesday", "dag", "op afspraak op dinsdag", "op afspraak: bel 013 000 00 01", "op afspraka", "op afspraak van 9 tot 12 uur", "dinsdag en", "dinsdag,", "di do", "ma/vr", "dinsdag en di", "ma t/m wo en di", "maandag tot vrijdag", "ma t/m", "ma t/m ma", "ma - wo - vr", "dinsdag van 10.00 tot 12.00 uur", "2026-03-03", "dinsdag van de maand", "eertse dinsdag van de maand", "1e dindag van de maand", "1e dinsdag van de mand", "maandg", "dindag om de week", "elke vierde vrijdag", "6e dinsdag van de maand", "1e en dinsdag", "1e en 1e dinsdag", "1e maandag en dinsdag van de maand", "dinsdag en 6e vrijdag", "1e werkdag van de maand", "1e werkdagen van de maand", "elke tweede dinsdag", "om de week op 1e dinsdag", "om de week", "om de week elke vrijdag", "even weken op dinsdag en elke vrijdag", "tweewekelijks op dinsdag", "even weken", "1e dinsdag en 3e donderdag van de maand", "dinsdag en de laatste vrijdag",
}

func TestParseDaysErrors(t *testing.T) {
	for _, text := range daysErrors {
		d, err := ParseDays(text)
		if err == nil || !reflect.DeepEqual(d, Days{}) {
			t.Errorf("ParseDays(%q) = %#v, %v", text, d, err)
			continue
		}
		checkRange(t, text, err)
		checkWays(t, text, "dag", err)
	}
}

// checkParseError checks an error and that it points at part of the text.
func checkParseError(t *testing.T, text string, err error, part, message, suggestion, example string) {
	t.Helper()
	var e *ParseError
	if !errors.As(err, &e) {
		t.Errorf("%q: error %v, want a ParseError", text, err)
		return
	}
	if e.Input != text {
		t.Errorf("%q: error about %q", text, e.Input)
	}
	if got := text[e.Offset : e.Offset+e.Length]; got != part {
		t.Errorf("%q: points at %q, want %q", text, got, part)
	}
	if e.Message != message {
		t.Errorf("%q: message %q, want %q", text, e.Message, message)
	}
	if e.Suggestion != suggestion {
		t.Errorf("%q: suggestion %q, want %q", text, e.Suggestion, suggestion)
	}
	if e.Example != example {
		t.Errorf("%q: example %q, want %q", text, e.Example, example)
	}
}

// TestExamplesParse holds every example to its word.
func TestExamplesParse(t *testing.T) {
	for _, text := range []string{exampleDays, exampleList, exampleRange, exampleMonthly, exampleFortnight, exampleWeeks} {
		if _, err := ParseDays(text); err != nil {
			t.Errorf("%q: %v", text, err)
		}
	}
	for _, text := range []string{exampleTimes, exampleSpans} {
		if _, err := ParseTimes(text); err != nil {
			t.Errorf("%q: %v", text, err)
		}
	}
	if _, err := ParseClock(exampleClock); err != nil {
		t.Error(err)
	}
	if _, err := ParseDate(dateExample); err != nil {
		t.Error(err)
	}
}

func TestParseErrorText(t *testing.T) {
	for text, want := range map[string]string{
		"dindag":                   `"dindag" is geen dag van de week; schrijf "dinsdag"`,
		"elke derde dinsdag":       `dit kan op twee manieren; schrijf "3e dinsdag van de maand" of "om de 3 weken op dinsdag"`,
		"elke di behalve vakantie": `"behalve vakantie" hoort bij "alleen_schoolweken"; schrijf "elke di"`,
		"wisselend":                `"wisselend" is geen dag van de week`,
	} {
		if _, err := ParseDays(text); err == nil || err.Error() != want {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}
