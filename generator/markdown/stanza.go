package markdown

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// stanzas returns edits that keep lines apart, such as those of a postal address, which
// Markdown would join into one. It does so only if every line of the paragraph is short,
// begins with a capital or a digit, and, except for the last one, ends with a letter or a
// digit.
func stanzas(text string) []edit {
	var edits, open []edit // open holds the edits of the current paragraph
	fence, at, apart := false, 0, true
	end := func() {
		if apart && len(open) > 1 {
			edits = append(edits, open[:len(open)-1]...)
		}
		open, apart = nil, true
	}
	for line := range strings.Lines(text) {
		words := strings.TrimSpace(line)
		if strings.HasPrefix(words, "```") || strings.HasPrefix(words, "~~~") {
			fence = !fence
			apart = false
		}
		if words == "" {
			end()
		} else {
			apart = apart && !fence && startsLine(words) && (len(open) == 0 || open[len(open)-1].text != "")
			after := at + strings.Index(line, words) + len(words)
			open = append(open, edit{after, after, breakAfter(words)})
		}
		at += len(line)
	}
	end()
	return edits
}

// startsLine reports whether a line may be part of a stanza, judging by its length and
// its start.
func startsLine(words string) bool {
	first, _ := utf8.DecodeRuneInString(words)
	return utf8.RuneCountInString(words) <= shortLine && (unicode.IsUpper(first) || unicode.IsDigit(first)) &&
		!strings.Contains(words, "|") && !numbered.MatchString(words)
}

// breakAfter returns the markup for a line break if the line ends the way a line of a
// stanza does, and "" otherwise.
func breakAfter(words string) string {
	if last, _ := utf8.DecodeLastRuneInString(words); unicode.IsLetter(last) || unicode.IsDigit(last) {
		return "\\"
	}
	return ""
}

const shortLine = 40

var numbered = regexp.MustCompile(`^[0-9]{1,9}[.)](?:\s|$)`)
