package search

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/i18n"
	"pleinwijzer/generator/typed"
)

// smallWords are ignored in a question that has other words too: "hulp met de
// belasting" asks for "belasting".
func smallWords(l *i18n.Language) []string {
	return strings.Fields(distinctWords(l.Word("zoek-kleine-woorden")))
}

// letterPairs are the letters that Unicode does not take apart, and those that people who
// write Arabic exchange. The script has the same ones.
var letterPairs = strings.NewReplacer("ø", "o", "ł", "l", "æ", "ae", "œ", "oe", "ß", "ss", "đ", "d", "ı", "i", "ة", "ه", "ى", "ي", "ـ", "")

// article is that of Arabic, which is written to the word: with it or without it, a word
// is the same. apostrophe is a letter in Ukrainian, which not every keyboard has.
var (
	article    = regexp.MustCompile(`^(?:[وبفك]?ال|[وف]?لل)(.)`)
	apostrophe = regexp.MustCompile(`(\p{Cyrillic})['’ʼ](\p{Cyrillic})`)
)

// wordsOf are the words of a text as they are searched: small letters without
// accents, two or more. The script does the same with what a visitor types.
func wordsOf(text string) []string {
	folded := strings.Map(func(r rune) rune {
		if unicode.Is(unicode.M, r) {
			return -1
		}
		return r
	}, norm.NFD.String(letterPairs.Replace(strings.ToLower(text))))
	if strings.ContainsFunc(folded, notLatin) {
		folded = apostrophe.ReplaceAllString(folded, "$1$2")
	}
	words := strings.FieldsFunc(folded, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
	for i, word := range words {
		if word[0] >= utf8.RuneSelf {
			words[i] = article.ReplaceAllString(word, "$1")
		}
	}
	return slices.DeleteFunc(words, func(word string) bool { return utf8.RuneCountInString(word) < 2 })
}

func notLatin(r rune) bool { return r >= 0x400 }

// distinctWords are the words of some texts, each once, in order of the alphabet.
func distinctWords(texts ...string) string {
	words := wordsOf(strings.Join(texts, " "))
	slices.Sort(words)
	return strings.Join(slices.Compact(words), " ")
}

// words are the words of each spreekuur itself, or those of its translation into
// a language, by their first letter; "0" is for digits and for other alphabets.
func (x *searchIndex) words(code typed.Language) map[byte]searchWords {
	where := map[string][]int{}
	for i, s := range x.spreekuren {
		own := ownWords(s)
		if code != "" {
			own = distinctWords(s.Vertaling[code].Titel, s.Vertaling[code].InEenZin)
		}
		for word := range strings.FieldsSeq(own) {
			where[word] = append(where[word], i)
		}
	}
	files := map[byte]searchWords{}
	for i := range len(wordLetters) {
		files[wordLetters[i]] = searchWords{Words: []string{}, Where: [][]int{}}
	}
	words := make([]string, 0, len(where))
	for word := range where {
		words = append(words, word)
	}
	slices.Sort(words)
	for _, word := range words {
		letter := word[0]
		if letter < 'a' || letter > 'z' {
			letter = '0'
		}
		file := files[letter]
		file.Words = append(file.Words, word)
		file.Where = append(file.Where, distances(where[word]))
		files[letter] = file
	}
	return files
}

// ownWords are the words of a spreekuur that are not those of its topics, plein
// or place.
func ownWords(s *catalog.Spreekuur) string {
	texts := append([]string{s.Titel, s.InEenZin}, s.Doelgroepen...)
	if s.OnAppointment() {
		texts = append(texts, s.Dag.String())
	}
	for _, p := range s.Partners {
		texts = append(texts, p.NaamInUitingen)
	}
	return distinctWords(texts...)
}

func distances(numbers []int) []int {
	last := 0
	for i, n := range numbers {
		numbers[i], last = n-last, n
	}
	return numbers
}
