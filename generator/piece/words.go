package piece

import (
	"regexp"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/i18n"
	"pleinwijzer/generator/layout"
	"pleinwijzer/generator/say"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/typed"
)

// longName finds where a name such as Dinsdagochtendplein may break: a small
// screen is narrower than that, and few browsers can hyphenate Dutch.
var longName = regexp.MustCompile(`(\pL{6})(plein)\b`)

func Softened(name string) string { return longName.ReplaceAllString(name, "$1\u00ad$2") }

// Capital is [i18n.Language.Capital] for a Dutch text, whatever the language of
// the page: a Turkish i has another capital.
func Capital(s string) string { return dutch.Capital(s) }

var dutch = &i18n.Language{Code: "nl"}

// DutchList is what editors wrote, in a row: "Ouderen en jongeren".
func DutchList(texts []string) string {
	return Capital(schedule.Dutch.Join(texts))
}

// Name is a Dutch name in a row of them, with what stands before it in the
// language of the page: "", a comma or "and".
type Name struct{ Before, Name string }

func NamesOf(s *layout.Site, partners []*catalog.Partner) []Name {
	list := make([]Name, len(partners))
	for i, p := range partners {
		list[i] = Name{s.Say.Separator(i, len(partners)), p.NaamInUitingen}
	}
	return list
}

// WhoOf is the names in a phrase: "De bieb en Taalhuis".
func WhoOf(s *layout.Site, x *catalog.Spreekuur) string {
	return say.List(s.Say, x.Partners, func(p *catalog.Partner) string { return p.NaamInUitingen })
}

// LanguageNames is "Nederlands en Pools".
func LanguageNames(s *layout.Site, codes []typed.Language) string {
	return say.List(s.Say, codes, func(code typed.Language) string { return LanguageName(s, code) })
}

// LanguageName is the name of a language in the language of the page. For one
// that our own words lack, the Unicode locale data have it.
func LanguageName(s *layout.Site, code typed.Language) string {
	if name, ok := s.Language.Languages[string(code)]; ok {
		return name
	}
	return nameIn(s.Language.Code, code)
}

func nameIn(in string, code typed.Language) string {
	tag, err := language.Parse(string(code))
	if err != nil {
		return string(code)
	}
	return display.Languages(language.Make(in)).Name(tag)
}
