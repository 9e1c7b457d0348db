package page

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/schedule"
)

// days is a first and a last day in words.
func days(first, last schedule.Date) string {
	if last == 0 || last == first {
		return schedule.DateWords(first)
	}
	return schedule.DateWords(first) + " tot en met " + schedule.DateWords(last)
}

// join makes a phrase of a list: "a, b en c".
func join[T any](items []T, text func(T) string) string {
	var b strings.Builder
	for i, item := range items {
		switch {
		case i == 0:
		case i == len(items)-1:
			b.WriteString(" en ")
		default:
			b.WriteString(", ")
		}
		b.WriteString(text(item))
	}
	return b.String()
}

func and(texts []string) string { return join(texts, func(s string) string { return s }) }

// capital makes the first letter of a sentence one.
func capital(s string) string {
	if s == "" {
		return ""
	}
	_, size := utf8.DecodeRuneInString(s)
	return strings.ToUpper(s[:size]) + s[size:]
}

// languageNames gives the Dutch names of languages: "Nederlands en Pools".
func languageNames(codes []content.Language) string {
	return join(codes, func(code content.Language) string {
		tag, err := language.Parse(string(code))
		if err != nil {
			return string(code)
		}
		return dutchNames.Name(tag)
	})
}

var dutchNames = display.Languages(language.Dutch)
