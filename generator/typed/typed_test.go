package typed

import (
	"errors"
	"reflect"
	"testing"
	"time"

	"pleinwijzer/generator/frontmatter"
	"pleinwijzer/generator/schedule"
)

// TestParsers reads values as they come from TOML. An error is named by its
// code, "type" for ErrType.
func TestParsers(t *testing.T) {
	day := func(y int, m time.Month, d int) schedule.Date { return schedule.NewDate(y, m, d) }
	for _, c := range []struct {
		value any
		want  any
		err   string
	}{
		{"info@voorbeeld.nl", Email("info@voorbeeld.nl"), ""},
		{"Jan <jan@voorbeeld.nl>", Email(""), "email-onleesbaar"},
		{"info@voorbeeld", Email(""), "email-onleesbaar"},
		{"voorbeeld.nl", Email(""), "email-onleesbaar"},
		{7, Email(""), "type"},

		{"info@voorbeeld.nl", Contact("info@voorbeeld.nl"), ""},
		{"https://voorbeeld.nl/melden", Contact("https://voorbeeld.nl/melden"), ""},
		{"http://voorbeeld.nl/melden", Contact(""), "email-onleesbaar"},
		{"a@b.nl\nContact: c", Contact(""), "email-onleesbaar"},

		{"013 000 00 01", Phone("013 000 00 01"), ""},
		{"013-0000001", Phone("013 000 00 01"), ""},
		{"(013) 000  00 01", Phone("013 000 00 01"), ""},
		{"013 / 000.00.01", Phone("013 000 00 01"), ""},
		{"013 – 000 00 01", Phone("013 000 00 01"), ""},
		{"+31 13 000 00 01", Phone("013 000 00 01"), ""},
		{"+31 (0)13 000 00 01", Phone("013 000 00 01"), ""},
		{"0031130000001", Phone("013 000 00 01"), ""},
		{"0416-378780", Phone("0416 37 87 80"), ""},
		{"0162 37 87 80", Phone("0162 37 87 80"), ""},
		{"0612345678", Phone("06 12 34 56 78"), ""},
		{"+31612345678", Phone("06 12 34 56 78"), ""},
		{"0880424242", Phone("088 042 42 42"), ""},
		{"085 123 4567", Phone("085 123 45 67"), ""},
		{"08000000", Phone("0800 0000"), ""},
		{"0900-1234567", Phone("0900 123 45 67"), ""},
		{"14013", Phone("14 013"), ""},
		{"14 0416", Phone("14 0416"), ""},
		{"112", Phone("112"), ""},
		{"116111", Phone("116 111"), ""},
		{"+32 (3) 123-45-67", Phone("+32 3 123 45 67"), ""},
		{"0032 3 123 45 67", Phone("+32 3 123 45 67"), ""},
		{"013 00", Phone(""), "telefoon-onleesbaar"},
		{"bel ons", Phone(""), "telefoon-onleesbaar"},

		{"https://www.voorbeeld.nl/a?b=c", Web("https://www.voorbeeld.nl/a?b=c"), ""},
		{"http://voorbeeld.nl", Web("http://voorbeeld.nl"), ""},
		{"Https://voorbeeld.nl/A", Web("https://voorbeeld.nl/A"), ""},
		{"www.voorbeeld.nl", Web(""), "web-onleesbaar"},
		{"javascript:alert(1)", Web(""), "web-onleesbaar"},
		{"https://", Web(""), "web-onleesbaar"},
		{"https://a b.nl", Web(""), "web-onleesbaar"},

		{"5171 AA", Postcode("5171 AA"), ""},
		{"5171aa", Postcode("5171 AA"), ""},
		{"0171 AA", Postcode(""), "postcode-onleesbaar"},
		{"5171 SS", Postcode(""), "postcode-onleesbaar"},
		{"5171  AA", Postcode(""), "postcode-onleesbaar"},
		{"0855 2000 0001 2345", BAG("0855200000012345"), ""},
		{"0855010000012345", BAG("0855010000012345"), ""},
		{"12 34 56 78", KvK("12345678"), ""},
		{"1234567", KvK(""), "kvk-onleesbaar"},
		{"0855100000012345", BAG(""), "bag-onleesbaar"}, // a building
		{"0855300000012345", BAG(""), "bag-onleesbaar"}, // a street
		{"https://standaarden.overheid.nl/owms/terms/inburgering", Product("http://standaarden.overheid.nl/owms/terms/inburgering"), ""},
		{"inburgering", Product(""), "upl-onleesbaar"},

		{"nl", Language("nl"), ""},
		{"NL", Language(""), "taal-onleesbaar"},
		{"Engels", Language(""), "taal-onleesbaar"},
		{"nld", Language(""), "taal-onleesbaar"},
		{"zz", Language(""), "taal-onleesbaar"},
		{"", Language(""), "taal-onleesbaar"},

		{"#8A3B12", Colour("#8a3b12"), ""},
		{"rood", Colour(""), "kleur-onleesbaar"},
		{"#fff", Colour(""), "kleur-onleesbaar"},

		{"plein-goirle", Slug("plein-goirle"), ""},
		{"Plein Goirle", Slug("Plein Goirle"), ""}, // package catalog knows what is meant

		{"een\n\ntwee\n", Text("een\n\ntwee"), ""},
		{"bel\a", Text(""), "teken-onzichtbaar"},

		{"2026-12-25", day(2026, 12, 25), ""},
		{"2026-12-25T00:00:00.000Z", day(2026, 12, 25), ""},
		{"2026-12-25T00:00", day(2026, 12, 25), ""},
		{"2026-12-24T23:00:00.000Z", schedule.Date(0), "datum-onleesbaar"},
		{"25-12-2026", schedule.Date(0), "datum-onleesbaar"},
		{"2026-02-30", schedule.Date(0), "datum-onleesbaar"},
		{time.Date(2026, 12, 25, 0, 0, 0, 0, time.Local), day(2026, 12, 25), ""},
		{time.Date(2026, 12, 25, 9, 30, 0, 0, time.UTC), schedule.Date(0), "datum-onleesbaar"},
		{time.Date(0, 1, 1, 10, 0, 0, 0, time.UTC), schedule.Date(0), "type"},
		{20261225, schedule.Date(0), "type"},

		{"10.00 tot 12.00 uur", of(600, 720), ""},
		{"10.00 - 11.00 en 12.00 - 13.00", schedule.Span{}, "tijd-onleesbaar"},
		{"tijdens openingstijden", schedule.Span{}, "tijd-onleesbaar"},
		{"9.30 uur", Moment{Begin: 570, Set: true}, ""},
		{"0.00", Moment{Set: true}, ""},
		{"9.30 - 13.00", Moment{Begin: 570, End: 780, Set: true}, ""},
		{"vroeg", Moment{}, "tijd-onleesbaar"},
		{"10.00 - 12.00 en 13.00 - 15.00", Hours{of(600, 720), of(780, 900)}, ""},
		{"tijdens openingstijden", Hours(nil), "tijd-onleesbaar"},
		{true, Hours(nil), "type"},
		{"Gesloten", Opening{Closed: true}, ""},
		{"10.00 - 12.00", Opening{Hours: Hours{of(600, 720)}}, ""},
		{[]any{"13.00 - 15.00", " 10.00 - 12.00"}, Opening{Hours: Hours{of(600, 720), of(780, 900)}}, ""},
		{[]any{"10.00 - 12.00", "11.00 - 13.00"}, Opening{}, "tijd-onleesbaar"},
		{[]any{"gesloten", "10-12"}, Opening{}, "tijd-onleesbaar"},
		{[]any{7}, Opening{}, "type"},

		{"gesloten", HolidayRule{}, ""},
		{"Open", HolidayRule{Own: true}, ""},
		{[]any{"koningsdag"}, HolidayRule{Own: true, Closed: schedule.Holidays(schedule.Koningsdag)}, ""},
		{"soms", HolidayRule{}, "keuze-onbekend"},
		{[]any{"moederdag"}, HolidayRule{}, "feestdag-onbekend"},
		{true, HolidayRule{}, "type"},
	} {
		parse := undated[reflect.TypeOf(c.want)]
		if parse == nil {
			t.Fatalf("no parser for %T", c.want)
		}
		got, err := parse(c.value)
		code := ""
		var wrong *frontmatter.ValueError
		switch {
		case errors.As(err, &wrong):
			code = wrong.Code
			if wrong.Message == "" || wrong.Hint == "" && wrong.Example == "" {
				t.Errorf("%v: no message or no mend: %+v", c.value, wrong)
			}
		case err != nil:
			code = "type"
		}
		if code != c.err || err == nil && !reflect.DeepEqual(got, c.want) {
			t.Errorf("%T %q: %v, %q; want %v, %q", c.want, c.value, got, code, c.want, c.err)
		}
	}
}

func TestTel(t *testing.T) {
	for phone, want := range map[Phone]string{
		"013 000 00 01": "+31130000001", "088 042 42 42": "+31880424242", "+32 3 123 45 67": "+3231234567",
		"0800 0000": "08000000", "0900 000 00 00": "09000000000", "14 013": "14013",
	} {
		if got := phone.Tel(); got != want {
			t.Errorf("%s: %s, want %s", phone, got, want)
		}
	}
}

func TestSlugify(t *testing.T) {
	for name, want := range map[string]string{
		"'s-Hertogenbosch": "s-hertogenbosch", "Eén loket": "een-loket", "Loon op Zand": "loon-op-zand",
		"  A & B  ": "a-b", "’t Plein": "t-plein", "!!!": "", "Łódź": "odz", "straße": "stra-e",
	} {
		if got := Slugify(name); got != want || got != "" && !IsSlug(got) {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}

// TestListOfOne reads what a form writes that has room for several values.
func TestListOfOne(t *testing.T) {
	for _, test := range []struct {
		parse frontmatter.Parser
		text  string
	}{
		{dated{}.opening, "gesloten"}, {dated{}.opening, "10.00 tot 17.00 uur"}, {parseHolidayRule, "gesloten"}, {parseHolidayRule, "Open"},
	} {
		alone, err := test.parse(test.text)
		listed, errListed := test.parse([]any{test.text})
		if err != nil || errListed != nil || !reflect.DeepEqual(alone, listed) {
			t.Errorf("%q is %v, %v, and in a list %v, %v", test.text, alone, err, listed, errListed)
		}
	}
	if _, err := parseHolidayRule([]any{"gesloten", "koningsdag"}); err == nil {
		t.Error("a plein is both closed on all holidays and on one")
	}
}

func of(begin, end schedule.Clock) schedule.Span { return schedule.Span{Begin: begin, End: end} }
