package say

import (
	"strings"
	"unicode/utf8"
)

// Stopped adds a full stop to a text that has none.
func Stopped(text string) string { return strings.TrimSpace(text) + End(text) }

// End is what a sentence still needs that ends with a text: a point, or nothing where the
// text has a sign that ends it, as a title may: "Hulp nodig?".
func End(text string) string {
	text = strings.TrimSpace(text)
	if last, _ := utf8.DecodeLastRuneInString(text); text == "" || strings.ContainsRune(".!?؟…", last) {
		return ""
	}
	return "."
}

// Join puts a space between the texts that are not empty.
func Join(texts ...string) string {
	return strings.Join(filled(texts), " ")
}

// Lines puts each text that is not empty on a line of its own.
func Lines(texts ...string) string { return strings.Join(filled(texts), "\n") }

func filled(texts []string) []string {
	var kept []string
	for _, text := range texts {
		if text != "" {
			kept = append(kept, text)
		}
	}
	return kept
}
