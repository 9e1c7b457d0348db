package slips

import (
	"errors"
	"regexp"

	"github.com/BurntSushi/toml"
)

// A cause is why the parser stopped, as far as it tells what the editor did.
type cause int

const (
	otherCause       cause = iota
	controlCharacter       // one that is invisible
	definedTwice           // a field or a block that already exists
	badEscape              // a backslash that means nothing
	commaTooMany
	commaMissing
	noValue     // something that cannot be a value, or nothing
	textUnended // a text of one line without a closing quote
	moreOnLine  // something after the value
)

// wordings are the parser's messages for each cause, since its errors have no codes.
// They are matched from the beginning, because later parts may quote what the editor
// wrote. No other file knows them. A test triggers each message, so that it fails if a
// newer version of the parser changes one.
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

// causeOf returns the cause of an error of the parser and the offset at which it
// stopped; ok is false if the error does not say.
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
