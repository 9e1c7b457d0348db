package lint

// A mark says which checks want to see a word. Each word is looked up once, in all
// lists together, so that a check need not look at a text that has none of its
// words.
type mark uint8

const (
	markPassive   mark = 1 << iota // a form of worden
	markJargon                     // the first word of an entry in the list
	markShorthand                  // short for other words, maybe with a dot
	markRelative                   // the first word of a time as seen from today
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
