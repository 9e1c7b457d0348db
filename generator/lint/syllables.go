package lint

import (
	"strings"
	"unicode/utf8"
)

// syllables counts the syllables of a Dutch word in lower case: its groups of
// vowels. A trema begins a group of its own. Loan words that are not said as they
// are written have a list.
func syllables(word string) int {
	count := 0
	if loans[word] {
		count--
	}
	if strings.ContainsFunc(word, func(r rune) bool { return r >= utf8.RuneSelf }) {
		word = accents.Replace(word)
	}
	for at := 0; at < len(word); {
		if n := vowels(word, at); n > 0 {
			count++
			at += n
		} else {
			at++
		}
	}
	return max(count, 1)
}

// accents leaves the letters; "|" keeps a letter with a trema apart.
var accents = strings.NewReplacer(
	"ë", "|e", "ï", "|i", "ö", "|o", "ü", "|u", "ä", "|a",
	"é", "e", "è", "e", "ê", "e", "á", "a", "à", "a", "â", "a", "ó", "o", "ò", "o", "ô", "o", "í", "i", "ú", "u", "û", "u", "ç", "c",
)

// digraphs are the groups that are one sound, the longest first.
var digraphs = strings.Fields("aai ooi oei eau eeu aa ee oo uu ie oe eu ui ei au ou ij ai oi")

// vowels is how many letters from at on make one vowel, or 0.
func vowels(word string, at int) int {
	rest := word[at:]
	switch {
	case strings.IndexByte("aeiouy", rest[0]) < 0:
		return 0
	case rest[0] == 'u' && at > 0 && word[at-1] == 'q': // kw
		return 0
	case rest[0] == 'y' && len(rest) > 1 && strings.IndexByte("aeiou", rest[1]) >= 0: // j
		return 0
	case rest == "eum" || rest == "eums": // mu-se-um
		return 1
	case strings.HasPrefix(rest, "ieuw"):
		return 3
	case strings.HasPrefix(rest, "ieu"): // se-ri-eus
		return 1
	}
	for _, group := range digraphs {
		if strings.HasPrefix(rest, group) {
			return len(group)
		}
	}
	return 1
}

// loans are words with one syllable less than their letters say.
var loans = set(`site sites website websites online offline team teams wijkteam wijkteams dorpsteam coach coachen coaches taalcoach facebook update
	updates milieu iphone deal skype google chrome home homepage template`)
