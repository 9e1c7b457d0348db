package fieldset

import (
	"strings"

	"github.com/BurntSushi/toml"

	"pleinwijzer/generator/edit"
	"pleinwijzer/generator/form"
)

// sample is the example of a field as a person would type it.
func sample(f form.Field) string {
	switch f.Widget {
	case edit.Line, edit.Time, edit.Lines, edit.Number, edit.Colour:
	default:
		return ""
	}
	var parsed map[string]any
	if _, err := toml.Decode("x = "+f.Example, &parsed); err != nil {
		return ""
	}
	switch x := parsed["x"].(type) {
	case string:
		return x
	case []any:
		var all []string
		for _, one := range x {
			if text, ok := one.(string); ok {
				all = append(all, text)
			}
		}
		return strings.Join(all, "\n")
	case map[string]any:
		return ""
	}
	return f.Example
}
