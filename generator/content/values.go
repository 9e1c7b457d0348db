package content

import (
	"errors"
	"net/mail"
	"net/url"
	"reflect"
	"regexp"
	"strings"
	"time"
	"unicode"

	"pleinwijzer/generator/frontmatter"
	"pleinwijzer/generator/schedule"
)

// The types of values that have a form of their own. A value of one of these
// types is either empty or right: the decoder refuses all else.
type (
	Text     string          // text of several lines
	Email    string          // an address such as info@voorbeeld.nl
	Phone    string          // digits in the groups that are read aloud, such as "013 000 00 01"
	Web      string          // an absolute http or https URL
	Postcode string          // four digits, a space and two capitals
	Language string          // an ISO 639 code of two letters, such as "nl"
	Colour   string          // "#rrggbb"
	Slug     string          // the last part of an address: a-z, 0-9 and "-"
	Hours    []schedule.Span // hours on one day, in order
)

// Opening is one day of a plein's openingstijden.
type Opening struct {
	Hours  Hours
	Closed bool // said to be closed, which is more than not mentioned
}

// Moment is a time of day, with an end if one was given.
type Moment struct {
	Begin, End schedule.Clock
	Set        bool // midnight is a time too
}

// HasEnd reports whether the moment has an end.
func (m Moment) HasEnd() bool { return m.End > m.Begin }

// HolidayRule is what a plein does on holidays.
type HolidayRule struct {
	Own    bool                // false: closed on the holidays of site.toml
	Closed schedule.HolidaySet // the holidays it closes on, if Own
}

// parsers says how each type is read from a file. To add a type: a line here.
var parsers = frontmatter.Parsers{
	reflect.TypeFor[Text]():           text(parseText),
	reflect.TypeFor[Email]():          text(parseEmail),
	reflect.TypeFor[Phone]():          text(parsePhone),
	reflect.TypeFor[Web]():            text(parseWeb),
	reflect.TypeFor[Postcode]():       text(parsePostcode),
	reflect.TypeFor[Language]():       text(parseLanguage),
	reflect.TypeFor[Colour]():         text(parseColour),
	reflect.TypeFor[Slug]():           text(parseSlug),
	reflect.TypeFor[schedule.Days]():  text(parseDays),
	reflect.TypeFor[schedule.Times](): text(parseTimes),
	reflect.TypeFor[schedule.Span]():  text(parseSpan),
	reflect.TypeFor[Hours]():          parseHours,
	reflect.TypeFor[Opening]():        parseOpening,
	reflect.TypeFor[Moment]():         text(parseMoment),
	reflect.TypeFor[HolidayRule]():    parseHolidayRule,
	reflect.TypeFor[schedule.Date]():  parseDate,
}

// text makes a Parser of a function that reads text.
func text[T any](parse func(string) (T, error)) frontmatter.Parser {
	return func(value any) (any, error) {
		s, ok := value.(string)
		if !ok {
			return nil, frontmatter.ErrType
		}
		return parse(s)
	}
}

func wrong(code, message, hint string) error {
	return &frontmatter.ValueError{Code: code, Message: message, Hint: hint}
}

func parseText(s string) (Text, error) {
	at := strings.IndexFunc(s, func(r rune) bool { return unicode.IsControl(r) && !unicode.IsSpace(r) })
	if at >= 0 {
		return "", wrong("teken-onzichtbaar", "in de tekst staat een onzichtbaar teken", "haal het weg en typ de tekst opnieuw")
	}
	return Text(strings.TrimSpace(s)), nil
}

func parseEmail(s string) (Email, error) {
	s = strings.TrimSpace(s)
	address, err := mail.ParseAddress(s)
	if err != nil || address.Address != s || !strings.Contains(s[strings.LastIndexByte(s, '@'):], ".") {
		return "", wrong("email-onleesbaar", "dit is geen e-mailadres", `schrijf alleen het adres, zoals "info@voorbeeld.nl"`)
	}
	return Email(s), nil
}

// parsePhone accepts what is in use in the Netherlands: ten digits from 0,
// numbers from +31, the short numbers 14 0xx of municipalities, 0800 and 0900.
func parsePhone(s string) (Phone, error) {
	s = strings.Join(strings.Fields(s), " ")
	digits := strings.Map(func(r rune) rune {
		if strings.ContainsRune(" -()", r) {
			return -1
		}
		return r
	}, s)
	if !phoneDigits.MatchString(digits) {
		return "", wrong("telefoon-onleesbaar", "dit is geen telefoonnummer", `schrijf alle cijfers met spaties, zoals "013 000 00 01"`)
	}
	return Phone(strings.NewReplacer("-", " ", "(", "", ")", "").Replace(s)), nil
}

var phoneDigits = regexp.MustCompile(`^(0[1-9]\d{8}|0[89]00\d{4,7}|140\d{2,3}|\+[1-9]\d{7,14}|11[2-9]|116\d{3})$`)

// Tel is the number as a tel: link wants it (RFC 3966): digits, with the
// country where that is known. Short numbers work only as they are.
func (p Phone) Tel() string {
	digits := strings.ReplaceAll(string(p), " ", "")
	if len(digits) == 10 && digits[0] == '0' && digits[:2] != "08" && digits[:2] != "09" {
		return "+31" + digits[1:]
	}
	return digits
}

func parseWeb(s string) (Web, error) {
	s = strings.TrimSpace(s)
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || strings.ContainsAny(s, " \t\n") {
		return "", wrong("web-onleesbaar", "dit is geen volledig webadres", `begin met https://, zoals "https://www.voorbeeld.nl"`)
	}
	return Web(s), nil
}

var postcodeForm = regexp.MustCompile(`^([1-9]\d{3}) ?([A-Za-z]{2})$`)

func parsePostcode(s string) (Postcode, error) {
	m := postcodeForm.FindStringSubmatch(strings.TrimSpace(s))
	if m == nil {
		return "", wrong("postcode-onleesbaar", "dit is geen postcode", `schrijf vier cijfers, een spatie en twee letters, zoals "5171 AA"`)
	}
	letters := strings.ToUpper(m[2])
	switch letters {
	case "SA", "SD", "SS": // never given out
		return "", wrong("postcode-onleesbaar", "deze postcode bestaat niet: "+letters+" komt niet voor", "kijk de postcode na")
	}
	return Postcode(m[1] + " " + letters), nil
}

var languageForm = regexp.MustCompile(`^[a-z]{2}$`)

func parseLanguage(s string) (Language, error) {
	s = strings.TrimSpace(s)
	if !languageForm.MatchString(s) {
		return "", wrong("taal-onleesbaar", "dit is geen taalcode", `schrijf twee kleine letters, zoals "nl", "en", "ar" of "pl"`)
	}
	return Language(s), nil
}

var colourForm = regexp.MustCompile(`^#[0-9a-fA-F]{6}$`)

func parseColour(s string) (Colour, error) {
	s = strings.TrimSpace(s)
	if !colourForm.MatchString(s) {
		return "", wrong("kleur-onleesbaar", "dit is geen kleur", `schrijf een hekje en zes cijfers of letters, zoals "#8a3b12"`)
	}
	return Colour(strings.ToLower(s)), nil
}

func parseSlug(s string) (Slug, error) {
	s = strings.TrimSpace(s)
	if !IsSlug(s) {
		return "", wrong("naam-verkeerd", "een adres heeft alleen kleine letters, cijfers en streepjes", `schrijf "`+Slugify(s)+`"`)
	}
	return Slug(s), nil
}

// scheduleError says a grammar's refusal as an editor's problem.
func scheduleError(code string, err error) error {
	var parse *schedule.ParseError
	if !errors.As(err, &parse) {
		return wrong(code, err.Error(), "")
	}
	hint := ""
	if parse.Suggestion != "" {
		hint = `bedoelt u "` + parse.Suggestion + `"?`
	}
	example := ""
	if parse.Example != "" {
		example = `"` + parse.Example + `"`
	}
	return &frontmatter.ValueError{
		Code: code, Message: parse.Message, Hint: hint, Example: example,
		Offset: parse.Offset, Length: parse.Length,
	}
}

func parseDays(s string) (schedule.Days, error) {
	days, err := schedule.ParseDays(s)
	if err != nil {
		return days, scheduleError("dag-onleesbaar", err)
	}
	return days, nil
}

func parseTimes(s string) (schedule.Times, error) {
	times, err := schedule.ParseTimes(s)
	if err != nil {
		return times, scheduleError("tijd-onleesbaar", err)
	}
	return times, nil
}

func parseSpan(s string) (schedule.Span, error) {
	times, err := parseTimes(s)
	if err != nil {
		return schedule.Span{}, err
	}
	if times.Opening || len(times.Spans) != 1 {
		return schedule.Span{}, wrong("tijd-onleesbaar", "hier hoort één begintijd en één eindtijd", `schrijf "10.00 tot 12.00 uur"`)
	}
	return times.Spans[0], nil
}

func parseHours(value any) (any, error) {
	s, ok := value.(string)
	if !ok {
		return nil, frontmatter.ErrType
	}
	times, err := parseTimes(s)
	if err != nil {
		return nil, err
	}
	if times.Opening {
		return nil, wrong("tijd-onleesbaar", "hier horen gewone tijden", `schrijf "10.00 tot 12.00 uur"`)
	}
	return Hours(times.Spans), nil
}

// parseOpening reads "gesloten", times as one text, or a list of such texts.
func parseOpening(value any) (any, error) {
	if list, ok := value.([]any); ok {
		var parts []string
		for _, item := range list {
			s, ok := item.(string)
			if !ok {
				return nil, frontmatter.ErrType
			}
			parts = append(parts, s)
		}
		value = strings.Join(parts, " en ")
	}
	if s, ok := value.(string); ok && strings.EqualFold(strings.TrimSpace(s), "gesloten") {
		return Opening{Closed: true}, nil
	}
	hours, err := parseHours(value)
	if err != nil {
		return nil, err
	}
	return Opening{Hours: hours.(Hours)}, nil
}

func parseMoment(s string) (Moment, error) {
	if clock, err := schedule.ParseClock(s); err == nil {
		return Moment{Begin: clock, Set: true}, nil
	}
	span, err := parseSpan(s)
	return Moment{Begin: span.Begin, End: span.End, Set: true}, err
}

// parseHolidayRule reads "gesloten", "open", or the list of holidays on which
// a plein closes.
func parseHolidayRule(value any) (any, error) {
	switch v := value.(type) {
	case string:
		switch strings.ToLower(strings.TrimSpace(v)) {
		case "gesloten":
			return HolidayRule{}, nil
		case "open":
			return HolidayRule{Own: true}, nil
		}
		return nil, wrong("keuze-onbekend", `dit kan niet bij "feestdagen"`, `kies "gesloten", "open", of een lijst zoals ["koningsdag"]`)
	case []any:
		rule := HolidayRule{Own: true}
		for _, item := range v {
			s, ok := item.(string)
			if !ok {
				return nil, frontmatter.ErrType
			}
			holiday, err := schedule.ParseHoliday(s)
			if err != nil {
				return nil, scheduleError("feestdag-onbekend", err)
			}
			rule.Closed |= schedule.Holidays(holiday)
		}
		return rule, nil
	}
	return nil, frontmatter.ErrType
}

// parseDate reads a TOML date or the same in quotes, as forms write it. Forms
// also add a time of midnight, which is left out.
func parseDate(value any) (any, error) {
	switch v := value.(type) {
	case time.Time:
		return schedule.NewDate(v.Date()), nil
	case string:
		s := strings.TrimSpace(v)
		day, clock, hasTime := strings.Cut(s, "T")
		if hasTime && strings.Trim(clock, "0:.Z") != "" {
			return nil, wrong("datum-onleesbaar", "hier hoort een datum zonder tijd", `schrijf "`+day+`"`)
		}
		date, err := schedule.ParseDate(day)
		if err != nil {
			return nil, scheduleError("datum-onleesbaar", err)
		}
		return date, nil
	}
	return nil, frontmatter.ErrType
}
