package search

import "maps"

// A compound is two words in one: a part that people type by itself stands at its end,
// as "cafe" in "taalcafe". The letters between, as in "rijbewijs-keuring", are few.
const (
	leastTail = 4
	leastHead = 3
	sureHead  = 4 // letters of a first word that is known, after which any other may follow
)

// links stand between the two words.
var links = []string{"", "s", "en", "e"}

// addParts adds the last part of each compound to the words of spreekuren. Both parts are
// words that are there by themselves, or the first is a long one.
func addParts(where map[string][]int) {
	parts := map[string][]string{} // the compounds that end on it
	for word := range where {
		for at := leastHead; at <= len(word)-leastTail; at++ {
			if word[at] < 0x80 && word[at-1] < 0x80 && isCompound(where, word[:at], word[at:]) {
				parts[word[at:]] = append(parts[word[at:]], word)
			}
		}
	}
	lists := map[string][]int{}
	for part, compounds := range parts {
		all := [][]int{where[part]}
		for _, word := range compounds {
			all = append(all, where[word])
		}
		lists[part] = union(all)
	}
	maps.Copy(where, lists)
}

func isCompound(where map[string][]int, head, tail string) bool {
	for _, link := range links {
		first := len(head) - len(link)
		if first < leastHead || head[first:] != link || where[head[:first]] == nil {
			continue
		}
		if where[tail] != nil || link == "" && first >= sureHead {
			return true
		}
	}
	return false
}
