package lint

// A mark says which checks are interested in a word. Each word is looked up once, in all
// lists at the same time, so that a check can skip a text that contains none of its
// words.
type mark uint8

const (
	markPassive   mark = 1 << iota // a form of the auxiliary "worden"
	markJargon                     // the first word of an entry in the list of jargon
	markShorthand                  // an abbreviation, possibly with a dot
	markRelative                   // the first word of a time relative to today
	markPolite
	markFamiliar
	markFirstName
)

var vocabulary = func() map[string]mark {
	all := map[string]mark{"morgen": markRelative}
	add := func(m mark, words ...map[string]bool) {
		for _, list := range words {
			for word := range list {
				all[word] |= m
			}
		}
	}
	add(markPassive, passiveVerbs)
	add(markRelative, relative, relativeFirst)
	add(markPolite, politeWords)
	add(markFamiliar, familiarWords)
	add(markFirstName, firstNames)
	for word := range jargon {
		all[word] |= markJargon
	}
	for _, list := range []map[string]string{shorthand, shorthandWithDot} {
		for word := range list {
			all[word] |= markShorthand
		}
	}
	return all
}()
