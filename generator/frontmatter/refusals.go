package frontmatter

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"time"

	"pleinwijzer/generator/diag"
)

// The messages of the binder to an editor.

func newProblem(code string, at diag.Range, message string) diag.Diagnostic {
	return diag.Diagnostic{Range: at, Code: code, Message: message}
}

func (b *binder) add(problem diag.Diagnostic) { b.problems.Add(problem) }

// missing reports a required field that is not there. It does nothing if the field may
// be on a line that could not be read.
func (b *binder) missing(f *Field) {
	if b.doc.partial {
		return
	}
	where := b.doc.Whole()
	if len(b.path) > 0 {
		where = b.doc.Key(b.at()...)
	}
	problem := newProblem("veld-ontbreekt", where, fmt.Sprintf("het veld %q ontbreekt", f.Key))
	problem.Hint, problem.Missing = "voeg toe: "+f.Key+" = "+f.Example, f.Key
	if own := b.at(f.Key); b.doc.Has(own...) {
		problem.Range, problem.Missing = b.doc.Value(own...), ""
		problem.Code, problem.Message = "veld-leeg", fmt.Sprintf("het veld %q is leeg", f.Key)
		problem.Hint = "schrijf bijvoorbeeld: " + f.Key + " = " + f.Example
	}
	b.add(problem)
}

func (b *binder) unknown(key string, fields []Field) {
	names := make([]string, len(fields))
	for i, f := range fields {
		names[i] = f.Key
	}
	problem := newProblem("veld-onbekend", b.doc.Key(b.at(key)...), fmt.Sprintf("onbekend veld %q", key))
	near, found := diag.Nearest(key, names)
	problem.Hint = diag.Question(near, found)
	if problem.Hint == "" && len(names) <= 12 {
		problem.Hint = "kies uit: " + strings.Join(names, ", ")
	}
	if len(b.path) > 0 && slices.ContainsFunc(b.root, func(f Field) bool { return f.Key == key }) {
		// The typical mistake in TOML: everything below a header belongs to it.
		problem.Code = "veld-onder-kopje"
		problem.Message = fmt.Sprintf("het veld %q hoort niet in het blok %q", key, b.path[0].key)
		problem.Hint = "zet deze regel hoger, boven het eerste kopje tussen haken"
	} else if hint, ok := b.onPurpose(key); ok && !(found && b.isAbsent(near)) {
		problem.Hint = hint
	}
	b.add(problem)
}

// onPurpose returns why there is deliberately no such field. A name that is close to an
// existing field to which the same reason would apply is a mistyped name instead.
func (b *binder) onPurpose(key string) (hint string, ok bool) {
	if b.absent == nil {
		return "", false
	}
	return b.absent(key)
}

func (b *binder) isAbsent(key string) bool { _, ok := b.onPurpose(key); return ok }

func (b *binder) choice(f *Field, text string) {
	problem := newProblem("keuze-onbekend", b.doc.Value(b.at()...), fmt.Sprintf("%q kan niet bij %q", text, f.Key))
	problem.Hint = diag.Question(diag.Nearest(text, f.Choices))
	if problem.Hint == "" {
		problem.Hint = "kies uit: " + strings.Join(f.Choices, ", ")
	}
	b.add(problem)
}

// brackets reports [afwijkend] instead of [[afwijkend]], or the other way round.
func (b *binder) brackets(f *Field, code, hint, kind string) {
	problem := newProblem(code, b.doc.Key(b.at()...), fmt.Sprintf("bij %q horen %s haken", f.Key, kind))
	problem.Hint = hint
	b.add(problem)
}

func (b *binder) wrongType(f *Field, t reflect.Type, value any) {
	_, parsed := b.parsers[t]
	problem := newProblem("soort-verkeerd", b.doc.Value(b.at()...),
		fmt.Sprintf("bij %q hoort %s, niet %s", f.Key, wanted(t, parsed), found(value)))
	switch {
	case f.Example == "":
	case len(f.Fields) > 0:
		problem.Hint = fmt.Sprintf("maak een blok met het kopje %s", f.Example)
	default:
		problem.Hint = fmt.Sprintf("schrijf bijvoorbeeld: %s = %s", f.Key, f.Example)
	}
	b.add(problem)
}

// wanted and found name types in the words of an editor.
func wanted(t reflect.Type, parsed bool) string {
	switch {
	case parsed:
		return "tekst tussen aanhalingstekens"
	case t.Kind() == reflect.Bool:
		return "true of false (zonder aanhalingstekens)"
	case t.Kind() == reflect.Int, t.Kind() == reflect.Float64:
		return "een getal (zonder aanhalingstekens)"
	case t.Kind() == reflect.Map, t.Kind() == reflect.Struct:
		return "een blok met velden"
	}
	return "tekst tussen aanhalingstekens"
}

func found(value any) string {
	switch v := value.(type) {
	case string:
		return "tekst"
	case bool:
		return "true of false"
	case int64, float64:
		return "een getal"
	case time.Time:
		if v.Year() == 0 {
			return "een tijd zonder aanhalingstekens"
		}
		return "een datum zonder aanhalingstekens"
	case map[string]any, []map[string]any:
		return "een blok met velden"
	}
	return "een lijst"
}
