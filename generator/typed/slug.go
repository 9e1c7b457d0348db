package typed

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"pleinwijzer/generator/rooted"
)

var slugForm = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// IsSlug reports whether s can be the name of a record in an address, and the name of
// its folder on every system.
func IsSlug(s string) bool { return HasSlugForm(s) && rooted.Portable(s) }

// HasSlugForm reports whether s looks like a slug. It may still be a name that Windows
// cannot have.
func HasSlugForm(s string) bool { return slugForm.MatchString(s) }

// Slugify turns a name into a slug: "'s-Hertogenbosch" becomes "s-hertogenbosch", "Eén
// loket" becomes "een-loket".
func Slugify(name string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(name)) {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			b.WriteRune(r)
		case unicode.Is(unicode.Mn, r) || r == '\'' || r == '’':
		default:
			b.WriteByte('-')
		}
	}
	slug := strings.Join(strings.FieldsFunc(b.String(), func(r rune) bool { return r == '-' }), "-")
	if n := len(slug); n > 0 && n <= longestDevice && !rooted.Portable(slug) {
		slug += "-1"
	}
	return slug
}

// longestDevice is the length of "com1": of what a slug consists of, only the names of devices
// cannot be those of files.
const longestDevice = 4

// slugLength is the maximum length of the slug that is made of a name: file names are
// limited, and so is the patience of people who read an address.
const slugLength = 60

// Shorten cuts off a slug after the last whole word that fits.
func Shorten(slug string) string {
	if len(slug) <= slugLength {
		return slug
	}
	if at := strings.LastIndexByte(slug[:slugLength+1], '-'); at > 0 {
		return slug[:at]
	}
	return slug[:slugLength]
}
