package frontmatter

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// The help of a field is written once, for two readers: who fills in a form and sees no
// file, and who writes the file. Where they need other words, the tag has a mark in braces:
// one of voices, or the key of a field next to it, which has a label in a form. What only a
// file needs, such as how a value is spelled there, is in a tag of its own:
//
//	help:"Op welke dag? {moet}, behalve bij {tijden}." infile:"Een naam uit onderwerpen.toml."
var mark = regexp.MustCompile(`\{([^{}]*)\}`)

// voices are the marks that are not about a field, as a form and a file say them.
var voices = map[string]struct{ form, file string }{
	"ja":    {"Kies ja", "Zet op true"},
	"nee":   {"Kies nee", "Zet op false"},
	"true":  {"ja", "true"},
	"false": {"nee", "false"},
	"leeg":  {"Niet ingevuld betekent", "Zonder dit veld"},
	"moet":  {"Verplicht", "Moet er staan"},
}

// speak fills in the help of fields that are in one table, for both readers.
func speak(fields []Field) {
	for i := range fields {
		f := &fields[i]
		written, inFile := f.Help, f.FileHelp
		f.Help = inVoice(fields, written, false)
		f.FileHelp = strings.TrimSpace(inVoice(fields, written, true) + " " + inFile)
	}
}

func inVoice(fields []Field, help string, file bool) string {
	return mark.ReplaceAllStringFunc(help, func(found string) string {
		name := found[1 : len(found)-1]
		if said, ok := voices[name]; ok && file {
			return said.file
		} else if ok {
			return said.form
		}
		key, value, hasValue := strings.Cut(name, "=")
		at := slices.IndexFunc(fields, func(f Field) bool { return f.Key == key })
		switch {
		case at < 0:
			panic(fmt.Sprintf("frontmatter: the help %q names a field %q that is not there", help, key))
		case file && hasValue:
			return fmt.Sprintf("%s = %q", key, value)
		case file:
			return key
		case hasValue:
			return fmt.Sprintf("%s %q", strings.ToLower(fields[at].Label), value)
		}
		return fmt.Sprintf("%q", fields[at].Label)
	})
}
