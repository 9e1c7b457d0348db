package schedule

import (
	"unicode/utf8"
)

// nearest returns the word of which text is probably a misspelling, or "" if there is
// none or several are equally near.
func nearest(text string, words []string) string {
	best, found := min(2, utf8.RuneCountInString(text)/3)+1, ""
	for _, word := range words {
		if longer := len(text) - len(word); longer > best || longer < -best {
			continue // too far, whatever the letters
		}
		switch n := slips(text, word); {
		case n < best:
			best, found = n, word
		case n == best:
			found = ""
		}
	}
	return found
}

// slips counts the letters to add, remove or change to get from a to b.
func slips(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := diagonal
			if a[i] != b[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
