package i18n

import (
	"fmt"
	"strings"
)

// piece is a part of a word: text, or when number is not 0 a placeholder, whose
// text is then as written.
type piece struct {
	text   string
	number int
}

// pieces takes a word apart. A placeholder is a digit from 1 to 9 in braces; any
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

// fillIn puts the args in the placeholders; one without an arg stays as written.
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

// placeholders returns how many placeholders a word has: {1} up to and including
// {n}, each at least once. It refuses any other brace, since in a template two
// of them would begin an action.
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
