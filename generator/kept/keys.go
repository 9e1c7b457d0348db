package kept

import (
	"bytes"
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"unicode"
)

// Errors of a record that is JSON, and of which two programs could read different things.
var (
	errTwice = errors.New("a key is there twice")
	errDeep  = errors.New("it is nested too deeply")
)

// deepest is how deeply a record may be nested. Ours are far less deep.
const deepest = 64

// Check reports whether a record of a list can be read when the site is made. The schemas
// were checked before; this is about what they let through.
func Check(list string, text []byte) error {
	if err := sound(text); err != nil {
		return err
	}
	record, ok := map[string]any{
		Pleinen: &plein{}, Partners: &partner{}, Spreekuren: &spreekuur{}, Agenda: &event{}, Berichten: &news{},
	}[list]
	if !ok {
		return nil
	}
	return json.Unmarshal(Exact(text), record)
}

// sound wants each key once in its object, and few objects within each other.
func sound(text []byte) (err error) {
	var open []map[string]bool
	scan(text, func(at byte, from, to int) {
		switch at {
		case '{', '[':
			if open = append(open, nil); len(open) > deepest {
				err = errDeep
			}
		case '}', ']':
			open = open[:len(open)-1]
		case ':':
			keys := open[len(open)-1]
			if keys == nil {
				keys = map[string]bool{}
				open[len(open)-1] = keys
			}
			key := unquoted(text[from:to])
			if keys[key] {
				err = errTwice
			}
			keys[key] = true
		}
	})
	return err
}

// Exact returns the text with other names for keys that are those of our feeds but for
// capitals: "ID" is a field that we do not know, and encoding/json would take it for "id".
func Exact(text []byte) []byte {
	var b bytes.Buffer
	done := 0
	scan(text, func(at byte, from, to int) {
		if at != ':' {
			return
		}
		if key := unquoted(text[from:to]); ours[folded(key)] && key != folded(key) {
			b.Write(text[done:from])
			b.WriteString(`"?"`)
			done = to
		}
	})
	if done == 0 {
		return text
	}
	b.Write(text[done:])
	return b.Bytes()
}

// scan visits the brackets of a JSON text, and its keys as ':' with their quotes.
func scan(text []byte, visit func(at byte, from, to int)) {
	for i := 0; i < len(text); i++ {
		switch c := text[i]; c {
		case '{', '}', '[', ']':
			visit(c, i, i+1)
		case '"':
			from := i
			for i++; i < len(text) && text[i] != '"'; i++ {
				if text[i] == '\\' {
					i++
				}
			}
			next := i + 1
			for next < len(text) && strings.IndexByte(" \t\r\n", text[next]) >= 0 {
				next++
			}
			if next < len(text) && text[next] == ':' {
				visit(':', from, i+1)
			}
		}
	}
}

func unquoted(text []byte) string {
	if bytes.IndexByte(text, '\\') < 0 {
		return string(text[1 : len(text)-1])
	}
	var key string
	json.Unmarshal(text, &key) // it was read before, so it can be read
	return key
}

// ours are the keys of our feeds, all of which are in small letters.
var ours = keysOf(reflect.TypeFor[document](), map[string]bool{})

func keysOf(t reflect.Type, all map[string]bool) map[string]bool {
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Map:
		return keysOf(t.Elem(), all)
	case reflect.Struct:
		for i := range t.NumField() {
			if !t.Field(i).IsExported() && !t.Field(i).Anonymous {
				continue
			}
			if key, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ","); key != "" {
				all[key] = true
			}
			keysOf(t.Field(i).Type, all)
		}
	}
	return all
}

// folded writes a key as encoding/json compares it, in small letters: it also takes the sign
// for kelvin for a k, and the long s for an s.
func folded(key string) string {
	return strings.Map(func(r rune) rune {
		least := r
		for next := unicode.SimpleFold(r); next != r; next = unicode.SimpleFold(next) {
			least = min(least, next)
		}
		return unicode.ToLower(least)
	}, key)
}
