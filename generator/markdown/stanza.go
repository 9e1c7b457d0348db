package markdown

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// stanzas keep lines apart that are no sentences, such as those of an address: in
// Markdown they would run on. Only where every line of a paragraph is short, begins
// with a capital or a figure, and but for the last one ends without a sign.
func stanzas(text string) []edit {
	var edits, open []edit // open are those of the paragraph in hand
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

// startsLine reports whether a line may be one of a stanza.
func startsLine(words string) bool {
	first, _ := utf8.DecodeRuneInString(words)
	return utf8.RuneCountInString(words) <= shortLine && (unicode.IsUpper(first) || unicode.IsDigit(first)) &&
		!strings.Contains(words, "|") && !numbered.MatchString(words)
}

// breakAfter is what breaks the line, if it ends as one of a stanza does.
func breakAfter(words string) string {
	if last, _ := utf8.DecodeLastRuneInString(words); unicode.IsLetter(last) || unicode.IsDigit(last) {
		return "\\"
	}
	return ""
}

const shortLine = 40

var numbered = regexp.MustCompile(`^[0-9]{1,9}[.)](?:\s|$)`)
