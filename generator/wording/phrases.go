package wording

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"pleinwijzer/generator/schedule"
)

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
