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

// A Parser makes a value of a type of its own from what stands in the file,
// such as a date from "2026-12-25". Text comes without white space round it.
// What a Parser cannot read it refuses with a *ValueError.
type Parser func(value any) (any, error)

// Parsers says how the values of each type are read, apart from string,
// []string, bool, int, float64 and tables, which need no parser.
type Parsers map[reflect.Type]Parser

// Absent says of a field that does not exist why there is none, where that is on
// purpose.
type Absent func(key string) (hint string, ok bool)

// A ValueError says what is wrong with one value, in Dutch, for an editor.
type ValueError struct {
	Code           string
	Message        string
	Hint           string
	Example        string
	Ways           []schedule.Way // what may have been meant; they go before a hint
	Offset, Length int            // the wrong piece of the text, in bytes; Length 0 is all of it
	Item           int            // where the value is a list: the wrong item, from 1; 0 is all of it
}

func (e *ValueError) Error() string { return e.Message }

// ErrType is what a Parser answers when the value is not of a type it reads,
// such as a number where a date is due. The field's own example goes with it.
var ErrType = errors.New("wrong type")

// Bind decodes the front matter into the struct that dst points at, by the
// fields given, and answers every problem it has: unknown keys, missing ones,
// wrong types and values that cannot be read. An empty text is the same as a
// field that is not there, since forms write one for the other.
func (d *Document) Bind(dst any, fields []Field, parsers Parsers, absent Absent) diag.List {
	values, problems := d.values()
	b := binder{doc: d, parsers: parsers, absent: absent, root: fields, values: values, path: make([]step, 0, 4), problems: problems}
	if values != nil {
		b.table(reflect.ValueOf(dst).Elem(), fields, values)
	}
	return b.problems
}

// BindMap decodes a file that is one table per record, such as a list of
// topics, into the map that dst points at.
func (d *Document) BindMap(dst any, fields []Field, parsers Parsers, absent Absent) diag.List {
	values, problems := d.values()
	b := binder{doc: d, parsers: parsers, absent: absent, problems: problems}
	if values != nil {
		b.mapOf(reflect.ValueOf(dst).Elem(), Field{Fields: fields}, values)
	}
	return b.problems
}

// binder decodes one document. It keeps the path to the value in hand as a
// stack, and makes a Path of it only for a problem: most values have none.
type binder struct {
	doc      *Document
	parsers  Parsers
	absent   Absent
	root     []Field
	values   map[string]any // of the whole record
	alone    bool           // one value is looked at, outside a record
	path     []step
	problems diag.List
}

type step struct {
	key  string
	item int // the place in a list, from 1; 0 for a key
}

func (b *binder) enter(s step) { b.path = append(b.path, s) }
func (b *binder) leave()       { b.path = b.path[:len(b.path)-1] }

// at is the path to the value in hand, or to what the steps lead to from there.
func (b *binder) at(further ...any) Path {
	path := make(Path, 0, len(b.path)+len(further))
	for _, s := range b.path {
		if s.item > 0 {
			path = append(path, s.item-1)
		} else {
			path = append(path, s.key)
		}
	}
	return append(path, further...)
}

// heading is what stands between the brackets above the value in hand.
func (b *binder) heading() string {
	var keys []string
	for _, s := range b.path {
		if s.item == 0 {
			keys = append(keys, s.key)
		}
	}
	return strings.Join(keys, ".")
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

// isEmpty reports whether a value is what a form writes for nothing.
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

// spaced takes off the white space round a text. In one of a single line it makes all
// spaces plain: that a space does not break is nothing to a date. In one of several
// lines the first keeps its place beside the others.
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

// list sets a slice. One value where a list is due is a list of one. An item
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
		b.brackets(f, "haken-dubbel", fmt.Sprintf("schrijf [[%s]]", b.heading()), "dubbele")
		return
	}
	if !ok { // and stands where the list would
		dst.Set(reflect.MakeSlice(dst.Type(), 1, 1))
		b.value(dst.Index(0), f, value)
		return
	}
	dst.Set(reflect.MakeSlice(dst.Type(), len(items), len(items)))
	for i, item := range items {
		b.enter(step{item: i + 1})
		if isEmpty(item) {
			problem := b.doc.problem("waarde-leeg", b.doc.Value(b.at()...), fmt.Sprintf("in de lijst %q staat een lege waarde", f.Key))
			problem.Hint = "haal de lege waarde weg"
			b.add(problem)
		} else {
			b.value(dst.Index(i), f, item)
		}
		b.leave()
	}
}

// mapOf sets a map from names that editors choose to a text or a table.
func (b *binder) mapOf(dst reflect.Value, f Field, value any) {
	values, ok := value.(map[string]any)
	if _, several := value.([]map[string]any); several && f.Example != "" {
		b.brackets(&f, "haken-enkel", "schrijf "+f.Example, "enkele")
		return
	}
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
		b.brackets(f, "haken-enkel", fmt.Sprintf("schrijf [%s], en maar één keer", b.heading()), "enkele")
	default:
		b.wrongType(f, dst.Type(), value)
	}
}
