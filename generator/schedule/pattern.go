package schedule

import (
	"maps"
	"regexp"
	"slices"
	"strings"
)

// The patterns here let a form or an editor refuse at once what the parsers
// would refuse later. They are made of the words that the parsers know, accept
// whatever those accept, and more: they know the words but not their order. They
// are regular expressions that Go, JavaScript and Rust read alike, so they name
// both cases of each letter.

// DaysPattern is that of [ParseDays].
func DaysPattern() string {
	days := append(slices.Collect(maps.Keys(dayWords)), slices.Collect(maps.Keys(everyWords))...)
	for _, name := range weekdayNames {
		days = append(days, name, name+"s", name+"en", name[:2], name[:3])
	}
	words := append(slices.Collect(maps.Keys(ordinals)), "op", "elke", "de", "'s", "en", "t/m", "tot", "met")
	for _, c := range cycles {
		words = append(words, strings.Fields(c.phrase)...)
	}
	for _, phrase := range months {
		words = append(words, strings.Fields(phrase)...)
	}
	return oneOf(either(days), either(withSynonyms(words))+`|[1-5](?:[Ss][Tt]|[Dd])?[Ee]`)
}

// ClockPattern is that of [ParseClock] and of [ParseTimes] with hours.
func ClockPattern() string {
	return oneOf(clockPattern, either(withSynonyms(timeWords)))
}

// TimesPattern is that of [ParseTimes].
func TimesPattern() string {
	return oneOf(clockPattern+"|"+either([]string{"openingstijden"}), either(withSynonyms(append([]string{"tijdens", "de"}, timeWords...))))
}

var timeWords = []string{"van", "tot", "en", "met", "t/m", "tussen", "uur", "u"}

// clockPattern is one time of day; the numbers that may be written as a word are
// hours as well.
var clockPattern = `(?:[01]?[0-9]|2[0-4])(?:[.:][0-5][0-9])?[Uu]*[Rr]?|` + either(withSynonyms([]string{"2", "14"}))

// gap is what may stand between words: all that is no part of one.
const gap = `[^0-9A-Za-z'’‘./:]`

// oneOf is a text of words with the needed one among them. A word may end in a
// full stop or a colon.
func oneOf(needed, others string) string {
	const ended = `[.:]*`
	word := `(?:` + needed + `|` + others + `)` + ended
	return `^` + gap + `*(?:` + word + gap + `+)*(?:` + needed + `)` + ended + `(?:` + gap + `+` + word + `)*` + gap + `*$`
}

// withSynonyms adds the words that the parser takes for one of these.
func withSynonyms(words []string) []string {
	for other, same := range canonical {
		if slices.Contains(words, same) && !regexp.MustCompile(`^`+gap).MatchString(other) {
			words = append(words, other)
		}
	}
	return words
}

// either matches one of the words, in the order of the alphabet, in any case.
func either(words []string) string {
	words = slices.Compact(slices.Sorted(slices.Values(words)))
	for i, word := range words {
		words[i] = anyCase(word)
	}
	return strings.Join(words, "|")
}

func anyCase(word string) string {
	var b strings.Builder
	for _, r := range word {
		if r >= 'a' && r <= 'z' {
			b.WriteString("[" + string(r-'a'+'A') + string(r) + "]")
		} else {
			b.WriteString(regexp.QuoteMeta(string(r)))
		}
	}
	return b.String()
}
