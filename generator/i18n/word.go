package i18n

import (
	"fmt"
	"strings"
)

// piece is a part of a word: a text, or, if number is not 0, a placeholder. The text of a
// placeholder is how it is written.
type piece struct {
	text   string
	number int
}

// pieces splits a word into pieces. A placeholder is a digit from 1 to 9 in braces; any
// other brace is text.
func pieces(word string) []piece {
	var list []piece
	from := 0
	for i := 0; i+2 < len(word); i++ {
		if word[i] == '{' && '1' <= word[i+1] && word[i+1] <= '9' && word[i+2] == '}' {
			list = append(list, piece{text: word[from:i]}, piece{word[i : i+3], int(word[i+1] - '0')})
			from = i + 3
			i += 2
		}
	}
	return append(list, piece{text: word[from:]})
}

// fillIn replaces the placeholders by the args. A placeholder without an arg stays as it
// is.
func fillIn(list []piece, args []string) string {
	var b strings.Builder
	for _, p := range list {
		if p.number > 0 && p.number <= len(args) {
			p.text = args[p.number-1]
		}
		b.WriteString(p.text)
	}
	return b.String()
}

// placeholders returns the number n of placeholders in a word, which must contain each of
// {1} to {n} at least once. Any other brace is an error, since two of them would start an
// action in a template.
func placeholders(word string) (n int, err error) {
	var seen [10]bool
	for _, p := range pieces(word) {
		if p.number == 0 && strings.ContainsAny(p.text, "{}") {
			return 0, fmt.Errorf("has a brace that is no placeholder such as {1}: %q", word)
		}
		seen[p.number] = true
		n = max(n, p.number)
	}
	for i := 1; i <= n; i++ {
		if !seen[i] {
			return 0, fmt.Errorf("has {%d} and no {%d}", n, i)
		}
	}
	return n, nil
}
