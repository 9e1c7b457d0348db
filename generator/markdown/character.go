package markdown

import (
	"html"
	"regexp"

	"github.com/yuin/goldmark/util"
)

// character returns what a backslash escape or character reference at the start of a text
// stands for, and its length in bytes: 0 if the backslash or ampersand stands for itself
// (CommonMark 2.4 and 2.5).
func character(text []byte) (seen []byte, size int) {
	if text[0] == '\\' {
		if len(text) > 1 && util.IsPunct(text[1]) {
			return text[1:2], 2
		}
		return nil, 0
	}
	reference := referenceForm.Find(text)
	if reference == nil {
		return nil, 0
	}
	decoded := html.UnescapeString(string(reference))
	if decoded == string(reference) {
		return nil, 0
	}
	return []byte(decoded), len(reference)
}

var referenceForm = regexp.MustCompile(`^&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]*);`)
