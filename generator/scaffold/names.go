package scaffold

import (
	"slices"
	"strings"

	"pleinwijzer/generator/typed"
)

// common are words in names by which people do not tell records apart.
var common = map[string][]string{
	"plein":   {"plein", "bibliotheek", "bieb", "de", "het", "in", "t"},
	"partner": {"stichting", "vereniging", "de", "het", "t"},
}

// core returns what is left of a name without the words that all have, and without signs.
// What remains of "Stichting SeniorWeb" and "Senior web" is the same.
func core(kind, name string, without ...string) string {
	name, _, _ = strings.Cut(name, "(")
	words := strings.Split(typed.Slugify(name), "-")
	words = slices.DeleteFunc(words, func(word string) bool {
		return slices.Contains(common[kind], word) || slices.Contains(without, word)
	})
	return strings.Join(words, "")
}

// shortest is the length of a core that says enough.
const shortest = 4

// Certain returns the record that a name must mean although it is written otherwise: the
// only one with the same core, or with that and the town behind it. A slip of the pen is
// never certain.
func (f *Folder) Certain(kind, name string) (Entry, bool) {
	if common[kind] == nil {
		return Entry{}, false
	}
	shelf := f.shelf(kind)
	found := shelf.cores[core(kind, name)]
	if len(found) == 0 {
		for _, e := range shelf.entries { // "LocHal Tilburg", where LocHal is in Tilburg
			town := strings.Split(typed.Slugify(e.Where), "-")
			if e.Where == "" || !strings.Contains(typed.Slugify(name), typed.Slugify(e.Where)) {
				continue
			}
			rest := core(kind, name, town...)
			if len(rest) >= shortest && slices.ContainsFunc(shelf.cores[rest], func(same Entry) bool { return same.Slug == e.Slug }) {
				found = append(found, e)
			}
		}
	}
	if len(found) != 1 || len(core(kind, name)) < shortest {
		return Entry{}, false
	}
	return found[0], true
}

// Split returns the names in "Taalhuis en SeniorWeb", if both are known and the whole is
// not.
func (f *Folder) Split(kind, name string) []string {
	parts := strings.Split(name, " en ")
	if len(parts) < 2 || len(f.Named(kind, name)) > 0 {
		return []string{name}
	}
	for _, part := range parts {
		_, certain := f.Certain(kind, part)
		if len(f.Named(kind, part)) == 0 && !certain {
			return []string{name}
		}
	}
	return parts
}
