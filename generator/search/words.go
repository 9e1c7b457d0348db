package search

import (
	"maps"
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

// where tells of each word which spreekuren have it, in their texts or in those of a
// translation.
func (x *searchIndex) where(code typed.Language) map[string][]int {
	where := map[string][]int{}
	put := func(i int, words string) {
		for word := range strings.FieldsSeq(words) {
			if list := where[word]; len(list) == 0 || list[len(list)-1] != i {
				where[word] = append(list, i)
			}
		}
	}
	for i, s := range x.spreekuren {
		if code == dutch {
			put(i, distinctWords(ownTexts(s)...))
			put(i, x.telling(longTexts(s)...))
			continue
		}
		v := s.Vertaling[code]
		put(i, distinctWords(v.Titel, v.InEenZin))
		put(i, without(distinctWords(plain(string(v.Tekst))), x.smallIn(code)))
	}
	if code == dutch {
		addParts(where)
	}
	x.leaveOut(where)
	return where
}

// sharded are the files of words.
func sharded(where map[string][]int, shards int) []searchWords {
	files := make([]searchWords, shards)
	for i := range files {
		files[i] = searchWords{Words: []string{}, Where: [][]int{}}
	}
	for _, word := range slices.Sorted(maps.Keys(where)) {
		file := &files[shardOf(word, shards)]
		file.Words = append(file.Words, word)
		file.Where = append(file.Where, distances(where[word]))
	}
	return files
}

func spellingOf(where map[string][]int) searchSpelling {
	words := slices.Sorted(maps.Keys(where))
	return searchSpelling{strings.Join(slices.DeleteFunc(words, func(w string) bool { return utf8.RuneCountInString(w) < leastSpelled }), " ")}
}

// leastSpelled is how many letters a word has in which a letter may be wrong.
const leastSpelled = 4

// ownTexts say what a spreekuur is, beside its topics, plein and place.
func ownTexts(s *catalog.Spreekuur) []string {
	texts := append([]string{s.Titel, s.InEenZin}, s.Doelgroepen...)
	if s.OnAppointment() {
		texts = append(texts, s.Dag.String())
	}
	for _, p := range s.Partners {
		texts = append(texts, p.NaamInUitingen, p.Naam)
	}
	return append(texts, s.Plein.Locatie, s.Plein.Straat)
}

// longTexts say more about it.
func longTexts(s *catalog.Spreekuur) []string {
	return slices.Concat([]string{plain(s.Body())}, s.Meenemen, s.Niet)
}

// destination is where a link in Markdown goes, which nobody reads.
var destination = regexp.MustCompile(`\]\([^)]*\)|https?://\S+`)

func plain(source string) string { return destination.ReplaceAllString(source, " ") }

// telling are the words of texts but for the small ones.
func (x *searchIndex) telling(texts ...string) string {
	return without(distinctWords(texts...), x.head.Small)
}

func (x *searchIndex) smallIn(code typed.Language) []string {
	for _, l := range x.others {
		if l.Code == string(code) {
			return smallWords(l)
		}
	}
	return nil
}

func without(words string, small []string) string {
	return strings.Join(slices.DeleteFunc(strings.Fields(words), func(w string) bool { return slices.Contains(small, w) }), " ")
}

// sentences are the questions that lead to a topic.
func sentences(o *catalog.Onderwerp, code typed.Language) []string {
	var all []string
	for _, v := range o.Vragen {
		if code == dutch {
			all = append(all, v.Zin)
		} else {
			all = append(all, v.Vertaling[code].Zin)
		}
	}
	return all
}

// Words that more than a third of a large directory has are small ones there.
const (
	largeFrom   = 200 // spreekuren
	commonShare = 3
)

// leaveOut takes out what tells no spreekuren apart, unless it is a word for a topic or in
// the name of a place.
func (x *searchIndex) leaveOut(where map[string][]int) {
	if len(x.spreekuren) < largeFrom {
		return
	}
	named := strings.Fields(distinctWords(slices.Concat(x.head.Topics.Name, x.head.Topics.Words, x.head.Places.Name)...))
	var common []string
	maps.DeleteFunc(where, func(word string, list []int) bool {
		if _, known := slices.BinarySearch(named, word); known || len(list) <= len(x.spreekuren)/commonShare {
			return false
		}
		common = append(common, word)
		return true
	})
	slices.Sort(common)
	x.head.Small = append(x.head.Small, common...)
}

func distances(numbers []int) []int {
	last := 0
	for i, n := range numbers {
		numbers[i], last = n-last, n
	}
	return numbers
}
