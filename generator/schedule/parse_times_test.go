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

var timesErrors = []struct {
	text, part, message, suggestion, example string
}{
	{"", "", "hier staat geen tijd", "", exampleTimes},
	{"ochtend", "ochtend", `"ochtend" is geen tijd`, "", exampleTimes},
	{"half tien", "half", `"half" is geen tijd`, "", exampleTimes},
	{"10.00", "10.00", "hier ontbreekt de eindtijd", "", exampleTimes},
	{"van 10.00 uur", "van 10.00 uur", "hier ontbreekt de eindtijd", "", exampleTimes},
	{"vanaf 10.00 uur", "vanaf", `"vanaf" is geen tijd`, "", exampleTimes},
	{"10.00 -", "-", "hier ontbreekt een tijd", "", exampleTimes},
	{"10 - 12 en", "en", "hier ontbreekt een tijd", "", exampleSpans},
	{"tussen 10 tot 12", "tussen 10", "hier ontbreekt de eindtijd", "", exampleTimes},
	{"25:00 - 26:00", "25:00", `"25:00" bestaat niet: een dag heeft 24 uur`, "", exampleTimes},
	{"23:00 - 24:01", "24:01", `"24:01" bestaat niet: een dag heeft 24 uur`, "", exampleTimes},
	{"10:75 - 12:00", "10:75", `"10:75" bestaat niet: een uur heeft 60 minuten`, "", exampleTimes},
	{"10:5 - 12:00", "10:5", `"10:5" is geen tijd`, "", exampleTimes},
	{"10: - 12:", "10:", `"10:" is geen tijd`, "", exampleTimes},
	{"1000 - 1200", "1000", `"1000" is geen tijd`, "", exampleTimes},
	{"10.00.00 - 12", "10.00.00", `"10.00.00" is geen tijd`, "", exampleTimes},
	{"12.00 - 10.00", "12.00 - 10.00", "de eindtijd ligt niet na de begintijd", "", exampleTimes},
	{"van 10 tot 10 uur", "van 10 tot 10 uur", "de eindtijd ligt niet na de begintijd", "", exampleTimes},
	{"10 - 12 en 11 - 13", "11 - 13", "deze tijd overlapt met een andere", "", exampleSpans},
	{"10 - 12 13 - 15", "13", `tussen twee tijden hoort "en"`, "", exampleSpans},
	{"tijdens openingstijden en 10 - 12", "en", `"en" past hier niet`, "", "tijdens openingstijden"},
	{"tijdens openingstijde", "openingstijde", `na "tijdens" hoort "openingstijden"`, "openingstijden", "tijdens openingstijden"},
	{"tijdens", "tijdens", `na "tijdens" hoort "openingstijden"`, "", "tijdens openingstijden"},
	{"10 - 12 uur, inloop", "inloop", `"inloop" is geen tijd`, "", exampleSpans},
}

func TestParseTimesErrors(t *testing.T) {
	for _, tt := range timesErrors {
		_, err := ParseTimes(tt.text)
		checkParseError(t, tt.text, err, tt.part, tt.message, tt.suggestion, tt.example)
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
		{"tien uur", "tien", `"tien" is geen tijd`},
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
