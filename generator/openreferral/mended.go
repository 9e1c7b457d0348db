package openreferral

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
)

// unreadable stands for a text that is there but is no text. No field with a fixed form takes it,
// so it is counted like any other value that we cannot read. A rule with it is one that we
// cannot say, which is not the same as a rule without it.
const unreadable = "?"

// reading is one service, as far as it can be read.
type reading struct {
	*service                 // on its own: it stays for longer than the text
	text     json.RawMessage // without what has another form than HSDS gives it
	other    []string        // the fields with another form, by the names under which they are counted
	noRule   bool            // so has a schedule
}

// decode reads a service. What has another form than HSDS gives it is left out; a number may
// be a text. It reports false for what is no service at all, or as large as a whole list.
func decode(text json.RawMessage) (r reading, ok bool) {
	r.text, r.service = text, &service{}
	if len(text) > largest {
		return r, false
	}
	if json.Unmarshal(text, r.service) == nil {
		return r, bytes.HasPrefix(bytes.TrimSpace(text), []byte("{"))
	}
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	var value any
	if decoder.Decode(&value) != nil {
		return r, false
	}
	fields, isObject := value.(map[string]any)
	if !isObject {
		return r, false
	}
	r.object(fields, reflect.TypeFor[service]())
	mended, err := json.Marshal(fields)
	if err != nil {
		return r, false
	}
	r.text, *r.service = mended, service{}
	return r, json.Unmarshal(mended, r.service) == nil
}

// object makes the fields of a record fit, and reports whether all of them did.
func (r *reading) object(fields map[string]any, record reflect.Type) bool {
	all, kind := true, strings.Replace(record.Name(), "entry", "schedule", 1)
	for i := range record.NumField() {
		f := record.Field(i)
		want := f.Tag.Get("json")
		for name, value := range fields { // encoding/json takes a name in capitals as well
			if !strings.EqualFold(name, want) {
				continue
			}
			fit, ok := r.fit(value, f.Type)
			if !ok {
				all = false
				r.other = append(r.other, kind+"."+want)
				if want == "id" {
					fit = nil // two records with this would be the same
				}
			}
			fields[name] = fit
		}
	}
	return all
}

// fit returns a value in the form of a type, and reports whether it had that.
func (r *reading) fit(value any, want reflect.Type) (any, bool) {
	switch {
	case isNothing(value):
		return nil, true
	case want.Kind() == reflect.String:
		switch value := value.(type) {
		case string:
			return value, true
		case json.Number:
			return value.String(), true
		}
		if want != reflect.TypeFor[string]() { // words, which people would read
			return nil, false
		}
		return unreadable, false
	case want == reflect.TypeFor[*number](), want == reflect.TypeFor[json.RawMessage]():
		return value, true // these take anything
	case want.Kind() == reflect.Pointer:
		return r.fit(value, want.Elem())
	case want.Kind() == reflect.Slice:
		return r.list(value, want.Elem())
	}
	fields, ok := value.(map[string]any)
	if !ok {
		return nil, false
	}
	r.noRule = !r.object(fields, want) && want == reflect.TypeFor[entry]() || r.noRule
	return fields, true
}

// list leaves out what is no record. A schedule that is none stays, as one that we cannot say.
func (r *reading) list(value any, record reflect.Type) (any, bool) {
	all, fitsAll := value.([]any)
	if !fitsAll {
		all = []any{unreadable}
	}
	fitting := []any{}
	for _, one := range all {
		fit, ok := r.fit(one, record)
		if fitsAll = fitsAll && ok; !ok && record == reflect.TypeFor[entry]() {
			r.noRule = true
			fit = map[string]any{"freq": unreadable}
		}
		if fit != nil {
			fitting = append(fitting, fit)
		}
	}
	return fitting, fitsAll
}

// isNothing reports whether a value says that there is none. Some languages write an empty
// list or false for it, whatever the field.
func isNothing(value any) bool {
	switch value := value.(type) {
	case []any:
		return len(value) == 0
	case map[string]any:
		return len(value) == 0
	}
	return value == nil || value == false
}

// faults are the services that are left out, or of which no times can be said, for what is
// wrong with them.
type faults struct {
	left  map[string]bool // those that are left out, by id or by how they begin
	all   int
	first *RecordError
}

// leave leaves out a service, and reports whether it was left out before.
func (f *faults) leave(why *RecordError, key string) (again bool) {
	if f.left[key] {
		return true
	}
	f.left[key] = true
	f.add(why)
	return false
}

func (f *faults) add(why *RecordError) {
	if f.all++; f.all == 1 {
		f.first = why
	}
}

// mostOf returns the first fault if more than half of the services have one, where so many are
// not left out: then the source is not one of HSDS, and what we have of it is better.
func (f *faults) mostOf(services int) error {
	if 2*f.all > services+len(f.left) {
		return f.first
	}
	return nil
}
