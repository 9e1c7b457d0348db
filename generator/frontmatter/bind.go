package frontmatter

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"unicode"

	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/paste"
	"pleinwijzer/generator/schedule"
)

// A Parser converts what is in the file into a value of a certain type, such as a date
// from "2026-12-25". Text is passed without white space around it. If the value cannot
// be read, the error is a *ValueError.
type Parser func(value any) (any, error)

// Parsers has the parser for each type, apart from string, []string, bool, int, float64
// and tables, which do not need one.
type Parsers map[reflect.Type]Parser

// Absent explains why a field deliberately does not exist.
type Absent func(key string) (hint string, ok bool)

// A ValueError says in Dutch, to an editor, what is wrong with a value.
type ValueError struct {
	Code           string
	Message        string
	Hint           string
	Example        string
	Ways           []schedule.Way // what may have been meant; shown instead of a hint
	Offset, Length int            // the wrong part of the text, in bytes; if Length is 0, all of it
	Item           int            // if the value is a list: the number of the wrong item, from 1, or 0 for all of it
}

func (e *ValueError) Error() string { return e.Message }

// ErrType is returned by a Parser if the value has a type that it does not read, such
// as a number instead of a date. The message then shows the field's own example.
var ErrType = errors.New("wrong type")

// Bind decodes the front matter into the struct that dst points to, using the given
// fields, and returns all problems: unknown keys, missing keys, wrong types and values
// that cannot be read. An empty text counts as a missing field, since forms write one
// for the other.
func (d *Document) Bind(dst any, fields []Field, parsers Parsers, absent Absent) diag.List {
	values, problems := d.values()
	b := binder{doc: d, parsers: parsers, absent: absent, problems: problems}
	b.place = place{root: fields, values: values, path: make([]step, 0, 4)}
	if values != nil {
		b.table(reflect.ValueOf(dst).Elem(), fields, values)
	}
	return b.problems
}

// BindMap decodes a file with one table per record, such as a list of topics, into the
// map that dst points to.
func (d *Document) BindMap(dst any, fields []Field, parsers Parsers, absent Absent) diag.List {
	values, problems := d.values()
	b := binder{doc: d, parsers: parsers, absent: absent, problems: problems}
	if values != nil {
		b.mapOf(reflect.ValueOf(dst).Elem(), Field{Fields: fields}, values)
	}
	return b.problems
}

// binder decodes one document.
type binder struct {
	doc     *Document
	parsers Parsers
	absent  Absent
	place
	problems diag.List
}

func (b *binder) table(dst reflect.Value, fields []Field, values map[string]any) {
	known := 0
	for i := range fields {
		f := &fields[i]
		value, present := values[f.Key]
		if present {
			known++
		}
		if !present || isEmpty(value) {
			if f.Required {
				b.missing(f)
			}
			continue
		}
		b.enter(step{key: f.Key})
		b.value(dst.FieldByIndex(f.index), f, value)
		b.leave()
	}
	if known == len(values) {
		return
	}
	for key := range values {
		if !slices.ContainsFunc(fields, func(f Field) bool { return f.Key == key }) {
			b.unknown(key, fields)
		}
	}
}

// isEmpty reports whether a value is what a form writes if nothing was filled in.
func isEmpty(value any) bool {
	switch v := value.(type) {
	case string:
		return strings.TrimSpace(v) == ""
	case []any:
		return !slices.ContainsFunc(v, func(item any) bool { return !isEmpty(item) })
	}
	return false
}

func (b *binder) value(dst reflect.Value, f *Field, value any) {
	if parse, ok := b.parsers[dst.Type()]; ok {
		b.parsed(dst, f, parse, value)
		return
	}
	switch dst.Kind() {
	case reflect.Slice:
		b.list(dst, f, value)
	case reflect.Map:
		b.mapOf(dst, *f, value)
	case reflect.Struct:
		b.block(dst, f, value)
	case reflect.Pointer:
		pointed := reflect.New(dst.Type().Elem())
		b.value(pointed.Elem(), f, value)
		dst.Set(pointed)
	default:
		if !b.scalar(dst, f, value) {
			b.wrongType(f, dst.Type(), value)
		}
	}
}

func (b *binder) parsed(dst reflect.Value, f *Field, parse Parser, value any) {
	text, isText := value.(string)
	if isText {
		text = spaced(paste.Visible(text))
		value = text
	}
	v, err := parse(value)
	if err == nil {
		dst.Set(reflect.ValueOf(v))
		return
	}
	var wrong *ValueError
	if !errors.As(err, &wrong) {
		b.wrongType(f, dst.Type(), value)
		return
	}
	path := b.at()
	if items, ok := value.([]any); ok && wrong.Item > 0 {
		path = append(path, wrong.Item-1)
		text, _ = items[wrong.Item-1].(string)
	}
	problem := diag.Diagnostic{
		Range: b.doc.Within(wrong.Offset, wrong.Length, text, path...), Code: wrong.Code,
		Message: wrong.Message, Hint: wrong.Hint, Example: wrong.Example,
	}
	switch hint, below := b.mend(wrong, f); {
	case hint != "":
		problem.Hint, problem.Example = hint, below
	case problem.Example != "" && wrong.Item == 0 && !b.inList() && !b.alone:
		problem.Example = f.Key + " = " + problem.Example
	}
	b.add(problem)
}

// spaced removes the white space around a text. In a text of one line all spaces become
// ordinary ones, since it does not matter for a date whether a space can break. The
// first of several lines keeps its indent, like the others.
func spaced(text string) string {
	if whole := strings.TrimSpace(text); !strings.Contains(whole, "\n") {
		return strings.Map(func(r rune) rune {
			if paste.Space(r) {
				return ' '
			}
			return r
		}, whole)
	}
	text = strings.TrimRightFunc(text, unicode.IsSpace)
	blank := len(text) - len(strings.TrimLeftFunc(text, unicode.IsSpace))
	return text[strings.LastIndexByte(text[:blank], '\n')+1:]
}

// list sets a slice. A single value in place of a list counts as a list of one. An item
// that cannot be read stays empty, so that the others keep their places.
func (b *binder) list(dst reflect.Value, f *Field, value any) {
	items, ok := value.([]any)
	switch value := value.(type) {
	case []map[string]any:
		for _, table := range value {
			items = append(items, table)
		}
		ok = true
	case map[string]any:
		b.brackets(f, "haken-dubbel", fmt.Sprintf("schrijf [[%s]]", f.Key), "dubbele")
		return
	}
	if !ok { // the value is in the place of the list
		dst.Set(reflect.MakeSlice(dst.Type(), 1, 1))
		b.value(dst.Index(0), f, value)
		return
	}
	dst.Set(reflect.MakeSlice(dst.Type(), len(items), len(items)))
	for i, item := range items {
		b.enter(step{item: i + 1})
		if isEmpty(item) {
			problem := newProblem("waarde-leeg", b.doc.Value(b.at()...), fmt.Sprintf("in de lijst %q staat een lege waarde", f.Key))
			problem.Hint = "haal de lege waarde weg"
			b.add(problem)
		} else {
			b.value(dst.Index(i), f, item)
		}
		b.leave()
	}
}

// mapOf sets a map from names that editors choose to texts or tables.
func (b *binder) mapOf(dst reflect.Value, f Field, value any) {
	values, ok := value.(map[string]any)
	if !ok {
		b.wrongType(&f, dst.Type(), value)
		return
	}
	dst.Set(reflect.MakeMapWithSize(dst.Type(), len(values)))
	for name, v := range values {
		f.Key = name
		if len(b.path) == 0 {
			f.Example = "[" + name + "]"
		}
		b.enter(step{key: name})
		key := reflect.New(dst.Type().Key()).Elem()
		if parse, ok := b.parsers[key.Type()]; ok {
			b.parsed(key, &f, parse, name)
		} else {
			key.SetString(name)
		}
		item := reflect.New(dst.Type().Elem()).Elem()
		b.value(item, &f, v)
		dst.SetMapIndex(key, item)
		b.leave()
	}
}

func (b *binder) block(dst reflect.Value, f *Field, value any) {
	switch value := value.(type) {
	case map[string]any:
		b.table(dst, f.Fields, value)
	case []map[string]any:
		b.brackets(f, "haken-enkel", fmt.Sprintf("schrijf [%s], en maar één keer", f.Key), "enkele")
	default:
		b.wrongType(f, dst.Type(), value)
	}
}
