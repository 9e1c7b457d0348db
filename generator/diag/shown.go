package diag

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// shown returns the list as it can be printed: whoever named a file or wrote a value
// must not command the terminal, or make a message seem to be about something else.
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

// shownFile quotes a name with characters that nobody sees.
func shownFile(name string) string {
	if utf8.ValidString(name) &&
		!strings.ContainsFunc(name, func(r rune) bool { return unicode.IsControl(r) || unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp) }) {
		return name
	}
	return strconv.Quote(name)
}

// tame leaves the lines of a text, and no other commands.
func tame(r rune) rune {
	if r != '\n' && unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) {
		return '\uFFFD'
	}
	return r
}
