package form_test

import (
	"fmt"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"pleinwijzer/generator/edit"
	"pleinwijzer/generator/form"
)

// What a file should say after an edit is worked out here on its decoded values, by a way
// that knows nothing of how files are written.

// says is what a file says: its values, and its text under the key "".
func (f file) says(t testing.TB) map[string]any {
	t.Helper()
	text := strings.TrimPrefix(strings.ReplaceAll(string(f.data), "\r\n", "\n"), "\uFEFF")
	body := ""
	if path.Ext(f.name) == ".md" {
		if !strings.HasPrefix(text, "+++") {
			return map[string]any{"": strings.TrimSpace(text)}
		}
		_, text, _ = strings.Cut(text, "\n")
		lines := strings.SplitAfter(text, "\n")
		end := slices.IndexFunc(lines, func(line string) bool { return strings.TrimSpace(line) == "+++" })
		text, body = strings.Join(lines[:end], ""), strings.Join(lines[end+1:], "")
	}
	var values map[string]any
	if _, err := toml.Decode(text, &values); err != nil {
		t.Fatalf("%s: %v\n%s", f.name, err, f.data)
	}
	values[""] = strings.TrimSpace(body)
	return values
}

// plain writes values so that they can be compared. Empty texts, tables and lists count for
// nothing: it does not matter whether a header is left.
func plain(value any) string {
	switch v := value.(type) {
	case map[string]any:
		var parts []string
		for key, inner := range v {
			if text := plain(inner); text != "" {
				parts = append(parts, strconv.Quote(key)+": "+text)
			}
		}
		if len(parts) == 0 {
			return ""
		}
		slices.Sort(parts)
		return "{" + strings.Join(parts, ", ") + "}"
	case []map[string]any:
		items := make([]any, len(v))
		for i, item := range v {
			items[i] = item
		}
		return plain(items)
	case []any:
		if len(v) == 0 {
			return ""
		}
		var parts []string
		for _, item := range v {
			parts = append(parts, "<"+plain(item)+">")
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case string:
		if strings.TrimSpace(v) == "" {
			return ""
		}
		return strconv.Quote(strings.TrimSpace(v))
	}
	return fmt.Sprintf("%T %v", value, value)
}

// at follows a name through the values, and returns the table that has the last part of it.
func at(t testing.TB, f file, values map[string]any, name string) (table map[string]any, key string) {
	t.Helper()
	if name == "tekst" && path.Ext(f.name) == ".md" {
		return values, ""
	}
	name = strings.TrimPrefix(name, "onderwerpen.")
	var here any = values
	for {
		part, rest, more := strings.Cut(name, ".")
		switch v := here.(type) {
		case map[string]any:
			if f.name == "onderwerpen.toml" && isNumber(part) {
				part = topicNames(f)[number(part)]
			}
			if !more {
				return v, part
			}
			if v[part] == nil {
				v[part] = map[string]any{}
			}
			here = v[part]
		case []map[string]any:
			here = v[number(part)]
		case []any:
			here = v[number(part)]
		default:
			t.Skip("inside something that the form cannot show")
		}
		name = rest
	}
}

// topicNames are the names of the topics in the order of their file.
func topicNames(f file) (names []string) {
	for line := range strings.Lines(strings.TrimPrefix(strings.ReplaceAll(string(f.data), "\r\n", "\n"), "\uFEFF")) {
		name := strings.Trim(strings.TrimSpace(line), "[]")
		if strings.HasPrefix(line, "[") && !strings.HasPrefix(line, "[[") && !strings.Contains(name, ".") {
			names = append(names, name)
		}
	}
	return names
}

func isNumber(s string) bool { _, err := strconv.Atoi(s); return err == nil }

func number(s string) int { n, _ := strconv.Atoi(s); return n }

// wanted is the value that texts stand for in a file, where it had another one.
func wanted(f *form.Field, texts []string, old any) any {
	_, several := old.([]any)
	one := func(text string) any {
		switch {
		case f.Widget == edit.Switch || f.Widget == edit.Maybe:
			return text == "ja"
		case f.Widget == edit.Number:
			var values map[string]any
			toml.Decode("v = "+text, &values)
			return values["v"]
		}
		return text
	}
	if f.Widget != edit.Lines && f.Widget != edit.Dates && f.Widget != edit.Choices {
		return one(texts[0])
	}
	if len(texts) == 1 && !several && (old != nil || !strings.HasPrefix(f.Example, "[")) {
		return texts[0]
	}
	var all []any
	for _, text := range texts {
		all = append(all, text)
	}
	return all
}

// sameDates makes dates without quotation marks the same as those with.
func sameDates(text string) string {
	return dateValue.ReplaceAllString(text, `"$1"`)
}

// post is a post of one value.
func post(name string, values ...string) url.Values { return url.Values{name: values} }
