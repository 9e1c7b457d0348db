// Package resemble tells whether two names may be of the same thing: other capitals, a slip
// of the pen, or an abbreviation.
package resemble

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/typed"
)

// A Likeness says how likely it is that a new record is one that is there already.
type Likeness int

const (
	Unlike    Likeness = iota
	NearName           // the name is nearly the same
	EqualName          // the name is the same, but for case and accents, or an abbreviation of it
)

// Compare compares two names.
func Compare(a, b string) Likeness {
	x, y := typed.Slugify(a), typed.Slugify(b)
	switch {
	case x == "" || y == "":
		return Unlike
	case x == y || core(x) == core(y), abbreviates(a, b), abbreviates(b, a):
		return EqualName
	case digits.ReplaceAllString(x, "") != x || digits.ReplaceAllString(y, "") != y: // Plein 9 and Plein 10
		if strings.Join(digits.FindAllString(x, -1), " ") != strings.Join(digits.FindAllString(y, -1), " ") {
			return Unlike
		}
	}
	const perSlip = 6 // letters; more slips than that, and it is another name
	if diag.Distance(core(x), core(y)) <= max(len(x), len(y))/perSlip {
		return NearName
	}
	return Unlike
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
