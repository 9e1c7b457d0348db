package frontmatter

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"unicode"

	"pleinwijzer/generator/paste"
)

// scalar sets a simple value. It returns false if the value has another type.
func (b *binder) scalar(dst reflect.Value, f *Field, value any) (ok bool) {
	switch dst.Kind() {
	case reflect.String:
		var v string
		if v, ok = value.(string); ok {
			b.text(dst, f, v)
		}
	case reflect.Bool:
		var v bool
		v, ok = value.(bool)
		dst.SetBool(v)
	case reflect.Int:
		var v int64
		v, ok = value.(int64)
		dst.SetInt(v)
	case reflect.Float64:
		var v float64
		v, ok = number(value)
		dst.SetFloat(v)
	default:
		panic(fmt.Sprintf("frontmatter: no way to read field %q of type %s", f.Key, dst.Type()))
	}
	return ok
}

func number(value any) (float64, bool) {
	switch v := value.(type) {
	case float64:
		return v, true
	case int64:
		return float64(v), true
	}
	return 0, false
}

// text sets a string of one line, cleaned up as pasted text is (package paste). Fields
// of several lines have a type and a parser of their own.
func (b *binder) text(dst reflect.Value, f *Field, text string) {
	if strings.ContainsFunc(text, func(r rune) bool { return unicode.IsControl(r) && !unicode.IsSpace(r) }) {
		problem := newProblem("teken-onzichtbaar", b.doc.Value(b.at()...), fmt.Sprintf("in %q staat een onzichtbaar teken", f.Key))
		problem.Hint = "typ deze tekst opnieuw"
		b.add(problem)
		return
	}
	text = paste.Line(text)
	if len(f.Choices) > 0 && !slices.Contains(f.Choices, text) {
		b.choice(f, text)
		return
	}
	dst.SetString(text)
}
