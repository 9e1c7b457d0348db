// Package wording says the problems of a file in the words of its form.
package wording

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/edit"
	"pleinwijzer/generator/form"
	"pleinwijzer/generator/frontmatter"
	"pleinwijzer/generator/schedule"
)

// Problems speak of a file: of keys, of lines and of how a value is spelled. Who fills in a
// form sees none of that, so here they speak of the fields by their labels.

// A speaker says the problems of one field, or of the form as a whole.
type speaker struct {
	own    *frontmatter.Field // nil if it is about the form as a whole
	nearby []frontmatter.Field
	all    []frontmatter.Field
}

// Say puts a problem into sentences: what is wrong, and how to mend it. name is that of the
// field in the file.
func Say(kind content.Kind, name string, d diag.Diagnostic) string {
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
	return Say(kind, r.Name, r.Diagnostic)
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

// speakerAt finds the field with a name, and those beside it.
func speakerAt(kind content.Kind, name string) *speaker {
	s := &speaker{nearby: kind.Fields, all: allFields(kind.Fields)}
	for part := range strings.SplitSeq(name, ".") {
		i := slices.IndexFunc(s.nearby, func(f frontmatter.Field) bool { return f.Key == part })
		if i < 0 { // the number of a block, a language, or a list that has another name in the file
			continue
		}
		s.own = &s.nearby[i]
		if len(s.own.Fields) > 0 {
			s.nearby = s.own.Fields
		}
	}
	if body := edit.Body(kind); name == body.Key {
		s.own = &body
	}
	return s
}

func allFields(fields []frontmatter.Field) []frontmatter.Field {
	all := slices.Clone(fields)
	for _, f := range fields {
		all = append(all, allFields(f.Fields)...)
	}
	return all
}

// chooses reports whether a form has a list to choose from.
func (s *speaker) chooses() bool {
	if s.own == nil {
		return false
	}
	switch input := edit.ListsOf(&content.Content{}).Input(*s.own); input.Widget {
	case edit.Choice, edit.Choices:
		return true
	}
	return false
}

// labelOf is what a form calls a field, or "".
func (s *speaker) labelOf(key string) string {
	for _, fields := range [][]frontmatter.Field{s.nearby, s.all} {
		if i := slices.IndexFunc(fields, func(f frontmatter.Field) bool { return f.Key == key }); i >= 0 {
			return fields[i].Label
		}
	}
	return ""
}

// The ways in which messages speak of a file. Each has what a form says in its place, in
// which ‹key› is the label of the field with that key.
var phrases = []struct {
	of   *regexp.Regexp
	form string
}{
	{regexp.MustCompile(`aal bij dat bestand de regel ([a-z_]+) = true weg`), `aal daar het vinkje weg bij ‹$1›`},
	{regexp.MustCompile(`aal de regel met "([a-z_]+)" weg`), `aal weg wat bij ‹$1› staat`},
	{regexp.MustCompile(`aal (?:deze|de) regel weg`), `aal dit weg`},
	{regexp.MustCompile(`(?:en op een nieuwe regel|en boven \[\[[a-z_]+\]\]): `), `en `},
	{regexp.MustCompile(`(schrijf|oeg) boven \[\[[a-z_]+\]\]( toe)?`), `$1$2`},
	{regexp.MustCompile(`[Zz]et onder dit blok: (\[\[[a-z_.]+\]\]) met daaronder.*`), `voeg een blok toe bij $1`},
	{regexp.MustCompile(` onder de tweede "\+\+\+"`), ` hier`},
	{regexp.MustCompile(` \(zonder aanhalingstekens\)| tussen aanhalingstekens| zonder aanhalingstekens`), ``},
	{regexp.MustCompile(`true of false`), `ja of nee`},
	{regexp.MustCompile(`kies een naam uit onderwerpen\.toml, of zet het onderwerp daar eerst bij`), `kies uit de lijst`},
	{regexp.MustCompile(`schrijf (\[\[[a-z_.]+\]\]) met `), `voeg een blok toe bij $1, met `},
	{regexp.MustCompile(`[Ss]chrijf (\[\[[a-z_.]+\]\])$`), `voeg een blok toe bij $1`},
	{regexp.MustCompile(`bij negeer in partners/\S+\.md`), `bij die partner, bij ‹negeer›`},
	{regexp.MustCompile(`bij negeer in pleinen/\S+\.md`), `bij dat plein, bij ‹negeer›`},
	{regexp.MustCompile(`bij negeer in spreekuren/\S+\.md`), `bij dat spreekuur, bij ‹negeer›`},
	{regexp.MustCompile(`bij negeer in [a-z]+/\S+\.md`), `daar bij ‹negeer›`},
	{regexp.MustCompile(`: na de tweede regel met \+\+\+ komt er geen meer`), ``},
	{regexp.MustCompile(`zet in [a-z0-9/-]+\.(?:md|toml) een opvolger`), `kies daar een opvolger`},
}

var (
	listOfTexts = regexp.MustCompile(`\[("[^"\]]*"(?:, "[^"\]]*")*)\]`)
	assigned    = regexp.MustCompile(`([Bb]ij )?\b([a-z_]+) = (true|false|"[^"]*"(?:, "[^"]*")*|[0-9.]+)`)
	heading     = regexp.MustCompile(`\[\[?([a-z_][a-z_.-]*)\]\]?`)
	quotedKey   = regexp.MustCompile(`"([a-z_]+)"`)
	bareKey     = regexp.MustCompile(`\b[a-z]+_[a-z_]+\b`)
	marked      = regexp.MustCompile(`‹([a-z_]+)›`)
	isoDate     = regexp.MustCompile(`"?\b(\d{4}-\d\d-\d\d)\b"?`)
)

// translate says a message in the words of the form.
func (s *speaker) translate(text string) string {
	text = inForm(text)
	text = listOfTexts.ReplaceAllString(text, "$1")
	text = assigned.ReplaceAllStringFunc(text, s.assignment)
	text = heading.ReplaceAllStringFunc(text, func(found string) string {
		parts := strings.Split(strings.Trim(found, "[]"), ".")
		for i := range slices.Backward(parts) {
			if label := s.labelOf(parts[i]); label != "" {
				return quoted(label)
			}
		}
		return quoted(parts[0])
	})
	for _, key := range []*regexp.Regexp{quotedKey, bareKey} {
		text = key.ReplaceAllStringFunc(text, func(found string) string {
			if label := s.labelOf(strings.Trim(found, `"`)); label != "" {
				return quoted(label)
			}
			return found
		})
	}
	text = isoDate.ReplaceAllStringFunc(text, func(found string) string {
		if d, err := schedule.ParseDate(strings.Trim(found, `"`)); err == nil {
			return schedule.Dutch.PlainDate(d) // as beside a date picker
		}
		return found
	})
	return s.labelled(text)
}

// inPhrases says a message about a text in the words of the form, and leaves what it quotes.
func (s *speaker) inPhrases(text string) string { return s.labelled(inForm(text)) }

func inForm(text string) string {
	for _, p := range phrases {
		text = p.of.ReplaceAllString(text, p.form)
	}
	return text
}

func (s *speaker) labelled(text string) string {
	return marked.ReplaceAllStringFunc(text, func(found string) string {
		key := strings.Trim(found, "‹›")
		return quoted(cmp.Or(s.labelOf(key), key))
	})
}

// assignment is a value for a field: for the field itself only the value.
func (s *speaker) assignment(found string) string {
	m := assigned.FindStringSubmatch(found)
	value := map[string]string{"true": "ja", "false": "nee"}[m[3]]
	value = cmp.Or(value, m[3])
	switch label := s.labelOf(m[2]); {
	case m[1] == "" && (s.own != nil && s.own.Key == m[2] || label == ""):
		return value
	default:
		return fmt.Sprintf("%s%s %s", cmp.Or(m[1], "bij "), quoted(cmp.Or(label, m[2])), value)
	}
}

func quoted(text string) string { return `"` + text + `"` }
