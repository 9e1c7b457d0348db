package schedule

import (
	"maps"
	"regexp"
	"slices"
	"strings"
)

// With these patterns a form or a text editor can refuse at once what the parsers would
// refuse later. They are made from the words that the parsers know, and accept
// everything that the parsers accept, and more: they ignore the order of words. They
// are regular expressions that Go, JavaScript and Rust read in the same way, so they
// list both cases of each letter.

// DaysPattern is the pattern of [ParseDays].
func DaysPattern() string {
	numbers := either(withSynonyms(numerals))
	return oneOf(either(slices.Concat(dayWordList(), appointmentNouns)),
		either(withSynonyms(slices.Concat(clauseWords(), appointmentWordList())))+"|(?:"+numbers+
			")?(?:"+either(strings.Fields("wekelijks wekelijkse daags daagse"))+")|"+
			numbers+`|[0-9]{1,2}[Xx]?|[1-5](?:[Ss][Tt]|[Dd])?[Ee]`)
}

// openWords are the words of a "dag" that means all days on which the plein is open.
var openWords = strings.Fields("openingstijden openingsuren openingsdag openingsdagen open")

// OpenDaysPattern finds a word in a "dag" that implies the opening hours of the plein.
func OpenDaysPattern() string { return either(openWords) }

// NoHoursPattern finds a word in a "dag" that needs no hours: the day implies the
// opening hours of the plein, or has no hours.
func NoHoursPattern() string { return either(slices.Concat(openWords, appointmentNouns)) }

// appointmentNouns are the nouns of a "dag" by appointment, which has one of them.
var appointmentNouns = strings.Fields("afspraak overleg aanvraag")

// appointmentWordList has the other words of such a "dag".
func appointmentWordList() []string {
	var words []string
	for _, phrase := range slices.Concat(appointmentPhrases, onlyWords) {
		words = append(words, strings.Fields(phrase)...)
	}
	return words
}

// dayWordList are the words of which a "dag" needs at least one.
func dayWordList() []string {
	words := slices.Concat(slices.Collect(maps.Keys(dayWords)), slices.Collect(maps.Keys(everyWords)), openWords)
	for _, name := range weekdayNames {
		for _, form := range []string{name, name + "s", name + "en", name[:2], name[:3]} {
			words = append(words, form)
			for _, part := range partWords() {
				words = append(words, form+part, form+"na"+part)
			}
		}
	}
	return words
}

// clauseWords are the other words that a "dag" can have, except numbers.
func clauseWords() []string {
	words := slices.Concat(slices.Collect(maps.Keys(ordinals)), slices.Collect(maps.Keys(monthWords)), monthNames[:], partWords(), ownPlaces,
		strings.Fields("op elke de 's s en t/m tot met van x 1x 2x 3x maar behalve uitzondering "+
			"tijdens gedurende binnen onze ons dit deze reguliere normale gewone "+
			"in per om week weken dag dagen maand maanden hele andere door doordeweekse jaarlijks"))
	for _, c := range cycles {
		words = append(words, strings.Fields(c.phrase)...)
	}
	for _, phrase := range slices.Concat(monthPhrases, periodPhrases, openDays, slices.Collect(maps.Keys(periods)),
		slices.Collect(maps.Keys(evenMonths))) {
		words = append(words, strings.Fields(strings.ReplaceAll(phrase, "{plein}", ""))...)
	}
	return words
}

// ClockPattern is the pattern of [ParseClock], and of [ParseTimes] with hours.
func ClockPattern() string {
	return oneOf(clockPattern, either(withSynonyms(slices.Concat(timeWords, partWords()))))
}

// TimesPattern is the pattern of [ParseTimes].
func TimesPattern() string {
	words := slices.Concat(timeWords, partWords(), ownPlaces,
		strings.Fields("tijdens gedurende binnen reguliere normale gewone onze ons dit deze"))
	return oneOf(clockPattern+"|"+either([]string{"openingstijden", "openingsuren"}), either(withSynonyms(words)))
}

var timeWords = []string{"van", "tot", "en", "met", "t/m", "tussen", "uur", "u", "h", "'s", "s", "in", "op", "om", "de"}

// partWords are the words for a part of the day.
func partWords() []string {
	var words []string
	for _, part := range dayParts {
		for _, word := range append([]string{part.name}, part.words...) {
			words = append(words, word, word+"s", word+"en")
		}
	}
	return words
}

var numerals = strings.Fields("1 2 3 4 5 6 7 8 9 10 11 12 13 14")

// clockPattern matches one time of day; numbers that may be written as words count as
// hours.
var clockPattern = `(?:[01]?[0-9]|2[0-4])(?:[.:UuHh][0-5][0-9])?(?:[Uu](?:[Uu][Rr])?|[Hh])?|` + either(withSynonyms(numerals))

// gap matches what may be between words: anything that is not part of a word, and the
// slash.
const gap = `[^0-9A-Za-z'’‘.:]`

// oneOf matches a text of words that has at least one of the required words. A word may
// end with a full stop or a colon.
func oneOf(needed, others string) string {
	const ended = `[.:]*`
	word := `(?:` + needed + `|` + others + `)` + ended
	return `^` + gap + `*(?:` + word + gap + `+)*(?:` + needed + `)` + ended + `(?:` + gap + `+` + word + `)*` + gap + `*$`
}

// withSynonyms adds the words that the parser treats as synonyms of these.
func withSynonyms(words []string) []string {
	for other, same := range canonical {
		if slices.Contains(words, same) && !regexp.MustCompile(`^`+gap+`+$`).MatchString(other) {
			words = append(words, other)
		}
	}
	return words
}

// either matches one of the words, in alphabetical order, in upper or lower case.
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
		} else if r == 'é' {
			b.WriteString("[Éé]")
		} else {
			b.WriteString(regexp.QuoteMeta(string(r)))
		}
	}
	return b.String()
}
