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

func every(days Weekdays) Days        { return Days{cycle: weekly, weekdays: days} }
func otherWeek(days Weekdays) Days    { return Days{cycle: fortnight, weekdays: days} }
func even(days Weekdays) Days         { return Days{cycle: evenWeeks, weekdays: days} }
func odd(days Weekdays) Days          { return Days{cycle: oddWeeks, weekdays: days} }
func inMonth(n nths, d Weekdays) Days { return Days{cycle: monthly, weekdays: d, nths: n} }

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

	{"even weken op dinsdag", even(tu), "even weken op dinsdag"},
	{"in de even weken op dinsdag", even(tu), "even weken op dinsdag"},
	{"op dinsdag in de even weken", even(tu), "even weken op dinsdag"},
	{"elke dinsdag in de even weken", even(tu), "even weken op dinsdag"},
	{"Oneven weken: dinsdag", odd(tu), "oneven weken op dinsdag"},
	{"oneven week op di", odd(tu), "oneven weken op dinsdag"},
	{"oneven weken op dinsdag en donderdag", odd(tu | th), "oneven weken op dinsdag en donderdag"},
	{"elke oneven week op dinsdag", odd(tu), "oneven weken op dinsdag"},
	{"even weken, elke dag", even(allDays), "even weken op maandag t/m zondag"},
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
		for _, d := range []Days{every(set), otherWeek(set), even(set), odd(set)} {
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
}

// daysErrors holds wrong texts, the part that is wrong, and what was meant.
var daysErrors = []struct {
	text, part, message, suggestion, example string
}{
	{"", "", "hier staat geen dag", "", exampleDays},
	{"  ", "", "hier staat geen dag", "", exampleDays},
	{"dindag", "dindag", `"dindag" is geen dag van de week`, "dinsdag", exampleDays},
	{"Woendag", "Woendag", `"Woendag" is geen dag van de week`, "woensdag", exampleDays},
	{"elke donderdga", "donderdga", `"donderdga" is geen dag van de week`, "donderdag", exampleDays},
	{"dinsdag en vrijdagg", "vrijdagg", `"vrijdagg" is geen dag van de week`, "vrijdag", exampleList},
	{"dinsdagochtend", "dinsdagochtend", `"dinsdagochtend" is geen dag van de week`, "dinsdag", exampleDays},
	{"één dinsdag", "één", `"één" is geen dag van de week`, "", exampleDays},
	{"tuesday", "tuesday", `"tuesday" is geen dag van de week`, "", exampleDays},
	{"dag", "dag", `"dag" is geen dag van de week`, "", exampleDays},
	{"op afspraak", "afspraak", `"afspraak" is geen dag van de week`, "", exampleDays},
	{"dinsdag en", "en", "hier ontbreekt een dag", "", exampleList},
	{"dinsdag,", ",", "hier ontbreekt een dag", "", exampleList},
	{"di do", "do", `"do" past hier niet`, "", exampleDays},
	{"ma/vr", "ma/vr", `"ma/vr" is geen dag van de week`, "", exampleDays},
	{"dinsdag en di", "di", "deze dag staat er al", "", exampleList},
	{"ma t/m wo en di", "di", "deze dag staat er al", "", exampleRange},
	{"maandag tot vrijdag", "tot", `schrijf "t/m": telt de laatste dag mee?`, "", exampleRange},
	{"ma t/m", "t/m", "hier ontbreekt een dag", "", exampleRange},
	{"ma t/m ma", "ma t/m ma", "begin en eind zijn dezelfde dag", "", exampleRange},
	{"ma - wo - vr", "-", `"-" past hier niet`, "", exampleRange},
	{"dinsdag van 10.00 tot 12.00 uur", "van 10.00 tot 12.00 uur", `hier staat alleen de dag: een tijd komt bij "tijd", een datum bij "data"`, "", exampleDays},
	{"2026-03-03", "2026-03-03", `hier staat alleen de dag: een tijd komt bij "tijd", een datum bij "data"`, "", exampleDays},
	{"dinsdag van de maand", "van", `"van" past hier niet`, "", exampleDays},
	{"eertse dinsdag van de maand", "eertse", `"eertse" is geen dag van de week`, "eerste", exampleDays},
	{"1e dindag van de maand", "dindag", `"dindag" is geen dag van de week`, "dinsdag", exampleMonthly},
	{"1e dinsdag van de mand", "van de mand", `hier hoort "van de maand"`, "", exampleMonthly},
	{"maandg", "maandg", `"maandg" is geen dag van de week`, "maandag", exampleDays},
	{"weekend", "weekend", `"weekend" is geen dag van de week`, "", exampleDays},
	{"dinsdag/donderdag", "dinsdag/donderdag", `"dinsdag/donderdag" is geen dag van de week`, "", exampleDays},
	{"dindag om de week", "dindag", `"dindag" is geen dag van de week`, "dinsdag", exampleDays},
	{"dinsdag om de drie weken", "om de drie weken", `het kan "om de week", in even of in oneven weken`, "", exampleFortnight},
	{"elke vierde vrijdag", "elke vierde vrijdag", `dit kan ook "om de week" zijn: schrijf "van de maand" erbij`, "", exampleMonthly},
	{"6e dinsdag van de maand", "6e", "een dag komt hoogstens 5 keer in een maand voor", "", exampleMonthly},
	{"1e en dinsdag", "dinsdag", `na "en" hoort hier nog een getal zoals "3e"`, "", exampleMonthly},
	{"1e en 1e dinsdag", "1e", `"1e" staat er al`, "", exampleMonthly},
	{"1e maandag en dinsdag van de maand", "maandag en dinsdag", `bij "van de maand" past één dag van de week`, "", exampleMonthly},
	{"dinsdag en 6e vrijdag", "6e", "een dag komt hoogstens 5 keer in een maand voor", "", exampleMonthly},
	{"1e werkdag van de maand", "werkdag", `bij "van de maand" past één dag van de week`, "", exampleMonthly},
	{"1e werkdagen van de maand", "werkdagen", `bij "van de maand" past één dag van de week`, "", exampleMonthly},
	{"elke tweede dinsdag", "elke tweede dinsdag", `dit kan ook "om de week" zijn: schrijf "van de maand" erbij`, "", exampleMonthly},
	{"om de week op 1e dinsdag", "om de week op", `kies: in bepaalde weken, of "van de maand"`, "", exampleMonthly},
	{"om de week", "week", "hier ontbreekt een dag", "", exampleFortnight},
	{"om de week elke vrijdag", "om de week elke vrijdag", `"elke" past niet bij bepaalde weken`, "", exampleFortnight},
	{"even weken op dinsdag en elke vrijdag", "even weken op dinsdag en elke vrijdag", `"elke" past niet bij bepaalde weken`, "", exampleWeeks},
	{"om de drie weken op vrijdag", "om de drie weken", `het kan "om de week", in even of in oneven weken`, "", exampleFortnight},
	{"tweewekelijks op dinsdag", "tweewekelijks", `"tweewekelijks" is geen dag van de week`, "", exampleDays},
	{"even weken", "weken", "hier ontbreekt een dag", "", exampleWeeks},
	{"1e dinsdag en 3e donderdag van de maand", "3e donderdag van de maand", "geef dit een eigen blok [[tijden]]", "", exampleMonthly},
	{"dinsdag en de laatste vrijdag", "laatste vrijdag", "geef dit een eigen blok [[tijden]]", "", exampleMonthly},
}

func TestParseDaysErrors(t *testing.T) {
	for _, tt := range daysErrors {
		d, err := ParseDays(tt.text)
		checkParseError(t, tt.text, err, tt.part, tt.message, tt.suggestion, tt.example)
		if !reflect.DeepEqual(d, Days{}) {
			t.Errorf("ParseDays(%q) = %#v beside an error", tt.text, d)
		}
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
	_, err := ParseDays("dindag")
	if got, want := err.Error(), `"dindag" is geen dag van de week; bedoelt u "dinsdag"?`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
