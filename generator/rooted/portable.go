package rooted

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// devices are names that Windows reserves for devices, with or without an extension.
var devices = regexp.MustCompile(`(?i)^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]) *(?:\.|$)`)

// Portable reports whether a file or folder of that name can exist on every system,
// Windows included, and can appear in a URL and in a message.
func Portable(name string) bool {
	return utf8.ValidString(name) && !devices.MatchString(name) &&
		(name == "." || !strings.HasSuffix(name, ".")) && !strings.HasSuffix(name, " ") &&
		!strings.ContainsFunc(name, func(r rune) bool {
			return strings.ContainsRune(`<>:"|?*\`, r) || unicode.IsControl(r) || unicode.In(r, unicode.Zl, unicode.Zp, unicode.Bidi_Control)
		})
}

// portable applies Portable to each element of a path.
func portable(name string) bool {
	for part := range strings.SplitSeq(name, "/") {
		if !Portable(part) {
			return false
		}
	}
	return true
}
