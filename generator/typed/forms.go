package typed

import (
	"errors"
	"reflect"
	"strings"
	"unicode"
	"unicode/utf8"

	"pleinwijzer/generator/frontmatter"
	"pleinwijzer/generator/schedule"
)

// A Form is what can be checked while someone is still typing a text. The pattern is a
// regular expression that Go, JavaScript and Rust all understand. It accepts everything
// that the parser of the type accepts, and some texts that the parser refuses. The
// pattern of a Slug refuses what package catalog refuses.
type Form struct {
	Pattern string
	Message string // what is wrong and how to fix it, in the words of the parser
}

// patterns has the patterns of the types that are written as text. Spaces around a text
// are removed before it is read.
var patterns = map[reflect.Type]string{
	reflect.TypeFor[Email]():          `^\s*[^@\s]+@[^\s]*\.[^\s]*\s*$`,
	reflect.TypeFor[Phone]():          `^[-–+()./\s0-9]*[0-9][-–+()./\s0-9]*$`,
	reflect.TypeFor[Web]():            `^\s*[Hh][Tt][Tt][Pp][Ss]?://[^\s]+\s*$`,
	reflect.TypeFor[Secure]():         `^\s*[Hh][Tt][Tt][Pp][Ss]://[^\s]+\s*$`,
	reflect.TypeFor[Contact]():        `^\s*(?:[^@\s]+@[^\s]*\.[^\s]*|[Hh][Tt][Tt][Pp][Ss]://[^\s]+)\s*$`,
	reflect.TypeFor[Postcode]():       `^\s*[1-9][0-9]{3} ?[A-Za-z]{2}\s*$`,
	reflect.TypeFor[BAG]():            `^\s*(?:[0-9] *){16}\s*$`,
	reflect.TypeFor[KvK]():            `^\s*(?:[0-9][ .]*){8}\s*$`,
	reflect.TypeFor[Product]():        `^\s*https?://standaarden\.overheid\.nl/owms/terms/[^\s/?#]+\s*$`,
	reflect.TypeFor[Language]():       `^\s*[a-z]{2}\s*$`,
	reflect.TypeFor[Colour]():         `^\s*#[0-9A-Fa-f]{6}\s*$`,
	reflect.TypeFor[Slug]():           `^\s*[a-z0-9]+(?:-[a-z0-9]+)*\s*$`,
	reflect.TypeFor[Repository]():     `^\s*[0-9A-Za-z-]+/[0-9A-Za-z._-]+\s*$`,
	reflect.TypeFor[schedule.Date]():  `^\s*[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0:.Z]*)?\s*$`,
	reflect.TypeFor[schedule.Days]():  schedule.DaysPattern(),
	reflect.TypeFor[schedule.Times](): schedule.TimesPattern(),
	reflect.TypeFor[schedule.Span]():  schedule.ClockPattern(),
	reflect.TypeFor[Hours]():          schedule.ClockPattern(),
	reflect.TypeFor[Moment]():         schedule.ClockPattern(),
	reflect.TypeFor[Opening]():        `^\s*[Gg][Ee][Ss][Ll][Oo][Tt][Ee][Nn]\s*$|` + schedule.ClockPattern(),
	reflect.TypeFor[HolidayRule]():    `^\s*(?:[Gg][Ee][Ss][Ll][Oo][Tt][Ee][Nn]|[Oo][Pp][Ee][Nn])\s*$`,
}

// FormOf returns the form of the texts of a type. It has no pattern if the type accepts
// any text, or is not written as text.
func FormOf(t reflect.Type) Form {
	pattern, ok := patterns[t]
	if !ok {
		return Form{}
	}
	var wrong *frontmatter.ValueError
	if _, err := undated[t](""); !errors.As(err, &wrong) {
		panic("content: the parser of " + t.String() + " has nothing to say of an empty text")
	}
	mend := wrong.Hint
	if mend == "" {
		mend = "bijvoorbeeld: " + wrong.Example
	}
	return Form{pattern, sentence(wrong.Message) + " " + sentence(mend)}
}

// sentence adds a capital and a full stop to a message.
func sentence(message string) string {
	r, size := utf8.DecodeRuneInString(message)
	return string(unicode.ToUpper(r)) + strings.TrimSuffix(message[size:], ".") + "."
}
