package page

import (
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/i18n"
	"pleinwijzer/generator/schedule"
)

// rule is when a spreekuur is held, in the words of the page's language.
func (s *site) rule(x *catalog.Spreekuur) string {
	return s.phrases.Rule(&x.Schedule, s.catalog.Site.Notation, s.catalog.Today)
}

func (s *site) span(span schedule.Span) string {
	return s.phrases.Span(s.catalog.Site.Notation, span)
}

func (s *site) spans(spans []schedule.Span) string { return join(s.phrases, spans, s.span) }

func (s *site) moment(m content.Moment) string {
	switch {
	case !m.Set:
		return ""
	case m.HasEnd():
		return s.span(schedule.Span{Begin: m.Begin, End: m.End})
	}
	return s.phrases.At(s.catalog.Site.Notation, m.Begin)
}

// join makes a phrase of a list: "a, b en c".
func join[T any](p *schedule.Phrases, items []T, text func(T) string) string {
	texts := make([]string, len(items))
	for i, item := range items {
		texts[i] = text(item)
	}
	return p.Join(texts)
}

// capital is [i18n.Language.Capital] for a Dutch text, whatever the language of
// the page: a Turkish i has another capital.
func capital(s string) string { return dutch.Capital(s) }

var dutch = &i18n.Language{Code: "nl"}

// said is a text that may be Dutch on a page in another language.
type said struct {
	Text    string
	Foreign bool
}

// sentence begins a text with a capital of the language it is in.
func (s *site) sentence(t said) said {
	if t.Foreign {
		return said{capital(t.Text), true}
	}
	return said{s.language.Capital(t.Text), false}
}

// dutchList is what editors wrote, in a row: "Ouderen en jongeren".
func dutchList(texts []string) string {
	return capital(schedule.Dutch.Join(texts))
}

// name is a Dutch name in a row of them, with what stands before it in the
// language of the page: "", a comma or "and".
type name struct{ Before, Name string }

func (s *site) names(partners []*catalog.Partner) []name {
	list := make([]name, len(partners))
	for i, p := range partners {
		list[i] = name{s.phrases.Separator(i, len(partners)), p.NaamInUitingen}
	}
	return list
}

// languageNames is "Nederlands en Pools".
func (s *site) languageNames(codes []content.Language) string {
	return join(s.phrases, codes, s.languageName)
}

// languageName is the name of a language in the language of the page. For one
// that our own words lack, the Unicode locale data have it.
func (s *site) languageName(code content.Language) string {
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

// costs says "gratis", as nearly all is, in the language of the page.
func (s *site) costs(text string) said {
	if text == content.Free {
		return s.sentence(said{Text: s.word("gratis")})
	}
	return s.sentence(said{text, s.foreign()})
}

// reason is why something differs, in the language of the page where the program
// gave the reason. What an editor wrote stays as it is.
func (s *site) reason(text string) said {
	if key, ok := reasons[text]; ok {
		return said{Text: s.word(key)}
	}
	return said{text, s.foreign()}
}

// reasons are the keys of the reasons that package schedule gives.
var reasons = func() map[string]string {
	keys := map[string]string{
		"het plein is gesloten":                 "reden-plein-gesloten",
		"het plein heeft andere openingstijden": "reden-andere-openingstijden",
		"het spreekuur gaat niet door":          "reden-spreekuur-niet-door",
		"schoolvakantie":                        "reden-schoolvakantie",
	}
	for holiday := range schedule.AllHolidays.All() {
		keys[holiday.String()] = "feestdag-" + strings.ReplaceAll(holiday.Key(), "_", "-")
	}
	return keys
}()
