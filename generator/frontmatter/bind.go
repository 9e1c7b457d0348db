package frontmatter

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"time"
	"unicode"

	"pleinwijzer/generator/diag"
)

// A Parser makes a value of a type of its own from what stands in the file,
// such as a date from "2026-12-25". What it cannot read it refuses with a
// *ValueError.
type Parser func(value any) (any, error)

// Parsers says how the values of each type are read, apart from string,
// []string, bool, int, float64 and tables, which need no parser.
type Parsers map[reflect.Type]Parser

// A ValueError says what is wrong with one value, in Dutch, for an editor.
type ValueError struct {
	Code           string
	Message        string
	Hint           string
	Example        string
	Offset, Length int // the wrong piece of the text, in bytes; Length 0 is all of it
}

func (e *ValueError) Error() string { return e.Message }

// ErrType is what a Parser answers when the value is not of a type it reads,
// such as a number where a date is due. The field's own example goes with it.
var ErrType = errors.New("wrong type")

// Bind decodes the front matter into the struct that dst points at, by the
// fields given, and answers every problem it has: unknown keys, missing ones,
// wrong types and values that cannot be read. An empty text is the same as a
// field that is not there, since forms write one for the other.
func (d *Document) Bind(dst any, fields []Field, parsers Parsers) diag.List {
	values, problem := d.values()
	if problem != nil {
		return diag.List{*problem}
	}
	b := binder{doc: d, parsers: parsers, root: fields}
	b.table(reflect.ValueOf(dst).Elem(), fields, values, nil)
	return b.problems
}

// BindMap decodes a file that is one table per record, such as a list of
// topics, and answers the keys of those tables in the order of the alphabet.
func (d *Document) BindMap(dst any, fields []Field, parsers Parsers) diag.List {
	values, problem := d.values()
	if problem != nil {
		return diag.List{*problem}
	}
	b := binder{doc: d, parsers: parsers}
	b.mapOf(reflect.ValueOf(dst).Elem(), Field{Fields: fields}, values, nil)
	return b.problems
}

type binder struct {
	doc      *Document
	parsers  Parsers
	root     []Field
	problems diag.List
}

func (b *binder) table(dst reflect.Value, fields []Field, values map[string]any, at Path) {
	for _, f := range fields {
		value, present := values[f.Key]
		if !present || isEmpty(value) {
			if f.Required {
				b.missing(f, at)
			}
			continue
		}
		b.value(dst.FieldByIndex(f.index), f, value, append(at[:len(at):len(at)], f.Key))
	}
	for key := range values {
		if !slices.ContainsFunc(fields, func(f Field) bool { return f.Key == key }) {
			b.unknown(key, fields, at)
		}
	}
}

func isEmpty(value any) bool {
	switch v := value.(type) {
	case string:
		return strings.TrimSpace(v) == ""
	case []any:
		return len(v) == 0
	}
	return false
}

func (b *binder) value(dst reflect.Value, f Field, value any, at Path) {
	if parse, ok := b.parsers[dst.Type()]; ok {
		b.parsed(dst, f, parse, value, at)
		return
	}
	switch dst.Kind() {
	case reflect.String:
		b.text(dst, f, value, at)
	case reflect.Bool:
		if v, ok := value.(bool); ok {
			dst.SetBool(v)
			return
		}
		b.wrongType(f, value, at)
	case reflect.Int:
		if v, ok := value.(int64); ok {
			dst.SetInt(v)
			return
		}
		b.wrongType(f, value, at)
	case reflect.Float64:
		b.number(dst, f, value, at)
	case reflect.Slice:
		b.list(dst, f, value, at)
	case reflect.Map:
		b.mapOf(dst, f, value, at)
	case reflect.Struct:
		b.block(dst, f, value, at)
	case reflect.Pointer:
		pointed := reflect.New(dst.Type().Elem())
		b.value(pointed.Elem(), f, value, at)
		dst.Set(pointed)
	default:
		panic(fmt.Sprintf("frontmatter: no way to read field %q of type %s", f.Key, dst.Type()))
	}
}

func (b *binder) number(dst reflect.Value, f Field, value any, at Path) {
	switch v := value.(type) {
	case float64:
		dst.SetFloat(v)
	case int64:
		dst.SetFloat(float64(v))
	default:
		b.wrongType(f, value, at)
	}
}

// text sets a string. Runs of white space become one space, save in fields of
// several lines, which have a type and parser of their own.
func (b *binder) text(dst reflect.Value, f Field, value any, at Path) {
	text, ok := value.(string)
	if !ok {
		b.wrongType(f, value, at)
		return
	}
	if strings.ContainsFunc(text, func(r rune) bool { return unicode.IsControl(r) && !unicode.IsSpace(r) }) {
		b.add(b.doc.problem("teken-onzichtbaar", b.doc.Value(at...), fmt.Sprintf("in %q staat een onzichtbaar teken", f.Key)))
		return
	}
	text = strings.Join(strings.Fields(text), " ")
	if len(f.Choices) > 0 && !slices.Contains(f.Choices, text) {
		b.choice(f, text, at)
		return
	}
	dst.SetString(text)
}

func (b *binder) choice(f Field, text string, at Path) {
	problem := b.doc.problem("keuze-onbekend", b.doc.Value(at...), fmt.Sprintf("%q kan niet bij %q", text, f.Key))
	problem.Hint = diag.Question(diag.Nearest(text, f.Choices))
	if problem.Hint == "" {
		problem.Hint = "kies uit: " + strings.Join(f.Choices, ", ")
	}
	b.add(problem)
}

func (b *binder) parsed(dst reflect.Value, f Field, parse Parser, value any, at Path) {
	v, err := parse(value)
	if err == nil {
		dst.Set(reflect.ValueOf(v))
		return
	}
	var wrong *ValueError
	if !errors.As(err, &wrong) {
		b.wrongType(f, value, at)
		return
	}
	text, _ := value.(string)
	problem := b.doc.problem(wrong.Code, b.doc.Within(wrong.Offset, wrong.Length, text, at...), wrong.Message)
	problem.Hint, problem.Example = wrong.Hint, wrong.Example
	b.add(problem)
}

// list sets a slice. One value where a list is due is a list of one.
func (b *binder) list(dst reflect.Value, f Field, value any, at Path) {
	items, ok := value.([]any)
	if tables, isTables := value.([]map[string]any); isTables {
		for _, table := range tables {
			items = append(items, table)
		}
		ok = true
	}
	if !ok {
		if _, isTable := value.(map[string]any); isTable {
			problem := b.doc.problem("haken-dubbel", b.doc.Key(at...), fmt.Sprintf("bij %q horen dubbele haken", f.Key))
			problem.Hint = fmt.Sprintf("schrijf [[%s]]", f.Key)
			b.add(problem)
			return
		}
		items = []any{value}
	}
	before := len(b.problems)
	slice := reflect.MakeSlice(dst.Type(), len(items), len(items))
	for i, item := range items {
		step := append(at[:len(at):len(at)], i)
		if !ok {
			step = at
		}
		b.value(slice.Index(i), f, item, step)
	}
	if len(b.problems) == before {
		dst.Set(slice)
	}
}

// mapOf sets a map from names that editors choose to a text or a table.
func (b *binder) mapOf(dst reflect.Value, f Field, value any, at Path) {
	values, ok := value.(map[string]any)
	if !ok {
		b.wrongType(f, value, at)
		return
	}
	dst.Set(reflect.MakeMapWithSize(dst.Type(), len(values)))
	keyField := Field{Key: f.Key, Type: dst.Type().Key()}
	for name, v := range values {
		step := append(at[:len(at):len(at)], name)
		key := reflect.New(dst.Type().Key()).Elem()
		if parse, ok := b.parsers[key.Type()]; ok {
			b.parsed(key, keyField, parse, name, step)
		} else {
			key.SetString(name)
		}
		item := reflect.New(dst.Type().Elem()).Elem()
		b.value(item, f, v, step)
		dst.SetMapIndex(key, item)
	}
}

func (b *binder) block(dst reflect.Value, f Field, value any, at Path) {
	if values, ok := value.(map[string]any); ok {
		b.table(dst, f.Fields, values, at)
		return
	}
	if _, isList := value.([]map[string]any); isList {
		problem := b.doc.problem("haken-enkel", b.doc.Key(at...), fmt.Sprintf("bij %q horen enkele haken", f.Key))
		problem.Hint = fmt.Sprintf("schrijf [%s], en maar één keer", f.Key)
		b.add(problem)
		return
	}
	b.wrongType(f, value, at)
}

func (b *binder) missing(f Field, at Path) {
	where := b.doc.Whole()
	if len(at) > 0 {
		where = b.doc.Key(at...)
	}
	problem := b.doc.problem("veld-ontbreekt", where, fmt.Sprintf("het veld %q ontbreekt", f.Key))
	if b.doc.Has(append(at[:len(at):len(at)], f.Key)...) {
		problem.Range = b.doc.Key(append(at[:len(at):len(at)], f.Key)...)
		problem.Message = fmt.Sprintf("het veld %q is leeg", f.Key)
	}
	problem.Hint = "voeg toe: " + f.Key + " = " + f.Example
	b.add(problem)
}

func (b *binder) unknown(key string, fields []Field, at Path) {
	var names []string
	for _, f := range fields {
		names = append(names, f.Key)
	}
	problem := b.doc.problem("veld-onbekend", b.doc.Key(append(at[:len(at):len(at)], key)...), fmt.Sprintf("onbekend veld %q", key))
	problem.Hint = diag.Question(diag.Nearest(key, names))
	if len(at) > 0 && slices.ContainsFunc(b.root, func(f Field) bool { return f.Key == key }) {
		// The mistake that TOML invites: all below a header belongs to it.
		problem.Hint = "zet deze regel hoger, boven het eerste kopje tussen haken"
	}
	b.add(problem)
}

func (b *binder) wrongType(f Field, value any, at Path) {
	where := b.doc.Value(at...)
	problem := b.doc.problem("soort-verkeerd", where, fmt.Sprintf("bij %q hoort %s, niet %s", f.Key, wanted(f.Type), found(value)))
	if f.Example != "" && len(f.Fields) == 0 {
		problem.Hint = fmt.Sprintf("schrijf bijvoorbeeld: %s = %s", f.Key, f.Example)
	}
	b.add(problem)
}

func (b *binder) add(problem diag.Diagnostic) { b.problems.Add(problem) }

// wanted and found name a type as an editor would.
func wanted(t reflect.Type) string {
	switch t.Kind() {
	case reflect.Bool:
		return "true of false (zonder aanhalingstekens)"
	case reflect.Int, reflect.Float64:
		return "een getal (zonder aanhalingstekens)"
	case reflect.Slice:
		return "een lijst"
	case reflect.Map:
		return "een blok"
	case reflect.Struct:
		if tableType(t) != nil {
			return "een blok"
		}
	}
	return "tekst tussen aanhalingstekens"
}

func found(value any) string {
	switch value.(type) {
	case string:
		return "tekst"
	case bool:
		return "true of false"
	case int64, float64:
		return "een getal"
	case time.Time:
		return "een datum of tijd"
	case map[string]any, []map[string]any:
		return "een blok"
	}
	return "een lijst"
}
