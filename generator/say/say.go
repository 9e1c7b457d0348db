// Package say puts what the catalog knows into the words of one language: a date, a
// period, a rule, an address, an appointment, a reason, what is different on a date.
// Pages, papers, embeds and feeds all take their words from here, so that they never say
// the same thing in two ways. What happens on a date is decided by package schedule, not
// here.
//
// The words come from layouts/i18n. Whatever editors wrote is Dutch in every language; a
// [Text] records that, so that a page can mark it.
package say

import (
	"sync"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/i18n"
	"pleinwijzer/layouts"
)

// Voice says in one language what the catalog of a site knows, on one day.
type Voice struct{ Contacts }

// Words says what editors wrote, in one language.
type Words struct{ *i18n.Language }

// In is the voice of a language for a catalog.
func In(l *i18n.Language, c *catalog.Catalog) *Voice {
	return &Voice{Contacts{Times{Words: Words{l}, Phrases: l.Phrases, Notation: c.Site.Notation, Today: c.Today}}}
}

// Text is a text that may be Dutch on a page in another language.
type Text struct {
	Text    string
	Foreign bool
}

// dutch gives editors' texts Dutch capitals, whatever the language around them: Turkish
// has another capital for i.
var dutch = &i18n.Language{Code: "nl"}

// Foreign reports whether editors write in another language than this one.
func (w Words) Foreign() bool { return w.Code != dutch.Code }

// Written is a text by an editor.
func (w Words) Written(text string) Text { return Text{text, w.Foreign() && text != ""} }

// capital makes the first letter a capital, by the rules of the language of the text.
func (t Text) capital(w Words) Text {
	if t.Foreign {
		return Text{dutch.Capital(t.Text), true}
	}
	return Text{w.Capital(t.Text), false}
}

// Sentence gives a text a capital and a full stop, since editors may leave those out.
func (w Words) Sentence(t Text) Text {
	t = t.capital(w)
	t.Text = Stopped(t.Text)
	return t
}

// Costs says what something costs, usually "Gratis".
func (w Words) Costs(costs content.Kosten) Text {
	if costs == content.Free {
		return Text{Text: w.Word("gratis")}.capital(w)
	}
	return w.Written(string(costs)).capital(w)
}

// Dutch is the voice for what is in Dutch only, such as the feeds. It uses the words of
// the site.
func Dutch(c *catalog.Catalog) *Voice {
	if c.Dutch != nil {
		return In(c.Dutch, c)
	}
	return In(builtIn(), c)
}

// builtIn are the words in the program, for a catalog without words of its own.
var builtIn = sync.OnceValue(func() *i18n.Language {
	languages, err := i18n.Load(layouts.Files)
	if err != nil {
		panic(err) // they are embedded, and tested
	}
	return languages[dutch.Code]
})
