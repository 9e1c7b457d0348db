package search

import (
	"fmt"
	"unicode/utf8"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/i18n"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/typed"
)

// The search index is what the script of /zoeken/ reads, in kinds of files, because a
// phone needs little of each:
//
//	index.json              the head: topics, places, pleinen, and a hash of every other file
//	delen/uren-0.json …     when and what kind: columns of 8,192 spreekuren; all are needed, for the counts
//	delen/woorden-nl-0.json which spreekuren have a word, by its first letters; needed for those typed
//	delen/spelling-nl.json  all words; needed where a word finds nothing, for the one that was meant
//	delen/kaarten-0.json …  what a result shows, by 100; needed for the results on the screen
//	delen/regels-nl.json …  the rules of all spreekuren in a language; needed with the first results
//
// What is translated is in files of its own, which only a page in that language asks
// for: the words of texts in delen/woorden-en-0.json, the names of topics and the other
// words for them in delen/onderwerpen-en.json. Where a visitor finds nothing, the script
// asks for the topics in the other languages too: people type in their own.
//
// A compound is found by its parts, so each part stands among the words as well: who
// types café finds taalcafé. Words that most spreekuren have tell none of them apart, and
// are left out as the small words of the language are.
//
// So a visit to a directory of 50,000 costs the head, the hours (some five bytes
// a spreekuur) and a few small files, instead of all texts. Texts whole, to be
// searched by the script, would be ten times as much before the first answer.
//
// A spreekuur is its number in the order of place, plein and title: what a place
// or a plein shows then stands in neighbouring cards, and the pleinen need only
// say how many spreekuren each has. Columns hold numbers; what many spreekuren
// have in common (the same hours, the same topics and languages) stands once, in
// a list at the head of its file. Names of topics, places and pleinen are words
// of the head alone, since they count for each spreekuur that belongs to them.
//
// Dates are days counted from the day of the build, for eight weeks, or further
// to the first one that goes on for what is rare; dates in a row that are cancelled
// for one reason are one period. So the order from now stays right until the
// next build, which is nightly, and long after.
//
// The files keep their names, so that they can be listed without being made. The
// head says the hash of each, which the script puts in the address, so that a
// browser may keep a part for good, and compares with the "v" in the file, in
// case the site is published between two requests.
const (
	dutch          = typed.Language("nl")
	searchHeadFile = "index.json"
	searchFolder   = "delen/" // has its own rule in _headers
	hoursPerFile   = 8192
	cardsPerFile   = 100
	searchDays     = 56  // for how many days the dates are all there
	searchHorizon  = 400 // how far to look for the one date of what is rare
)

func hoursFile(i int) string { return fmt.Sprintf("%suren-%d.json", searchFolder, i) }

func cardsFile(i int) string { return fmt.Sprintf("%skaarten-%d.json", searchFolder, i) }

func wordsFile(code typed.Language, shard int) string {
	return fmt.Sprintf("%swoorden-%s-%d.json", searchFolder, code, shard)
}

func filesNeeded(n, perFile int) int { return (n + perFile - 1) / perFile }

func topicsFile(code typed.Language) string {
	return fmt.Sprintf("%sonderwerpen-%s.json", searchFolder, code)
}

func rulesFile(code typed.Language) string {
	return fmt.Sprintf("%sregels-%s.json", searchFolder, code)
}

func spellingFile(code typed.Language) string {
	return fmt.Sprintf("%sspelling-%s.json", searchFolder, code)
}

// wordShards is in how many files the words of so many spreekuren are: on a phone one is
// a few kilobytes, however large the directory is.
func wordShards(n int) int {
	switch {
	case n < 500:
		return 16
	case n < 4000:
		return 64
	}
	return 256
}

// shardOf is the file in which a word is: by its first two letters, so that the words that
// begin as what was typed are in one. The script does the same.
func shardOf(word string, shards int) int {
	first, size := utf8.DecodeRuneInString(word)
	second, _ := utf8.DecodeRuneInString(word[size:])
	return (int(first)*31 + int(second)) % shards
}

// searchFiles are the names of the files of the index, with the other languages of the
// site and those that texts of spreekuren were translated into.
func searchFiles(c *catalog.Catalog, others []*i18n.Language, translated []typed.Language) []string {
	n := 0
	for _, x := range c.Spreekuren {
		if !x.Ended() {
			n++
		}
	}
	names := []string{searchHeadFile}
	for i := range filesNeeded(n, hoursPerFile) {
		names = append(names, hoursFile(i))
	}
	names = append(names, rulesFile(dutch))
	for _, l := range others {
		code := typed.Language(l.Code)
		names = append(names, topicsFile(code), rulesFile(code))
	}
	for _, code := range append([]typed.Language{dutch}, translated...) {
		names = append(names, spellingFile(code))
		for i := range wordShards(n) {
			names = append(names, wordsFile(code, i))
		}
	}
	for i := range filesNeeded(n, cardsPerFile) {
		names = append(names, cardsFile(i))
	}
	return names
}

// searchHead is index.json. Lists of one struct are columns: the same place in
// each is the same record.
type searchHead struct {
	Day       string            `json:"day"` // from which days count: 2026-11-22
	Topics    searchTopics      `json:"topics"`
	Places    searchNames       `json:"places"`
	Languages []typed.Language  `json:"languages"`
	Pleinen   searchPleinen     `json:"pleinen"`
	Small     []string          `json:"small"` // words that say nothing among others
	PerHours  int               `json:"perHours"`
	PerCards  int               `json:"perCards"`
	Hours     []string          `json:"hours"` // the hash of each file
	Cards     []string          `json:"cards"`
	Days      int               `json:"days"` // for how many days all dates are there
	When      map[string]string `json:"when"` // words that say when, as whenWords gives them

	// The hashes of the files by language: of topics, of rules, and of all words.
	Told     map[typed.Language]string `json:"told"`
	Rules    map[typed.Language]string `json:"rules"`
	Spelling map[typed.Language]string `json:"spelling"`

	Words map[typed.Language][]string `json:"words"` // the hashes of those by first letters
}

type searchNames struct {
	Slug []string `json:"slug"`
	Name []string `json:"name"`
}

type searchTopics struct {
	searchNames
	Words []string `json:"words"` // the synonyms
}

// searchTold is an onderwerpen file: the topics of the head in another language.
type searchTold struct {
	Name  []string `json:"name"`  // "" where there is none
	Words []string `json:"words"` // those of the name, and the synonyms
	Small []string `json:"small"` // words that say nothing among others

	When map[string]string `json:"when"` // words that say when
}

// searchRules is a regels file. A card has the place of its rule in it, the same in each
// language.
type searchRules struct {
	Rules []string `json:"rules"`
}

// searchSpelling is a spelling file: the words of a language, in order of the alphabet.
type searchSpelling struct {
	Words string `json:"words"`
}

type searchPleinen struct {
	searchNames
	Place []int `json:"place"`
	Count []int `json:"count"` // how many spreekuren, which are the next ones
	// The digits of the postcode, to find what is near another one.
	Postcode []int `json:"postcode"`
	// Degrees times 10,000, which is as exact as a walk needs; 0 is not known.
	Latitude  []int `json:"lat"`
	Longitude []int `json:"lon"`
}

// searchHours is a uren file.
type searchHours struct {
	Kinds []searchKind `json:"kinds"`
	Times [][][]int    `json:"times"` // of a list of [begin, end, state, day, day …], or [day, day, statePeriod]
	Kind  []int        `json:"kind"`
	Time  []int        `json:"time"`
}

// statePeriod marks a line that is no hours with days but a period, from one day up to
// and including another, in which all is cancelled. A script from before there were
// such lines takes it for hours without days, and leaves it out.
const statePeriod = 3

// state is what became of a date (0 as usual, 1 cancelled, 2 different), and above its
// two bits the number of the plein plus one if that is another than usual.
func state(kind schedule.Kind, elsewhere int) int {
	status := 2
	switch kind {
	case schedule.AsUsual:
		status = 0
	case schedule.Cancelled:
		status = 1
	}
	return status | (elsewhere+1)<<2
}

// searchKind is what is filtered on, but for time and place.
type searchKind struct {
	Topics    []int `json:"t"`
	Languages []int `json:"l"`
	WalkIn    bool  `json:"w,omitempty"` // no appointment is needed

	OnAppointment bool `json:"a,omitempty"` // there are no hours
}

// searchWords is a woorden file. Numbers stand as their distance to the one before.
type searchWords struct {
	Words []string `json:"words"`
	Where [][]int  `json:"where"`
}

// searchCards is a kaarten file.
type searchCards struct {
	Slug   []string       `json:"slug"`
	Title  []string       `json:"title"`
	Line   []string       `json:"line"`
	Rule   []int          `json:"rule"`
	Paused map[int]string `json:"paused,omitempty"` // the reason, by place in the file
	// Title and line in other languages, by place in the file; "" where there is none.
	Translated map[typed.Language]map[int][2]string `json:"told,omitempty"`
}
