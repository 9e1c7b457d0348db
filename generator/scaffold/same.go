package scaffold

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/typed"
)

// A Likeness says how likely it is that a new record is one that is there already.
type Likeness int

const (
	unlike    Likeness = iota
	NearName           // the name is nearly the same
	EqualName          // the name is the same, but for case and accents, or an abbreviation of it
)

// tells lists, for each kind, the fields that must be the same too: many spreekuren have
// the same title, each at another plein.
var tells = map[string][]string{"spreekuur": {"plein"}, "agendapunt": {"datum"}, "bericht": {"datum"}}

// A Match is a record that a new one may be the same as.
type Match struct {
	Entry
	Likeness
	File string // its path in the content folder
}

// Matches returns the records that the answers so far may be about, the likeliest first.
func (d *Draft) Matches() []Match {
	var found []Match
	for kind, item := range d.folder.Content.Items() {
		if kind.Name != d.Kind.Name {
			continue
		}
		r := item.File()
		alike := d.alike(item)
		if alike == unlike || slices.ContainsFunc(tells[kind.Name], func(key string) bool { return !d.agrees(item, key) }) {
			continue
		}
		found = append(found, Match{d.folder.entry(kind.Name, r.Slug), alike, r.Doc.File})
	}
	slices.SortStableFunc(found, func(a, b Match) int { return int(b.Likeness - a.Likeness) })
	return found
}

// MatchFor returns the record that has the slug.
func (f *Folder) MatchFor(kind, slug string) (Match, bool) {
	for k, item := range f.Content.Items() {
		if r := item.File(); k.Name == kind && r.Slug == slug {
			return Match{f.entry(kind, slug), EqualName, r.Doc.File}, true
		}
	}
	return Match{}, false
}

func (f *Folder) entry(kind, slug string) Entry {
	for _, e := range f.shelf(kind).named[slug] {
		if e.Slug == slug {
			return e
		}
	}
	return Entry{Slug: slug, Name: slug}
}

// agrees reports whether a field has the same value, if it has been answered at all. The
// answer to a later question may still tell the two apart.
func (d *Draft) agrees(item content.Item, key string) bool {
	return d.Has(key) && strings.Trim(item.File().Doc.Spelled(key), `"'`) == d.texts[key][0]
}

// alike compares the names of the draft with those of a record.
func (d *Draft) alike(item content.Item) Likeness {
	best := unlike
	for _, own := range []string{"naam", "titel", "naam_in_uitingen"} {
		for _, name := range append(item.Names(), item.File().Slug) {
			if texts := d.texts[own]; len(texts) > 0 && name != "" {
				best = max(best, compare(texts[0], name))
			}
		}
	}
	return best
}

// compare compares two names.
func compare(a, b string) Likeness {
	x, y := typed.Slugify(a), typed.Slugify(b)
	switch {
	case x == "" || y == "":
		return unlike
	case x == y || core(x) == core(y), abbreviates(a, b), abbreviates(b, a):
		return EqualName
	case digits.ReplaceAllString(x, "") != x || digits.ReplaceAllString(y, "") != y: // Plein 9 and Plein 10
		if strings.Join(digits.FindAllString(x, -1), " ") != strings.Join(digits.FindAllString(y, -1), " ") {
			return unlike
		}
	}
	const perSlip = 6 // letters; more slips than that, and it is another name
	if diag.Distance(core(x), core(y)) <= max(len(x), len(y))/perSlip {
		return NearName
	}
	return unlike
}

var digits = regexp.MustCompile(`\d+`)

// core returns a name as a slug, without the words and dashes that people leave out.
func core(slug string) string {
	words := slices.DeleteFunc(strings.Split(slug, "-"), func(w string) bool {
		return slices.Contains([]string{"de", "het", "een", "t", "s", "stichting", "vereniging", "bv", "nv"}, w)
	})
	if len(words) == 0 {
		return slug
	}
	return strings.Join(words, "")
}

// abbreviates reports whether a short name is an abbreviation of a long one: it begins with
// the first letter of the first word, has the first letter of each further word, and only
// letters of these words in between, as SVB has of Sociale Verzekeringsbank. A long name
// may also have its abbreviation in brackets.
func abbreviates(short, long string) bool {
	letters := strings.ToLower(strings.ReplaceAll(strings.TrimSpace(short), ".", ""))
	if len(letters) < 2 || len(letters) > 7 || strings.ContainsFunc(letters, func(r rune) bool { return !unicode.IsLetter(r) }) {
		return false
	}
	if _, rest, ok := strings.Cut(long, "("); ok {
		inside, after, _ := strings.Cut(rest, ")")
		if typed.Slugify(inside) == letters {
			return true
		}
		long = strings.Replace(long, "("+inside+")", "", 1) + after
	}
	words := slices.DeleteFunc(strings.Split(typed.Slugify(long), "-"), func(w string) bool { return slices.Contains(smallWords, w) })
	return len(words) > 1 && len(letters) < len(strings.Join(words, ""))/2 && spells(letters, words)
}

// smallWords often have no letter in an abbreviation.
var smallWords = strings.Fields("de het een en van voor in op der den bij te tot met")

// spells reports whether the letters consist of the first letter of each word, each with
// further letters of that word behind it.
func spells(letters string, words []string) bool {
	if len(words) == 0 {
		return letters == ""
	}
	if letters == "" || letters[0] != words[0][0] {
		return false
	}
	if spells(letters[1:], words[1:]) {
		return true
	}
	rest := words[0][1:]
	for i := 1; i < len(letters); i++ {
		at := strings.IndexByte(rest, letters[i])
		if at < 0 {
			return false
		}
		if rest = rest[at+1:]; spells(letters[i+1:], words[1:]) {
			return true
		}
	}
	return false
}

// A Fact is a field of a record with its value, for people who have to recognise it.
type Fact struct{ Label, Value string }

// Facts returns the first fields of a record, at most that many.
func (f *Folder) Facts(kind content.Kind, slug string, most int) []Fact {
	var facts []Fact
	for k, item := range f.Content.Items() {
		if r := item.File(); k.Name != kind.Name || r.Slug != slug {
			continue
		}
		for _, q := range Questions(kind) {
			value := strings.Trim(strings.Join(strings.Fields(item.File().Doc.Spelled(q.Key)), " "), `"'`)
			if value != "" && !q.IsBlock() && q.Key != Opening && len(facts) < most {
				facts = append(facts, Fact{q.Label, value})
			}
		}
	}
	return facts
}
