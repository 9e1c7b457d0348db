package layout

import (
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/say"
	"pleinwijzer/generator/typed"
)

// Translated is a text of a record in the language of the page, or else in Dutch, which
// is then foreign.
func Translated[V any](s *Site, told map[typed.Language]V, dutch string, of func(V) string) (text string, foreign bool) {
	if !s.Foreign() || dutch == "" {
		return dutch, false
	}
	if text := of(told[typed.Language(s.Language.Code)]); text != "" {
		return text, false
	}
	return dutch, true
}

// Titled is the title of a spreekuur, an agendapunt or a bericht.
func Titled(s *Site, told map[typed.Language]content.Vertaling, dutch string) (text string, foreign bool) {
	return Translated(s, told, dutch, func(v content.Vertaling) string { return v.Titel })
}

// Sentence is what such a record says in one sentence.
func Sentence(s *Site, told map[typed.Language]content.Vertaling, dutch string) (text string, foreign bool) {
	return Translated(s, told, dutch, func(v content.Vertaling) string { return v.InEenZin })
}

// Body is its text, in Markdown.
func Body(s *Site, told map[typed.Language]content.Vertaling, dutch string) (text string, foreign bool) {
	return Translated(s, told, dutch, func(v content.Vertaling) string { return string(v.Tekst) })
}

// SentenceOf is what a plein or a partner says in one sentence.
func SentenceOf(s *Site, told map[typed.Language]content.VertaaldeNaam, dutch string) (text string, foreign bool) {
	return Translated(s, told, dutch, func(v content.VertaaldeNaam) string { return v.InEenZin })
}

// BodyOf is its text, in Markdown.
func BodyOf(s *Site, told map[typed.Language]content.VertaaldeNaam, dutch string) (text string, foreign bool) {
	return Translated(s, told, dutch, func(v content.VertaaldeNaam) string { return string(v.Tekst) })
}

// Topic is the name of a topic.
func Topic(s *Site, o *content.Onderwerp) (text string, foreign bool) {
	return Translated(s, o.Vertaling, o.Naam, func(v content.VertaaldOnderwerp) string { return v.Naam })
}

// TopicText is what it is about.
func TopicText(s *Site, o *content.Onderwerp) (text string, foreign bool) {
	return Translated(s, o.Vertaling, o.Uitleg, func(v content.VertaaldOnderwerp) string { return v.Uitleg })
}

// siteTitle is the name of the site.
func siteTitle(s *Site) (text string, foreign bool) {
	site := s.Catalog.Site
	return Translated(s, site.Vertaling, site.Titel, func(v content.VertaaldeSite) string { return v.Titel })
}

// SiteSentence is what the site is for.
func SiteSentence(s *Site) (text string, foreign bool) {
	site := s.Catalog.Site
	return Translated(s, site.Vertaling, site.InEenZin, func(v content.VertaaldeSite) string { return v.InEenZin })
}

// Text is a text that was found, as a value.
func Text(text string, foreign bool) say.Text { return say.Text{Text: text, Foreign: foreign} }

// InOwnWords is a text that was found, or what the site itself says where that is Dutch or
// is not there. It is for where Dutch cannot be marked, as in the description of a page.
func InOwnWords(text string, foreign bool, otherwise func() string) string {
	if foreign || text == "" {
		return otherwise()
	}
	return text
}

// Written is the language of a text that may be foreign.
func (s *Site) Written(foreign bool) string {
	if foreign {
		return "nl"
	}
	return s.Language.Code
}
