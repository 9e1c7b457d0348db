package search

import (
	"fmt"
	"slices"
	"strings"

	"pleinwijzer/generator/i18n"
)

// whenWords are the words by which a visitor says when, in one language, and what each
// asks: "d1" is tomorrow, "p2" the evening, "w1" Monday and "m12" December, which counts
// beside a number.
func whenWords(l *i18n.Language) map[string]string {
	words := map[string]string{}
	add := func(text, means string) {
		if folded := wordsOf(text); len(folded) == 1 {
			words[folded[0]] = means
		}
	}
	for i, name := range l.Phrases.Months {
		add(name, fmt.Sprint("m", i+1))
	}
	for i, name := range l.Phrases.Weekdays {
		add(name, fmt.Sprint("w", i))
	}
	for pair := range strings.FieldsSeq(l.Word("zoek-tijdwoorden")) {
		word, means, _ := strings.Cut(pair, "=")
		add(word, means)
	}
	return words
}

// union joins sorted lists of numbers into one.
func union(lists [][]int) []int {
	all := slices.Concat(lists...)
	slices.Sort(all)
	return slices.Compact(all)
}
