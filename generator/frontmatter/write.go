package frontmatter

import (
	"reflect"
	"strings"

	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/slips"
	"pleinwijzer/generator/source"
	"pleinwijzer/generator/tomledit"
)

// Check reads one value, written as it would be in a file, and returns what is wrong
// with it in the words of Bind. An empty value is only wrong if the field is required.
func (f *Field) Check(value string, parsers Parsers) diag.List {
	doc, problem := Parse(f.Key+".toml", []byte(f.Key+" = "+value+"\n"))
	if problem != nil {
		return diag.List{*problem}
	}
	values, problems := doc.values()
	if len(problems) > 0 {
		return problems
	}
	b := binder{doc: doc, parsers: parsers, place: place{alone: true}}
	switch v := values[f.Key]; {
	case !isEmpty(v):
		b.enter(step{key: f.Key})
		b.value(reflect.New(f.Type).Elem(), f, v)
	case f.Required:
		b.missing(f)
	}
	return b.problems
}

// Of returns the field's value in a record, given as a pointer to the struct that has
// the field.
func (f *Field) Of(record any) any {
	return reflect.ValueOf(record).Elem().FieldByIndex(f.index).Interface()
}

// Spell formats what a person typed as a value of the field, for Bind to read. A field
// that is a list takes any number of texts, other fields take one. What the field
// cannot hold is written as text, so that Bind reports what is wrong with it.
func (f *Field) Spell(texts ...string) string {
	if !f.IsList() {
		return spell(f.Type, strings.Join(texts, " "))
	}
	items := make([]string, len(texts))
	for i, text := range texts {
		items[i] = spell(f.Type.Elem(), text)
	}
	if len(items) == 1 && !strings.HasPrefix(f.Example, "[") {
		return items[0]
	}
	return "[" + strings.Join(items, ", ") + "]"
}

// IsList reports whether the field takes more than one value.
func (f *Field) IsList() bool { return f.Type.Kind() == reflect.Slice && f.Type.Name() == "" }

// IsMap reports whether the field has values under names that editors choose.
func (f *Field) IsMap() bool { return f.Type != nil && f.Type.Kind() == reflect.Map }

// IsBlock reports whether the field is a table, or a list of tables.
func (f *Field) IsBlock() bool { return len(f.Fields) > 0 }

var yesAndNo = map[string]string{"ja": "true", "true": "true", "nee": "false", "false": "false"}

func spell(t reflect.Type, text string) string {
	switch t.Kind() {
	case reflect.Pointer:
		return spell(t.Elem(), text)
	case reflect.Bool:
		if value, ok := yesAndNo[strings.ToLower(text)]; ok {
			return value
		}
	case reflect.Int, reflect.Float64:
		if number := strings.Replace(text, ",", ".", 1); slips.PlainNumber.MatchString(number) {
			return number
		}
	}
	return Quote(text)
}

// Quote formats text as a TOML string.
func Quote(text string) string { return tomledit.Quote(text) }

// A Value is a field with its value, written as in a file.
type Value struct {
	Key, Spelled string
}

// A Block is a table of a list, such as [[tijden]], or one by itself.
type Block struct {
	Name   string
	Alone  bool // such as [openingstijden]
	Values []Value
}

// Write returns a file with front matter and a body.
func Write(values []Value, body string, blocks ...Block) []byte {
	var b strings.Builder
	b.WriteString(source.Fence + "\n")
	writeValues(&b, values)
	for _, block := range blocks {
		heading := "[[" + block.Name + "]]"
		if block.Alone {
			heading = "[" + block.Name + "]"
		}
		b.WriteString("\n" + heading + "\n")
		writeValues(&b, block.Values)
	}
	b.WriteString(source.Fence + "\n")
	if body = strings.TrimSpace(body); body != "" {
		b.WriteString("\n" + body + "\n")
	}
	return []byte(b.String())
}

func writeValues(b *strings.Builder, values []Value) {
	for _, v := range values {
		b.WriteString(v.Key + " = " + v.Spelled + "\n")
	}
}
