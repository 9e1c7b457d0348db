// Package wording says what is wrong with a file in the words of a form. Problems speak of a
// file: of keys, of lines and of how a value is spelled. Who fills in a form sees none of
// that, so here they speak of the fields by their labels.
package wording

import (
	"regexp"
	"strings"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/edit"
	"pleinwijzer/generator/form"
)

// Problem puts a problem into sentences: what is wrong, and how to mend it. name is that of the
// field in the file.
func Problem(kind content.Kind, name string, d diag.Diagnostic) string {
	if isEmpty(d) {
		return "Vul dit in."
	}
	s := speakerAt(kind, name)
	hint := d.Hint
	switch own, ok := hints[d.Code]; {
	case ok:
		hint = own
	case s.chooses() && (strings.HasSuffix(d.Code, "-onbekend") || d.Code == "taal-onleesbaar"):
		hint = "kies uit de lijst"
		if ofFiles.MatchString(d.Message) {
			d.Message = "wat hier staat, is niet bekend"
		}
	}
	if hint == "" && d.Hint == "" && strings.Contains(d.Example, " = ") {
		hint = "schrijf bijvoorbeeld: " + d.Example
	}
	switch {
	case d.Code == "veld-onbekend":
		return s.unknown(d)
	case d.Code == "tekst-dubbel":
		return "In het bestand staat nog een tekst, op een plek waar de site hem niet leest. " + byText
	case ofBrackets.MatchString(d.Message):
		return Joined(Sentence("Wat in het bestand staat"+s.where()+", kan dit formulier niet laten zien"), byText)
	case s.isMarkdown(): // a text that people type has lines and brackets
		return pointedAt(d, Joined(Sentence(s.inPhrases(d.Message)), Sentence(s.inPhrases(hint))))
	}
	return Joined(Sentence(s.translate(d.Message)), Sentence(s.translate(hint)))
}

// byText is how to change what no form shows.
const byText = "Bewerk de tekst van het bestand."

// unknown says that the file has something that no form shows, so it has no label.
func (s *speaker) unknown(d diag.Diagnostic) string {
	key := quotedText.FindString(d.Message)
	switch {
	case strings.Contains(d.Hint, "met opzet"):
		return Joined("In het bestand staat "+key+".", Sentence(s.translate(d.Hint)), byText)
	case strings.HasPrefix(d.Hint, "kies uit"):
		d.Hint = ""
	}
	return Joined("In het bestand staat "+key+", en dat kent de site niet.", Sentence(s.translate(d.Hint)), byText)
}

// where says which field it is about, if that is known.
func (s *speaker) where() string {
	if s.own == nil || s.own.Label == "" {
		return ""
	}
	return " bij " + quoted(s.own.Label)
}

// isMarkdown reports whether it is about a text of any number of lines.
func (s *speaker) isMarkdown() bool {
	return s.own != nil && edit.ListsOf(&content.Content{}).Input(*s.own).Widget == edit.Markdown
}

// pointedAt says first which words of a long text a problem is about.
func pointedAt(d diag.Diagnostic, said string) string {
	line := []rune(d.Excerpt)
	from := max(d.Column-1, 0)
	words := strings.TrimSpace(d.Excerpt)
	if until := from + d.Length; d.Length > 2 && until <= len(line) {
		words = strings.TrimSpace(string(line[from:until]))
	}
	switch runes := []rune(words); {
	case d.Line == 0 || len(runes) < 2 || strings.Contains(words, `"""`) || strings.Contains(said, words) || bareAssignment.MatchString(words):
		return said
	case len(runes) > mostPointed:
		words = strings.TrimSpace(string(runes[:mostPointed])) + "…"
	}
	return "Bij " + quoted(words) + ": " + said
}

const mostPointed = 50

var (
	quotedText     = regexp.MustCompile(`"[^"]*"`)
	bareAssignment = regexp.MustCompile(`^[a-z_.]+ *=`)
)

// Refused says why a post is refused. What was typed for something that the file does not
// have any more is on the page that says so.
func Refused(kind content.Kind, r form.Refused) string {
	if r.Code == "veld-onbekend" {
		return Joined(Sentence(speakerAt(kind, r.Name).translate(r.Message)), "Kijk of alles er nog staat, en kies opnieuw Bewaren.")
	}
	return Problem(kind, r.Name, r.Diagnostic)
}

// FieldOf is [form.FieldOf], also for what is said of a file as a whole since a field is empty.
func FieldOf(kind content.Kind, file string, data []byte, d diag.Diagnostic) string {
	name := form.FieldOf(kind, file, data, d)
	if name == "" && d.Code == "nakijken" {
		return "gecontroleerd"
	}
	return name
}

// InField says a text with the label of its field before it.
func InField(kind content.Kind, name, text string) string {
	if own := speakerAt(kind, name).own; own != nil {
		return own.Label + ": " + text
	}
	return text
}

// isEmpty reports whether a field has to be filled in, and that is all there is to say.
func isEmpty(d diag.Diagnostic) bool {
	return d.Code == "veld-leeg" || d.Missing != "" &&
		(d.Code == "tekst-ontbreekt" || d.Code == "veld-ontbreekt" && strings.HasPrefix(d.Message, "het veld "))
}

// hints are those that are about the file from beginning to end, as a form has them.
var hints = map[string]string{
	"veld-ontbreekt":    "", // the field is there to be seen, so no line to copy
	"tekst-ontbreekt":   "",
	"contact-ontbreekt": "vul een van de drie in",
	"veld-onder-kopje":  "bewerk de tekst van het bestand, en zet het daar boven de blokken",
	"veld-in-tekst":     "haal het uit de tekst, en vul het in bij dat veld",
}

// ofBrackets is about tables of which a form cannot show what is in them.
var ofBrackets = regexp.MustCompile(`(horen (enkele|dubbele) haken|hoort een blok met velden)`)

var ofFiles = regexp.MustCompile(`bestand|code|korte naam`)
