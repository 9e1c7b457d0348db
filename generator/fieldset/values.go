package fieldset

import (
	"net/url"
	"slices"
	"strings"

	"pleinwijzer/generator/edit"
	"pleinwijzer/generator/form"
)

// Values returns what the form sends for its fields as they are.
func Values(fields []form.Field) url.Values {
	all := url.Values{}
	eachValue(Of(fields), func(name string, values []string) { all[name] = values })
	return all
}

func eachValue(fields []*View, visit func(name string, values []string)) {
	for _, f := range fields {
		switch f.Widget {
		case edit.Group:
			eachValue(f.Inner, visit)
		case edit.Blocks:
			keys := []string{""}
			for _, row := range f.Rows {
				if row.List != "" {
					keys = append(keys, row.Key)
				}
				eachValue(row.Inner, visit)
			}
			if !f.Fixed {
				visit(f.Name, keys)
			}
		case edit.Lines:
			visit(f.Name, []string{f.Text})
		case edit.Choices, edit.Dates:
			visit(f.Name, append([]string{""}, f.Texts...))
		default:
			visit(f.Name, []string{f.Text})
		}
	}
}

// InWords returns the value of a field for a person.
func InWords(f form.Field) string {
	var lines []string
	var describe func(fields []*View, label bool)
	describe = func(fields []*View, label bool) {
		for _, v := range fields {
			describe(v.Inner, true)
			for _, row := range v.Rows {
				describe(row.Inner, true)
			}
			var texts []string
			for _, text := range v.Texts {
				texts = append(texts, labelOf(v.Options, text))
			}
			text := strings.Join(texts, "\n")
			if text != "" && label {
				text = v.Label + ": " + text
			}
			if text != "" {
				lines = append(lines, text)
			}
		}
	}
	describe(Of([]form.Field{f}), false)
	if len(lines) == 0 {
		return "(leeg)"
	}
	return strings.Join(lines, "\n")
}

// AsNew names the rows of lists as new ones: the numbers of one version say nothing about
// the rows of another.
func AsNew(values url.Values) url.Values {
	all := url.Values{}
	for name, list := range values {
		renamedList := slices.Clone(list)
		parts := strings.Split(name, ".")
		for i := 1; i < len(parts); i++ {
			if isRow(values, strings.Join(strings.Split(name, ".")[:i], "."), parts[i]) {
				parts[i] = "n" + parts[i]
			}
		}
		if isListOfRows(values, name) {
			for i, key := range renamedList {
				if key != "" {
					renamedList[i] = "n" + key
				}
			}
		}
		all[strings.Join(parts, ".")] = renamedList
	}
	return all
}

// isRow reports whether a part of a name is the key of a row of a list.
func isRow(values url.Values, list, key string) bool { return slices.Contains(values[list], key) }

// isListOfRows reports whether values of a name are keys of rows: other names begin with it.
func isListOfRows(values url.Values, name string) bool {
	for other := range values {
		if strings.HasPrefix(other, name+".") {
			return true
		}
	}
	return false
}
