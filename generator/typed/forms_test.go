package typed

import (
	"reflect"
	"regexp"
	"strings"
	"testing"

	"pleinwijzer/generator/schedule"
)

// TestEveryTextHasAForm wants a pattern for each type with a parser of its own,
// but for text in which anything may stand.
func TestEveryTextHasAForm(t *testing.T) {
	for parsed := range undated {
		form := FormOf(parsed)
		if parsed == reflect.TypeFor[Text]() {
			continue
		}
		if form.Pattern == "" {
			t.Errorf("%s has no pattern", parsed)
		}
		if strings.Contains(form.Message, "..") || strings.Count(form.Message, ".") < 2 {
			t.Errorf("%s: %q are no two sentences", parsed, form.Message)
		}
	}
}

// TestPatternsFollowParsers wants a pattern to accept what its parser accepts,
// and to refuse what is plainly wrong; a Slug is refused by package catalog.
func TestPatternsFollowParsers(t *testing.T) {
	tests := map[reflect.Type]struct{ right, wrong []string }{
		reflect.TypeFor[Email](): {
			[]string{"info@voorbeeld.nl", "a.b+c@sub.voorbeeld.nl", "a@[8.8.8.8]"}, []string{"info", "info@voorbeeld", "info @voorbeeld.nl", "Jan <info@voorbeeld.nl>"},
		},
		reflect.TypeFor[Phone](): {
			[]string{"013 000 00 01", "(013) 000 00 01", "+31 13 000 00 01", "14 013", "0800-0001", "112", "(+31)130000001"}, []string{"bel ons", "013;0000001", "()"},
		},
		reflect.TypeFor[Web]():            {[]string{"https://voorbeeld.nl", "HTTP://voorbeeld.nl/a?b#c"}, []string{"www.voorbeeld.nl", "https://voorbeeld.nl/een pagina", "mailto:a@b.nl"}},
		reflect.TypeFor[Secure]():         {[]string{"https://voorbeeld.nl/a", "HTTPS://voorbeeld.nl"}, []string{"http://voorbeeld.nl", "javascript:alert(1)", "voorbeeld.nl"}},
		reflect.TypeFor[Contact]():        {[]string{"info@voorbeeld.nl", "https://voorbeeld.nl/melden"}, []string{"http://voorbeeld.nl", "www.voorbeeld.nl", "info", "mailto:"}},
		reflect.TypeFor[Postcode]():       {[]string{"5171 AA", "5171aa"}, []string{"517 AA", "0171 AA", "5171  AA", "5171 A1"}},
		reflect.TypeFor[KvK]():            {[]string{"12345678", "1234 5678", "12.34.56.78"}, []string{"1234567", "123456789", "1234567x"}},
		reflect.TypeFor[BAG]():            {[]string{"0855200000012345", "0855 0100 0001 2345"}, []string{"0855", "085520000001234x", "0855 2000 0001 2345 6"}},
		reflect.TypeFor[Product]():        {[]string{"http://standaarden.overheid.nl/owms/terms/schuldhulpverlening", "https://standaarden.overheid.nl/owms/terms/inburgering_nieuwkomer"}, []string{"schuldhulpverlening", "https://standaarden.overheid.nl/owms/terms/", "https://www.overheid.nl/owms/terms/a"}},
		reflect.TypeFor[Language]():       {[]string{"nl", "uk"}, []string{"NL", "nederlands", "nld"}},
		reflect.TypeFor[Colour]():         {[]string{"#8a3b12", "#8A3B12"}, []string{"8a3b12", "#abc", "rood"}},
		reflect.TypeFor[Slug]():           {[]string{"plein-1", "a"}, []string{"Plein", "plein_1", "-plein", "pleinen/plein.md"}},
		reflect.TypeFor[Repository]():     {[]string{"bibliotheek/pleinwijzer", "a-b/c.d_e"}, []string{"pleinwijzer", "https://github.com/bibliotheek/pleinwijzer", "a/b/c"}},
		reflect.TypeFor[schedule.Date]():  {[]string{"2026-12-25", "2026-12-25T00:00:00.000Z", "2026-12-25T00:00"}, []string{"25-12-2026", "2026-1-5", "kerst", "2026-12-25T10:00"}},
		reflect.TypeFor[schedule.Span]():  {[]string{"10.00 tot 12.00 uur"}, []string{"ochtend", "tijdens openingstijden"}},
		reflect.TypeFor[schedule.Days]():  {[]string{"dinsdag"}, []string{"dinsdga"}},
		reflect.TypeFor[schedule.Times](): {[]string{"tijdens openingstijden"}, []string{"ochtend"}},
		reflect.TypeFor[Hours]():          {[]string{"9 tot 12 en 13 tot 17 uur"}, []string{"gesloten"}},
		reflect.TypeFor[Moment]():         {[]string{"9.30 uur", "9.30 - 13.00"}, []string{"half tien"}},
		reflect.TypeFor[Opening]():        {[]string{"gesloten", "Gesloten", "10-17 uur"}, []string{"dicht", "open"}},
		reflect.TypeFor[HolidayRule]():    {[]string{"gesloten", "OPEN"}, []string{"dicht", "koningsdag"}},
	}
	for parsed := range patterns {
		form, ok := regexp.MustCompile(FormOf(parsed).Pattern), tests[parsed]
		if len(ok.right) == 0 {
			t.Errorf("%s has no test", parsed)
		}
		for _, text := range ok.right {
			if _, err := undated[parsed](text); err != nil {
				t.Errorf("%s: the parser refuses %q: %v", parsed, text, err)
			}
			if !form.MatchString(text) || !form.MatchString(" "+text+"\n") {
				t.Errorf("%s: the pattern refuses %q", parsed, text)
			}
		}
		for _, text := range ok.wrong {
			if _, err := undated[parsed](text); err == nil && parsed != reflect.TypeFor[Slug]() {
				t.Errorf("%s: the parser accepts %q", parsed, text)
			}
			if form.MatchString(text) {
				t.Errorf("%s: the pattern accepts %q", parsed, text)
			}
		}
	}
}
