package edit

import (
	"cmp"
	"slices"

	"pleinwijzer/generator/content"
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
	options   map[string][]Option // by the key of the field
	languages []typed.Language
}

// ListsOf returns what the forms for a content folder offer, drafts included.
func ListsOf(c *content.Content) Lists {
	pleinen := records(c.Pleinen, func(p *content.Plein) string { return p.Naam })
	partners := records(c.Partners, func(p *content.Partner) string { return p.Naam })
	spreekuren := records(c.Spreekuren, func(s *content.Spreekuur) string { return s.Titel })
	topics := make([]Option, len(c.Onderwerpen))
	for i, o := range c.Onderwerpen {
		topics[i] = Option{o.Naam, o.Slug}
	}
	slices.SortFunc(topics, byLabel)
	l := Lists{options: map[string][]Option{
		"plein": pleinen, "pleinen": pleinen, "partner": partners, "partners": partners, "kartrekker": partners,
		"spreekuren": spreekuren, "opvolger": spreekuren, "naar": either(spreekuren, partners),
		"onderwerpen": topics, "ook": topics,
	}}
	if c.Site == nil {
		return l
	}
	for _, code := range c.Site.Talen {
		if code != c.Site.Taal && code != "" {
			l.languages = append(l.languages, code)
		}
	}
	return l
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
		options[i] = Option{name(r), r.File().Slug}
		if count[name(r)] > 1 {
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
		if !slices.ContainsFunc(first, func(other Option) bool { return other.Value == o.Value }) {
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
