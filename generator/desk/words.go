package desk

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/frontmatter"
	"pleinwijzer/generator/schedule"
)

// sentences puts a problem into sentences: what is wrong, and how to mend it.
func sentences(d diag.Diagnostic) string { return joined(sentence(d.Message), sentence(d.Hint)) }

// beside puts a problem into sentences that stand beside a field, or in the summary of a
// form: a form has no lines, brackets or keys, so what is said about those is said in the
// words of the form. field is the name of the field.
func beside(kind content.Kind, field string, d diag.Diagnostic) string {
	labels := labelsOf(kind)
	own := field[strings.LastIndexByte(field, '.')+1:]
	wrong := sentence(inForm(labels, own, d.Message))
	switch {
	case d.Code == "veld-leeg", d.Code == "tekst-ontbreekt" && d.Missing != "",
		d.Missing != "" && strings.HasPrefix(d.Message, "het veld "):
		return "Vul dit in."
	case d.Missing != "" && strings.HasPrefix(d.Hint, "voeg toe: "+d.Missing): // the field is there to be seen, so no line to copy
		return wrong
	case d.Code == "veld-in-tekst":
		return joined(wrong, "Haal het hier weg, en vul het daar in.")
	case d.Code == "soort-verkeerd":
		wrong = sentence(otherSort.ReplaceAllString(wrong, "Hier $1"))
	}
	return joined(wrong, sentence(inForm(labels, own, d.Hint)))
}

// otherSort is what a message says about the spelling of a value of another sort.
var otherSort = regexp.MustCompile(`^Bij "[^"]*" (hoort .*?)(?: tussen aanhalingstekens| \(zonder aanhalingstekens\))?, niet .*$`)

// labelsOf returns what a form calls each key of a kind. If blocks have a key that is also
// a field of the record, it is called as in the record.
func labelsOf(kind content.Kind) map[string]string {
	labels := map[string]string{}
	var name func(fields []frontmatter.Field)
	name = func(fields []frontmatter.Field) {
		for _, f := range fields {
			if labels[f.Key] == "" {
				labels[f.Key] = f.Label
			}
		}
		for _, f := range fields {
			name(f.Fields)
		}
	}
	name(kind.Fields)
	return labels
}

// ofFile is what a message may say in the way that files are written: a field with its
// value, a key, the heading of a block, a line, a date.
var ofFile = regexp.MustCompile(`(voeg toe: |schrijf: |schrijf bijvoorbeeld: |schrijf |en op een nieuwe regel: |de regel |bij |en )?` +
	`\b([a-z_]+) = ("[^"]*"|true|false|\[[^\]]*\]|\d[\d.]*\d|\d)` +
	`|haal (?:deze|de) regel(?: met "([a-z_]+)")? weg` +
	`|\[\[?(?:[a-z-]+\.)?([a-z_]+)\]\]?|"([a-z_]+)"` +
	`|en op een nieuwe regel: een|"?\b(\d{4}-\d\d-\d\d)\b"?`)

// inForm puts a text about a file into the words of a form. own is the key of the field
// beside which it stands.
func inForm(labels map[string]string, own, text string) string {
	return ofFile.ReplaceAllStringFunc(text, func(all string) string {
		m := ofFile.FindStringSubmatch(all)
		before, key, value, line, name, date := m[1], m[2], m[3], m[4], m[5]+m[6], m[7]
		switch {
		case key != "" && (labels[key] != "" || key == own):
			return setting(before, key == own, labels[key], value)
		case key != "":
			return before + key + ": " + values(value)
		case strings.HasPrefix(all, "haal "):
			if line == own || labels[line] == "" {
				return "maak dit veld leeg"
			}
			return fmt.Sprintf("maak %q leeg", labels[line])
		case labels[name] != "":
			return fmt.Sprintf("%q", labels[name])
		case date != "":
			return dayWords(date)
		case strings.HasPrefix(all, "en op"):
			return "en maak een"
		}
		return all
	})
}

// setting tells to fill in a value: here, or in the field with a label. before is what the
// message said in front of it.
func setting(before string, here bool, label, value string) string {
	adds := strings.HasPrefix(before, "voeg toe") || strings.HasPrefix(before, "schrijf")
	if value == "true" || value == "false" {
		answer := map[string]string{"true": "ja", "false": "nee"}[value]
		switch {
		case adds:
			return fmt.Sprintf("kies bij %q: %s", label, answer)
		case before == "de regel ":
			return fmt.Sprintf("%q", label)
		case strings.HasPrefix(before, "en "):
			return fmt.Sprintf("en kies bij %q: %s", label, answer)
		}
		return fmt.Sprintf("%s%q: %s", before, label, answer)
	}
	value = values(value)
	switch {
	case here && adds:
		return "vul in: " + value
	case here:
		return before + value
	case adds:
		return fmt.Sprintf("vul bij %q in: %s", label, value)
	case strings.HasPrefix(before, "en "):
		return fmt.Sprintf("en bij %q: %s", label, value)
	}
	return fmt.Sprintf("bij %q: %s", label, value)
}

// values returns the value of a file, or those of a list, as people type them.
func values(value string) string {
	list := strings.Split(strings.Trim(value, "[]"), ", ")
	for i, one := range list {
		if text, err := strconv.Unquote(one); err == nil {
			one = `"` + text + `"`
		}
		list[i] = dayWords(one)
	}
	return strings.Join(list, ", ")
}

// dayWords returns a date in words, as beside a date picker, and any other text as it is.
func dayWords(text string) string {
	if d, err := schedule.ParseDate(strings.Trim(text, `"`)); err == nil {
		return schedule.Dutch.PlainDate(d)
	}
	return text
}

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
