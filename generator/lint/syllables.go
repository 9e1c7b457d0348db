package lint

import (
	"strings"
	"unicode/utf8"
)

// syllables counts the syllables of a Dutch word in lower case by its groups of vowels. A
// trema starts a new group. Loan words that are not pronounced as they are written are in
// a list.
func syllables(word string) int {
	count := 0
	if loans[word] {
		count--
	}
	if !ascii(word) {
		word = accents.Replace(word)
	}
	for at := 0; at < len(word); {
		n := vowels(word, at)
		if n > 0 {
			count++
		}
		at += max(n, 1)
	}
	return max(count, 1)
}

// accents removes accents. A trema becomes "|", which keeps its letter apart from the one
// before.
var accents = strings.NewReplacer(
	"ë", "|e", "ï", "|i", "ö", "|o", "ü", "|u", "ä", "|a",
	"é", "e", "è", "e", "ê", "e", "á", "a", "à", "a", "â", "a", "ó", "o", "ò", "o", "ô", "o", "í", "i", "ú", "u", "û", "u", "ç", "c",
)

func ascii(word string) bool {
	for i := range len(word) {
		if word[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// digraphs lists groups of vowels that are one sound, by their first letter, longest
// first.
var digraphs = func() (groups [utf8.RuneSelf][]string) {
	for group := range strings.FieldsSeq("aai ooi oei eau eeu aa ee oo uu ie oe eu ui ei au ou ij ai oi") {
		groups[group[0]] = append(groups[group[0]], group)
	}
	return groups
}()

func isVowel(c byte) bool {
	switch c {
	case 'a', 'e', 'i', 'o', 'u', 'y':
		return true
	}
	return false
}

// vowels returns how many letters from at on make one vowel sound, or 0.
func vowels(word string, at int) int {
	rest := word[at:]
	switch {
	case !isVowel(rest[0]):
		return 0
	case rest[0] == 'u' && at > 0 && word[at-1] == 'q': // "qu" sounds like kw
		return 0
	case rest[0] == 'y' && len(rest) > 1 && rest[1] != 'y' && isVowel(rest[1]): // sounds like j
		return 0
	case rest == "eum" || rest == "eums": // mu-se-um
		return 1
	case strings.HasPrefix(rest, "ieuw"):
		return 3
	case strings.HasPrefix(rest, "ieu"): // se-ri-eus
		return 1
	}
	for _, group := range digraphs[rest[0]] {
		if strings.HasPrefix(rest, group) {
			return len(group)
		}
	}
	return 1
}

// loans lists words that have one syllable fewer than their letters suggest.
var loans = set(`site sites website websites online offline team teams wijkteam wijkteams dorpsteam coach coachen coaches taalcoach facebook update
	updates milieu iphone deal skype google chrome home homepage template`)
