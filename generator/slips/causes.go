package slips

import (
	"errors"
	"regexp"

	"github.com/BurntSushi/toml"
)

// A cause is why the parser stopped, as far as it matters to what the editor did.
type cause int

const (
	otherCause       cause = iota
	controlCharacter       // one that nobody sees
	definedTwice           // a field or a block that is there already
	badEscape              // a backslash that means nothing
	commaTooMany
	commaMissing
	noValue     // something that cannot be a value, or nothing
	textUnended // a text of one line without a quote at its end
	moreOnLine  // something after the value
)

// wordings are how the parser says each cause, which it says only in words: its errors
// have no codes. They are matched from the start, since what an editor wrote may stand
// further on. No other file knows them, and a test gives the parser each mistake, so that
// it fails when a newer version says one otherwise.
var wordings = []struct {
	cause
	*regexp.Regexp
}{
	{controlCharacter, regexp.MustCompile(`^TOML files cannot contain control characters`)},
	{definedTwice, regexp.MustCompile(`^Key '.*' (was already created|has already been defined)`)},
	{definedTwice, regexp.MustCompile(`^".*" is not a table$`)},
	{badEscape, regexp.MustCompile(`^invalid escape`)},
	{badEscape, regexp.MustCompile(`^Escaped character '.*' is not valid UTF-8`)},
	{badEscape, regexp.MustCompile(`^expected (two|four|eight) hexadecimal digits after`)},
	{commaTooMany, regexp.MustCompile(`^unexpected comma$`)},
	{commaMissing, regexp.MustCompile(`^expected a comma `)},
	{noValue, regexp.MustCompile(`^(unexpected EOF; )?expected value`)},
	{textUnended, regexp.MustCompile(`^strings cannot contain newlines$`)},
	{textUnended, regexp.MustCompile(`^unexpected EOF; expected ('"'|"'")$`)},
	{moreOnLine, regexp.MustCompile(`^expected a top-level item to end with`)},
}

// causeOf is the cause of an error of the parser, and the byte at which it stopped; ok is
// false where it does not say.
func causeOf(err error) (why cause, at int, ok bool) {
	var parse toml.ParseError
	if !errors.As(err, &parse) {
		return otherCause, 0, false
	}
	for _, w := range wordings {
		if w.MatchString(parse.Message) {
			return w.cause, parse.Position.Start, true
		}
	}
	return otherCause, parse.Position.Start, true
}
