package diag

import (
	"strings"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"
)

// Nearest returns the one candidate that a person who typed word most likely
// meant. It answers false when nothing is near, or when two are equally near:
// a wrong suggestion is worse than none.
func Nearest(word string, candidates []string) (string, bool) {
	word = strings.ToLower(word)
	best, found, tied := slips(word)+1, "", false
	for _, c := range candidates {
		switch d := distance(word, strings.ToLower(c)); {
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

// slips is how many letters of a word may be wrong for it still to be that
// word: in "van" one, in "telefon" three.
func slips(word string) int {
	length := utf8.RuneCountInString(word)
	if length <= 3 {
		return 1
	}
	return 1 + length/3
}

// distance is the number of letters to add, drop or change. A pair of letters
// that changed places, as in "title", counts as one.
func distance(a, b string) int {
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

// partOf finds the only candidate that begins with word, or ends with it after a
// dash, or the other way round: "tel" for "telefoon" and "goirle" for
// "plein-goirle" are too far in letters, but plain to a reader.
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

// Question makes the hint that offers a suggestion, or "" when there is none.
func Question(suggestion string, ok bool) string {
	if !ok {
		return ""
	}
	return `bedoelt u "` + suggestion + `"?`
}
