package desk

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"pleinwijzer/generator/diag"
)

// sentences puts a problem into sentences: what is wrong, and how to mend it.
func sentences(d diag.Diagnostic) string {
	hint := d.Hint
	if d.Code == "veld-ontbreekt" { // the field is there to be seen, so no line to copy
		hint = ""
	}
	return joined(sentence(d.Message), sentence(assignment.ReplaceAllString(hint, "$1")))
}

// assignment is a value as a file has it. In a form only the value is to be filled in.
var assignment = regexp.MustCompile(`\b[a-z_]+ = ("[^"]*")`)

// sentence begins with a capital and ends with a full stop.
func sentence(text string) string {
	if text == "" {
		return ""
	}
	first, size := utf8.DecodeRuneInString(text)
	text = string(unicode.ToUpper(first)) + text[size:]
	if strings.HasSuffix(text, ".") || strings.HasSuffix(text, "?") || strings.HasSuffix(text, "!") {
		return text
	}
	return text + "."
}

// joined puts texts after each other, leaving out the empty ones.
func joined(texts ...string) string {
	return strings.Join(slices.DeleteFunc(texts, func(s string) bool { return s == "" }), " ")
}
