package page

import (
	"strings"
	"unicode/utf8"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
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

// capital makes the first letter of a sentence one.
func capital(s string) string {
	if s == "" {
		return ""
	}
	_, size := utf8.DecodeRuneInString(s)
	return strings.ToUpper(s[:size]) + s[size:]
}

// languageNames is "Nederlands en Pools".
func (s *site) languageNames(codes []content.Language) string {
	return join(s.phrases, codes, s.languageName)
}

// languageName is the name of a language in the language of the page. For one
// that nobody translated the Unicode locale data have a Dutch name.
func (s *site) languageName(code content.Language) string {
	if name, ok := s.language.Languages[string(code)]; ok {
		return name
	}
	return code.Name()
}

// costs says "gratis", as nearly all is, in the language of the page.
func (s *site) costs(text string) string {
	if text == content.Free {
		text = s.word("gratis")
	}
	return s.language.Capital(text)
}

// reason is why something differs, in the language of the page where the program
// gave the reason. What an editor wrote stays as it is.
func (s *site) reason(text string) string {
	if !s.foreign() || text == "" {
		return text
	}
	if key, ok := reasons[text]; ok {
		return s.word(key)
	}
	return text
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
