package diag

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// shown returns the list in a form that is safe to print: a file name or a value in the
// content must not be able to send commands to the terminal, or make a message appear to
// be about something else.
func (l List) shown() List {
	out := slices.Clone(l)
	for i := range out {
		d := &out[i]
		d.File = shownFile(d.File)
		d.Message, d.Hint, d.Example = strings.Map(tame, d.Message), strings.Map(tame, d.Hint), strings.Map(tame, d.Example)
		d.Related = slices.Clone(d.Related)
		for j := range d.Related {
			d.Related[j].File = shownFile(d.Related[j].File)
		}
	}
	return out
}

// shownFile quotes a name that contains invisible characters or invalid UTF-8.
func shownFile(name string) string {
	if utf8.ValidString(name) &&
		!strings.ContainsFunc(name, func(r rune) bool { return unicode.IsControl(r) || unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp) }) {
		return name
	}
	return strconv.Quote(name)
}

// tame keeps line feeds and replaces all other control characters, and those that change
// the direction of text.
func tame(r rune) rune {
	if r != '\n' && unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) {
		return '\uFFFD'
	}
	return r
}
