package schedule

import (
	"reflect"
	"testing"
)

func fixed(spans ...Span) Times { return Times{Spans: spans} }

// span makes a Span of whole hours.
func span(begin, end int) Span { return Span{Clock(begin * 60), Clock(end * 60)} }

var timesTable = []struct {
	text string
	want Times
}{
	{"10:00 - 12:00", fixed(span(10, 12))},
	{"10.00-12.00 uur", fixed(span(10, 12))},
	{"10.00–12.00 uur", fixed(span(10, 12))},
	{"10 tot 12 uur", fixed(span(10, 12))},
	{"10 uur tot 12 uur", fixed(span(10, 12))},
	{"10uur tot 12u", fixed(span(10, 12))},
	{"Van 10.00 tot 12.00 uur.", fixed(span(10, 12))},
	{"van  10.00 u.  tot 12.00 u.", fixed(span(10, 12))},
	{"10.00 t/m 12.00 uur", fixed(span(10, 12))},
	{"10.00 tot en met 12.00 uur", fixed(span(10, 12))},
	{"tussen 10 en 12 uur", fixed(span(10, 12))},
	{"van 10 tot 12.", fixed(span(10, 12))},
	{"9 - 9.30", fixed(Span{540, 570})},
	{"09:05 - 9:10", fixed(Span{545, 550})},
	{"0.00 - 24.00", fixed(span(0, 24))},
	{"10:00 - 12:00 en 13:00 - 15:00", fixed(span(10, 12), span(13, 15))},
	{"10 - 12, 13 - 15 en 19 - 21 uur", fixed(span(10, 12), span(13, 15), span(19, 21))},
	{"van 13 tot 15 uur en van 10 tot 12 uur", fixed(span(10, 12), span(13, 15))},
	{"tussen 10 en 12 en tussen 13 en 15 uur", fixed(span(10, 12), span(13, 15))},
	{"10-12 en 12-14", fixed(span(10, 12), span(12, 14))},
	{"tijdens openingstijden", Times{Opening: true}},
	{"Tijdens de openingstijden", Times{Opening: true}},
	{"openingstijden", Times{Opening: true}},
	{"tijdens openingstijden van de bibliotheek", Times{Opening: true}},
	{"14u30-15u30", fixed(Span{870, 930})},
	{"10h-12h", fixed(span(10, 12))},
	{"9.00-12.00 / 13.00-17.00", fixed(span(9, 12), span(13, 17))},
	{"van tien tot twaalf uur", fixed(span(10, 12))},
	{"10.00-12.00 uur 's ochtends", fixed(span(10, 12))},
	{"02.00 - 04.00 uur", fixed(span(2, 4))},
}

func TestParseTimes(t *testing.T) {
	for _, tt := range timesTable {
		got, err := ParseTimes(tt.text)
		if err != nil || !reflect.DeepEqual(got, tt.want) {
			t.Errorf("ParseTimes(%q) = %v, %v, want %v", tt.text, got, err, tt.want)
			continue
		}
		again, err := ParseTimes(got.String())
		if err != nil || !reflect.DeepEqual(again, got) {
			t.Errorf("%q prints %q, which parses as %v, %v", tt.text, got, again, err)
		}
	}
}

// timesErrors are wrong texts. What is said of them is in testdata/tijd.txt.
var timesErrors = []string{
	"", "ochtend", "half tien", "10.00", "van 10.00 uur", "vanaf 10.00 uur", "10.00 -", "10 - 12 en", "25:00 - 26:00", "23:00 - 24:01", "10:75 - 12:00", "10:5 - 12:00", "10: - 12:", "1000 - 1200", "10.00.00 - 12", "12.00 - 10.00", "van 10 tot 10 uur", "10 - 12 en 11 - 13", "10 - 12 13 - 15", "tijdens openingstijden en 10 - 12", "tijdens openingstijde", "tijdens", "10 - 12 uur, inloop",
	"10,30-12,30", "half 11 tot half 1", "1030-1230", "19.30 tot 0.00", "2 tot 4 uur", "10 tot 2", "10.00 tot 12.00 uur (inloop tot 11.30 uur)",
}

func TestParseTimesErrors(t *testing.T) {
	for _, text := range timesErrors {
		_, err := ParseTimes(text)
		if err == nil {
			t.Errorf("%q is right", text)
			continue
		}
		checkRange(t, text, err)
		checkWays(t, text, "tijd", err)
	}
}

func TestParseClock(t *testing.T) {
	for _, tt := range []struct {
		text string
		want Clock
	}{
		{"10.00", 600}, {"10:00", 600}, {"9", 540}, {"9.30 uur", 570}, {"10 uur", 600},
		{"09.05u", 545}, {"0:00", 0}, {"24.00", 1440}, {" 10.00 ", 600},
	} {
		if got, err := ParseClock(tt.text); err != nil || got != tt.want {
			t.Errorf("ParseClock(%q) = %v, %v, want %v", tt.text, got, err, tt.want)
		}
	}
}

func TestParseClockErrors(t *testing.T) {
	for _, tt := range []struct{ text, part, message string }{
		{"", "", "hier ontbreekt een tijd"},
		{"10.00 - 12.00", "-", `"-" past hier niet`},
		{"10.60", "10.60", `"10.60" bestaat niet: een uur heeft 60 minuten`},
		{"99", "99", `"99" bestaat niet: een dag heeft 24 uur`},
		{"-1", "-", `"-" is geen tijd`},
		{"010.00", "010.00", `"010.00" is geen tijd`},
	} {
		_, err := ParseClock(tt.text)
		checkParseError(t, tt.text, err, tt.part, tt.message, "", exampleClock)
	}
}

func TestClockString(t *testing.T) {
	for c, want := range map[Clock]string{0: "00:00", 545: "09:05", 1440: "24:00"} {
		if got := c.String(); got != want {
			t.Errorf("Clock %d = %q, want %q", int(c), got, want)
		}
	}
}
