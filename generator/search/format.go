package search

import (
	"fmt"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/i18n"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/typed"
)

// The search index is what the script of /zoeken/ reads, in four kinds of files,
// because a phone needs little of each:
//
//	index.json              the head: topics, places, pleinen, and a hash of every other file
//	delen/uren-0.json …     when and what kind: columns of 8,192 spreekuren; all are needed, for the counts
//	delen/woorden-a.json …  which spreekuren have a word, by its first letter; needed for the letters typed
//	delen/kaarten-0.json …  what a result shows, by 100; needed for the results on the screen
//
// What is translated is in files of its own, which only a page in that language asks
// for: the words of texts in delen/woorden-en-a.json, the names of topics and the other
// words for them in delen/onderwerpen-en.json. Where a visitor finds nothing, the script
// asks for the topics in the other languages too: people type in their own.
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
// Dates are days counted from the day of the build, for five weeks, or further
// to the first one that goes on for what is rare; dates in a row that are cancelled
// for one reason are one period. So the order from now stays right until the
// next build, which is nightly, and long after.
//
// The files keep their names, so that they can be listed without being made. The
// head says the hash of each, which the script puts in the address, so that a
// browser may keep a part for good, and compares with the "v" in the file, in
// case the site is published between two requests.
const (
	searchHeadFile = "index.json"
	searchFolder   = "delen/" // has its own rule in _headers
	hoursPerFile   = 8192
	cardsPerFile   = 100
	searchDays     = 35  // for how many days the dates are all there
	searchHorizon  = 400 // how far to look for the one date of what is rare
	wordLetters    = "abcdefghijklmnopqrstuvwxyz0"
)

func hoursFile(i int) string { return fmt.Sprintf("%suren-%d.json", searchFolder, i) }

func cardsFile(i int) string { return fmt.Sprintf("%skaarten-%d.json", searchFolder, i) }

func wordsFile(key string) string { return fmt.Sprintf("%swoorden-%s.json", searchFolder, key) }

func filesNeeded(n, perFile int) int { return (n + perFile - 1) / perFile }

func topicsFile(code typed.Language) string {
	return fmt.Sprintf("%sonderwerpen-%s.json", searchFolder, code)
}

// wordsKey is what a file of words is called after: "a", or "en-a" for what was
// translated into English.
func wordsKey(code typed.Language, letter byte) string {
	if code == "" {
		return string(letter)
	}
	return fmt.Sprintf("%s-%c", code, letter)
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
	for _, l := range others {
		names = append(names, topicsFile(typed.Language(l.Code)))
	}
	for _, code := range append([]typed.Language{""}, translated...) {
		for i := range len(wordLetters) {
			names = append(names, wordsFile(wordsKey(code, wordLetters[i])))
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
	Words     map[string]string `json:"words"` // by what wordsKey gives
	Cards     []string          `json:"cards"`

	Told map[typed.Language]string `json:"told"` // the hash of each file of topics
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
	Rules  []string       `json:"rules"`
	Rule   []int          `json:"rule"`
	Paused map[int]string `json:"paused,omitempty"` // the reason, by place in the file
	// Title and line in other languages, by place in the file; "" where there is none.
	Translated map[typed.Language]map[int][2]string `json:"told,omitempty"`
}
