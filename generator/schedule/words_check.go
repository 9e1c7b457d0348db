package schedule

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// Check reports whether the phrases can express everything: no text is missing, and
// each pattern has its blanks and no others. The error is for translators, in lines
// that begin with a key; it follows the tags of the fields.
func (p *Phrases) Check() error {
	var problems []error
	switch p.Clock {
	case "10.00", "10:00", "site", "": // an empty one is reported below
	default:
		problems = append(problems, fmt.Errorf("klok is %q, and must be 10.00, 10:00 or site", p.Clock))
	}
	for _, gender := range p.Monthly.Genders {
		if gender < 0 || gender >= len(p.Monthly.Ordinals) {
			problems = append(problems, fmt.Errorf("per_maand.geslachten has %d, and per_maand.nummers has no such row", gender))
		}
	}
	return errors.Join(append(problems, checkFields("", reflect.ValueOf(p).Elem())...)...)
}

func checkFields(path string, v reflect.Value) (problems []error) {
	for i := range v.NumField() {
		field := v.Type().Field(i)
		key := path + field.Tag.Get("toml")
		switch value := v.Field(i); value.Kind() {
		case reflect.Struct:
			problems = append(problems, checkFields(key+".", value)...)
		case reflect.String:
			needs, may := strings.Fields(field.Tag.Get("needs")), strings.Fields(field.Tag.Get("may"))
			problems = append(problems, checkPattern(key, value.String(), needs, may)...)
		default:
			problems = append(problems, checkList(key, value)...)
		}
	}
	return problems
}

// checkList checks a list of texts, or a list of such lists.
func checkList(key string, v reflect.Value) (problems []error) {
	if v.Kind() == reflect.String {
		return checkPattern(key, v.String(), nil, nil)
	}
	if v.Kind() != reflect.Array && v.Kind() != reflect.Slice {
		return nil
	}
	for i := range v.Len() {
		problems = append(problems, checkList(fmt.Sprintf("%s[%d]", key, i), v.Index(i))...)
	}
	return problems
}

func checkPattern(key, pattern string, needs, may []string) (problems []error) {
	if pattern == "" {
		return []error{fmt.Errorf("%s is empty", key)}
	}
	var has []string
	for rest := pattern; strings.ContainsAny(rest, "{}"); {
		var blank string
		_, blank, rest = nextBlank(nil, rest)
		if has = append(has, blank); !slices.Contains(needs, blank) && !slices.Contains(may, blank) {
			problems = append(problems, fmt.Errorf("%s has {%s}, which is never filled in", key, blank))
		}
	}
	for _, blank := range needs {
		if !slices.Contains(has, blank) {
			problems = append(problems, fmt.Errorf("%s has no {%s}", key, blank))
		}
	}
	return problems
}
