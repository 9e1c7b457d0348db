package edit

import (
	"cmp"
	"maps"
	"reflect"
	"slices"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/frontmatter"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/typed"
)

// An Option is one of the values that a form offers.
type Option struct {
	Label string `yaml:"label"`
	Value string `yaml:"value"`
}

// Lists has what forms offer that depends on the content. A field that refers to other
// records becomes a choice from a list. The relation widget of the CMS would not do: it
// knows only one folder of files in one format, and it offers records that exist only in
// someone's pull request, which the check of another pull request then rejects.
type Lists struct {
	options   map[string][]Option // by the list that a field names, or else by its key
	languages []typed.Language    // into which texts are translated
	used      []typed.Language    // all that the content has anywhere
}

// ListsOf returns what the forms for a content folder offer, drafts included.
func ListsOf(c *content.Content) Lists {
	pleinen := records(c.Pleinen, func(p *content.Plein) string { return p.Naam })
	partners := records(c.Partners, func(p *content.Partner) string { return p.Naam })
	spreekuren := records(c.Spreekuren, func(s *content.Spreekuur) string { return s.Titel })
	topics := make([]Option, len(c.Onderwerpen))
	for i, o := range c.Onderwerpen {
		topics[i] = Option{cmp.Or(o.Naam, o.Slug), o.Slug}
	}
	slices.SortFunc(topics, byLabel)
	l := Lists{used: usedIn(c), options: map[string][]Option{
		"plein": pleinen, "pleinen": pleinen, "partner": partners, "partners": partners, "kartrekker": partners,
		"spreekuren": spreekuren, "opvolger": spreekuren, "naar": either(spreekuren, partners),
		"onderwerpen": topics, "ook": topics,
	}}
	if c.Site == nil {
		return l
	}
	if code := c.Site.Licentie; code != "" && !has(licences, code) {
		l = l.With(Licences, append(slices.Clip(licences), Option{code, code}))
	}
	for _, code := range c.Site.Talen {
		if code != c.Site.Taal && code != "" {
			l.languages = append(l.languages, code)
		}
	}
	return l
}

// Lists of what forms offer that are not records. Fields name them in the tag list.
const (
	Licences      = "licenties"
	TopicIcons    = "plaatjes"
	QuestionIcons = "plaatjes bij vragen"
	Advice        = "adviezen"
)

// With returns the lists with one more.
func (l Lists) With(name string, options []Option) Lists {
	all := maps.Clone(l.options)
	if all == nil {
		all = map[string][]Option{}
	}
	all[name] = options
	l.options = all
	return l
}

// offered returns what there is to choose from for a value, if it is chosen from a list.
func (l Lists) offered(f frontmatter.Field, t reflect.Type) ([]Option, bool) {
	name := f.List
	switch {
	case t == reflect.TypeFor[typed.Language]():
		return l.allLanguages(), true
	case t == reflect.TypeFor[typed.Slug]():
		name = f.Key
	case name == "" || t.Kind() != reflect.String:
		return nil, false
	}
	if found, ok := l.options[name]; ok {
		return found, true
	}
	return licences, name == Licences
}

// allLanguages offers all languages by name, and those in the content that have none.
func (l Lists) allLanguages() []Option {
	var all []Option
	for _, code := range typed.Languages() {
		all = append(all, Option{code.Name(), string(code)})
	}
	for _, code := range l.used {
		if !has(all, string(code)) {
			all = append(all, Option{code.Name(), string(code)})
		}
	}
	slices.SortFunc(all, byLabel)
	return all
}

// usedIn returns the languages of the site and of the helpers.
func usedIn(c *content.Content) []typed.Language {
	var all []typed.Language
	if c.Site != nil {
		all = append(slices.Clone(c.Site.Talen), c.Site.Taal)
	}
	for _, s := range c.Spreekuren {
		all = append(all, s.Talen...)
	}
	return slices.DeleteFunc(all, func(code typed.Language) bool { return code == "" })
}

func has(options []Option, value string) bool {
	return slices.ContainsFunc(options, func(o Option) bool { return o.Value == value })
}

// licences are those that data portals know, by SPDX identifier.
var licences = []Option{
	{"CC0: iedereen mag alles", "CC0-1.0"},
	{"CC BY: met uw naam erbij", "CC-BY-4.0"},
	{"CC BY-SA: met uw naam erbij, en weer onder deze licentie", "CC-BY-SA-4.0"},
	{"CC BY-ND: met uw naam erbij, zonder iets te veranderen", "CC-BY-ND-4.0"},
	{"CC BY-NC: met uw naam erbij, niet om geld mee te verdienen", "CC-BY-NC-4.0"},
	{"CC BY-NC-SA: niet om geld mee te verdienen, en weer onder deze licentie", "CC-BY-NC-SA-4.0"},
	{"CC BY-NC-ND: niet om geld mee te verdienen, zonder iets te veranderen", "CC-BY-NC-ND-4.0"},
}

// Languages returns the languages into which texts are translated.
func (l Lists) Languages() []typed.Language { return l.languages }

// records offers records by name. Where several have one name, it also says where they are.
func records[T content.Item](all []T, name func(T) string) []Option {
	options, count := make([]Option, len(all)), map[string]int{}
	for _, r := range all {
		count[name(r)]++
	}
	for i, r := range all {
		options[i] = Option{cmp.Or(name(r), r.File().Slug), r.File().Slug} // one that cannot be read has no name
		if count[name(r)] > 1 && name(r) != "" {
			options[i].Label += " (" + cmp.Or(r.Where(), r.File().Slug) + ")"
		}
	}
	slices.SortFunc(options, byLabel)
	return options
}

// either offers records of two kinds. Where both have one of a name, it is the first.
func either(first, second []Option) []Option {
	all := slices.Clone(first)
	for _, o := range second {
		if !has(first, o.Value) {
			all = append(all, Option{o.Label + " (partner)", o.Value})
		}
	}
	slices.SortFunc(all, byLabel)
	return all
}

// byLabel sorts options the way people look for a name.
func byLabel(a, b Option) int {
	return cmp.Or(cmp.Compare(a.Label, b.Label), cmp.Compare(a.Value, b.Value))
}

func choices(values []string) []Option {
	all := make([]Option, len(values))
	for i, value := range values {
		all[i] = Option{value, value}
	}
	return all
}

func holidayChoices() []Option {
	all := choices([]string{"gesloten", "open"})
	for h := range schedule.AllHolidays.All() {
		all = append(all, Option{"dicht op " + h.String(), h.Key()})
	}
	return all
}
