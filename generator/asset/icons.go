package asset

import (
	"regexp"
	"slices"
)

// The files of pictograms, each a <symbol> by its name: those of topics, with the signs
// beside words, and those of questions, which only the pages with questions fetch.
const (
	TopicIcons    = "icons/onderwerpen.svg"
	QuestionIcons = "icons/vragen.svg"
)

var symbol = regexp.MustCompile(`<symbol id="?([\w-]+)`)

// Symbols are the names of the pictograms in a file, in order of the alphabet.
func (a *Assets) Symbols(file string) []string {
	sprite, _ := a.Find(file)
	var names []string
	for _, found := range symbol.FindAllSubmatch(sprite.Data, -1) {
		names = append(names, string(found[1]))
	}
	slices.Sort(names)
	return names
}
