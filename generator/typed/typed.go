// Package typed has the values with a fixed form, such as phone numbers, web addresses
// and postcodes: their types, how they are read from what an editor wrote, and what to
// say if they cannot be read.
package typed

import (
	"maps"
	"net/mail"
	"reflect"
	"regexp"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"pleinwijzer/generator/frontmatter"
	"pleinwijzer/generator/public"
	"pleinwijzer/generator/schedule"
)

// The types of values with a fixed form. A value of one of these types is either empty
// or valid, since the decoder refuses everything else; only a Slug may be anything.
type (
	Text     string          // text of several lines
	Email    string          // an address such as info@voorbeeld.nl
	Phone    string          // in groups of digits, see phone.go
	Web      string          // an absolute http or https URL
	Secure   string          // a Web with https
	Contact  string          // an Email, or a Web with https
	Postcode string          // four digits, a space and two capitals
	BAG      string          // the id of an address in the register of addresses and buildings: 16 digits
	KvK      string          // the number of an organisation in the Handelsregister: 8 digits
	Product  string          // the address of a product in the Uniforme Productnamenlijst of the government
	Language string          // an ISO 639 code of two letters, such as "nl"
	Colour   string          // "#rrggbb"
	Slug     string          // the name of a record as the editor wrote it, which should be its slug
	Hours    []schedule.Span // hours on one day, in order

	Picture    string // the path of a file in the folder static, such as "/logo.svg"
	Repository string // a repository on GitHub, as owner/name
)

// Opening is one day of a plein's openingstijden.
type Opening struct {
	Hours  Hours
	Closed bool // the editor wrote that it is closed, so it is not just missing
}

// Moment is a time of day, with an end if one was given.
type Moment struct {
	Begin, End schedule.Clock
	Set        bool // since midnight is a time as well
}

// HasEnd reports whether the moment has an end.
func (m Moment) HasEnd() bool { return m.End > m.Begin }

// HolidayRule says which holidays a plein is closed on.
type HolidayRule struct {
	Own    bool                // false: closed on the holidays of site.toml
	Closed schedule.HolidaySet // the holidays on which it is closed, if Own
}

// Parsers returns how each type is read from a file on a given day. The day only
// matters for how mistakes can be fixed: a date without a year is taken to be in the
// future. Without a day no fix is offered for such a date. To add a type: a line here
// if it says when something happens, or else below.
func Parsers(today schedule.Date) frontmatter.Parsers {
	d := dated{today}
	parsers := maps.Clone(timeless)
	maps.Copy(parsers, frontmatter.Parsers{
		reflect.TypeFor[schedule.Days]():  text(kept(d.days)),
		reflect.TypeFor[schedule.Times](): text(d.times),
		reflect.TypeFor[schedule.Span]():  text(d.span),
		reflect.TypeFor[Hours]():          d.hours,
		reflect.TypeFor[Opening]():        d.opening,
		reflect.TypeFor[Moment]():         text(d.moment),
		reflect.TypeFor[schedule.Date]():  d.date,
	})
	return parsers
}

// undated has the parsers without a day.
var undated = Parsers(0)

var timeless = frontmatter.Parsers{
	reflect.TypeFor[Text]():        text(parseText),
	reflect.TypeFor[Email]():       text(parseEmail),
	reflect.TypeFor[Phone]():       text(parsePhone),
	reflect.TypeFor[Web]():         text(parseWeb),
	reflect.TypeFor[Secure]():      text(parseSecure),
	reflect.TypeFor[Contact]():     text(parseContact),
	reflect.TypeFor[Postcode]():    text(parsePostcode),
	reflect.TypeFor[BAG]():         text(parseBAG),
	reflect.TypeFor[KvK]():         text(parseKvK),
	reflect.TypeFor[Product]():     text(parseProduct),
	reflect.TypeFor[Language]():    text(parseLanguage),
	reflect.TypeFor[Colour]():      text(parseColour),
	reflect.TypeFor[Slug]():        text(parseSlug),
	reflect.TypeFor[Repository]():  text(parseRepository),
	reflect.TypeFor[HolidayRule](): parseHolidayRule,
}

// text turns a function that reads text into a Parser. Only a Text has several lines,
// of which the first may be indented like the others.
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

// IsEmail reports whether mail can go to the address, from anywhere.
func IsEmail(s string) bool {
	_, err := parseEmail(s)
	return err == nil
}

func parseContact(s string) (Contact, error) {
	if IsEmail(s) {
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

// languageNames has the names that editors write instead of the code.
var languageNames = map[string]string{
	"nederlands": "nl", "engels": "en", "duits": "de", "frans": "fr", "spaans": "es", "pools": "pl", "turks": "tr", "arabisch": "ar",
	"oekraïens": "uk", "russisch": "ru", "bulgaars": "bg", "roemeens": "ro", "farsi": "fa", "somalisch": "so", "tigrinya": "ti",
}

// LanguageNamed returns the language with a Dutch name or a code, as people write them.
func LanguageNamed(name string) (Language, bool) {
	slug := Slugify(name)
	if language, ok := languagesNamed()[slug]; ok {
		return language, true
	}
	_, err := language.ParseBase(slug)
	return Language(slug), len(slug) == 2 && err == nil
}

// languagesNamed has the languages with a code of two letters by their names.
var languagesNamed = sync.OnceValue(func() map[string]Language {
	named := map[string]Language{}
	for _, code := range Languages() {
		named[Slugify(code.Name())] = code
	}
	for name, code := range languageNames {
		named[Slugify(name)] = Language(code)
	}
	return named
})

// Languages returns the languages with a code of two letters that have a Dutch name, by
// code.
var Languages = sync.OnceValue(func() (all []Language) {
	for a := 'a'; a <= 'z'; a++ {
		for b := 'a'; b <= 'z'; b++ {
			code := string([]rune{a, b})
			base, err := language.ParseBase(code)
			if err != nil || base.String() != code {
				continue
			}
			if name := Slugify(dutchNames.Name(language.Raw.Make(code))); name != "" && name != code {
				all = append(all, Language(code))
			}
		}
	}
	return all
})

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

// Name returns the name of the language in Dutch, according to the Unicode locale data.
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

// parseSlug accepts any name: only package catalog knows which names exist, and
// therefore what an editor meant by a wrong one.
func parseSlug(s string) (Slug, error) {
	if s == "" {
		return "", wrong("naam-verkeerd", "hier horen alleen kleine letters, cijfers en streepjes", "gebruik de naam van het bestand, zonder .md")
	}
	return Slug(s), nil
}

var repositoryForm = regexp.MustCompile(`^[0-9A-Za-z-]+/[0-9A-Za-z._-]+$`)

// parseRepository accepts only owner/name. An editor may have copied the whole address.
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
