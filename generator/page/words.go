package page

import (
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/i18n"
	"pleinwijzer/generator/say"
	"pleinwijzer/generator/schedule"
)

// capital is [i18n.Language.Capital] for a Dutch text, whatever the language of
// the page: a Turkish i has another capital.
func capital(s string) string { return dutch.Capital(s) }

var dutch = &i18n.Language{Code: "nl"}

// dutchList is what editors wrote, in a row: "Ouderen en jongeren".
func dutchList(texts []string) string {
	return capital(schedule.Dutch.Join(texts))
}

// name is a Dutch name in a row of them, with what stands before it in the
// language of the page: "", a comma or "and".
type name struct{ Before, Name string }

func namesOf(s *site, partners []*catalog.Partner) []name {
	list := make([]name, len(partners))
	for i, p := range partners {
		list[i] = name{s.say.Separator(i, len(partners)), p.NaamInUitingen}
	}
	return list
}

// who is the names in a phrase: "De bieb en Taalhuis".
func whoOf(s *site, x *catalog.Spreekuur) string {
	return say.List(s.say, x.Partners, func(p *catalog.Partner) string { return p.NaamInUitingen })
}

// languageNames is "Nederlands en Pools".
func languageNames(s *site, codes []content.Language) string {
	return say.List(s.say, codes, func(code content.Language) string { return languageName(s, code) })
}

// languageName is the name of a language in the language of the page. For one
// that our own words lack, the Unicode locale data have it.
func languageName(s *site, code content.Language) string {
	if name, ok := s.language.Languages[string(code)]; ok {
		return name
	}
	return nameIn(s.language.Code, code)
}

func nameIn(in string, code content.Language) string {
	tag, err := language.Parse(string(code))
	if err != nil {
		return string(code)
	}
	return display.Languages(language.Make(in)).Name(tag)
}
