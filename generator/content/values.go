package content

import (
	"maps"
	"net/mail"
	"reflect"
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"pleinwijzer/generator/frontmatter"
	"pleinwijzer/generator/public"
	"pleinwijzer/generator/schedule"
)

// The types of values that have a form of their own. A value of one of these
// types is either empty or right: the decoder refuses all else, but for a Slug.
type (
	Text     string          // text of several lines
	Email    string          // an address such as info@voorbeeld.nl
	Phone    string          // in the groups that are read aloud, see phone.go
	Web      string          // an absolute http or https URL
	Contact  string          // an Email, or a Web with https
	Postcode string          // four digits, a space and two capitals
	Language string          // an ISO 639 code of two letters, such as "nl"
	Colour   string          // "#rrggbb"
	Slug     string          // names a record as an editor does: by its slug, if it is right
	Hours    []schedule.Span // hours on one day, in order

	Picture    string // the path of a file in the folder static, such as "/logo.svg"
	Repository string // a repository on GitHub, as owner/name
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

// A reading is a look at files on a day, of which nothing but what is said of a
// mistake depends: a date without a year is one to come. Without a day such a date is
// not mended.
type reading struct {
	parsers frontmatter.Parsers
	today   schedule.Date
}

func readingOn(today schedule.Date) reading {
	r := reading{today: today}
	r.parsers = maps.Clone(timeless)
	maps.Copy(r.parsers, frontmatter.Parsers{
		reflect.TypeFor[schedule.Days]():  text(kept(r.days)),
		reflect.TypeFor[schedule.Times](): text(r.times),
		reflect.TypeFor[schedule.Span]():  text(r.span),
		reflect.TypeFor[Hours]():          r.hours,
		reflect.TypeFor[Opening]():        r.opening,
		reflect.TypeFor[Moment]():         text(r.moment),
		reflect.TypeFor[schedule.Date]():  r.date,
	})
	return r
}

// undated is a reading without a day.
var undated = readingOn(0)

// parsers says how each type is read from a file. To add a type: a line here, or above
// if it says when.
var parsers = undated.parsers

var timeless = frontmatter.Parsers{
	reflect.TypeFor[Text]():        text(parseText),
	reflect.TypeFor[Email]():       text(parseEmail),
	reflect.TypeFor[Phone]():       text(parsePhone),
	reflect.TypeFor[Web]():         text(parseWeb),
	reflect.TypeFor[Contact]():     text(parseContact),
	reflect.TypeFor[Postcode]():    text(parsePostcode),
	reflect.TypeFor[Language]():    text(parseLanguage),
	reflect.TypeFor[Colour]():      text(parseColour),
	reflect.TypeFor[Slug]():        text(parseSlug),
	reflect.TypeFor[Repository]():  text(parseRepository),
	reflect.TypeFor[HolidayRule](): parseHolidayRule,
}

// text makes a Parser of a function that reads text. Only a Text has several lines, of
// which the first may stand in as the others do.
func text[T any](parse func(string) (T, error)) frontmatter.Parser {
	_, lines := any(*new(T)).(Text)
	return func(value any) (any, error) {
		s, ok := value.(string)
		switch {
		case !ok:
			return nil, frontmatter.ErrType
		case !lines:
			s = strings.TrimSpace(s)
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
	return Text(strings.TrimRightFunc(s, unicode.IsSpace)), nil
}

func parseEmail(s string) (Email, error) {
	address, err := mail.ParseAddress(s)
	if err != nil || address.Address != s || !strings.Contains(s[strings.LastIndexByte(s, '@'):], ".") {
		return "", wrong("email-onleesbaar", "dit is geen e-mailadres", `schrijf alleen het adres, zoals "info@voorbeeld.nl"`)
	}
	if !public.Host(address.Address[strings.LastIndexByte(s, '@')+1:]) {
		return "", wrong("email-onleesbaar", "dit e-mailadres werkt alleen op uw eigen computer of netwerk", "schrijf een adres waar iedereen naartoe kan mailen")
	}
	return Email(s), nil
}

func parseContact(s string) (Contact, error) {
	if _, err := parseEmail(s); err == nil {
		return Contact(s), nil
	}
	if _, err := parseWeb(s); err == nil && strings.HasPrefix(strings.ToLower(s), "https:") {
		return Contact(s), nil
	}
	return "", wrong("email-onleesbaar", "dit is geen e-mailadres en geen webadres", `schrijf alleen het adres, zoals "info@voorbeeld.nl" of "https://www.voorbeeld.nl/melden"`)
}

var postcodeForm = regexp.MustCompile(`^([1-9]\d{3}) ?([A-Za-z]{2})$`)

func parsePostcode(s string) (Postcode, error) {
	m := postcodeForm.FindStringSubmatch(s)
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

// languageNames are the names that editors write for the code.
var languageNames = map[string]string{
	"nederlands": "nl", "engels": "en", "duits": "de", "frans": "fr", "spaans": "es", "pools": "pl", "turks": "tr", "arabisch": "ar",
	"oekraïens": "uk", "russisch": "ru", "bulgaars": "bg", "roemeens": "ro", "farsi": "fa", "somalisch": "so", "tigrinya": "ti",
}

func parseLanguage(s string) (Language, error) {
	code, known := languageNames[strings.ToLower(s)]
	if !known {
		code = strings.ToLower(s)
	}
	_, err := language.ParseBase(code)
	switch {
	case len(code) == 2 && err == nil && code == s:
		return Language(s), nil
	case len(code) == 2 && err == nil:
		return "", wrong("taal-onleesbaar", "dit is geen taalcode", `schrijf "`+code+`"`)
	}
	return "", wrong("taal-onleesbaar", "dit is geen taalcode", `schrijf twee kleine letters, zoals "nl", "en", "ar" of "pl"`)
}

// Name is the name of the language in Dutch, by the Unicode locale data.
func (l Language) Name() string {
	tag, err := language.Parse(string(l))
	if err != nil {
		return string(l)
	}
	return dutchNames.Name(tag)
}

var dutchNames = display.Languages(language.Dutch)

var colourForm = regexp.MustCompile(`^#[0-9a-fA-F]{6}$`)

func parseColour(s string) (Colour, error) {
	if !colourForm.MatchString(s) {
		return "", wrong("kleur-onleesbaar", "dit is geen kleur", `schrijf een hekje en zes cijfers of letters, zoals "#8a3b12"`)
	}
	return Colour(strings.ToLower(s)), nil
}

// parseSlug takes any name: only package catalog knows which ones there are, and so
// what an editor meant who wrote another.
func parseSlug(s string) (Slug, error) {
	if s == "" {
		return "", wrong("naam-verkeerd", "hier horen alleen kleine letters, cijfers en streepjes", "gebruik de naam van het bestand, zonder .md")
	}
	return Slug(s), nil
}

var repositoryForm = regexp.MustCompile(`^[0-9A-Za-z-]+/[0-9A-Za-z._-]+$`)

// parseRepository refuses all but owner/name. An editor may have copied the
// whole address.
func parseRepository(s string) (Repository, error) {
	if repositoryForm.MatchString(s) {
		return Repository(s), nil
	}
	hint := `schrijf de eigenaar en de naam, zoals "bibliotheek/pleinwijzer"`
	if _, path, ok := strings.Cut(s, "github.com/"); ok {
		if parts := strings.Split(strings.TrimSuffix(path, ".git"), "/"); len(parts) >= 2 {
			hint = `schrijf "` + parts[0] + "/" + parts[1] + `"`
		}
	}
	return "", wrong("github-onleesbaar", "dit is geen naam van een opslagplaats op GitHub", hint)
}
