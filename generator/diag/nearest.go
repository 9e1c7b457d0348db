package diag

import (
	"strings"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"
)

// Nearest returns the one candidate that a person who typed word most likely meant. It
// returns false if no candidate is close, or if two are equally close: a wrong suggestion
// is worse than none.
func Nearest(word string, candidates []string) (string, bool) {
	word = strings.ToLower(word)
	best, found, tied := slips(word)+1, "", false
	for _, c := range candidates {
		switch d := Distance(word, strings.ToLower(c)); {
		case c == found:
		case d < best:
			best, found, tied = d, c, false
		case d == best && found != "":
			tied = true
		}
	}
	if found == "" || tied {
		return partOf(word, candidates)
	}
	return found, true
}

// slips returns how many letters of a word may be wrong before it counts as a different
// word: one in "van", three in "telefon".
func slips(word string) int {
	length := utf8.RuneCountInString(word)
	if length <= 3 {
		return 1
	}
	return 1 + length/3
}

// Distance returns the number of letters to add, drop or change to turn a into b. Two
// neighbouring letters that swapped places count as one.
func Distance(a, b string) int {
	d := levenshtein.ComputeDistance(a, b)
	if len(a) != len(b) {
		return d
	}
	for i := range len(a) - 1 {
		if a[i] == b[i] {
			continue
		}
		if a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:] {
			return 1
		}
		break
	}
	return d
}

// partOf returns the only candidate that starts with word, or ends with it after a dash,
// or for which the reverse holds. The edit distance from "tel" to "telefoon" or from
// "goirle" to "plein-goirle" is large, but a reader sees at once which one is meant.
func partOf(word string, candidates []string) (string, bool) {
	found := ""
	for _, c := range candidates {
		short, long := word, strings.ToLower(c)
		if len(short) > len(long) {
			short, long = long, short
		}
		if len(short) < 3 || c == found || !strings.HasPrefix(long, short) && !strings.HasSuffix(long, "-"+short) {
			continue
		}
		if found != "" {
			return "", false
		}
		found = c
	}
	return found, found != ""
}

// Question turns the result of Nearest into a hint, or "" if there is no suggestion.
func Question(suggestion string, ok bool) string {
	if !ok {
		return ""
	}
	return `bedoelt u "` + suggestion + `"?`
}
