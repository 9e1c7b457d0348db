package edit

import (
	"reflect"

	"pleinwijzer/generator/frontmatter"
	"pleinwijzer/generator/schedule"
)

// field is one field of a form. The CMS treats a field as required unless told otherwise,
// so Required is always written.
type field struct {
	Name      string   `yaml:"name"`
	Label     string   `yaml:"label,omitempty"`
	Widget    string   `yaml:"widget"`
	Required  bool     `yaml:"required"`
	Hint      string   `yaml:"hint,omitempty"`
	Pattern   []string `yaml:"pattern,omitempty"`
	Default   any      `yaml:"default,omitempty"`
	ValueType string   `yaml:"value_type,omitempty"`
	Multiple  bool     `yaml:"multiple,omitempty"`
	MayType   bool     `yaml:"allowInput,omitempty"`
	Collapsed bool     `yaml:"collapsed,omitempty"`
	Options   []Option `yaml:"options,omitempty"`
	Fields    []field  `yaml:"fields,omitempty"`
}

// fields describes fields to the CMS.
func (l Lists) fields(described []frontmatter.Field) []field {
	var all []field
	for _, d := range described {
		if d.Type.Kind() == reflect.Map && len(d.Fields) > 0 && len(l.languages) == 0 {
			continue // there is no language to translate into
		}
		all = append(all, l.field(d))
	}
	return all
}

func (l Lists) field(d frontmatter.Field) field {
	made := l.cms(d)
	made.Name, made.Label, made.Hint, made.Required = d.Key, d.Label, d.Help, d.Required
	return made
}

// cms says how the CMS asks for a field, in its own words. For a list it does not say what a
// line is: the CMS then accepts a file that has a single value instead of a list, as the
// first line, whereas with a field for each item it would drop that value.
func (l Lists) cms(d frontmatter.Field) field {
	input := l.Input(d)
	switch input.Widget {
	case Markdown:
		return field{Widget: "text"}
	case Lines, Dates:
		return field{Widget: "list"}
	case Choice, Choices:
		if len(input.Options) == 0 { // nothing to choose from yet
			return field{Widget: "string"}
		}
		return field{Widget: "select", Options: input.Options, Multiple: input.Widget == Choices}
	case Switch:
		return field{Widget: "boolean"}
	case Maybe:
		return field{Widget: "boolean", Default: whenAbsent(d.Key)}
	case Number:
		if d.Type.Kind() == reflect.Int {
			return field{Widget: "number", ValueType: "int"}
		}
		return field{Widget: "number", ValueType: "float"}
	case Picture:
		return field{Widget: "image"}
	case Group:
		return field{Widget: "object", Collapsed: true, Fields: l.fields(d.Fields)}
	case Blocks:
		return l.blocks(d)
	}
	text := field{Widget: "string"}
	if input.Widget == Colour {
		text = field{Widget: "color", MayType: true}
	}
	if input.Form.Pattern != "" {
		text.Pattern = []string{input.Form.Pattern, input.Form.Message}
	}
	return text
}

func (l Lists) blocks(d frontmatter.Field) field {
	switch {
	case d.Type.Kind() != reflect.Map:
		return field{Widget: "list", Fields: l.fields(d.Fields)}
	case len(d.Fields) == 0:
		return field{Widget: "keyvalue"}
	}
	made := field{Widget: "object", Collapsed: true} // translations: a block for each other language of the site
	for _, code := range l.languages {
		made.Fields = append(made.Fields, field{
			Name: string(code), Label: code.Name(), Widget: "object", Collapsed: true, Fields: l.fields(d.Fields),
		})
	}
	return made
}

// whenAbsent returns what a switch means when it is not in the file. The CMS writes the
// value that it shows, and that must not turn anything on or off.
func whenAbsent(key string) bool {
	holiday, err := schedule.ParseHoliday(key)
	return err != nil || schedule.DefaultHolidays&schedule.Holidays(holiday) != 0
}
