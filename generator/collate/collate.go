// Package collate sorts names in the order of a Dutch index.
package collate

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// ByName sorts a list as a Dutch index does: accents, capitals and punctuation are
// ignored, "Plein 9" comes before "Plein 10", and "'s-Hertogenbosch" is under the s. A
// collator from golang.org/x/text comes close, but would take half of the time allowed
// for a whole catalog.
func ByName[T any](list []T, name func(T) string) {
	type keyed struct {
		key  string
		was  int // keeps equal names in their original order
		item T
	}
	all := make([]keyed, len(list))
	for i, item := range list {
		all[i] = keyed{indexKey(name(item)), i, item}
	}
	slices.SortFunc(all, func(a, b keyed) int {
		return cmp.Or(strings.Compare(a.key, b.key), cmp.Compare(a.was, b.was))
	})
	for i := range all {
		list[i] = all[i].item
	}
}

// letters replaces letters that Unicode does not decompose.
var letters = strings.NewReplacer("ø", "o", "ł", "l", "æ", "ae", "œ", "oe", "ß", "ss", "đ", "d", "ı", "i")

// indexKey returns the key by which a name is sorted: lower case, no accents, one space
// between words, and numbers preceded by their length.
func indexKey(name string) string {
	name = strings.ToLower(name)
	if !isASCII(name) {
		name = norm.NFD.String(letters.Replace(name))
	}
	for _, article := range []string{"'s-", "’s-"} {
		if rest, ok := strings.CutPrefix(name, article); ok {
			name = "s" + rest
		}
	}
	key := make([]byte, 0, len(name)+4)
	for i := 0; i < len(name); {
		r, size := rune(name[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(name[i:])
		}
		switch {
		case r >= 'a' && r <= 'z':
			key = append(key, byte(r))
		case r >= '0' && r <= '9':
			size = number(name[i:])
			digits := strings.TrimLeft(name[i:i+size], "0")
			key = append(key, '0'+byte(min(len(digits), 9)))
			key = append(key, digits...)
		case unicode.IsLetter(r):
			key = append(key, name[i:i+size]...)
		case unicode.Is(unicode.Mn, r), r == '\'', len(key) == 0, key[len(key)-1] == ' ':
		default:
			key = append(key, ' ')
		}
		i += size
	}
	return string(key)
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// number returns how many digits s begins with.
func number(s string) int { return len(s) - len(strings.TrimLeft(s, "0123456789")) }
