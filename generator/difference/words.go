package difference

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"pleinwijzer/generator/frontmatter"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/typed"
)

// words returns a value as an editor would say it: "" for what is not filled in.
func (c *comparison) words(f *frontmatter.Field, value any) string {
	switch v := value.(type) {
	case nil:
		return ""
	case string:
		return c.textOf(f, strings.TrimSpace(v))
	case bool:
		return map[bool]string{true: "ja", false: "nee"}[v]
	case int64:
		return strconv.FormatInt(v, 10)
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case time.Time:
		return momentOf(v)
	case []any:
		return c.list(f, v)
	case map[string]any:
		return c.summary(f.Fields, v)
	case []map[string]any:
		all := make([]string, len(v))
		for i := range v {
			all[i] = c.summary(f.Fields, v[i])
		}
		return strings.Join(all, " / ")
	}
	return fmt.Sprint(value)
}

// textOf returns a text in words: a date with its day, a slug as the name of its record.
func (c *comparison) textOf(f *frontmatter.Field, text string) string {
	switch elem(f.Type) {
	case reflect.TypeFor[schedule.Date]():
		if day, err := schedule.ParseDate(text); err == nil {
			return schedule.Dutch.Date(day)
		}
	case reflect.TypeFor[typed.Slug]():
		if c.names == nil {
			break
		}
		if name := c.names(f, text); name != "" {
			return name
		}
	case reflect.TypeFor[typed.Language]():
		return languageName(text)
	}
	return text
}

// elem is the type of a value, or of each value in a list.
func elem(t reflect.Type) reflect.Type {
	if t.Kind() == reflect.Slice && t.Name() == "" {
		return t.Elem()
	}
	return t
}

// momentOf puts a date that is written without quotation marks into words; a time is kept.
func momentOf(t time.Time) string {
	switch t.Location().String() {
	case "date-local":
		return schedule.Dutch.Date(schedule.NewDate(t.Date()))
	case "time-local":
		return t.Format("15.04")
	}
	return schedule.Dutch.Date(schedule.NewDate(t.Date())) + " " + t.Format("15.04")
}

// list joins values. A list in which nothing is filled in is as good as none.
func (c *comparison) list(f *frontmatter.Field, values []any) string {
	separator := ", "
	var all []string
	for _, value := range values {
		text := c.words(f, value)
		if strings.Contains(text, ",") {
			separator = "; "
		}
		if text != "" {
			all = append(all, text)
		}
	}
	return strings.Join(all, separator)
}

// summary returns all that a table says: "Datum: donderdag 24 december 2026; Vervalt: ja".
func (c *comparison) summary(list []frontmatter.Field, table map[string]any) string {
	var all []string
	add := func(label, text string) {
		if text != "" {
			all = append(all, label+": "+text)
		}
	}
	for i := range list {
		add(list[i].Label, c.words(&list[i], table[list[i].Key]))
	}
	for _, key := range others(list, nil, table) {
		add(key, c.words(&frontmatter.Field{Key: key, Type: reflect.TypeFor[string]()}, table[key]))
	}
	return strings.Join(all, "; ")
}

var dutchNames = display.Languages(language.Dutch)

// languageName is the Dutch name of a language, or its code if it has none.
func languageName(code string) string {
	tag, err := language.Parse(code)
	if err != nil {
		return code
	}
	if name := dutchNames.Name(tag); name != "" {
		return name
	}
	return code
}
