package edit

import (
	"reflect"
	"slices"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/frontmatter"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/typed"
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
	Collapsed bool     `yaml:"collapsed,omitempty"`
	Options   []option `yaml:"options,omitempty"`
	Fields    []field  `yaml:"fields,omitempty"`
}

type option struct {
	Label string `yaml:"label"`
	Value string `yaml:"value"`
}

// form makes the fields of forms. A field that refers to other records becomes a choice
// from a list that is made from the content. The relation widget of the CMS would not do:
// it knows only one folder of files in one format, and it offers records that exist only
// in someone's pull request, which the check of another pull request then rejects.
type form struct {
	options   map[string][]option // by the key of the field
	languages []typed.Language
}

func formOf(c *content.Content) *form {
	pleinen := options(c.Pleinen, func(p *content.Plein) option { return option{p.Naam, p.Slug} })
	partners := options(c.Partners, func(p *content.Partner) option { return option{p.Naam, p.Slug} })
	spreekuren := options(c.Spreekuren, func(s *content.Spreekuur) option { return option{s.Titel, s.Slug} })
	topics := options(c.Onderwerpen, func(o *content.Onderwerp) option { return option{o.Naam, o.Slug} })
	f := &form{options: map[string][]option{
		"plein": pleinen, "pleinen": pleinen, "partner": partners, "partners": partners, "kartrekker": partners,
		"spreekuren": spreekuren, "opvolger": spreekuren, "naar": either(spreekuren, partners),
		"onderwerpen": topics, "ook": topics,
	}}
	for _, code := range c.Site.Talen {
		if code != c.Site.Taal {
			f.languages = append(f.languages, code)
		}
	}
	return f
}

// either offers records of two kinds. Where both have one of a name, it is the first.
func either(first, second []option) []option {
	all := slices.Clone(first)
	for _, o := range second {
		if !slices.ContainsFunc(first, func(other option) bool { return other.Value == o.Value }) {
			all = append(all, option{o.Label + " (partner)", o.Value})
		}
	}
	slices.SortFunc(all, byLabel)
	return all
}

func options[T any](records []T, of func(T) option) []option {
	all := make([]option, len(records))
	for i, r := range records {
		all[i] = of(r)
	}
	slices.SortFunc(all, byLabel)
	return all
}

func (f *form) fields(described []frontmatter.Field) []field {
	var all []field
	for _, d := range described {
		if d.Type.Kind() == reflect.Map && len(d.Fields) > 0 && len(f.languages) == 0 {
			continue // there is no language to translate into
		}
		all = append(all, f.field(d))
	}
	return all
}

func (f *form) field(d frontmatter.Field) field {
	made := f.widget(d, d.Type)
	made.Name, made.Label, made.Hint, made.Required = d.Key, d.Label, d.Help, d.Required
	return made
}

// widget returns the form field for a value of a given type.
func (f *form) widget(d frontmatter.Field, t reflect.Type) field {
	pattern := typed.FormOf(t)
	text := field{Widget: "string"}
	if pattern.Pattern != "" {
		text.Pattern = []string{pattern.Pattern, pattern.Message}
	}
	switch {
	case t == reflect.TypeFor[typed.Opening](): // one text or a list of texts
		return field{Widget: "list"}
	case t == reflect.TypeFor[typed.HolidayRule]():
		return field{Widget: "select", Options: holidayChoices(), Multiple: true}
	case t == reflect.TypeFor[typed.Picture](): // an editor uploads one, or chooses one that is there
		return field{Widget: "image"}
	case t == reflect.TypeFor[typed.Text]():
		return field{Widget: "text"}
	case t == reflect.TypeFor[typed.Slug]() && len(f.options[d.Key]) > 0:
		return field{Widget: "select", Options: f.options[d.Key]}
	case len(d.Choices) > 0 && t.Kind() == reflect.String:
		return field{Widget: "select", Options: choices(d.Choices)}
	case pattern.Pattern != "" || t.Kind() == reflect.String:
		return text
	}
	switch t.Kind() {
	case reflect.Bool:
		return field{Widget: "boolean"}
	case reflect.Pointer:
		return field{Widget: "boolean", Default: whenAbsent(d.Key)}
	case reflect.Int:
		return field{Widget: "number", ValueType: "int"}
	case reflect.Float64:
		return field{Widget: "number", ValueType: "float"}
	case reflect.Struct:
		return field{Widget: "object", Collapsed: true, Fields: f.fields(d.Fields)}
	case reflect.Map:
		if len(d.Fields) == 0 {
			return field{Widget: "keyvalue"}
		}
		return f.translations(d)
	case reflect.Slice:
		return f.list(d, t.Elem())
	}
	panic("edit: no widget for " + t.String())
}

// list returns a form field for several values: a choice, a block for each, or a line for
// each. In the last case it does not say what a line is: the CMS then accepts a file that
// has a single value instead of a list, as the first line, whereas with a field for each
// item it would drop that value.
func (f *form) list(d frontmatter.Field, item reflect.Type) field {
	if len(d.Fields) > 0 {
		return field{Widget: "list", Fields: f.fields(d.Fields)}
	}
	one := f.widget(d, item)
	if one.Widget == "select" {
		one.Multiple = true
		return one
	}
	return field{Widget: "list"}
}

// translations returns a field with a block for each other language of the site.
func (f *form) translations(d frontmatter.Field) field {
	made := field{Widget: "object", Collapsed: true}
	dutch := display.Dutch.Languages()
	for _, code := range f.languages {
		made.Fields = append(made.Fields, field{
			Name: string(code), Label: dutch.Name(language.MustParse(string(code))), Widget: "object", Collapsed: true, Fields: f.fields(d.Fields),
		})
	}
	return made
}

func choices(values []string) []option {
	all := make([]option, len(values))
	for i, value := range values {
		all[i] = option{value, value}
	}
	return all
}

func holidayChoices() []option {
	all := choices([]string{"gesloten", "open"})
	for h := range schedule.AllHolidays.All() {
		all = append(all, option{"dicht op " + h.String(), h.Key()})
	}
	return all
}

// whenAbsent returns what a switch means when it is not in the file. A form writes the
// value that it shows, and that must not turn anything on or off.
func whenAbsent(key string) bool {
	holiday, err := schedule.ParseHoliday(key)
	return err != nil || schedule.DefaultHolidays&schedule.Holidays(holiday) != 0
}
