package form

import (
	"reflect"
	"regexp"
	"slices"
	"strings"
	"time"

	"pleinwijzer/generator/edit"
	"pleinwijzer/generator/frontmatter"
	"pleinwijzer/generator/paste"
	"pleinwijzer/generator/reading"
	"pleinwijzer/generator/source"
)

var textType = reflect.TypeFor[string]()

// What the switches are called in a post.
const (
	yes = "ja"
	no  = "nee"
)

// isList reports whether the field has any number of texts.
func (f *Field) isList() bool {
	return f.Widget == edit.Lines || f.Widget == edit.Dates || f.Widget == edit.Choices
}

// texts reads a value as a person would type it.
func (r *reader) texts(f *Field, value any) {
	if value == nil {
		return
	}
	items, several := value.([]any)
	if !several {
		items, f.bare = []any{value}, true
	}
	if several && !f.isList() {
		f.odd(r, true)
		return
	}
	for i, item := range items {
		at := f.at
		if several {
			at = append(slices.Clone(f.at), i)
		}
		text, ok := f.text(item, r.doc.Spelled(at...))
		if !ok {
			f.Texts = nil
			f.odd(r, true)
			return
		}
		f.Texts = append(f.Texts, text)
	}
	f.offer()
}

// text is one value as a person would type it.
func (f *Field) text(value any, spelled string) (string, bool) {
	switch v := value.(type) {
	case bool:
		if f.Widget == edit.Switch || f.Widget == edit.Maybe {
			return map[bool]string{true: yes, false: no}[v], true
		}
		return "", false
	case string:
		if f.Widget == edit.Switch || f.Widget == edit.Maybe {
			return "", false
		}
		return f.shown(v), true
	case time.Time:
		if v.Year() != 0 && strings.Trim(v.Format("15:04:05"), "0:") == "" {
			return v.Format(time.DateOnly), true
		}
		return spelled, true
	case int64, float64:
		return spelled, f.Widget != edit.Switch && f.Widget != edit.Maybe
	}
	return "", false
}

// formDate is a date as other forms write it, with midnight as its time.
var formDate = regexp.MustCompile(`^(\d{4}-\d\d-\d\d)T[0:.Z]*$`)

// shown is a text as an input would give it back: an input of one line has no line ends.
func (f *Field) shown(text string) string {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	if f.Widget == edit.Markdown {
		return strings.Trim(strings.TrimRight(text, " \t\n"), "\n")
	}
	text = strings.Join(strings.Fields(text), " ")
	if m := formDate.FindStringSubmatch(text); m != nil && (f.Widget == edit.Date || f.Widget == edit.Dates) {
		return m[1]
	}
	return text
}

// offer keeps what is in the file on offer, even if nobody knows it.
func (f *Field) offer() {
	if f.Widget != edit.Choice && f.Widget != edit.Choices {
		return
	}
	f.Options = slices.Clip(f.Options)
	for _, text := range f.Texts {
		if text != "" && !slices.ContainsFunc(f.Options, func(o edit.Option) bool { return o.Value == text }) {
			f.Options = append(f.Options, edit.Option{Label: text, Value: text})
		}
	}
}

// typedTexts returns what was posted for a field as texts, without empty ones. In a list of
// several values their order says nothing; lines have an order.
func (f *Field) typedTexts(posted []string) (texts []string, ordered bool) {
	for _, value := range posted {
		value = strings.ReplaceAll(value, "\r\n", "\n")
		parts := []string{value}
		if f.isList() {
			parts = strings.Split(value, "\n")
			ordered = ordered || strings.Contains(value, "\n")
		}
		for _, part := range parts {
			if text := f.shown(paste.Visible(part)); text != "" {
				texts = append(texts, text)
			}
		}
	}
	if n := len(texts); n > 1 && !f.isList() {
		texts = texts[n-1:] // a hidden value before a box that may be unticked
	}
	return texts, ordered || len(texts) < 2
}

// was are the texts in the file without empty ones.
func (f *Field) was() []string {
	return slices.DeleteFunc(slices.Clone(f.Texts), func(text string) bool { return text == "" })
}

// spell writes texts as a value of the field, in the way of what the file has.
func (f *Field) spell(texts []string) string {
	switch {
	case f.Widget == edit.Switch || f.Widget == edit.Maybe || f.Widget == edit.Number:
		return f.Field.Spell(texts...)
	case !f.isList():
		return frontmatter.Quote(strings.Join(texts, " "))
	case f.IsList():
		return f.Field.Spell(texts...)
	}
	// One text, or else a list of texts: which of them it is depends on the type.
	if one := frontmatter.Quote(strings.Join(texts, " ")); len(texts) == 1 && len(reading.Check(f.Field, one)) == 0 {
		return one
	}
	quoted := make([]string, len(texts))
	for i, text := range texts {
		quoted[i] = frontmatter.Quote(text)
	}
	return "[" + strings.Join(quoted, ", ") + "]"
}

var dateOnly = regexp.MustCompile(`^\d{4}-\d\d-\d\d$`)

// like writes one text in the way of the value that it replaces: a date without quotation
// marks stays without, and a text in which nothing is escaped stays so.
func (f *Field) like(text, old string) string {
	if (f.Widget == edit.Date || f.Widget == edit.Dates) && dateOnly.MatchString(text) && old != "" && !strings.ContainsAny(old[:1], `"'`) {
		return text
	}
	if strings.HasPrefix(old, "'''") && strings.Contains(text, "\n") && !strings.Contains(text, "'''") && !fenced(text) {
		return "'''\n" + text + "\n'''"
	}
	if f.isList() {
		return frontmatter.Quote(text)
	}
	return f.spell([]string{text})
}

// fenced reports whether a line of the text would end the fields of a .md file.
func fenced(text string) bool {
	for line := range strings.Lines(text) {
		if source.IsFence(strings.TrimRight(line, "\n")) {
			return true
		}
	}
	return false
}
