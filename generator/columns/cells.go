package columns

import (
	"pleinwijzer/generator/scaffold"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/spreadsheet"
	"pleinwijzer/generator/typed"
	"reflect"
	"regexp"
	"strings"
)

// Cell returns the text of a cell of a row, or "".
func Cell(r spreadsheet.Row, i int) string {
	if i >= len(r.Cells) {
		return ""
	}
	text := strings.TrimSpace(r.Cells[i])
	if rest, ok := strings.CutPrefix(text, "'"); ok && strings.ContainsAny(rest[:min(1, len(rest))], "=+-@") {
		return rest // which kept a spreadsheet from running it as a formula
	}
	return text
}

// Split returns the values in a cell. Where the values of a list may contain commas, they
// are separated by semicolons or line breaks only.
func (c Column) Split(cell string, n Notation) []string {
	between := ",;\n"
	switch {
	case c.Key == scaffold.Text:
		return []string{paragraphs(scaffold.Tidy(c.Key, cell))}
	case !c.IsList():
		return []string{c.Mend(scaffold.Tidy(c.Key, cell), n)}
	case c.isLanguages():
		cell = andSigns.Replace(cell)
	case !c.HasForm():
		between = ";\n"
	}
	var texts []string
	for _, text := range strings.FieldsFunc(cell, func(r rune) bool { return strings.ContainsRune(between, r) }) {
		if text = c.Mend(scaffold.Tidy(c.Key, text), n); text != "" {
			texts = append(texts, text)
		}
	}
	return texts
}

// paragraphs turns each line of a cell into a paragraph, as it is in the sheet: in
// Markdown, lines below each other are one. The lines of a list stay together.
func paragraphs(text string) string {
	lines := strings.Split(text, "\n")
	var b strings.Builder
	for i, line := range lines {
		if i > 0 {
			b.WriteByte('\n')
			if line != "" && lines[i-1] != "" && !inList.MatchString(line) {
				b.WriteByte('\n')
			}
		}
		b.WriteString(line)
	}
	return b.String()
}

var inList = regexp.MustCompile(`^\s*([-*+]|\d+[.)])\s|^\s`)

// andSigns are between languages: "Engels en Turks", "Engels/Turks".
var andSigns = strings.NewReplacer(" en ", ",", " of ", ",", "/", ",", "&", ",", "+", ",", " ook ", ",")

func (c Column) isLanguages() bool { return c.Type == reflect.TypeFor[[]typed.Language]() }

// Mend converts a value from the notation of a spreadsheet, or of people, to that of the
// content: a date, a language, or a telephone number that a spreadsheet took for a number
// and so lost its zero.
func (c Column) Mend(text string, n Notation) string {
	switch c.Type {
	case reflect.TypeFor[schedule.Date](), reflect.TypeFor[[]schedule.Date]():
		if date, ok := n.Date(text); ok {
			return date
		}
	case reflect.TypeFor[[]typed.Language]():
		if language, ok := typed.LanguageNamed(text); ok {
			return string(language)
		}
	case reflect.TypeFor[typed.Phone]():
		switch digits := phoneGaps.Replace(text); {
		case lostZero.MatchString(digits):
			return "0" + digits
		case lostPlus.MatchString(digits):
			return "+" + digits
		}
	}
	return text
}

var (
	phoneGaps = strings.NewReplacer(" ", "", "-", "")
	lostZero  = regexp.MustCompile(`^([1-9]\d{8}|[89]00\d{4,7})$`)
	lostPlus  = regexp.MustCompile(`^31[1-9]\d{8}$`)
)
